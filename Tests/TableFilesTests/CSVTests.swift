import Publication
import Testing

@testable import TableFiles

@Suite struct CSVTests {
  private func cell(_ text: String) -> TableDocument.Cell {
    let status =
      CellStatus.allCases.first { SymbolProfile.norway.symbol(of: $0) == text } ?? .published
    return TableDocument.Cell(text: text, status: status)
  }

  private func document(
    row: String = "Harstad - Hárstták", cells: [String] = ["1234", ":", ".", "-5.1"]
  ) -> TableDocument {
    TableDocument(
      title: "Recipients by region, sex", unit: "persons",
      stubNames: [Term(code: "region", label: "Region")],
      headingNames: [Term(code: "sex", label: "Sex"), Term(code: "contents", label: "Contents")],
      columns: ["1", "2"].map { code in
        [
          Term(code: code, label: code == "1" ? "Males" : "Females"),
          Term(code: "persons", label: "Persons"),
        ]
      },
      rows: [[Term(code: "5402", label: row)], [Term(code: "9999", label: "Said \"so\"")]],
      cells: cells.map(cell), notes: ["A note, with comma"], source: "Agency", policy: "Rule.",
      symbols: [.suppressed, .notApplicable],
      legend: [": Not for publication", ". Category not applicable"])
  }

  private func csv(
    _ document: TableDocument, _ change: (inout CSVOptions) -> Void = { _ in }
  ) -> String {
    var options = CSVOptions.standard
    change(&options)
    return String(decoding: document.csv(options), as: UTF8.self)
  }

