import Classifications
import Publication
import TestSupport
import Testing

@testable import TableViews

@Suite struct PlainTextTests {
  @Test func `a table is drawn with its symbols, notes and source`() throws {
    let view = try sampleView { try $0.drill(into: 3, of: 0) }
    #expect(
      view.plainText(width: nil) == """
        Recipients of sample allowance by region and sex, 2022
        Persons: number of persons; synthetic data

        Region          Both sexes  Males  Females
        ------------------------------------------
        Agder                  337    168      169
          Risør                  0      0        0
          Kristiansand         325      :        :
          Iveland               12      :        :

        : Not for publication
        Residents 31 December.
        Figures are drawn, not real.
        Source: Sample Agency: Sample register, read 2026
        Confidentiality: Figures are not shown where there are fewer than four units. Some \
        further figures are hidden so that no small figure can be worked out.

        """)
  }

  @Test func `labels are not repeated and long headings broken`() throws {
    let view = try sampleView { state in
      try state.move(1, to: .stub, at: nil)
      try state.select(.chosen([0, 1]), of: 0)
      try state.select(.chosen([1, 2]), of: 1)
      try state.show(measures: [0, 1])
      try state.move(2, to: .heading, at: nil)
      try state.select(.chosen([1, 2]), of: 2)
    }
    let table = view.plainText(width: 80)
      .split(separator: "\n", omittingEmptySubsequences: false).drop { !$0.isEmpty }
      .dropFirst().prefix(9)
    #expect(
      table.joined(separator: "\n") == """
                         18-24 years           25-34 years
                                  Per cent of           Per cent of
                                          the                   the
        Region  Sex      Persons   population  Persons   population
        -----------------------------------------------------------
        Norway  Males        397          4.3      593          5.7
                Females      400          4.2      592          5.6
          Oslo  Males        283          4.6      425          6.2
                Females      282          4.5      424          6.1
        """)
  }

  @Test func `a wide table is broken into panels`() throws {
    let view = try sampleView { state in
      try state.move(2, to: .heading, at: nil)
      try state.move(3, to: .heading, at: nil)
      try state.select(.chosen([0, 1]), of: 0)
    }
    let whole = view.plainText(width: nil)
    for width in [0, 30, 47, 80, 200, 5000] {
      let lines = view.plainText(width: width).split(
        separator: "\n", omittingEmptySubsequences: false)
      let headings = lines.filter { $0.hasPrefix("Region") }
      // Every column stands in one panel.
      let names = headings.flatMap { $0.split(separator: " ") }.filter { $0 == "None" }
      #expect(names.count == view.columns.filter { $0.texts.last == "None" }.count)
      let words = Set(lines.flatMap { $0.split(separator: "  ") }.map { String($0).trimmed })
      #expect(words.isSuperset(of: view.cells.map(\.grouped)))
      if width >= 47 {
        let body = lines.dropFirst(3).prefix { !$0.hasPrefix(". Category") }
        #expect(body.allSatisfy { $0.count <= width })
      }
      if width == 5000 {
        #expect(headings.count == 1)
        #expect(whole.split(separator: "\n").contains { $0.hasPrefix("Norway") })
      }
    }
  }

  @Test func `the width of a text is what the caller says`() throws {
    let view = try sampleView { try $0.select(.chosen([1, 2]), of: 0) }
    let wide = view.plainText(width: nil) { 2 * $0.count }
    #expect(wide.contains("\nRegion" + String(repeating: " ", count: 12 + 2)))
  }

  @Test func `no rows are no table`() throws {
    let view = try sampleView()
    let empty = TableView(
      state: view.state, title: "T", filterTexts: [], stubNames: ["Region"], headingNames: [],
      rows: [], columns: view.columns, cells: [], symbols: [], hasNil: false, legend: [],
      shownCount: 0,
      hiddenCount: 0,
      emptyRowCount: 3, leftOutRowCount: 0, figureText: "F", hiddenInRelease: 0, cellsInRelease: 0)
    #expect(
      empty.plainText(width: 80).hasPrefix(
        "T\nF; synthetic data\n\nNo rows to show.\n\n3 rows with nothing but 0"))
  }
}
