import Classifications
import Columns
import Registers
import Statistics
import TestSupport
import Testing

/// A few people written down as text, one a line: a number, `:`, and events apart by `;`.
///
/// Events: `allowance 2022-01/2022-03`, `works 2022-01/` (an empty end is open), `lives 0301
/// 2020-01-01/`, `abroad` (no residence at all), `school 4 2010-06-15`, `born 1980-06-15`, `died
/// 2022-05-01`, `sex 1`, `birth 564 564 000 2` (own, mother's and father's country, foreign
/// grandparents). Who is not said otherwise is a woman born in Norway on 15 June 1980 to Norwegian
/// parents, living in Oslo (`0301`) since 2020, without education and work.
struct AllowancePeople {
  private(set) var records: AllowanceRecords
  private let library: ClassificationLibrary

  init(_ text: String) throws {
    library = try EmbeddedClassifications.library.get()
    records = AllowanceRecords(AllowanceLayouts(library))
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      let number = try #require(Int32(parts[0].filter { $0 != " " }), "\(line)")
      try add(
        number, parts[1].split(separator: ";").map { $0.split(separator: " ").map(String.init) })
    }
  }

  private mutating func add(_ number: Int32, _ events: [[String]]) throws {
    var born = Day(1980, 6, 15).number
    var died = RegisterRecords.missing
    var sex = "2"
    var birth = ["000", "000", "000", "0"]
    var isAtHome = true
    for event in events {
      let rest = Array(event.dropFirst())
      switch event[0] {
      case "born": born = try day(rest[0])
      case "died": died = try day(rest[0])
      case "sex": sex = rest[0]
      case "birth": birth = rest
      case "abroad": isAtHome = false
      case "lives":
        isAtHome = false
        let (from, until) = try spell(rest[1]) { Day(iso: $0)?.number }
        records.residences.append([number, from, until, try place(rest[0], library.municipalities)])
      case "school":
        records.education.append([number, try day(rest[1]), try #require(Int32(rest[0]))])
      case "works":
        let (from, until) = try spell(rest[0]) { Month(iso: $0)?.number }
        records.employment.append([number, from, until])
      case "allowance":
        let (from, until) = try spell(rest[0]) { Month(iso: $0)?.number }
        records.months.append([number, from, until])
      default: Issue.record("no such event: \(event)")
      }
    }
    if isAtHome {
      records.residences.append([
        number, Day(2020, 1, 1).number, RegisterRecords.missing,
        try place("0301", library.municipalities),
      ])
    }
    let countries = try birth.prefix(3).map { try place($0, library.countryOfBirth) }
    records.persons.append(
      [number, try place(sex, library.sex), born, died] + countries
        + [try #require(Int32(birth[3]))])
  }

  private func day(_ text: String) throws -> Int32 { try #require(Day(iso: text)).number }

  private func place(_ code: String, _ list: Hierarchy) throws -> Int32 {
    try #require(list.leafPositions[code], "\(code)")
  }

  private func spell(
    _ text: String, _ read: (Substring) -> Int32?
  ) throws -> (from: Int32, until: Int32) {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    return (
      try #require(read(ends[0]), "\(text)"),
      ends[1].isEmpty ? RegisterRecords.missing : try #require(read(ends[1]), "\(text)")
    )
  }

  /// The derived register.
  func derive(_ years: ClosedRange<Int> = 2022...2022) -> Register {
    deriveAllowance(years: years, from: records, library: library)
  }
}

/// Derives `people` and compares `variables` of every row, in the order of the register: a line a
/// row, the person and then the values, apart by blanks.
func checkAllowance(
  _ people: String, years: ClosedRange<Int> = 2022...2022, _ variables: [String],
  gives expected: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let register = try AllowancePeople(people).derive(years)
  let lines = try (0..<register.rowCount).map { row in
    let values = try variables.map { id in
      if let flag = register.flags[id] { return flag[row] ? "yes" : "no" }
      if let amount = register.amounts[id] { return "\(amount[row])" }
      let variable = try #require(register.variables[id], "\(id)")
      return variable.codes[variable.column[row]]
    }
    return (["\(register.identifiers[row])"] + values).joined(separator: " ")
  }
  #expect(lines.joined(separator: "\n") == expected, sourceLocation: sourceLocation)
}
