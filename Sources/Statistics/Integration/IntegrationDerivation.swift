public import Classifications
internal import Columns
public import Registers

/// Derives the registers that the tables of the integration programme count.
///
/// Pure functions of the records: the same records give the same rows.
public struct IntegrationDerivation: Sendable {
  private let library: ClassificationLibrary
  private let people: [IntegrationPerson]

  /// The people of `records`, laid out as ``IntegrationLayouts`` of `library` say.
  /// - Complexity: O(rows · log rows).
  public init(_ records: IntegrationRecords, library: ClassificationLibrary) {
    let reader = IntegrationReader(records, lists: library.danish)
    self.library = library
    people = reader.identifiers.map(reader.person)
  }

  /// The integration population of `periods` (IMINT01, IMINT02, IMINT03): one row a person and
  /// period, laid out as ``IntegrationRegister``.
  /// - Precondition: a period stands once.
  public func population(in periods: [IntegrationPeriod]) -> Register {
    let lists = library.danish
    var rows: [(period: Int, record: IntegrationRecord)] = []
    for (place, period) in periods.enumerated() {
      rows += people.compactMap { $0.integrationRecord(on: period.referenceDate) }
        .map { (place, $0) }
    }
    let ages = lists.integrationAgeOfYear.sources
    func variable(
      _ id: String, _ codes: [String], _ number: (IntegrationRecord) -> Int
    ) -> CodedVariable {
      CodedVariable(id: id, codes: codes, numbers: rows.map { number($0.record) })
    }
    let labels = periods.map(\.label)
    return Register(
      name: "integration population", identifiers: IntegerColumn(rows.map(\.record.person)),
      variables: [
        CodedVariable(
          id: IntegrationRegister.period, codes: labels, numbers: rows.map(\.period)),
        variable(IntegrationRegister.sex, lists.sex.leafCodes) { $0.sex },
        // The sources are the single years from 18 on.
        variable(IntegrationRegister.age, ages) { $0.age - 18 },
        variable(IntegrationRegister.origin, lists.country.leafCodes) { $0.origin },
        variable(IntegrationRegister.lengthOfStay, lists.lengthOfStay.leafCodes) {
          $0.lengthOfStay
        },
        variable(IntegrationRegister.permit, lists.integrationPermit.leafCodes) { $0.permit },
        variable(IntegrationRegister.municipality, lists.municipalities.leafCodes) {
          $0.municipality
        },
      ], flags: [:], amounts: [:])
  }

  /// The cohorts of `years` of immigration (IMINT04, IMINT05): one row a person, laid out as
  /// ``IntegrationCohortRegister``.
  ///
  /// `last` is the last year of IMINT01 that there is; residence is told for `yearsAfter`. What is
  /// later than the reference date of `last` has the code `unknown`, which no list has.
  /// - Precondition: a year stands once.
  public func cohorts(
    immigratedIn years: [Int], through last: Int, yearsAfter: ClosedRange<Int>
  ) -> Register {
    let lists = library.danish
    var rows: [(period: Int, person: IntegrationPerson, first: IntegrationRecord)] = []
    for person in people {
      guard let first = person.firstYearlyRecord(through: last),
        let period = years.firstIndex(of: person.immigrationYear(first))
      else { continue }
      rows.append((period, person, first))
    }
    func variable(
      _ id: String, _ codes: [String], _ number: (IntegrationPerson, IntegrationRecord) -> Int
    ) -> CodedVariable {
      CodedVariable(id: id, codes: codes, numbers: rows.map { number($0.person, $0.first) })
    }
    func later(
      _ id: String, _ codes: [String], _ after: Int,
      _ number: (IntegrationPerson, IntegrationRecord) -> Int
    ) -> CodedVariable {
      variable(id, codes + ["unknown"]) { person, first in
        let cohort = person.immigrationYear(first)
        let isKnown = IntegrationSeries.isKnown(after, after: cohort, through: last)
        return isKnown ? number(person, first) : codes.count
      }
    }
    let labels = years.map { "\($0)" }
    // The last status is for those without one.
    let statuses = lists.employment.leafCodes
    let after = ResidenceAfter(lists)
    return Register(
      name: "integration cohorts", identifiers: IntegerColumn(rows.map(\.person.identifier)),
      variables: [
        CodedVariable(
          id: IntegrationCohortRegister.period, codes: labels, numbers: rows.map(\.period)),
        variable(IntegrationCohortRegister.sex, lists.sex.leafCodes) { $1.sex },
        variable(
          IntegrationCohortRegister.ageAtImmigration, lists.integrationAgeOfYear.sources
        ) { $0.ageAtImmigration($1) - 18 },
        variable(IntegrationCohortRegister.origin, lists.country.leafCodes) { $1.origin },
        variable(IntegrationCohortRegister.permit, lists.integrationPermit.leafCodes) {
          $1.permit
        },
        variable(IntegrationCohortRegister.municipality, lists.municipalities.leafCodes) {
          $1.municipality
        },
        later(IntegrationCohortRegister.employment, statuses, 1) {
          $0.statusOneYearAfter($1) ?? statuses.count - 1
        },
      ]
        + yearsAfter.flatMap { years in
          [
            later(
              IntegrationCohortRegister.residence(yearsAfter: years),
              lists.residenceAfter.leafCodes, years
            ) {
              after.place(
                first: $1.municipality, later: $0.municipality(yearsAfter: years, $1))
            },
            // The last leaf is for those who are not resident.
            later(
              IntegrationCohortRegister.municipality(yearsAfter: years),
              lists.municipalityAfter.leafCodes, years
            ) {
              $0.municipality(yearsAfter: years, $1) ?? lists.municipalities.leaves.count
            },
          ]
        }, flags: [:], amounts: [:])
  }
}

/// Where a person lives some years later, seen from the first municipality.
///
/// IMINT05 is by municipality of residence at the first reference date; the note does not say how
/// the later municipality is shown beside it. We tell the same municipality, another of the same
/// region, another region, and not resident apart; the later municipality has a table of its own.
struct ResidenceAfter {
  /// The region of each municipality.
  private let regions: [CategoryIndex]
  private let codes: [String]

  init(_ lists: DanishClassifications) {
    let places = lists.municipalities
    regions = places.leaves.map { places.path(to: $0)[1] }
    codes = lists.residenceAfter.leafCodes
  }

  /// The place in the list of residences; `later` is `nil` for who is not resident.
  func place(first: Int, later: Int?) -> Int {
    codes.firstIndex(of: code(first: first, later: later)) ?? codes.count - 1
  }

  private func code(first: Int, later: Int?) -> String {
    guard let later else { return "abroad" }
    if later == first { return "same" }
    return regions[later] == regions[first] ? "region" : "other"
  }
}

extension CodedVariable {
  /// A variable of one number a row.
  fileprivate init(id: String, codes: [String], numbers: [Int]) {
    self.init(id: id, codes: codes, column: CodeColumn(numbers, cardinality: codes.count))
  }
}
