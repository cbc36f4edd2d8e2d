/// The layout of the population by the groups of the recipients: one row a group, not a person.
///
/// - Universe: residents aged 18-67 on 31 December.
/// - Unit: group; ``persons`` says how many persons it stands for. Identifiers number the rows.
/// - Reference period: 2022.
/// - Missing values: none.
public enum PopulationRegister {
  /// Variable: sex (`no-sex`, leaves).
  public static let sex = "sex"
  /// Variable: age group (`no-age-allowance`, leaves).
  public static let ageBand = "ageBand"
  /// Variable: highest completed education in four groups (`no-education`, leaves).
  public static let education = "education"
  /// Variable: country background in three groups (`no-background`, leaves).
  public static let background = "background"
  /// Variable: municipality of residence (`no-municipalities-2020`, leaves).
  public static let municipality = "municipality"
  /// Amount: the persons that the row stands for, at least 1.
  ///
  /// Unit: persons.
  public static let persons = "persons"
}
