/// The population by the groups of the recipients, which per cent are taken of: one row a group and
/// year, not a person.
///
/// - Universe: residents aged 18-67 on 31 December.
/// - Unit: group; ``persons`` says how many persons it stands for. Identifiers number the rows.
/// - Reference period: 31 December of a year; education on 1 October.
/// - Missing values: none.
public enum PopulationRegister {
  /// Variable: the year (`2022`).
  public static let year = "year"
  /// Variable: sex (`no-sex`, leaves).
  public static let sex = "sex"
  /// Variable: age group (leaves of the list that the population was derived for).
  public static let ageBand = "ageBand"
  /// Variable: highest completed education in four groups (`no-education`, leaves).
  public static let education = "education"
  /// Variable: country background in three groups (`no-background`, leaves).
  public static let background = "background"
  /// Variable: municipality of residence (`no-municipalities`, leaves), of the list in force.
  public static let municipality = "municipality"
  /// Amount: the persons that the row stands for, at least 1.
  ///
  /// Unit: persons.
  public static let persons = "persons"
}
