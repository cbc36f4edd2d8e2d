/// The register of introduction programme participants that the tables count: one row a
/// participant and year.
///
/// - Universe: everyone of 18 years or more whom a municipality had registered as a participant
///   during the year; the statistics count those with ``isResident``, the KOSTRA tables all.
/// - Unit: person; ``Register/identifiers`` are unique within a year.
/// - Reference period: the calendar year; age, residence and status at the end of it.
/// - Missing values: an unknown country of birth and a reason that is not stated have codes of
///   their own.
///
/// Source: Statistics Norway, "Introduction programme for immigrants", read 2026-11-21.
public enum ParticipantRegister {
  /// Variable: the year, such as `2019`.
  public static let year = "year"
  /// Variable: sex (`no-sex`, leaves).
  public static let sex = "sex"
  /// Variable: age in completed years on 31 December, `18` … `75`, where `75` is 75 or more
  /// (sources of `year-of-age-to-introduction`).
  public static let age = "age"
  /// Variable: country of birth (`no-country-of-birth`, leaves): mainly the mother's country of
  /// residence when the person was born, which is what the population register holds.
  public static let countryOfBirth = "countryOfBirth"
  /// Variable: municipality of residence on 31 December, and for who is not resident the one that
  /// reported the latest spell of the year (`no-municipalities`, leaves).
  public static let municipality = "municipality"
  /// Variable: the district of who lives in Oslo, the municipality of others (sources of
  /// `home-to-economic-region`).
  public static let home = "home"
  /// Variable: why the person ended (`no-introduction-ending-reasons`, leaves).
  public static let endingReason = "endingReason"
  /// Variable: why the person was on leave (`no-introduction-leave-reasons`, leaves).
  public static let leaveReason = "leaveReason"
  /// Variable: resident in Norway at the end of the year or not (`no-introduction-residence`,
  /// leaves).
  public static let residence = "residence"
  /// Flag: resident in Norway at the end of the year.
  public static let isResident = "isResident"
  /// Flag: resident, in a year of the national register, which records ending reasons.
  public static let hasEndingReason = "hasEndingReason"
  /// Amount: months of the year with introduction benefit, 0 to 12.
  public static let benefitMonths = "benefitMonths"
  /// Amount: introduction benefit of the year in kroner.
  public static let benefit = "benefit"
  // The other flags are the measures that the person took part in, several a person: the flag's id
  // is the measure's code in `no-introduction-measures`. Measures without figures have no flag.
}

/// The register of former participants that the tables count: one row a former participant and
/// year after the programme.
///
/// - Universe: persons of a leaving cohort who were resident in Norway in November of the year
///   after.
/// - Unit: person, one row for each of the five years that the registers reach.
/// - Reference period: November of each of the five years after the cohort's.
/// - Missing values: who is in none of the sources has status `5` ("other or unknown").
public enum FormerParticipantRegister {
  /// Variable: the leaving cohort, such as `2017`.
  public static let cohort = "cohort"
  /// Variable: years after the programme, `1` … `5` (`no-years-after-programme`, leaves).
  public static let yearsAfter = "yearsAfter"
  /// Variable: status in November of that year (`no-former-participant-status`, leaves).
  public static let status = "status"
  /// Variable: sex (`no-sex`, leaves).
  public static let sex = "sex"
  /// Variable: age on 31 December of the cohort's year, coded as ``ParticipantRegister/age``.
  public static let age = "age"
  /// Variable: residence in November of the year after the cohort's: the district of who lives in
  /// Oslo, the municipality of others (sources of `home-to-economic-region`).
  public static let home = "home"
}
