import Classifications
import Publication
import TestSupport
import Testing

@testable import TableViews

@Suite struct FoldingTests {
  private func names(_ view: TableView) -> [String] {
    view.rows.map { String(repeating: ". ", count: $0.indents[0]) + $0.texts[0] }
  }

  private func reason(_ change: (inout ViewState) throws(ViewChangeRefused) -> Void) -> String? {
    var state = sampleState()
    let before = state
    do throws(ViewChangeRefused) {
      try change(&state)
      return nil
    } catch {
      #expect(state == before)
      return error.reason
    }
  }

  @Test func `the parts of a value stand below it and the other rows stay`() throws {
    let view = try sampleView { try $0.unfold(3, of: 0) }
    #expect(
      names(view) == [
        "Norway", ". Oslo", ". Agder", ". . Risør", ". . Kristiansand", ". . Iveland",
        ". Troms og Finnmark - Romsa ja Finnmárku", ". Not stated",
      ])
    let closed = try sampleView()
    for (row, line) in closed.rows.enumerated() {
      let same = try #require(view.rows.firstIndex(of: line))
      for column in view.columns.indices { #expect(view[same, column] == closed[row, column]) }
    }
  }

  @Test func `columns open as rows do`() throws {
    let view = try sampleView { state in
      try state.move(1, to: .stub, at: 0)
      try state.move(0, to: .heading, at: 0)
      try state.unfold(3, of: 0)
    }
    #expect(view.columns.map(\.categories) == [0, 1, 3, 4, 5, 6, 7, 11].map { [$0] })
    #expect(view.columns.map { $0.indents[0] } == [0, 1, 1, 2, 2, 2, 1, 1])
  }

  @Test func `folding takes away what is open below, wherever it came from`() throws {
    var state = sampleState()
    let closed = state
    try state.unfold(3, of: 0)
    #expect(state.foldTarget(of: 4, at: 0) == 3)
    #expect(state.foldTarget(of: 3, at: 0) == 3)
    try state.fold(3, of: 0)
    #expect(state == closed)
    #expect(state.foldTarget(of: 3, at: 0) == 0)
    try state.fold(0, of: 0)
    #expect(state.selections[0] == .single(0))
    #expect(state.foldTarget(of: 0, at: 0) == nil)
    try state.unfold(0, of: 0)
    #expect(state.selections[0] == .branch(0) && state.unfolded[0].isEmpty)
    try state.select(.chosen([0, 3, 4, 5, 8]), of: 0)
    try state.fold(3, of: 0)
    #expect(state.selections[0] == .chosen([0, 3, 8]))
  }

  @Test func `all values open by one level, and fold when all are open`() throws {
    var state = sampleState()
    try state.fold(0, of: 0)
    try state.unfoldAll(of: 0)
    #expect(state == sampleState())
    try state.unfold(3, of: 0)
    try state.unfoldAll(of: 0)
    #expect(state.categories(of: 0) == Array(0..<state.dimension(at: 0).hierarchy.count))
    try state.unfoldAll(of: 0)
    #expect(state == sampleState())
  }

