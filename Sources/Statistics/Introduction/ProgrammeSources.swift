internal import Registers

/// The spells of an event register, found by person.
struct ProgrammeSpells {
  private let index: RecordIndex
  private let from: [Int32]
  private let until: [Int32]
  private let values: [Int32]

  /// The spells with a value, over columns `from` and `until`.
  init(_ records: RegisterRecords, value: String) {
    index = RecordIndex(records)
    from = records["from"]
    until = records["until"]
    values = records[value]
  }

  /// The value of the spell of `person` that covers `day`, the last one when there are several.
  func value(of person: Int32, on day: Day) -> Int32? {
    let row = index.rows(of: person).last {
      from[$0] <= day.number && (until[$0] == RegisterRecords.missing || until[$0] >= day.number)
    }
    return row.map { values[$0] }
  }
}

/// What is known of the persons of the programme, person by person.
struct ProgrammeSources {
  private let registers: IntroductionRecords
  private let personIndex: RecordIndex
  private let spellIndex: RecordIndex
  private let leaveIndex: RecordIndex
  private let residences: ProgrammeSpells
  private let women: Int32?
  private let codes: (source: [String], outcome: [String], ending: [String], leave: [String])
  private let persons: (sex: [Int32], born: [Int32], died: [Int32], country: [Int32])
  private let spells:
    (
      from: [Int32], until: [Int32], municipality: [Int32], source: [Int32], outcome: [Int32],
      reason: [Int32]
    )
  private let leaves: (from: [Int32], until: [Int32], reason: [Int32])

  init(_ registers: IntroductionRecords) {
    self.registers = registers
    let (people, spells, leaves) = (registers.persons, registers.participations, registers.leaves)
    personIndex = RecordIndex(people)
    spellIndex = RecordIndex(spells)
    leaveIndex = RecordIndex(leaves)
    residences = ProgrammeSpells(registers.residences, value: "municipality")
    women = ProgrammeSources.codes(of: "sex", in: people).firstIndex(of: "2").map { Int32($0) }
    codes = (
      ProgrammeSources.codes(of: "source", in: spells),
      ProgrammeSources.codes(of: "outcome", in: spells),
      ProgrammeSources.codes(of: "endingReason", in: spells),
      ProgrammeSources.codes(of: "reason", in: leaves)
    )
    persons = (people["sex"], people["born"], people["died"], people["birthCountry"])
    self.spells = (
      spells["from"], spells["until"], spells["municipality"], spells["source"],
      spells["outcome"], spells["endingReason"]
    )
    self.leaves = (leaves["from"], leaves["until"], leaves["reason"])
  }

  /// Everyone who was ever in the programme, in the order of their numbers.
  var participants: [Int32] { Set(registers.participations.columns.first ?? []).sorted() }

  /// The row of the population register, or `nil` for a number that it does not have.
  ///
  /// "All participants with a valid personal identification number are linked to population data"
  /// (Collection of data, editing and estimations): others are left out.
  func row(of person: Int32) -> Int? { personIndex.rows(of: person).first }

  /// Sex and country of birth, as numbers of the register, of a row of the population register.
  func origin(ofRow row: Int) -> (sex: Int, country: Int) {
    (Int(persons.sex[row]), Int(persons.country[row]))
  }

  /// Age in completed years on `day`.
  func age(ofRow row: Int, on day: Day) -> Int {
    day.completedYears(since: Day(number: persons.born[row]))
  }

  /// The municipality of residence on `day`, or `nil` for who does not live in Norway then.
  func municipality(of person: Int32, row: Int, on day: Day) -> Int32? {
    let died = persons.died[row]
    guard died == RegisterRecords.missing || died > day.number else { return nil }
    return residences.value(of: person, on: day)
  }

  /// Spells and leaves of a person.
  func history(of person: Int32, row: Int) -> ProgrammeHistory {
    ProgrammeHistory(
      isWoman: persons.sex[row] == women,
      spells: spellIndex.rows(of: person).map { row in
        ParticipationSpell(
          from: Day(number: spells.from[row]), until: day(spells.until[row]),
          municipality: spells.municipality[row],
          source: ProgrammeSource(rawValue: codes.source[Int(spells.source[row])]) ?? .kostra,
          outcome: code(spells.outcome[row], in: codes.outcome)
            .flatMap { ProgrammeOutcome(rawValue: $0) },
          endingReason: code(spells.reason[row], in: codes.ending))
      },
      leaves: leaveIndex.rows(of: person).map { row in
        ProgrammeLeave(
          from: Day(number: leaves.from[row]), until: day(leaves.until[row]),
          reason: codes.leave[Int(leaves.reason[row])])
      })
  }

  /// The codes of a column of codes; none for another column.
  static func codes(of field: String, in records: RegisterRecords) -> [String] {
    let layout = records.layout
    guard case .code(_, let codes) = layout.fields[layout.place(of: field)].kind else { return [] }
    return codes
  }

  private func day(_ number: Int32) -> Day? {
    number == RegisterRecords.missing ? nil : Day(number: number)
  }

  private func code(_ number: Int32, in codes: [String]) -> String? {
    number == RegisterRecords.missing ? nil : codes[Int(number)]
  }
}
