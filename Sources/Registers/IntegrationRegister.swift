/// The Danish registers of events that the integration programme is derived from.
///
/// Laid out as ``IntegrationLayouts`` says.
public struct IntegrationRecords: Sendable, Hashable {
  /// What the population register says of persons, in spells.
  public var persons: RegisterRecords
  /// Residence permits.
  public var permits: RegisterRecords
  /// Immigrations.
  public var immigrations: RegisterRecords
  /// Citizenships, in spells.
  public var citizenships: RegisterRecords
  /// Residence, in spells.
  public var residences: RegisterRecords
  /// Status at the end of November, by year.
  public var employment: RegisterRecords

  /// Registers without a row.
  public init(_ layouts: IntegrationLayouts) {
    persons = RegisterRecords(layouts.persons)
    permits = RegisterRecords(layouts.permits)
    immigrations = RegisterRecords(layouts.immigrations)
    citizenships = RegisterRecords(layouts.citizenships)
    residences = RegisterRecords(layouts.residences)
    employment = RegisterRecords(layouts.employment)
  }
}

/// The variables of the integration population: one row a person and reference date.
///
/// - Universe: the integration population (IMINT01, IMINT02, IMINT03).
/// - Unit: person at a reference date; ``Register/identifiers`` are unique within a period.
/// - Reference period: ``period``; every variable as of its reference date.
/// - Missing values: none; an unknown country of origin has a code of its own.
///
/// Source: Statistics Denmark, "Integrationsprogrammet", read 2026-11-21.
public enum IntegrationRegister {
  /// Variable: the label of the period, such as `2023` or `2023K2`.
  public static let period = "period"
  /// Variable: sex (`dk-sex`, leaves).
  public static let sex = "sex"
  /// Variable: age in completed years, `18` … `66` (sources of `dk-year-of-age-to-integration`).
  public static let age = "age"
  /// Variable: country of origin (`dk-country`, leaves).
  public static let origin = "origin"
  /// Variable: completed years since the first immigration (`dk-length-of-stay`, leaves).
  public static let lengthOfStay = "lengthOfStay"
  /// Variable: the permit of the lowest value (`dk-permit-integration`, leaves).
  public static let permit = "permit"
  /// Variable: municipality of residence (`dk-municipalities`, leaves).
  public static let municipality = "municipality"
}

/// The variables of the cohorts of a year of immigration: one row a person.
///
/// - Universe: everyone who was in the integration population at some 1 January from 2008 on, by
///   year of first immigration (IMINT04, IMINT05).
/// - Unit: person; ``Register/identifiers`` are unique.
/// - Reference period: ``period`` is the year of immigration; sex, origin, permit and municipality
///   are those of the first reference date.
/// - Missing values: who has no status in November, or no residence, is in a category of its own;
///   what is later than the registers know is `unknown`, a code that the lists do not have.
///
/// Source: Statistics Denmark, "Integrationsprogrammet", read 2026-11-21.
public enum IntegrationCohortRegister {
  /// Variable: the year of first immigration, such as `2021`.
  public static let period = "period"
  /// Variable: sex (`dk-sex`, leaves).
  public static let sex = "sex"
  /// Variable: age at immigration in completed years, `18` … `66`.
  public static let ageAtImmigration = "ageAtImmigration"
  /// Variable: country of origin (`dk-country`, leaves).
  public static let origin = "origin"
  /// Variable: the permit of the lowest value (`dk-permit-integration`, leaves).
  public static let permit = "permit"
  /// Variable: municipality of residence at the first reference date (`dk-municipalities`, leaves).
  public static let municipality = "municipality"
  /// Variable: status in November of the year after immigration (`dk-employment`, leaves).
  public static let employment = "employment"

  /// Variable: residence so many years after the year of immigration (`dk-residence-after`,
  /// leaves).
  public static func residence(yearsAfter years: Int) -> String { "residenceAfter\(years)" }
  /// Variable: the municipality then, or not resident (`dk-municipality-after`, leaves).
  public static func municipality(yearsAfter years: Int) -> String { "municipalityAfter\(years)" }
}
