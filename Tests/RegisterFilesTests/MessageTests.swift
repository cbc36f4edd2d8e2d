import DelimitedText
import Registers
import Testing

@testable import RegisterFiles

/// What is said about files and rows that are wrong, to the letter: place, reason, shape of the
/// field and way out.
@Suite struct MessageTests {
  static let header = "person,letter,day,until,month,amount,flag\n"
  static let right = "1,a,2022-01-31,,2022-01,5,1\n"
  static let leaveOut = "or leave such rows out with --on-error skip."

  /// A row that is wrong and what is said after the file and line.
  struct Case: Sendable {
    let row: [UInt8]
    let message: String

    init(_ row: String, _ message: String) { self.init(Array(row.utf8), message) }
    init(_ row: [UInt8], _ message: String) {
      self.row = row
      self.message = message
    }
  }

  private static let rows = [
    Case(
      "1,a",
      """
      1: the line has fewer fields than the 7 columns.
        3 | 2 fields
        A field with a comma in it must stand in quotes. Correct the row, \(leaveOut)
      """),
    Case(
      "1,a,2022-01-31,,2022-01,5,1,",
      """
      1: the line has more fields than the 7 columns.
        3 | 8 fields
        A field with a comma in it must stand in quotes. Correct the row, \(leaveOut)
      """),
    Case(
      "1,\"a,2022-01-31,,2022-01,5,1",
      """
      3: the line has a quote that is not closed before the line ends.
        3 | (not shown)
        Quotes enclose a whole field; within it each is written twice. Correct the row, \(leaveOut)
      """),
    Case(
      "1,\"a\"b,2022-01-31,,2022-01,5,1",
      """
      6: the line has text after a closing quote.
        3 | (not shown)
        Quotes enclose a whole field; within it each is written twice. Correct the row, \(leaveOut)
      """),
    Case(
      "1,a\"b,2022-01-31,,2022-01,5,1",
      """
      4: the line has a quote inside a field that does not begin with one.
        3 | (not shown)
        Quotes enclose a whole field; within it each is written twice. Correct the row, \(leaveOut)
      """),
    Case(
      [UInt8]("1,".utf8) + [0xE5] + [UInt8](",2022-01-31,,2022-01,5,1".utf8),
      """
      3: the line is not UTF-8 text.
        3 | (not shown)
        Save the file as UTF-8, \(leaveOut)
      """),
    Case(
      "1,a\0,2022-01-31,,2022-01,5,1",
      """
      3: letter holds a NUL byte.
        3 | letter = a?   (a or A stands for any letter)
        Remove the byte, \(leaveOut)
      """),
    Case(
      "1,,2022-01-31,,2022-01,5,1",
      """
      3: letter is empty, which it may not be.
        3 | letter = (empty)
        Fill it in, \(leaveOut)
      """),
    Case(
      ",a,2022-01-31,,2022-01,5,1",
      """
      1: person is empty, which it may not be.
        3 | person = (empty)
        Fill it in, \(leaveOut)
      """),
    Case(
      "010203 12345,a,2022-01-31,,2022-01,5,1",
      """
      1: person is not a person's number.
        3 | person = (12 characters)
        Expected a whole number from 1 to 2147483647. Correct the row, \(leaveOut)
      """),
    Case(
      "0,a,2022-01-31,,2022-01,5,1",
      """
      1: person is not a person's number.
        3 | person = (1 character)
        Expected a whole number from 1 to 2147483647. Correct the row, \(leaveOut)
      """),
    Case(
      "1,A,2022-01-31,,2022-01,5,1",
      """
      3: letter is not a code of the list letters.
        3 | letter = A   (a or A stands for any letter)
        Did you mean a?
        registers.md lists the codes. Correct the row, \(leaveOut)
      """),
    Case(
      "1,01020312345,2022-01-31,,2022-01,5,1",
      """
      3: letter is not a code of the list letters.
        3 | letter = 99999999999   (9 stands for any digit)
        registers.md lists the codes. Correct the row, \(leaveOut)
      """),
    Case(
      "1,a,31.01.2022,,2022-01,5,1",
      """
      5: day is not written as a day.
        3 | day = 99.99.9999   (9 stands for any digit)
        Expected a day such as 2022-12-31. Correct the row, \(leaveOut)
      """),
    Case(
      "1,\"a,1\",2022-01-31,2022-02-29,2022-01,5,1",
      """
      20: until is a day that the calendar does not have.
        3 | until = 9999-99-99   (9 stands for any digit)
        Expected a day such as 2022-12-31. Correct the row, \(leaveOut)
      """),
    Case(
      "1,å,2022-01-31,,jan 2022,5,1",
      """
      17: month is not written as a month.
        3 | month = aaa 9999   (9 stands for any digit, a or A stands for any letter)
        Expected a month such as 2022-12. Correct the row, \(leaveOut)
      """),
    Case(
      "1,a,2022-01-31,,2022-13,5,1",
      """
      17: month is a month that a year does not have.
        3 | month = 9999-99   (9 stands for any digit)
        Expected a month such as 2022-12. Correct the row, \(leaveOut)
      """),
    Case(
      "1,a,2022-01-31,,2022-01,12½ kr,1",
      """
      25: amount is not a whole number.
        3 | amount = 99? aa   (9 stands for any digit, a or A stands for any letter)
        Expected digits, with a minus in front or not. Correct the row, \(leaveOut)
      """),
    Case(
      "1,a,2022-01-31,,2022-01,1234567890123456789012,1",
      """
      25: amount is a number that is too large or too small.
        3 | amount = 99999999999999999999… (22 characters)   (9 stands for any digit)
        Expected a number from -100 to 2000000. Correct the row, \(leaveOut)
      """),
    Case(
      "1,a,2022-01-31,,2022-01,-101,1",
      """
      25: amount is a number that is too large or too small.
        3 | amount = -999   (9 stands for any digit)
        Expected a number from -100 to 2000000. Correct the row, \(leaveOut)
      """),
    Case(
      "1,a,1899-12-31,,2022-01,5,1",
      """
      5: day is a day outside of 1900 to 2100.
        3 | day = 9999-99-99   (9 stands for any digit)
        Expected a day from 1900-01-01 to 2100-12-31. Correct the row, \(leaveOut)
      """),
    Case(
      "1,a,2022-01-31,,2101-01,5,1",
      """
      17: month is a month outside of 1900 to 2100.
        3 | month = 9999-99   (9 stands for any digit)
        Expected a month from 1900-01 to 2100-12. Correct the row, \(leaveOut)
      """),
    Case(
      "1,\"a,1\",2022-01-31,2022-01-30,2022-01,5,1",
      """
      20: until is before day.
        3 | until = 9999-99-99   (9 stands for any digit)
        Expected none before day. Correct the row, \(leaveOut)
      """),
    Case(
      "1,a,2022-01-31,,2022-01,5,yes",
      """
      27: flag is neither 0 nor 1.
        3 | flag = aaa   (a or A stands for any letter)
        Expected 0 or 1. Correct the row, \(leaveOut)
      """),
  ]