  @Test func `a view is written as it is shown`() {
    #expect(
      csv(document()) == """
        Region,Males,Females\r
        Harstad - Hárstták,1234,:\r
        "Said ""so""\",.,-5.1\r

        """)
    #expect(
      csv(document()) { $0.terms = .codes } == """
        region,1,2\r
        5402,1234,:\r
        9999,.,-5.1\r

        """)
    #expect(
      csv(document()) {
        $0.terms = .both
        $0.separator = .semicolon
        $0.usesDecimalComma = true
      } == """
        region;Region;1 Males;2 Females\r
        5402;Harstad - Hárstták;1234;:\r
        9999;"Said ""so""\";.;-5,1\r

        """)
  }

  @Test func `nil is its symbol where figures stand, and a number beside a status`() {
    let nothing = TableDocument.Cell(text: "-", status: .published, isNil: true)
    let plain = document()
    let sample = TableDocument(
      title: plain.title, unit: plain.unit, stubNames: plain.stubNames,
      headingNames: plain.headingNames, columns: plain.columns, rows: plain.rows,
      cells: [nothing, cell("0"), cell(".."), cell("...")], notes: [], source: "", policy: "",
      symbols: [], legend: [])
    let lines = csv(sample).split(separator: "\r\n")
    #expect(lines[1].hasSuffix(",-,0") && lines[2].hasSuffix(",..,..."))
    let long = csv(sample) { $0.layout = .long(statusColumn: true) }.split(separator: "\r\n")
    #expect(
      zip(long.dropFirst(), [",0,nil", ",0,published", ",,missing", ",,not-yet"])
        .allSatisfy { $0.hasSuffix($1) })
    #expect(
      csv(sample) { $0.layout = .long(statusColumn: false) }.split(separator: "\r\n")[1]
        .hasSuffix(",-"))
  }

  @Test func `with a status column nothing is lost and symbols are not values`() {
    #expect(
      csv(document()) {
        $0.layout = .long(statusColumn: true)
        $0.terms = .codes
      } == """
        region,sex,contents,value,status\r
        5402,1,persons,1234,published\r
        5402,2,persons,,suppressed\r
        9999,1,persons,,not-applicable\r
        9999,2,persons,-5.1,published\r

        """)
    let long = csv(document()) { $0.layout = .long(statusColumn: false) }
    #expect(
      long.hasPrefix("Region,Sex,Contents,value\r\nHarstad - Hárstták,Males,Persons,1234\r\n"))
    #expect(long.contains("Females,Persons,:\r\n"))
  }

  @Test func `title and notes stand around the table when asked for`() {
    let text = csv(document()) { options in
      options.hasTitle = true
      options.hasNotes = true
      options.hasByteOrderMark = true
    }
    #expect(text.hasPrefix("\u{FEFF}\"Recipients by region, sex\"\r\n\r\nRegion,"))
    #expect(
      text.hasSuffix(
        """
        -5.1\r
        \r
        persons\r
        : Not for publication\r
        . Category not applicable\r
        "A note, with comma"\r
        Agency\r
        Rule.\r

        """))
  }

  @Test func `measures side by side are named`() {
    let columns = ["persons", "percent"].map { id in
      [Term(code: "0", label: "Both sexes"), Term(code: id, label: id.capitalizedFirst)]
    }
    let sample = document()
    let document = TableDocument(
      title: "", unit: "", stubNames: sample.stubNames, headingNames: sample.headingNames,
      columns: columns, rows: sample.rows, cells: sample.cells, notes: [], source: "", policy: "",
      symbols: [], legend: [])
    #expect(csv(document).hasPrefix("Region,Both sexes Persons,Both sexes Percent\r\n"))
    let alone = TableDocument(
      title: "", unit: "", stubNames: sample.stubNames, headingNames: [sample.headingNames[1]],
      columns: [[columns[0][1]]], rows: sample.rows, cells: Array(sample.cells.prefix(2)),
      notes: [], source: "", policy: "", symbols: [], legend: [])
    #expect(csv(alone).hasPrefix("Region,Persons\r\n"))
  }

  @Test func `a text that a spreadsheet would compute is guarded, figures never`() {
    for dangerous in ["=1+1", "+SUM(A1)", "-cmd", "@x", "\tx", "--5", "-", "-1-2", "=\"x\",1"] {
      let line = parse(csv(document(row: dangerous)))[1]
      #expect(line == ["'" + dangerous, "1234", ":"])
      let bare = parse(csv(document(row: dangerous)) { $0.guardsFormulas = false })
      #expect(bare[1][0] == dangerous)
    }
    for harmless in ["-5", "+3.5", "-5,1", "A=1", "5-9", "", "Å"] {
      #expect(parse(csv(document(row: harmless)))[1][0] == harmless)
    }
    #expect(
      parse(csv(document(cells: ["-5", "-0.1", ":", ".."])))[1] == [
        "Harstad - Hárstták", "-5", "-0.1",
      ])
  }

  @Test func `whatever a text holds, a reader gets it back`() {
    let pieces = ["\"", ",", ";", "\t", "\r", "\n", "a", " ", "á"]
    for first in pieces {
      for second in pieces {
        for third in pieces {
          let text = "x" + first + second + third
          for separator in CSVOptions.Separator.allCases {
            let written = csv(document(row: text)) { $0.separator = separator }
            let mark = Character(Unicode.Scalar(separator.rawValue))
            guard parse(written, separator: mark)[1] == [text, "1234", ":"] else {
              Issue.record("\(text.debugDescription) with \(separator)")
              continue
            }
          }
        }
      }
    }
  }

  /// A reader of RFC 4180 by scalars, written without looking at the writer.
  private func parse(_ text: String, separator: Character = ",") -> [[String]] {
    var lines: [[String]] = [[""]]
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      let field = (lines.count - 1, lines[lines.count - 1].count - 1)
      if isQuoted {
        if scalar == "\"", scalars.first == "\"" {
          scalars.removeFirst()
          lines[field.0][field.1] += "\""
        } else if scalar == "\"" {
          isQuoted = false
        } else {
          lines[field.0][field.1].unicodeScalars.append(scalar)
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if Character(scalar) == separator {
        lines[field.0].append("")
      } else if scalar == "\r", scalars.first == "\n" {
        scalars.removeFirst()
        lines.append([""])
      } else {
        lines[field.0][field.1].unicodeScalars.append(scalar)
      }
    }
    return lines
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
