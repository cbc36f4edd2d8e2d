import Classifications
import Columns
import Registers
import Statistics
import TestSupport
import Testing

/// A few hand-made persons of the Danish registers.
///
/// A person without lines for a register has that register's lines of the model person: a Syrian
/// man born on 15 June 1990 who was given asylum on 1 February 2020, immigrated on 10 March 2020
/// and has lived in Copenhagen since.
struct IntegrationMicroRegister {
  static let model = [
    "persons sex=1 born=1990-06-15 origin=SY ancestry=2",
    "permits category=1 given=2020-02-01 imputed=0", "immigrations day=2020-03-10",
    "citizenships country=SY", "residences from=2020-03-10 municipality=101",
  ]
  let library: ClassificationLibrary
  private var records: IntegrationRecords
  private let layouts: IntegrationLayouts
  private var count: Int32 = 0

  init() throws {
    library = try EmbeddedClassifications.library.get()
    layouts = IntegrationLayouts(library)
    records = IntegrationRecords(layouts)
  }

  /// Person 1, 2, … of `people`, each with lines such as `permits category=2 imputed=1`; a line
  /// with nothing but the register's name is no row.
  init(_ people: [String]...) throws { try self.init(people: people) }

  /// The same of a list.
  init(people: [[String]]) throws {
    try self.init()
    for lines in people {
      count += 1
      let registers = Set(lines.map(Self.register))
      for line in lines + Self.model.filter({ !registers.contains(Self.register($0)) }) {
        try add(line)
      }
    }
  }

  private static func register(_ line: String) -> Substring { line.prefix { $0 != " " } }

  private mutating func add(_ line: String) throws {
    let words = line.split(separator: " ")
    guard words.count > 1 else { return }
    var values = ["person": "\(count)"]
    for word in words.dropFirst() {
      let parts = word.split(separator: "=")
      try #require(parts.count == 2, "\(line)")
      values[String(parts[0])] = String(parts[1])
    }
    let layout = try #require(layouts.all.first { $0.name == "dk-\(words[0])" }, "\(line)")
    var row: [Int32] = []
    for field in layout.fields {
      guard let text = values.removeValue(forKey: field.name) else {
        try #require(field.isOptional, "\(line): \(field.name)")
        row.append(RegisterRecords.missing)
        continue
      }
      row.append(try #require(Self.number(text, field.kind), "\(line): \(text)"))
    }
    try #require(values.isEmpty, "\(line)")
    switch words[0] {
    case "persons": records.persons.append(row)
    case "permits": records.permits.append(row)
    case "immigrations": records.immigrations.append(row)
    case "citizenships": records.citizenships.append(row)
    case "residences": records.residences.append(row)
    default: records.employment.append(row)
    }
  }

  private static func number(_ text: String, _ kind: RegisterField.Kind) -> Int32? {
    switch kind {
    case .code(_, let codes): codes.firstIndex(of: text).map { Int32($0) }
    case .day: Day(iso: text)?.number
    case .month: Month(iso: text)?.number
    case .person, .number, .flag: Int32(text)
    }
  }

  private var derivation: IntegrationDerivation {
    IntegrationDerivation(records, library: library)
  }

  /// The period with a label, of those that a test may ask for.
  static func period(_ label: String) -> IntegrationPeriod? {
    (1990...2050).lazy.flatMap { year in
      [.year(year)] + (1...4).map { .quarter($0, of: year) }
    }.first { $0.label == label }
  }

  /// Who is in the population of a period, such as `2023K2`: the codes of variables, by person.
  func population(_ label: String, _ variables: String...) throws -> [Int: [String]] {
    let period = try #require(Self.period(label))
    return try codes(derivation.population(in: [period]), variables)
  }

  /// The persons in the population of a period.
  func members(_ label: String) throws -> [Int] { try population(label).keys.sorted() }

  /// Who is in the cohort of a year: the codes of variables, by person.
  func cohort(
    _ year: Int, through last: Int, yearsAfter: ClosedRange<Int> = 1...1, _ variables: String...
  ) throws -> [Int: [String]] {
    try codes(
      derivation.cohorts(immigratedIn: [year], through: last, yearsAfter: yearsAfter), variables)
  }

  private func codes(_ register: Register, _ variables: [String]) throws -> [Int: [String]] {
    var rows: [Int: [String]] = [:]
    for row in 0..<register.rowCount {
      let codes = try variables.map { id in
        let variable = try #require(register.variables[id])
        return variable.codes[variable.column[row]]
      }
      let earlier = rows.updateValue(codes, forKey: register.identifiers[row])
      #expect(earlier == nil, "a person stands once")
    }
    return rows
  }
}