  @Test(arguments: rows) func `each kind of bad row is told with its place`(wrong: Case) throws {
    let bytes =
      [UInt8]((Self.header + Self.right).utf8) + wrong.row + [UInt8]("\n\(Self.right)".utf8)
    for blockBytes in [7, 1 << 20] {
      let error = #expect(throws: RegisterFileError.self) {
        try RegisterReader(Samples.all, onError: .stop, lanes: 1, blockBytes: blockBytes)
          .read(bytes, file: "d/all.csv")
      }
      #expect(error?.message == "d/all.csv:3:\(wrong.message)")
      #expect(error?.concernsRow == true)
      let reading = try RegisterReader(Samples.all, onError: .skip, lanes: 1)
        .read(bytes, file: "d/all.csv")
      #expect(reading.records.rowCount == 2)
      #expect(reading.report.problems.flatMap(\.examples) == error.map { [$0] })
    }
  }

  private static let headers = [
    Case(
      "",
      """
      d/all.csv: the file is empty: not even the header is there.
        Begin the file with a line of the names of its columns; registers.md lists them.
      """),
    Case(
      "\r\n\n\r",
      """
      d/all.csv: the file is empty: not even the header is there.
        Begin the file with a line of the names of its columns; registers.md lists them.
      """),
    Case(
      right,
      """
      d/all.csv:1:1: the first line names no column of this register.
        Begin the file with a line of the names of its columns; registers.md lists them.
      """),
    Case(
      "person;letter;day\n1;a;2022-01-01\n",
      """
      d/all.csv:1:1: the columns are not set apart by commas.
        Save it with commas between the columns.
      """),
    Case(
      "\nperson,letter,day,until,month,amount\n",
      """
      d/all.csv:2:1: the header lacks the column flag.
        Add to the file what is missing; registers.md says what it holds.
      """),
    Case(
      "flag,person,letter,until,month",
      """
      d/all.csv:1:1: the header lacks the columns day, amount.
        Add to the file what is missing; registers.md says what it holds.
      """),
    Case(
      "person,Leter,day,until,month,amount,flag\n",
      """
      d/all.csv:1:8: the header names a column that this register does not have.
        column 2
        Did you mean letter?
        Remove the column or correct its name; registers.md lists the names.
      """),
    Case(
      "\u{FEFF}person,letter,day,until,month,amount,flag,01020312345\n",
      """
      d/all.csv:1:43: the header names a column that this register does not have.
        column 8
        Remove the column or correct its name; registers.md lists the names.
      """),
    Case(
      "person,letter,person,until,month,amount,flag\n",
      """
      d/all.csv:1:15: the header names person twice.
        Remove one of the two columns.
      """),
    Case(
      "person,\"letter,day\n",
      """
      d/all.csv:1:8: the header has a quote that is not closed before the line ends.
        Correct the header; column names need no quotes.
      """),
    Case(
      [0xFF, 0x0A],
      """
      d/all.csv:1:1: the header is not UTF-8 text.
        Save the file as UTF-8.
      """),
  ]

  @Test(arguments: headers, BadRowPolicy.allCases)
  func `each kind of bad header ends the reading`(wrong: Case, policy: BadRowPolicy) {
    let error = #expect(throws: RegisterFileError.self) {
      try RegisterReader(Samples.all, onError: policy, lanes: 1)
        .read(wrong.row, file: "d/all.csv")
    }
    #expect(error?.message == wrong.message)
    #expect(error?.concernsRow == false)
  }

  @Test func `what the system refuses is said with a way out`() {
    let messages = [
      RegisterFileError.Kind.missingFile, .isFolder, .notRegular, .notAllowed,
      .unreadable(errno: 5),
    ].map { RegisterFileError(file: "d/all.csv", kind: $0).message }
    #expect(
      messages == [
        """
        d/all.csv: there is no such file.
          Name the folder that `prikk synthesize` wrote, or put the file there.
        """,
        """
        d/all.csv: this is a folder, not a file.
          Put a file of that name in its place.
        """,
        """
        d/all.csv: this is not a regular file.
          Put a file of that name in its place.
        """,
        """
        d/all.csv: the file may not be read: permission denied.
          Ask for permission to read it.
        """,
        """
        d/all.csv: the file could not be read (system error 5).
          Look at the disk, and see that no one writes to the file meanwhile.
        """,
      ])
  }

  @Test func `no message repeats what stands in a row`() throws {
    let secrets = ["4711", "4711x", "0815", "Ola Nordmann", "1814-05-17 ", "1814-05"]
    for secret in secrets {
      for place in 0..<7 {
        var fields = Self.right.dropLast().split(separator: ",", omittingEmptySubsequences: false)
          .map(String.init)
        fields[place] = secret
        let bytes = Array((Self.header + fields.joined(separator: ",")).utf8)
        let report = try RegisterReader(Samples.all, onError: .report, lanes: 1)
          .read(bytes, file: "f").report
        let said = report.summary + report.listing
        #expect(!said.contains(secret) && !said.contains("4711") && !said.contains("2022-01-31"))
      }
    }
  }

  @Test func `a code with a digit is not guessed at, for it may be a person's number`() throws {
    let list = RegisterField.Kind.code(list: "list", codes: ["4712", "male"])
    func suggestion(_ text: String) throws -> String? {
      let bytes = Array("c0\n\(text)\n".utf8)
      return try RegisterReader(
        Samples.layout([(list, isOptional: false)]), onError: .skip, lanes: 1
      ).read(bytes, file: "f").report.problems.first?.examples.first?.suggestion
    }
    #expect(try suggestion("4711") == nil)
    #expect(try suggestion("male1") == nil)
    #expect(try suggestion("Mal") == "male")
    #expect(try suggestion("female") == "male")
    #expect(try suggestion("unknown") == nil)
  }
}
