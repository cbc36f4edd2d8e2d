import Canvas
import Classifications
import Publication
import TableViews
import TestSupport
import Testing

@testable import Explorer

/// The cell inspector: published figures around a cell, and nothing of what is hidden.
struct InspectionTests {
  private static func inspection(_ walk: Walk) -> Inspection? {
    if case .text(let text)? = walk.state.dialog { text.inspection } else { nil }
  }

  private static func walk(_ steps: String, _ release: Release = SampleStatistic.release) -> Walk {
    var walk = Walk(source: SampleTableSource(releases: [release]))
    walk.go(steps)
    return walk
  }

  /// The figure of one cell, asked for alone.
  private static func figure(
    _ cell: [CategoryIndex], of state: ViewState, in release: Release
  ) -> String? {
    let query = TableQuery(
      statistic: state.statistic.id, table: state.table.id, axes: cell.map { [$0] })
    guard let answer = try? release.answer(query) else { return nil }
    switch answer.figures[0][0] {
    case .count(let count): return grouped(count)
    case .symbol(let status): return state.statistic.symbols.symbol(of: status)
    }
  }

  /// What a part has to say, every cell of it asked for alone; `nil` for a share.
  static func expected(
    _ relation: CellSurroundings.Relation, _ label: String, _ page: TablePage, _ release: Release
  ) -> String? {
    let state = page.view.state
    var cell = state.table.dimensions.indices.map { state.top(of: $0) }
    let lines = page.view.rows[page.row].categories + page.view.columns[page.column].categories
    for (place, category) in zip(state.stub + state.heading, lines) { cell[place] = category }
    guard let place = cell.indices.first(where: { state.label(of: $0) == label }) else {
      return nil
    }
    let hierarchy = state.dimension(at: place).hierarchy
    let own = cell[place]
    let related: [CategoryIndex]
    switch relation {
    case .share: return nil
    case .above: related = hierarchy.path(to: own).dropLast().reversed()
    case .below: related = hierarchy.children[own]
    case .periods:
      related = [own - 2, own - 1, own, own + 1, own + 2].filter { (1...5).contains($0) }
    }
    var texts: [String] = []
    for category in related {
      cell[place] = category
      guard let figure = figure(cell, of: state, in: release) else {
        return "\(label): \(state.words(.notInThisDetail))"
      }
      texts.append("\(state.name(of: category, at: place)) = \(figure)")
    }
    return "\(label): " + texts.joined(separator: "; ")
  }

  @Test(arguments: [
    "Enter", "Enter Down Down Enter", "Enter p Down Right Enter f Enter type:fem Enter",
    "Enter p Down Down Left Left + Enter", "Down Enter",
  ])
  func `all that stands around any cell is what the release says of each alone`(steps: String) {
    let start = Self.walk(steps)
    guard let page = start.state.page else {
      Issue.record("no table")
      return
    }
    var compared = 0
    for row in page.view.rows.indices {
      for column in page.view.columns.indices {
        var walk = start
        walk.state.page?.moveCursor(row: row, column: column, size: walk.state.size)
        guard let here = walk.state.page, here.view.columns[column].measure == 0 else { continue }
        walk.go("w")
        guard let inspection = Self.inspection(walk) else {
          Issue.record("nothing is shown of row \(row), column \(column)")
          return
        }
        #expect(inspection.next == nil)
        for (part, found) in zip(inspection.surroundings.parts, inspection.found) {
          let wanted = Self.expected(part.relation, part.label, here, SampleStatistic.release)
          guard let wanted else { continue }
          #expect(found == wanted)
          compared += 1
        }
        walk.go("Esc")
        #expect(walk.state.page == here)
      }
    }
    #expect(compared >= page.view.cells.count / 2)
  }

  @Test func `the same cell in the periods around it`() {
    let release = SampleSeries.release
    for column in 0..<5 {
      var walk = Self.walk("Enter", release)
      walk.state.page?.moveCursor(row: 1, column: column, size: walk.state.size)
      guard let here = walk.state.page else { return }
      walk.go("w")
      guard let inspection = Self.inspection(walk),
        let part = inspection.surroundings.parts.firstIndex(where: { $0.relation == .periods })
      else {
        Issue.record("no periods")
        return
      }
      let label = inspection.surroundings.parts[part].label
      #expect(inspection.found[part] == Self.expected(.periods, label, here, release))
    }
  }

  @Test func `shares have both published figures or are hidden`() {
    let shown = Self.inspection(Self.walk("Enter Down Right w"))
    #expect(
      shown?.found.prefix(3) == [
        "per cent of the column: 1 273 / 1 777 × 100 = 71.6",
        "per cent of the row: 1 273 / 2 543 × 100 = 50.1",
        "per cent of the table: 1 273 / 3 551 × 100 = 35.8",
      ])
    let hidden = Self.inspection(Self.walk("Enter Down Down Enter Down Down Right w"))
    #expect(hidden?.explanation.status == .suppressed)
    #expect(
      hidden?.found.prefix(3) == [
        "per cent of the column: :", "per cent of the row: :", "per cent of the table: :",
      ])
  }

  @Test func `Enter on a figure with nothing below looks into the cell`() {
    for (steps, isCell) in [("Enter", true), ("Enter Down", false), ("Enter Tab Right", true)] {
      var walk = Self.walk(steps)
      let view = walk.state.view
      walk.go("Enter")
      #expect((Self.inspection(walk) != nil) == isCell, "\(steps)")
      if isCell { #expect(walk.state.view == view) }
    }
    var clicked = Self.walk("Enter")
    clicked.go("double:4,45")
    #expect(Self.inspection(clicked) != nil)
  }

  @Test func `what comes late is dropped, and nothing else is given up for it`() {
    var walk = Self.walk("Enter Down")
    let state = walk.state
    walk.go("hold w")
    #expect(walk.held.count == 1)
    #expect(walk.screen.text.joined().contains("per cent of the column: …"))
    walk.go("Esc")
    #expect(!walk.state.isWaiting)
    while !walk.held.isEmpty { walk.release() }
    #expect(walk.state.page == state.page)
    #expect(walk.state.dialog == nil)

    // A change on its way comes, whatever is looked at meanwhile.
    walk.go("% w")
    #expect(walk.held.count == 1)
    #expect(Self.inspection(walk)?.isAsking == false)
    walk.release()
    #expect(walk.state.view?.state.percent == .column)
  }

  @Test func `a combination that the release does not hold is said to be so`() {
    let walk = Self.walk("Enter p Down Down Left Left Enter Down Down Down Down Down w")
    let text = walk.screen.text.joined(separator: "\n")
    #expect(Self.inspection(walk)?.next == nil)
    #expect(
      Self.inspection(walk)?.found.contains("Region: not held in this detail") == true, "\(text)")
  }

  @Test func `the national language is that of the whole text`() {
    let inspection = Self.inspection(Self.walk("Enter L Down Right w"))
    let headings = inspection?.parts.map(\.heading) ?? []
    #expect(headings.contains("Andelen"))
    #expect(headings.contains("Hva den er del av"))
    #expect(inspection?.facts.first?.hasPrefix("Region, Oslo: Fylke, kode 03") == true)
  }
}