  @Test func `what cannot be opened or folded is told`() {
    #expect(
      reason { s throws(ViewChangeRefused) in try s.unfold(0, of: 0) } == "Norway is open already.")
    #expect(
      reason { s throws(ViewChangeRefused) in try s.unfold(2, of: 0) }
        == "Oslo kommune has no finer level.")
    #expect(
      reason { s throws(ViewChangeRefused) in try s.unfold(0, of: 2) }
        == "Age is in the filter, which has one value: "
        + "move it to the rows or columns to see several."
    )
    #expect(
      reason { s throws(ViewChangeRefused) in try s.fold(3, of: 0) }
        == "Nothing is open below Agder.")
    #expect(
      reason { s throws(ViewChangeRefused) in try s.unfoldAll(of: 1) }
        == "Sex has nothing more to open.")
    var series = ViewState(
      statistic: SampleSeries.release.description, table: SampleSeries.release.description.tables[0]
    )
    let time = series.timePlace ?? 0
    #expect(throws: ViewChangeRefused.self) { try series.unfold(1, of: time) }
    #expect(throws: ViewChangeRefused.self) { try series.fold(1, of: time) }
    #expect(throws: ViewChangeRefused.self) { try series.unfoldAll(of: time) }
  }

  @Test func `figures are in per cent of what they were before`() throws {
    let closed = try sampleView { try $0.show(percent: .column) }
    let opened = try sampleView { state in
      try state.show(percent: .column)
      try state.unfold(7, of: 0)
    }
    #expect(opened.figureText == closed.figureText)
    for (row, line) in closed.rows.enumerated() {
      let same = try #require(opened.rows.firstIndex(of: line))
      #expect(opened[same, 0] == closed[row, 0])
    }
  }

  @Test func `sorted rows keep parts with what they are part of`() throws {
    let view = try sampleView { state in
      try state.unfoldAll(of: 0)
      try state.sort(by: SortOrder(categories: [0], measure: 0, isDescending: true))
    }
    var figures: [Double] = []
    for row in view.rows.indices where view.rows[row].indents[0] == 1 {
      figures.append(try #require(view[row, 0].value))
    }
    #expect(figures.count == 4 && figures == figures.sorted(by: >))
    let hierarchy = view.state.dimension(at: 0).hierarchy
    for (above, line) in zip(view.rows, view.rows.dropFirst()) where line.indents[0] == 2 {
      let parent = hierarchy.parents[line.categories[0]]
      #expect(above.categories[0] == parent || hierarchy.parents[above.categories[0]] == parent)
    }
  }

  @Test func `going down into a value that is open keeps what is open in it`() throws {
    var state = sampleState()
    try state.unfoldAll(of: 0)
    try state.drill(into: 3, of: 0)
    #expect(state.selections[0] == .branch(3) && state.unfolded[0].isEmpty)
    #expect(state.lastDrilled == 0)
    try state.fold(3, of: 0)
    #expect(state.selections[0] == .single(3) && state.lastDrilled == 0)
    try state.goUp(in: 0)
    #expect(state.selections[0] == .branch(0))
  }

  @Test func `the file has the rows of the screen`() throws {
    let view = try sampleView { try $0.unfold(3, of: 0) }
    #expect(
      view.document.rows.map { $0[0].code } == [
        "0", "03", "42", "4201", "4204", "4218", "54", "9999",
      ])
    #expect(ViewOptions(view.state).arguments.contains("region=42"))
  }

  /// What is opened shows exactly the closed rows and their children, whatever is done before.
  @Test(arguments: 0..<30) func `opening adds the children and nothing else`(seed: Int) throws {
    var walk = ViewWalk(SampleStatistic.regionTable, seed: 4100 + UInt64(seed))
    for _ in 0..<30 {
      _ = walk.step()
      for place in walk.state.stub + walk.state.heading {
        let shown = walk.state.categories(of: place)
        let hierarchy = walk.state.dimension(at: place).hierarchy
        for category in shown {
          var opened = walk.state
          let canUnfold = walk.state.canUnfold(category, of: place)
          let children = hierarchy.children[category]
          #expect(
            canUnfold
              == (!children.allSatisfy(shown.contains)
                && hierarchy.levels[category] < walk.state.deepestHeld(of: place)),
            "seed \(seed)")
          guard canUnfold else { continue }
          try opened.unfold(category, of: place)
          #expect(Set(opened.categories(of: place)) == Set(shown + children), "seed \(seed)")
          #expect(opened.foldTarget(of: category, at: place) == category)
          try opened.fold(category, of: place)
          let below = hierarchy.descendants(of: category)
          #expect(
            opened.categories(of: place) == shown.filter { $0 <= category || !below.contains($0) },
            "seed \(seed)")
        }
      }
    }
  }
}
