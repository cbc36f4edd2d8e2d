import RegisterFiles
import Registers

/// Layouts that have every kind of column in few letters.
enum Samples {
  static let codes = RegisterField.Kind.code(list: "letters", codes: ["a", "1", "a,1", "å"])

  /// The numbers that can be.
  static let amounts: ClosedRange<Int32> = -100...2_000_000

  /// A column of every kind, some that may be empty.
  static let all = RegisterLayout(
    name: "all", summary: "Every kind of column.",
    fields: [
      RegisterField("person", .person, summary: "The person."),
      RegisterField("letter", codes, summary: "A code."),
      RegisterField("day", .day, summary: "A day."),
      RegisterField("until", .day, isOptional: true, summary: "A day or none."),
      RegisterField("month", .month, summary: "A month."),
      RegisterField(
        "amount", .number(unit: "kroner", in: amounts), isOptional: true, summary: "An amount."),
      RegisterField("flag", .flag, summary: "Yes or no."),
    ],
    orders: [("day", "until")])

  /// A spell of months, and a day that is never before another.
  static let spell = RegisterLayout(
    name: "spell", summary: "A spell.",
    fields: [
      RegisterField("until", .month, isOptional: true, summary: "Last month."),
      RegisterField("from", .month, isOptional: true, summary: "First month."),
      RegisterField("born", .day, isOptional: true, summary: "Born."),
      RegisterField("died", .day, isOptional: true, summary: "Died."),
    ],
    orders: [("born", "died")])

  static func layout(_ kinds: [(RegisterField.Kind, isOptional: Bool)]) -> RegisterLayout {
    RegisterLayout(
      name: "sample", summary: "A sample.",
      fields: kinds.enumerated().map { index, field in
        RegisterField("c\(index)", field.0, isOptional: field.isOptional, summary: "A column.")
      })
  }

  static let person = layout([(.person, isOptional: false)])
  static let codeAndNumber = layout([
    (codes, isOptional: false), (.number(unit: "kroner", in: amounts), isOptional: true),
  ])
  static let flagPersonCode = layout([
    (.flag, isOptional: true), (.person, isOptional: false), (codes, isOptional: true),
  ])
}

extension RegisterReader {
  /// What is read, as the naive reader says it.
  func reading(of bytes: [UInt8]) -> Reading {
    do throws(RegisterFileError) {
      let reading = try read(bytes, file: "f")
      let columns = reading.records.columns
      let rows = (0..<reading.records.rowCount).map { row in columns.map { $0[row] } }
      let mistakes = reading.report.problems.flatMap { $0.examples.map(Mistake.init) }
      return .rows(rows, mistakes.sorted { $0.line < $1.line })
    } catch {
      return .refused(Mistake(error))
    }
  }
}

/// Every array of at most `length` of `tokens`, joined.
func texts(of tokens: [String], upTo length: Int) -> [[UInt8]] {
  var all: [[UInt8]] = [[]]
  var longest: [[UInt8]] = [[]]
  for _ in 0..<length {
    longest = longest.flatMap { text in tokens.map { text + Array($0.utf8) } }
    all += longest
  }
  return all
}
