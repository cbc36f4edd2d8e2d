internal import Registers

/// Who belongs to the integration population on a reference date.
///
/// Rules of Statistics Denmark's note "Integrationsprogrammet", section "I Udlændingedatabasen";
/// sentences in quotation marks are the note's.
extension IntegrationPerson {
  /// What IMINT01, IMINT02 and IMINT03 say of the person on a reference date, or `nil` when the
  /// person is not in the population.
  ///
  /// "Populationen … består af indvandrere på 18-66 år på referencetidspunktet, som har første
  /// indvandring inden for fem år før referencetidspunktet, som har fået tildelt en
  /// opholdstilladelse …, og var fyldt 18 år på indvandringstidspunktet."
  func integrationRecord(on reference: Day) -> IntegrationRecord? {
    guard let immigrated = firstImmigration,
      immigratedWithinFiveYears(immigrated, before: reference),
      let municipality = municipality(on: reference),
      let description = descriptions.value(on: reference), description.isImmigrant,
      hasProgrammeAge(description, on: reference),
      wasAdult(description, at: immigrated),
      !isNordicCitizen(on: reference),
      let permit = programmePermit(immigrated: immigrated, reference: reference)
    else { return nil }
    return IntegrationRecord(
      person: identifier, sex: description.sex, born: description.born,
      age: age(description, on: reference), origin: description.origin, immigrated: immigrated,
      lengthOfStay: lengthOfStay(immigrated, on: reference), permit: permit,
      municipality: municipality)
  }

  /// "første indvandring": the earliest, however often the person came back.
  var firstImmigration: Day? { immigrations.min() }

  /// "som har første indvandring inden for fem år før referencetidspunktet".
  ///
  /// The reference date itself counts. The day exactly five years before does not: who came then
  /// would be counted on six yearly reference dates, and the note speaks of "de op til fem records
  /// (referencetidspunkter) en person kan optræde i".
  func immigratedWithinFiveYears(_ immigrated: Day, before reference: Day) -> Bool {
    immigrated > reference.advanced(byYears: -5) && immigrated <= reference
  }

  /// "alle der har haft bopæl i Danmark": the municipality of residence, or `nil` for who is not
  /// resident that day.
  func municipality(on day: Day) -> Int? { residences.value(on: day) }

  /// "indvandrere på 18-66 år på referencetidspunktet".
  func hasProgrammeAge(_ description: Description, on reference: Day) -> Bool {
    (18...66).contains(age(description, on: reference))
  }

  /// "var fyldt 18 år på indvandringstidspunktet": the 18th birthday counts.
  func wasAdult(_ description: Description, at immigrated: Day) -> Bool {
    immigrated.completedYears(since: description.born) >= 18
  }

  /// "Indvandrere med nordisk statsborgerskab er ikke inkluderet": any citizenship on the reference
  /// date, beside others too.
  func isNordicCitizen(on reference: Day) -> Bool {
    citizenships.contains { $0.value && $0.holds(on: reference) }
  }

  /// The permit that the person is counted with, as a place among those of the programme.
  ///
  /// "Personerne kan i princippet have fået tildelt flere af disse tilladelsestyper, og i
  /// populationen er det den tilladelse med lavest værdi i værdisættet, der prioriteres først."
  func programmePermit(immigrated: Day, reference: Day) -> Int? {
    permits
      .filter { isProgrammePermit($0, immigrated: immigrated, reference: reference) }
      .min { $0.value < $1.value }?.programme
  }

  /// "en opholdstilladelse til flygtningegrundlag, familiesammenføring eller Ukraine, særlov på et
  /// tidspunkt inden for et år før indvandringen til og med referencetidspunktet".
  ///
  /// The day exactly one year before the immigration counts.
  func isProgrammePermit(_ permit: Permit, immigrated: Day, reference: Day) -> Bool {
    guard permit.programme != nil, let given = date(of: permit, immigrated: immigrated) else {
      return false
    }
    return given >= immigrated.advanced(byYears: -1) && given <= reference
  }

  /// The day that a permit counts from.
  ///
  /// "Ved imputerede opholdstilladelser, bliver tilladelsesdatoen sat til indvandringsdatoen."
  ///
  /// The first immigration; "Imputerede opholdstilladelser er inkluderet".
  func date(of permit: Permit, immigrated: Day) -> Day? {
    permit.isImputed ? immigrated : permit.given
  }

  /// "er alder opgjort på referencetidspunktet": completed years.
  func age(_ description: Description, on reference: Day) -> Int {
    reference.completedYears(since: description.born)
  }

  /// "opholdstid beregnet som tid mellem første indvandringsdato og referencetidspunktet":
  /// completed years, 0 to 4.
  func lengthOfStay(_ immigrated: Day, on reference: Day) -> Int {
    reference.completedYears(since: immigrated)
  }
}

/// A person of the integration population on one reference date.
struct IntegrationRecord: Hashable {
  let person: Int32
  /// Place among the sexes.
  ///
  /// "For tabeller der starter med IMINT(0)1, IMINT02 og IMINT(0)3 er køn opgjort på
  /// referencetidspunktet."
  let sex: Int
  /// The day of birth as it was known on the reference date.
  let born: Day
  let age: Int
  /// Place among the countries.
  ///
  /// "… er oprindelsesland opgjort på referencetidspunktet."
  let origin: Int
  /// The first immigration.
  let immigrated: Day
  let lengthOfStay: Int
  /// Place among the permits of the integration programme.
  let permit: Int
  /// Place among the municipalities.
  ///
  /// "For tabeller der starter med IMINT(0)3 er kommune bopælskommune på referencetidspunktet."
  let municipality: Int
}
