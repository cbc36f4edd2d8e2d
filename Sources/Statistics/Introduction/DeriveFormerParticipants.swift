internal import Columns
public import Registers

/// Derives the former participants of the `cohorts`, one row a person and year after the
/// programme, laid out as ``FormerParticipantRegister``.
///
/// "We follow their status in the labour market and in education over the next five years."
/// - Parameters:
///   - cohorts: the leaving years.
///   - lastNovember: the last year that the registers of November reach; later years have no rows.
///   - registers: the registers of the programme.
/// - Returns: The register.
public func deriveFormerParticipants(
  cohorts: ClosedRange<Int>, through lastNovember: Int, from registers: IntroductionRecords
) -> Register {
  let sources = ProgrammeSources(registers)
  let novembers = NovemberSources(registers)
  var rows = FormerParticipantRows(registers)
  for person in sources.participants {
    guard let row = sources.row(of: person) else { continue }
    let history = sources.history(of: person, row: row)
    for cohort in cohorts where history.belongs(toCohortOf: ProgrammeYear(cohort)) {
      let day = ProgrammeYear(cohort + 1).referenceDay
      let age = sources.age(ofRow: row, on: ProgrammeYear(cohort).last)
      // "… and is registered as resident in Norway in November the following year" (Definitions:
      // former participant).
      guard age >= 18, let home = sources.municipality(of: person, row: row, on: day)
      else { continue }
      for after in 1...5 where cohort + after <= lastNovember {
        let november = ProgrammeYear(cohort + after).november
        rows.add(
          person, sex: sources.origin(ofRow: row).sex, age: min(age, 75), home: Int(home),
          district: novembers.district(of: person, on: day), cohort: cohort - cohorts.lowerBound,
          after: after, status: novembers.activity(of: person, in: november).status)
      }
    }
  }
  return rows.register(cohorts: cohorts, registers)
}

/// What the registers of November say of a person.
private struct NovemberSources {
  private let employment: (index: RecordIndex, from: [Int32], until: [Int32])
  private let labourMarket: (index: RecordIndex, month: [Int32], status: [Int32])
  private let studies: (index: RecordIndex, month: [Int32])
  private let districts: ProgrammeSpells
  private let statusCodes: [String]

  init(_ registers: IntroductionRecords) {
    let (work, market, school) = (registers.employment, registers.labourMarket, registers.studies)
    employment = (RecordIndex(work), work["from"], work["until"])
    labourMarket = (RecordIndex(market), market["month"], market["status"])
    studies = (RecordIndex(school), school["month"])
    districts = ProgrammeSpells(registers.districts, value: "district")
    statusCodes = ProgrammeSources.codes(of: "status", in: market)
  }

  /// The number of the district of Oslo on `day`, or `nil` when there is none.
  func district(of person: Int32, on day: Day) -> Int? {
    districts.value(of: person, on: day).map { Int($0) }
  }

  /// What the registers say of a person in a month.
  ///
  /// "Employed persons are defined as those who performed paid work for at least one hour";
  /// "registered unemployed/on initiative is defined as persons who are registered as unemployed
  /// with NAV, and persons on ordinary labour market initiatives" (Definitions). Reduced ability to
  /// work, long-term sick leave and social assistance are "other status".
  func activity(of person: Int32, in month: Month) -> NovemberActivity {
    let number = month.number
    let isEmployed = employment.index.rows(of: person).contains {
      employment.from[$0] <= number
        && (employment.until[$0] == RegisterRecords.missing || employment.until[$0] >= number)
    }
    let isInEducation = studies.index.rows(of: person).contains { studies.month[$0] == number }
    let statuses = labourMarket.index.rows(of: person)
      .filter { labourMarket.month[$0] == number }
      .map { statusCodes[Int(labourMarket.status[$0])] }
    return NovemberActivity(
      isEmployed: isEmployed, isInEducation: isInEducation,
      isUnemployed: statuses.contains("unemployed"), isOnInitiative: statuses.contains("measure"))
  }
}

/// The rows of the register of former participants in the making.
private struct FormerParticipantRows {
  private var persons: [Int32] = []
  private var columns: [[Int]] = Array(repeating: [], count: 6)
  private let homes: HomeCodes
  private let statuses = ["1", "2", "3", "4", "5"]

  init(_ registers: IntroductionRecords) {
    homes = HomeCodes(registers)
  }

  mutating func add(
    _ person: Int32, sex: Int, age: Int, home: Int, district: Int?,
    cohort: Int, after: Int, status: String
  ) {
    let values = [
      cohort, after - 1, statuses.firstIndex(of: status) ?? 4, sex, age - 18,
      homes.home(in: home, district: district),
    ]
    for (place, value) in values.enumerated() { columns[place].append(value) }
    persons.append(person)
  }

  func register(cohorts: ClosedRange<Int>, _ registers: IntroductionRecords) -> Register {
    let codes = [
      (FormerParticipantRegister.cohort, cohorts.map { String($0) }),
      (FormerParticipantRegister.yearsAfter, (1...5).map { String($0) }),
      (FormerParticipantRegister.status, statuses),
      (FormerParticipantRegister.sex, ProgrammeSources.codes(of: "sex", in: registers.persons)),
      (FormerParticipantRegister.age, (18...75).map { String($0) }),
      (FormerParticipantRegister.home, homes.codes),
    ]
    let span = cohorts.count == 1 ? "" : "-\(cohorts.upperBound)"
    return Register(
      name: "former introduction programme participants \(cohorts.lowerBound)\(span)",
      identifiers: IntegerColumn(persons),
      variables: zip(codes, columns).map { list, column in
        CodedVariable(
          id: list.0, codes: list.1, column: CodeColumn(column, cardinality: list.1.count))
      },
      flags: [:], amounts: [:])
  }
}
