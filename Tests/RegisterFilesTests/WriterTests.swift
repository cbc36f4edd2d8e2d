import Registers
import Testing

@testable import RegisterFiles

/// What is written is read.
@Suite struct WriterTests {
  private func read(_ records: RegisterRecords) throws -> RegisterRecords {
    try RegisterReader(records.layout, onError: .stop, lanes: 2, blockBytes: 1 << 16)
      .read(RegisterWriter(records).bytes(), file: "f").records
  }

  private func text(_ records: RegisterRecords) -> String {
    String(decoding: RegisterWriter(records).bytes(), as: UTF8.self)
  }

  @Test func `every kind of field is written as the file format says`() {
    var records = RegisterRecords(Samples.all)
    let none = RegisterRecords.missing
    records.append([1, 0, Day(2022, 1, 31).number, none, Month(2022, 1).number, 5, 1])
    records.append([
      .max, 2, Day(1900, 1, 1).number, Day(2100, 12, 31).number, Month(1900, 1).number, none, 0,
    ])
    records.append([10, 3, Day(2024, 2, 29).number, none, Month(2100, 12).number, -100, 0])
    #expect(
      text(records) == """
        person,letter,day,until,month,amount,flag
        1,a,2022-01-31,,2022-01,5,1
        2147483647,"a,1",1900-01-01,2100-12-31,1900-01,,0
        10,å,2024-02-29,,2100-12,-100,0

        """)
  }

  @Test func `no rows are a header`() throws {
    let records = RegisterRecords(Samples.all)
    #expect(text(records) == "person,letter,day,until,month,amount,flag\n")
    #expect(RegisterWriter(records).pieceCount == 1)
    #expect(try read(records) == records)
  }

  @Test func `an empty field alone on its line is no blank line`() throws {
    let layout = Samples.layout([(.flag, isOptional: true)])
    let records = RegisterRecords(layout, columns: [[RegisterRecords.missing, 1]])
    #expect(text(records) == "c0\n\"\"\n1\n")
    #expect(try read(records) == records)
  }

  @Test func `codes with commas, quotes, blanks and letters of all lands come back`() throws {
    let codes = ["a,b", "\"", "\"\"", "say \"a\"", " ", " a ", "ø", "日本", "01", "1", "-", "a'b"]
    let layout = Samples.layout([
      (.code(list: "odd", codes: codes), isOptional: true),
      (.code(list: "odd", codes: codes), isOptional: false),
    ])
    let places = codes.indices.map { Int32($0) }
    let records = RegisterRecords(
      layout,
      columns: [
        places.flatMap { _ in places + [RegisterRecords.missing] },
        places.flatMap { Array(repeating: $0, count: places.count + 1) },
      ])
    #expect(try read(records) == records)
  }

  @Test(arguments: [UInt64](1...20))
  func `whatever the rows, they come back`(seed: UInt64) throws {
    var state = seed
    func below(_ count: Int) -> Int {
      state = state &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
      return Int((state >> 33) % UInt64(count))
    }
    let days = RegisterField.days.lowerBound.number...RegisterField.days.upperBound.number
    let months = RegisterField.months.lowerBound.number
    var columns = Samples.all.fields.map { field in
      (0..<200).map { _ -> Int32 in
        if field.isOptional, below(3) == 0 { return RegisterRecords.missing }
        return switch field.kind {
        case .person: Int32(1 + below(Int(Int32.max)))
        case .code(_, let codes): Int32(below(codes.count))
        case .day: days.lowerBound + Int32(below(days.count))
        case .month: months + Int32(below(201 * 12))
        case .number(_, let range): range.lowerBound + Int32(below(range.count))
        case .flag: Int32(below(2))
        }
      }
    }
    for row in columns[2].indices where columns[3][row] != RegisterRecords.missing {
      columns[3][row] = max(columns[2][row], columns[3][row])
    }
    let records = RegisterRecords(Samples.all, columns: columns)
    #expect(try read(records) == records)
  }

  @Test func `pieces make the file, in whatever order they are made`() throws {
    let rows = 2 * RegisterWriter.rowsPerPiece + 1
    let records = RegisterRecords(Samples.person, columns: [(0..<rows).map { Int32($0 + 1) }])
    let writer = RegisterWriter(records)
    try #require(writer.pieceCount == 3)
    let last = writer.piece(2)
    #expect(String(decoding: last, as: UTF8.self) == "\(rows)\n")
    #expect(writer.piece(0) + writer.piece(1) + last == writer.bytes())
    #expect(try read(records) == records)
  }
}
