import Classifications
import Columns
import Registers
import Statistics
import TestSupport
import Testing

/// A handful of persons, written as rows of text in the order of the layouts' columns.
struct IntroductionMicroRegister {
  var registers: IntroductionRecords

  init() throws {
    registers = IntroductionRecords(
      IntroductionLayouts(try EmbeddedClassifications.library.get()))
  }

  /// Adds a row such as `1, 2017-02-01, 2017-11-30, 0301, nir, 1, 01` to a register.
  mutating func add(
    _ register: WritableKeyPath<IntroductionRecords, RegisterRecords>, _ rows: String...
  ) throws {
    for row in rows {
      let texts = row.split(separator: ",", omittingEmptySubsequences: false).map {
        String($0.filter { $0 != " " })
      }
      let fields = registers[keyPath: register].layout.fields
      try #require(texts.count == fields.count, "\(row)")
      var numbers: [Int32] = []
      for (field, text) in zip(fields, texts) {
        numbers.append(try #require(Self.number(text, field), "\(field.name): \(text)"))
      }
      registers[keyPath: register].append(numbers)
    }
  }

  private static func number(_ text: String, _ field: RegisterField) -> Int32? {
    if text.isEmpty { return field.isOptional ? RegisterRecords.missing : nil }
    return switch field.kind {
    case .person, .number, .flag: Int32(text)
    case .code(_, let codes): codes.firstIndex(of: text).map { Int32($0) }
    case .day: Day(iso: text)?.number
    case .month: Month(iso: text)?.number
    }
  }

  /// Adds a person from Syria who has lived in Bergen since 2014.
  mutating func settle(_ person: Int32, sex: String = "1", born: String = "1990-05-17") throws {
    try add(\.persons, "\(person), \(sex), \(born), , 564, 564, 564, 4")
    try add(\.residences, "\(person), 2014-01-01, , 1201")
  }

  /// Adds such a person with a spell in the programme, in the national register.
  mutating func settle(
    _ person: Int32, sex: String = "1", born: String = "1990-05-17", from: String,
    until: String = "", outcome: String = "1", reason: String = "01"
  ) throws {
    try settle(person, sex: sex, born: born)
    try participate(person, from: from, until: until, outcome: outcome, reason: reason)
  }

  /// Adds a spell in the programme, in the national register.
  mutating func participate(
    _ person: Int32, from: String, until: String = "", outcome: String = "1", reason: String = "01"
  ) throws {
    let end = until.isEmpty ? ", " : "\(outcome), \(reason)"
    try add(\.participations, "\(person), \(from), \(until), 1201, nir, \(end)")
  }

  /// The participants of a year who were resident at the end of it.
  func participants(_ year: Int = 2019) -> DerivedRows {
    DerivedRows(residentParticipants(years: year...year, from: registers))
  }

  /// The cohorts of 2015 to 2020 that a person is in.
  func cohorts(of person: Int, through lastNovember: Int = 2022) throws -> [String] {
    let register = deriveFormerParticipants(
      cohorts: 2015...2020, through: lastNovember, from: registers)
    let rows = DerivedRows(register)
    let cohorts = try rows.rows(of: person).map {
      try rows.code(FormerParticipantRegister.cohort, row: $0)
    }
    return Set(cohorts).sorted()
  }

  /// The former participants of a cohort.
  func former(_ cohort: Int = 2017, through lastNovember: Int = 2022) -> DerivedRows {
    DerivedRows(
      deriveFormerParticipants(
        cohorts: cohort...cohort, through: lastNovember, from: registers))
  }
}

/// A derived register, read by person and code.
struct DerivedRows {
  let register: Register

  init(_ register: Register) { self.register = register }

  /// The persons, in order, each once.
  var persons: [Int] {
    Set((0..<register.rowCount).map { register.identifiers[$0] }).sorted()
  }

  /// The rows of a person.
  func rows(of person: Int) -> [Int] {
    (0..<register.rowCount).filter { register.identifiers[$0] == person }
  }

  /// The code of a variable in a row.
  func code(_ variable: String, row: Int) throws -> String {
    let variable = try #require(register.variables[variable])
    return variable.codes[variable.column[row]]
  }

  /// The codes of a variable, row after row of a person.
  func codes(_ variable: String, of person: Int) throws -> [String] {
    try rows(of: person).map { try code(variable, row: $0) }
  }

  /// The code of a variable of a person who has one row.
  func code(_ variable: String, of person: Int) throws -> String {
    let codes = try codes(variable, of: person)
    try #require(codes.count == 1)
    return codes[0]
  }

  /// The persons with a flag.
  func persons(with flag: String) throws -> [Int] {
    let flag = try #require(register.flags[flag])
    return (0..<register.rowCount).filter { flag[$0] }.map { register.identifiers[$0] }.sorted()
  }

  /// The amount of a person who has one row.
  func amount(_ id: String, of person: Int) throws -> Int {
    let rows = rows(of: person)
    try #require(rows.count == 1)
    return try #require(register.amounts[id])[rows[0]]
  }
}
