import Classifications
import Publication
import TestSupport
import Testing

@testable import TableViews

@Suite struct TableViewTests {
  @Test func `the opening view shows the release's figures`() throws {
    let view = try sampleView()
    #expect(view.title == "Recipients of sample allowance by region and sex, 2022")
    #expect(view.stubNames == ["Region"])
    #expect(view.headingNames == ["Sex"])
    #expect(view.columns.map(\.texts) == [["Both sexes"], ["Males"], ["Females"]])
    #expect(view.columns.map(\.measure) == [0, 0, 0])
    #expect(view.rows.map(\.texts).prefix(3) == [["Norway"], ["Oslo"], ["Agder"]])
    #expect(view.rows.map(\.indents) == [[0], [1], [1], [1], [1]])
    #expect(view.filterTexts.isEmpty)
    #expect(view.symbols.isEmpty)
    #expect(view.shownCount == 15 && view.hiddenCount == 0)
    let matrix = SampleStatistic.release.matrices[0]
    for (row, line) in view.rows.enumerated() {
      for (column, heading) in view.columns.enumerated() {
        let figure = matrix.figure(at: line.categories + heading.categories)
        #expect(view[row, column].text == figure.value.map(String.init))
      }
    }
  }

  @Test func `hidden figures are told as hidden and counted`() throws {
    let view = try sampleView { try $0.drill(into: 3, of: 0) }
    #expect(view.rows.map { $0.texts[0] } == ["Agder", "Risør", "Kristiansand", "Iveland"])
    #expect(
      view.cells.map(\.text).suffix(6).map { $0 == ":" } == [false, true, true, false, true, true])
    #expect(view.symbols == [.suppressed])
    #expect(view.hiddenCount == 4 && view.shownCount == 8)
    #expect(
      view.hiddenInRelease == SampleStatistic.release.matrices.reduce(0) { $0 + $1.suppressedCount }
    )
  }

  @Test(arguments: PercentBase.allCases)
  func `per cent of a base is told only where figure and base are published`(
    base: PercentBase
  ) throws {
    for category in [0, 3, 7] {
      let counts = try sampleView { state in
        try state.select(.branch(category), of: 0)
      }
      let view = try sampleView { state in
        try state.select(.branch(category), of: 0)
        try state.show(percent: base)
      }
      #expect(view.rows == counts.rows)
      for row in view.rows.indices {
        for column in view.columns.indices {
          let figure = counts[row, column]
          let whole: ViewCell
          switch base {
          case .none:
            #expect(view[row, column] == figure)
            continue
          case .column: whole = counts[0, column]
          case .row: whole = counts[row, 0]
          case .total: whole = counts[0, 0]
          case .parent:
            let above = try sampleView { try $0.select(.single(0), of: 0) }
            whole = row == 0 ? above[0, column] : counts[0, column]
          case .population: whole = population(counts.rows[row], counts.columns[column])
          }
          check(view[row, column], is: figure, inPercentOf: whole)
        }
      }
    }
  }

  private func population(_ row: ViewLine, _ column: ViewLine) -> ViewCell {
    let matrix = SampleStatistic.release.matrices[3]
    let figure = matrix.figure(at: row.categories + column.categories + [0])
    return ViewCell(scaled: figure.value ?? -1, decimals: 0)
  }

  private func check(_ cell: ViewCell, is figure: ViewCell, inPercentOf whole: ViewCell) {
    guard figure.status == .published, whole.status == .published else {
      #expect(cell.status == .suppressed && cell.value == nil && cell.scaled == 0)
      return
    }
    guard whole.scaled != 0 else {
      #expect(cell == ViewCell(symbol: .notApplicable, of: .norway))
      return
    }
    // One decimal: |tenths · whole − 1000 · figure| is at most half of the whole.
    let distance = abs(cell.scaled * whole.scaled - 1000 * figure.scaled)
    #expect(cell.decimals == 1 && 2 * distance <= whole.scaled)
  }

  @Test func `parts of several values a person are per cent of persons`() throws {
    let view = try sampleView(SampleStatistic.initiativeTable)
    #expect(
      view.columns.map(\.texts).prefix(2) == [
        ["Both sexes", "Persons"], ["Both sexes", "Per cent"],
      ])
    #expect(view.cells.prefix(2).map(\.text) == ["451", "100.0"])
    #expect(view.rows.indices.map { view[$0, 1].text } == ["100.0", "96.7", "35.9", "1.1"])
    let filtered = try sampleView(SampleStatistic.initiativeTable) { state in
      try state.move(1, to: .stub, at: nil)
      try state.move(0, to: .filter, at: nil)
      try state.select(.single(2), of: 0)
    }
    #expect(filtered.columns.map(\.texts) == [["Persons"], ["Per cent"]])
    #expect(filtered.cells.map(\.text) == ["162", "35.9", "98", "46.4", "64", "26.7"])
    #expect(filtered.filterTexts == ["Initiative: Work practice"])
  }

  @Test func `nothing in per cent of nothing cannot occur`() throws {
    let view = try sampleView { state in
      try state.drill(into: 3, of: 0)
      try state.show(percent: .row)
    }
    #expect(view[1, 0] == ViewCell(symbol: .notApplicable, of: .norway))
    #expect(view.symbols == [.suppressed, .notApplicable])
  }

  @Test func `statuses meet as the rule for percentages says`() {
    let statuses =
      [Figure.count(5), .count(0)] + [.suppressed, .notApplicable, .missing].map(Figure.symbol)
    for figure in statuses {
      for whole in statuses {
        let cell = CellOperands(part: figure, whole: whole, otherPart: nil, otherWhole: nil)
          .cell(as: .none, decimals: 1, symbols: .norway)
        let expected: CellStatus =
          if figure.status == .notApplicable {
            .notApplicable
          } else if figure.status == .suppressed || whole.status == .suppressed {
            .suppressed
          } else if figure.status == .missing {
            .missing
          } else if whole.status != .published {
            whole.status
          } else {
            whole == .count(0) ? .notApplicable : .published
          }
        #expect(cell.status == expected, "\(figure) of \(whole)")
      }
    }
  }

  @Test func `labels, codes or both, in two languages`() throws {
    var view = try sampleView { $0.cycleLabelStyle() }
    #expect(view.rows[3].texts == ["54"])
    view = try sampleView { $0.show(labels: .both) }
    #expect(view.rows[3].texts == ["54 Troms og Finnmark - Romsa ja Finnmárku"])
    view = try sampleView { $0.cycleLanguage() }
    #expect(view.title == "Mottakarar av prøvepengar etter region og kjønn, 2022")
    #expect(view.columns[2].texts == ["Kvinner"])
    #expect(
      view.state.legend(of: [.suppressed], hasNil: false) == [": Tall kan ikke offentliggjøres"])
  }

  @Test func `indents count the values shown above`() throws {
    var view = try sampleView { try $0.select(.level(2), of: 0) }
    #expect(view.rows.map { $0.indents[0] } == [0] + Array(repeating: 1, count: 8))
    view = try sampleView { try $0.select(.chosen([5, 2, 3, 2]), of: 0) }
    #expect(view.rows.map(\.categories) == [[2], [3], [5]])
    #expect(view.rows.map { $0.indents[0] } == [0, 0, 1])
  }

  @Test func `how figures come about is said in words`() throws {
    func text(_ percent: PercentBase, _ measures: [Int] = [0]) throws -> String {
      try sampleView { state in
        try state.drill(into: 3, of: 0)
        try state.show(measures: measures)
        try state.show(percent: percent)
      }.figureText
    }
    #expect(
      try text(.none, [0, 1]) == """
        Per cent of the population = 100 × recipients / population of the same group
        """)
    #expect(try text(.column) == "Persons in per cent of the column's total (Agder)")
    #expect(try text(.row) == "Persons in per cent of the row's total (Both sexes)")
    #expect(try text(.total) == "Persons in per cent of the table's total (Agder, Both sexes)")
    #expect(
      try sampleView(SampleStatistic.initiativeTable).figureText
        == "Per cent = 100 × participants / participants of “All participants”"
    )
  }

  @Test(arguments: 0..<40) func `every count is the one that the release has`(seed: Int) throws {
    var walk = ViewWalk(SampleStatistic.regionTable, seed: 5000 + UInt64(seed))
    var failures: [String] = []
    for _ in 0..<40 {
      _ = walk.step()
      let state = walk.state
      guard let answer = try? SampleStatistic.release.answer(state.query) else { continue }
      let view = TableView(state: state, answer: answer)
      #expect(view.cells.count == view.rows.count * view.columns.count)
      #expect(view.shownCount + view.hiddenCount <= view.cells.count)
      for (index, cell) in view.cells.enumerated() {
        let (row, column) = index.quotientAndRemainder(dividingBy: view.columns.count)
        var cellOf: [CategoryIndex?] = state.table.dimensions.map { _ in nil }
        for (place, category) in zip(state.stub, view.rows[row].categories) {
          cellOf[place] = category
        }
        for (place, category) in zip(state.heading, view.columns[column].categories) {
          cellOf[place] = category
        }
        for place in state.filter { cellOf[place] = state.top(of: place) }
        let figure = try naive(answer, at: cellOf)
        let isCount =
          state.percent == .none && view.columns[column].measure == 0
          && view.columns[column].derivation == nil
        if isCount {
          let text = figure.value.map(String.init) ?? SymbolProfile.norway.symbol(of: figure.status)
          if cell.text != text { failures.append("\(cellOf) is \(cell.text), not \(text ?? "")") }
        } else if figure.status == .suppressed, cell.status != .suppressed {
          failures.append("\(cellOf) tells of a hidden figure")
        }
      }
    }
    #expect(failures.isEmpty)
  }

  private func naive(_ answer: TableAnswer, at categories: [CategoryIndex?]) throws -> Figure {
    var index = 0
    for (axis, category) in zip(answer.query.axes, categories) {
      guard let position = axis.firstIndex(where: { $0 == category }) else { throw NotAnswered() }
      index = index * axis.count + position
    }
    return answer.figures[0][index]
  }
}

/// A category of a view that its answer does not have.
private struct NotAnswered: Error {}
