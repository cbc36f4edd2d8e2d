import DelimitedText
import Registers
import Testing

@testable import RegisterFiles

/// What becomes of bad rows, and what is said of them at the end.
@Suite struct ReportTests {
  private static let text = """
    c0,c1
    a,1
    b,2
    a,x
    c,3
    å,4

    a,y,z
    """

  private func read(
    _ text: String, _ policy: BadRowPolicy, blockBytes: Int = 1 << 20, lanes: Int = 1
  ) throws(RegisterFileError) -> RegisterReading {
    try RegisterReader(Samples.codeAndNumber, onError: policy, lanes: lanes, blockBytes: blockBytes)
      .read(Array(text.utf8), file: "f")
  }

  @Test func `stop ends at the first bad row of the file, whichever lane finds one first`() {
    for blockBytes in 1...12 {
      for lanes in 1...2 {
        let error = #expect(throws: RegisterFileError.self) {
          try read(Self.text, .stop, blockBytes: blockBytes, lanes: lanes)
        }
        #expect(error?.kind == .unknownCode(list: "letters"))
        #expect(error?.position?.line == 3)
      }
    }
  }

  @Test(arguments: [BadRowPolicy.skip, .report])
  func `skip and report keep the good rows and count the others`(policy: BadRowPolicy) throws {
    for blockBytes in [1, 3, 8, 1 << 20] {
      let reading = try read(Self.text, policy, blockBytes: blockBytes, lanes: 2)
      #expect(reading.records.columns == [[0, 3], [1, 4]])
      #expect(reading.report.rowsRead == 2)
      #expect(reading.report.rowsDropped == 4)
      #expect(
        reading.report.summary == """
          f: 2 rows read, 4 rows dropped.
            2: c0 is not a code of the list letters. Lines 3, 5.
            1: c1 is not a whole number. Line 4.
            1: the line has more fields than the 2 columns. Line 8.
          """)
    }
  }

  @Test func `the summary of a file that is right is one sentence`() throws {
    #expect(try read("c1,c0\n5,a\n", .stop).report.summary == "f: 1 row read.")
    #expect(try read("c1,c0\n5,a\n,1", .skip).report.summary == "f: 2 rows read.")
    #expect(try read("c1,c0", .report).report.summary == "f: 0 rows read.")
    #expect(try read("c1,c0", .report).report.listing == "")
  }

  @Test func `of many rows that are wrong alike, five are shown and the rest counted`() throws {
    let report = try read("c0,c1\n" + String(repeating: "x,1\n", count: 7), .report, blockBytes: 5)
      .report
    #expect(
      report.summary == """
        f: 0 rows read, 7 rows dropped.
          7: c0 is not a code of the list letters. Lines 2, 3, 4, 5, 6 and 2 more.
        """)
    let wayOut =
      "registers.md lists the codes. Correct the row, or leave such rows out with --on-error skip."
    let examples = (2...6).map { line in
      """
      f:\(line):1: c0 is not a code of the list letters.
        \(line) | c0 = a   (a or A stands for any letter)
        \(wayOut)

      """
    }
    #expect(report.listing == examples.joined() + "  … and 2 more like this.\n")
  }
}
