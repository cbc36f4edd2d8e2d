import Classifications
import Publication
import TestSupport
import Testing

@testable import TableViews

/// Views as text for the clipboard.
@Suite struct CopyTests {
  @Test func `TSV is the table alone, with plain numbers and the symbols of hidden cells`() throws {
    let view = try sampleView { try $0.drill(into: 3, of: 0) }
    #expect(
      view.copyText(rows: 0..<4, as: .tabSeparated) == """
        Region\tBoth sexes\tMales\tFemales
        Agder\t337\t168\t169
        Risør\t0\t0\t0
        Kristiansand\t325\t:\t:
        Iveland\t12\t:\t:

        """)
  }

  @Test func `a row comes with the headings`() throws {
    var view = try sampleView()
    #expect(
      view.copyText(rows: 0..<1, as: .tabSeparated)
        == "Region\tBoth sexes\tMales\tFemales\nNorway\t3551\t1777\t1774\n")
    view = try sampleView { $0.cycleLabelStyle() }
    #expect(view.copyText(rows: 0..<1, as: .tabSeparated).hasPrefix("Region\t0\t1\t2\n0\t3551\t"))
  }

  @Test func `Markdown has title, symbols and source around the table`() throws {
    let view = try sampleView { try $0.drill(into: 3, of: 0) }
    #expect(
      view.copyText(rows: 2..<3, as: .markdown) == """
        **Recipients of sample allowance by region and sex, 2022**

        Persons: number of persons; synthetic data

        | Region | Both sexes | Males | Females |
        | --- | ---: | ---: | ---: |
        | Kristiansand | 325 | : | : |

        \\: Not for publication

        Source: Sample Agency: Sample register, read 2026

        """)
    let thousands = try sampleView().copyText(rows: 0..<1, as: .markdown)
    #expect(thousands.contains("| Norway | 3 551 | 1 777 | 1 774 |"))
  }

  @Test func `labels that an editor would obey are shown instead`() throws {
    let wicked = "=1+1|`*_[x](y)<b>\u{1B}[2J\u{7}\t\n\u{202E}\u{2028}\u{9B}31m&~$\\"
    let view = try sampleView(SampleStatistic.regionTable) { _ in }.relabelled(row: wicked)
    for form in CopyForm.allCases {
      let text = view.copyText(rows: 0..<1, as: form)
      let kept: Set<Unicode.Scalar> = form == .markdown ? ["\n"] : ["\n", "\t"]
      for scalar in text.unicodeScalars where !kept.contains(scalar) {
        #expect(scalar.properties.generalCategory != .control)
        #expect(!scalar.properties.isBidiControl)
      }
    }
    let lines = view.copyText(rows: 0..<1, as: .markdown).split(separator: "\n")
    let row = try #require(lines.first { $0.contains("1+1") })
    #expect(
      row.hasPrefix(#"| =1+1\|\`\*\_\[x\](y)\<b\> \[2J     31m\&\~\$\\ | "#), "\(row)")
  }

  @Test(arguments: ["=", "+", "-", "@", "\""])
  func `no label begins a formula or a quotation`(sign: String) throws {
    let view = try sampleView().renamed(stub: sign + "x")
    #expect(view.copyText(rows: 0..<1, as: .tabSeparated).hasPrefix("'\(sign)x\tBoth sexes"))
  }

  @Test(arguments: [
    ("2019. Break", "2019\\. Break"), ("- Nil", "\\- Nil"), ("# one", "\\# one"),
    ("1) a", "1\\) a"), ("12 or more", "12 or more"),
  ])
  func `a line of Markdown is a paragraph`(said: String, written: String) throws {
    let text = try sampleView().explained(by: said).copyText(rows: 0..<1, as: .markdown)
    #expect(text.contains("\n\n\(written)\n\n"), "\(text)")
  }
}

extension TableView {
  /// The view with other words in it.
  private func changed(
    stubNames: [String]? = nil, rows: [ViewLine]? = nil, legend: [String]? = nil
  ) -> TableView {
    TableView(
      state: state, title: title, filterTexts: filterTexts, stubNames: stubNames ?? self.stubNames,
      headingNames: headingNames, rows: rows ?? self.rows, columns: columns, cells: cells,
      symbols: symbols, hasNil: hasNil, legend: legend ?? self.legend, shownCount: shownCount,
      hiddenCount: hiddenCount, emptyRowCount: emptyRowCount,
      leftOutRowCount: leftOutRowCount, figureText: figureText,
      hiddenInRelease: hiddenInRelease, cellsInRelease: cellsInRelease, answer: answer)
  }

  fileprivate func relabelled(row text: String) -> TableView {
    let row = ViewLine(
      categories: rows[0].categories, measure: nil, texts: [text], indents: [0])
    return changed(stubNames: [text], rows: [row])
  }

  fileprivate func renamed(stub text: String) -> TableView { changed(stubNames: [text]) }

  fileprivate func explained(by text: String) -> TableView { changed(legend: [text]) }
}
