import DelimitedText
import Testing

@Suite struct DelimitedReaderTests {
  private func texts(
    _ text: String, _ format: DelimitedFormat = .commas
  ) throws -> [[String]] {
    try DelimitedReader.records(of: Array(text.utf8), format: format).map(\.texts)
  }

  private func error(_ bytes: [UInt8]) -> DelimitedTextError? {
    do throws(DelimitedTextError) {
      _ = try DelimitedReader.records(of: bytes, format: .commas)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `all three line ends part records, the last one optional`(end: String) throws {
    #expect(try texts("a,b" + end + "c,d" + end) == [["a", "b"], ["c", "d"]])
    #expect(try texts("a,b" + end + "c,d") == [["a", "b"], ["c", "d"]])
  }

  @Test func `an empty text has no records and an empty line has one empty field`() throws {
    #expect(try texts("").isEmpty)
    #expect(try texts("\u{FEFF}").isEmpty)
    #expect(try texts("a\n\nb\n") == [["a"], [""], ["b"]])
    #expect(try texts("a,") == [["a", ""]])
    let blank = try DelimitedReader.records(of: Array("\n\"\"\n".utf8), format: .commas)
    #expect(blank.map(\.isBlank) == [true, false])
  }

  @Test func `quotes keep separators, line ends and quotes`() throws {
    #expect(try texts("\"a,\"\"b\"\"\r\nc\",d") == [["a,\"b\"\r\nc", "d"]])
    #expect(try texts("a;\"b;c\"\n", .semicolons) == [["a", "b;c"]])
    #expect(try texts("a\tb,c\n", .tabs) == [["a", "b,c"]])
  }

  @Test func `a byte order mark is skipped and moves no column`() throws {
    let records = try DelimitedReader.records(
      of: Array("\u{FEFF}kjønn,år\n".utf8), format: .commas)
    #expect(records.flatMap(\.texts) == ["kjønn", "år"])
    #expect(
      records[0].fields.map(\.position) == [
        TextPosition(line: 1, column: 1), TextPosition(line: 1, column: 7),
      ])
  }

  @Test func `places count characters, and line ends within quotes`() throws {
    let records = try DelimitedReader.records(
      of: Array("å,\"x\r\ny\rz\n\",ø\næøå,b".utf8), format: .commas)
    let places = records.flatMap(\.fields).map(\.position)
    #expect(
      places == [
        TextPosition(line: 1, column: 1), TextPosition(line: 1, column: 3),
        TextPosition(line: 4, column: 3), TextPosition(line: 5, column: 1),
        TextPosition(line: 5, column: 5),
      ])
  }

  @Test func `a mistake is told with its kind and place`() {
    func place(_ line: Int, _ column: Int) -> TextPosition {
      TextPosition(line: line, column: column)
    }
    #expect(
      error(Array("a\nø,\"b".utf8))
        == DelimitedTextError(kind: .unterminatedQuote, position: place(2, 3)))
    #expect(
      error(Array("\"a\"b".utf8))
        == DelimitedTextError(kind: .textAfterQuote, position: place(1, 4)))
    #expect(
      error(Array("a\nb,c\"d".utf8))
        == DelimitedTextError(kind: .quoteInPlainField, position: place(2, 4)))
    #expect(
      error([0x61, 0x2C, 0xFF, 0x0A])
        == DelimitedTextError(kind: .notUTF8, position: place(1, 3)))
    #expect(
      error([0x22, 0xC3, 0x22]) == DelimitedTextError(kind: .notUTF8, position: place(1, 1)))
  }
}

@Suite struct DelimitedWriterTests {
  private func written(_ fields: [String]) -> String {
    var writer = DelimitedWriter(format: .commas, lineEnd: .carriageReturnLineFeed)
    writer.write(fields)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `quotes stand only where they must`() {
    #expect(written(["a b", "c;d", "ø"]) == "a b,c;d,ø\r\n")
    #expect(written(["a,b", "c\"d", "e\nf"]) == "\"a,b\",\"c\"\"d\",\"e\nf\"\r\n")
    #expect(written([" a", "b ", ""]) == "\" a\",\"b \",\r\n")
    #expect(written([""]) == "\"\"\r\n")
  }
}

@Suite struct DelimitedTableTests {
  private func table(
    _ text: String, _ columns: [String]
  ) throws(DelimitedTable.Failure) -> [[String]] {
    try DelimitedTable(Array(text.utf8), format: .commas, columns: columns).rows
      .map { $0.map(\.text) }
  }

  private func failure(_ text: String, _ columns: [String]) -> DelimitedTable.Failure? {
    do throws(DelimitedTable.Failure) {
      _ = try table(text, columns)
      return nil
    } catch {
      return error
    }
  }

  @Test func `columns come in the order asked for and blank lines are skipped`() throws {
    #expect(try table("\na,b,c\n1,2,3\n\n4,5,6\n", ["c", "a"]) == [["3", "1"], ["6", "4"]])
  }

  @Test func `a table that lacks something is refused with its place`() {
    #expect(failure("", ["a"])?.kind == .noHeader)
    #expect(failure("a,b\n", ["a", "x"])?.kind == .missingColumn("x"))
    let short = failure("a,b\n1,2\n3\n", ["a"])
    #expect(short?.kind == .fieldCount(found: 1, expected: 2))
    #expect(short?.position == TextPosition(line: 3, column: 1))
    #expect(failure("a\n\"b", ["a"])?.kind == .text(.unterminatedQuote))
  }
}
