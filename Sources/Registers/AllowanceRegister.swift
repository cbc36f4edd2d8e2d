/// The register of recipients of work assessment allowance: one row a recipient and year, derived
/// from event registers.
///
/// - Universe: everyone aged 18-67 at the end of the year who received the allowance in at least
///   one month of it, resident in Norway on 31 December or not.
/// - Unit: person; ``Register/identifiers`` are unique within a year.
/// - Reference period: a calendar year; age and municipality on 31 December, education on 1
///   October.
/// - Missing values: unknown education shares a code with no completed education; who is not
///   resident has ``noMunicipality``.
///
/// Source: Statistics Norway, "Work assessment allowance", read 2026-11-21.
public enum AllowanceRegister {
  /// Variable: the year (`2022`).
  public static let year = "year"
  /// Variable: sex (`no-sex`, leaves).
  public static let sex = "sex"
  /// Variable: age in completed years, `18` … `67` (sources of `year-of-age-to-allowance`).
  ///
  /// Who died in the year has the age that they would have had at its end.
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
  /// Variable: municipality of residence (`no-municipalities`, leaves), or ``noMunicipality``.
  public static let municipality = "municipality"
  /// The code of ``municipality`` for who is not resident; it is in no list.
  public static let noMunicipality = "none"
  /// Variable: ``resident`` or ``nonResident`` on 31 December.
  public static let residence = "residence"
  /// Code of ``residence``: registered as resident on 31 December.
  public static let resident = "resident"
  /// Code of ``residence``: dead or living abroad on 31 December.
  public static let nonResident = "non-resident"
  /// Variable: share of the months with the allowance in which the person was also employed
  /// (`no-work-intensity`, leaves).
  public static let workIntensity = "workIntensity"
  /// Flag: resident on 31 December.
  public static let isResident = "isResident"
  /// Flag: received the allowance in some month but not in the month before; at most once a year.
  public static let isNewRecipient = "isNewRecipient"
  /// Flag: ``isNewRecipient`` and ``isResident``.
  public static let isNewResident = "isNewResident"
  /// Amount: how often the allowance was started in the year after at least one month without it.
  ///
  /// Unit: accesses.
  public static let accesses = "accesses"
}
