import Registers
import Testing

@testable import RegisterFiles

/// The reader does what its naive twin does: on all short texts, in blocks of any size, on any
/// number of lanes.
@Suite struct TwinTests {
  /// Compares on every text after a header; at most 5 mistakes of a sort are kept, and short texts
  /// have no more.
  private func check(
    _ layout: RegisterLayout, header: String, _ bodies: [[UInt8]], blocks: [Int], lanes: Int
  ) {
    let naive = NaiveReader(layout: layout)
    var rowCount = 0
    for policy in [BadRowPolicy.skip, .stop] {
      let readers = blocks.map {
        RegisterReader(layout, onError: policy, lanes: lanes, blockBytes: $0)
      }
      for body in bodies {
        let bytes = Array(header.utf8) + body
        let expected = naive.read(bytes, stopping: policy == .stop)
        if case .rows(let rows, _) = expected { rowCount += rows.count }
        for reader in readers where reader.reading(of: bytes) != expected {
          let text = String(decoding: bytes, as: UTF8.self).debugDescription
          Issue.record("\(text): \(reader.reading(of: bytes)) and not \(expected)")
        }
      }
    }
    // A check that never sees a row proves little.
    #expect(rowCount > bodies.count / 10)
  }

  @Test func `all short texts of one column are read alike`() {
    let bodies = texts(of: ["0", "7", ",", "\"", "\n", "\r"], upTo: 5)
    check(Samples.person, header: "c0\n", bodies, blocks: [2, 1 << 20], lanes: 1)
  }

  @Test func `all short texts of two columns are read alike`() {
    let short = texts(of: ["1", "-", ",", "\"", "\n", "\r", "a"], upTo: 4)
    // Few texts as short as that have rows, were it not for a row that is begun.
    let bodies = ["", "a,", "\"a,1\","].flatMap { start in short.map { Array(start.utf8) + $0 } }
    check(Samples.codeAndNumber, header: "c0,c1\n", bodies, blocks: [3, 1 << 20], lanes: 1)
  }

  @Test func `all short texts of longer words are read alike`() {
    let words = [
      "1,1,a\n", "0,2,\r\n", "\"1\",\"12\",\"a,1\"\r", ",3,å", "\n", "1", "\"", "\u{FEFF}",
    ]
    check(
      Samples.flagPersonCode, header: "c0,c1,c2\r", texts(of: words, upTo: 4),
      blocks: [1, 5, 8, 1 << 20], lanes: 1)
  }

