internal import Registers

/// What IMINT04 and IMINT05 say of a person: cohorts by the year of the first immigration.
///
/// Rules of Statistics Denmark's note "Integrationsprogrammet"; sentences in quotation marks are
/// the note's.
extension IntegrationPerson {
  /// The first year of IMINT01 that counts.
  ///
  /// "alle der har haft bopæl i Danmark 1. januar fra 2008 og frem".
  static let firstCohortLabel = 2008

  /// The person's first record in IMINT01, up to the year `last`, or `nil` when there is none.
  ///
  /// "Populationen … er dannet med udgangspunkt i personer i IMINT01 … Det betyder at alle der har
  /// haft bopæl i Danmark 1. januar fra 2008 og frem, som blev defineret som under
  /// Integrationsprogrammet, inddeles i populationer efter indvandringsåret." Sex, origin, day of
  /// birth and municipality may differ between "de op til fem records (referencetidspunkter) en
  /// person kan optræde i": "det er oplysningen fra første referencetidspunkt der anvendes".
  func firstYearlyRecord(through last: Int) -> IntegrationRecord? {
    guard last >= Self.firstCohortLabel else { return nil }
    return (Self.firstCohortLabel...last).lazy.compactMap { year in
      integrationRecord(on: IntegrationPeriod.referenceDate(ofYear: year))
    }.first
  }

  /// "indvandringsalder opgjort på indvandringstidspunktet", by the day of birth that the first
  /// reference date has.
  func ageAtImmigration(_ first: IntegrationRecord) -> Int {
    first.immigrated.completedYears(since: first.born)
  }

  /// "populationen opgøres efter indvandringsåret i stedet for statusåret".
  func immigrationYear(_ first: IntegrationRecord) -> Int { first.immigrated.parts.year }

  /// "oplysninger om beskæftigelse et år efter indvandring": the status in November of the year
  /// after the year of immigration (RAS), or `nil` for who is not in those statistics.
  func statusOneYearAfter(_ first: IntegrationRecord) -> Int? {
    statuses[immigrationYear(first) + 1]
  }

  /// The municipality so many years after the year of immigration.
  ///
  /// "For indvandringsåret 2021, vil der kunne være oplysning om bopælskommune et år efter
  /// indvandringen i starten af februar 2023": when "befolkningen pr. 31.12.åå bliver opdateret",
  /// thus on 31 December 2022; so many years after, as many years later.
  func municipality(yearsAfter years: Int, _ first: IntegrationRecord) -> Int? {
    municipality(on: Day(immigrationYear(first) + years, 12, 31))
  }
}
