/// The layout of the register of introduction programme participants: one row a participant.
///
/// - Universe: everyone registered as a participant during the year and resident in Norway at the
///   end of it.
/// - Unit: person; ``Register/identifiers`` are unique.
/// - Reference period: 2019; age and municipality on 31 December.
/// - Missing values: none; an unknown country of birth has a code of its own.
///
/// Source: Statistics Norway, "Introduction programme for immigrants", read 2026-11-21.
public enum ParticipantRegister {
  /// Variable: sex (`no-sex`, leaves).
  public static let sex = "sex"
  /// Variable: age in completed years, `18` … `75` (sources of `year-of-age-to-introduction`).
  public static let age = "age"
  /// Variable: country of birth (`no-country-of-birth`, leaves).
  public static let countryOfBirth = "countryOfBirth"
  /// Variable: municipality of residence (`no-municipalities-2019`, leaves).
  public static let municipality = "municipality"
  // The flags are the measures that the person took part in, several a person: the flag's id is the
  // measure's code in `no-introduction-measures`. Measures without figures have no flag.
}