  @Test func `all short headers are read alike`() {
    let names = ["c0", "c1", ",", "\"", "\n", "\r", "c"]
    for text in texts(of: names, upTo: 5) {
      for mark in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
        let bytes = mark + text
        let expected = NaiveReader(layout: Samples.codeAndNumber).read(bytes, stopping: true)
        let reader = RegisterReader(Samples.codeAndNumber, onError: .stop, lanes: 1)
        #expect(reader.reading(of: bytes) == expected, "\(bytes)")
      }
    }
  }

  @Test func `whatever the lanes and blocks, the result is the same`() {
    let words = ["7\n", "\"8\"\r\n", "x\r", "9", "\n", ",\"\r\n"]
    let bodies = texts(of: words, upTo: 4)
    check(Samples.person, header: "c0\r\n", bodies, blocks: [1, 2, 3, 7], lanes: 2)
  }

  /// Fields of every kind, right and wrong, around every edge of what is allowed.
  private static let fields: [(column: String, texts: [String])] = [
    (
      "person",
      [
        "1", "2147483647", "2147483648", "0", "00", "007", "-1", "+1", "1.0", " 1", "1 ", "٣",
        "99999999999999999999", "18446744073709551617", "00000000000000000001", "",
      ]
    ),
    ("letter", ["a", "1", "å", "a\u{30A}", "\"a,1\"", "A", "aa", "", "\"a\"\"\"", "a\0"]),
    (
      "day",
      [
        "2022-02-28", "2022-02-29", "2022-02-30", "2024-02-29", "2024-02-30", "1900-02-29",
        "2000-02-29", "0000-01-01", "9999-12-31", "2022-12-32", "2022-11-31", "2022-00-10",
        "2022-13-01", "2022-01-00", "2022-1-1", "2022/01/01", "20220101", "2022-01-01x",
        "2022-01-0", "2022-01", "+022-01-01", "2022-0a-01", "2022-01-0:", "/022-01-01", "",
        "2022-12-31T", "12022-01-01", "2022-01-01 ", "1900-01-01", "1899-12-31",
        "2100-12-31", "2101-01-01",
      ]
    ),
    (
      "until",
      [
        "", "\"\"", "2022-02-28", "2022-02-30", " ", "2022-01-01", "2021-12-31", "1899-01-01",
        "2100-12-31",
      ]
    ),
    (
      "month",
      [
        "2022-01", "2022-12", "2022-13", "2022-00", "0000-01", "9999-12", "2022-1", "2022-1x",
        "202-101", "2022 01", "", "2022-01-01", "22022-01", "2022-011", "1900-01", "1899-12",
        "2100-12", "2101-01",
      ]
    ),
    (
      "amount",
      [
        "", "0", "-0", "-1", "--1", "-", "2147483647", "-2147483647", "2147483648", "-2147483648",
        "0000000000000000000000005", "1e3", "1,5", "1.5", "1 000", "−1", "9999999999",
        "-99999999999999999999999", "2000000", "2000001", "-100", "-101",
      ]
    ),
    ("flag", ["0", "1", "2", "00", "01", "", "true", "/", "٠"]),
  ]

  @Test func `every kind of field is read alike, plain and in quotes, first and last`() {
    let right = [
      "person": "1", "letter": "a", "day": "2022-01-01", "until": "", "month": "2022-01",
      "amount": "5", "flag": "1",
    ]
    var seen = 0
    for (column, fieldTexts) in Self.fields {
      for turn in 0..<7 {
        // Columns in every turn, so that each kind stands first, last and between.
        let names = (0..<7).map { Samples.all.fields[($0 + turn) % 7].name }
        let readers = [4, 1 << 20].map {
          RegisterReader(Samples.all, onError: .skip, lanes: 1, blockBytes: $0)
        }
        for text in fieldTexts {
          for field in [text, "\"\(text)\""] {
            for end in names.last == column ? ["", "\n", "\r\n", "\r"] : ["\n"] {
              let row = names.map { $0 == column ? field : right[$0] ?? "" }
              let bytes = Array(
                (names.joined(separator: ",") + "\n" + row.joined(separator: ",") + end).utf8)
              let expected = NaiveReader(layout: Samples.all).read(bytes, stopping: false)
              for reader in readers { #expect(reader.reading(of: bytes) == expected, "\(row)") }
              seen += 1
            }
          }
        }
      }
    }
    #expect(seen == Self.fields.reduce(0) { $0 + $1.texts.count } * 2 * (6 + 4))
  }

  @Test func `spells and days in and out of order are read alike`() {
    let months = ["", "2021-12", "2022-01", "\"2022-01\"", "2022-02", "1899-12", "x"]
    let days = ["", "2022-01-01", "2022-01-02", "\"2021-12-31\"", "2101-01-01"]
    let bodies = months.flatMap { until in
      months.flatMap { from in
        days.flatMap { born in
          days.map { died in
            Array("\(until),\(from),\(born),\(died)\n2022-01,2022-01,,\n".utf8)
          }
        }
      }
    }
    check(Samples.spell, header: "until,from,born,died\n", bodies, blocks: [9, 1 << 20], lanes: 1)
    check(Samples.spell, header: "from,until,died,born\n", bodies, blocks: [9, 1 << 20], lanes: 1)
  }

  @Test func `a spell of a layout is in order without being named`() {
    #expect(
      Samples.spell.orders == [
        FieldOrder(earlier: 1, later: 0), FieldOrder(earlier: 2, later: 3),
      ])
    #expect(Samples.all.orders == [FieldOrder(earlier: 2, later: 3)])
    #expect(Samples.person.orders.isEmpty)
  }

  @Test func `every day and month of a calendar is read as what it is`() throws {
    let layout = Samples.layout([(.day, isOptional: false), (.month, isOptional: false)])
    let spans = [(Day(1900, 1, 1), Day(1905, 1, 5)), (Day(1999, 1, 1), Day(2001, 3, 1))]
    let days = spans.flatMap { first, last in
      (first.number...last.number).map { Day(number: $0) }
    }
    let lines = days.map { "\($0),\($0.month)\n" }
    let reading = try RegisterReader(layout, onError: .stop, lanes: 2, blockBytes: 1000)
      .read(Array(("c0,c1\n" + lines.joined()).utf8), file: "f")
    #expect(reading.records.columns == [days.map(\.number), days.map(\.month.number)])
  }

  @Test func `bytes that are not text are told alike`() {
    let odd: [[UInt8]] = [[0xFF], [0xC3], [0xC3, 0xA5], [0x00], [0x22, 0xFF, 0x22]]
    var bodies: [[UInt8]] = []
    for text in texts(of: ["1", ",", "\n"], upTo: 3) {
      for bytes in odd {
        for place in 0...text.count {
          bodies.append([UInt8](text[..<place]) + bytes + [UInt8](text[place...]))
        }
      }
    }
    let naive = NaiveReader(layout: Samples.codeAndNumber)
    for body in bodies {
      let bytes = Array("c0,c1\n1,\n".utf8) + body
      let reader = RegisterReader(Samples.codeAndNumber, onError: .skip, lanes: 1, blockBytes: 3)
      #expect(reader.reading(of: bytes) == naive.read(bytes, stopping: false), "\(body)")
    }
  }
}
