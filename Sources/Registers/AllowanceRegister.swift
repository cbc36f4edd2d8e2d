/// The layout of the register of recipients of work assessment allowance: one row a recipient.
///
/// - Universe: everyone aged 18-67 who received the allowance in at least one month of the year and
///   was resident in Norway on 31 December.
/// - Unit: person; ``Register/identifiers`` are unique.
/// - Reference period: 2022; age and municipality on 31 December, education on 1 October.
/// - Missing values: none; unknown education shares a code with no completed education.
///
/// Source: Statistics Norway, "Work assessment allowance", read 2026-11-21.
public enum AllowanceRegister {
  /// Variable: sex (`no-sex`, leaves).
  public static let sex = "sex"
  /// Variable: age in completed years, `18` … `67` (sources of `year-of-age-to-allowance`).
  public static let age = "age"
  /// Variable: highest completed education in four groups (`no-education`, leaves).
  public static let education = "education"
  /// Variable: country background in three groups (`no-background`, leaves).
  public static let background = "background"
  /// Variable: country of birth (`no-country-of-birth`, leaves).
  ///
  /// Immigrants are born in a country of their background group; the rest of the population mostly,
  /// not always, in Norway.
  public static let countryOfBirth = "countryOfBirth"
  /// Variable: municipality of residence (`no-municipalities-2020`, leaves).
  public static let municipality = "municipality"
  /// Variable: share of the months with the allowance in which the person was also employed
  /// (`no-work-intensity`, leaves).
  public static let workIntensity = "workIntensity"
  /// Flag: received the allowance in some month but not in the month before; at most once a year.
  public static let isNewRecipient = "isNewRecipient"
}
