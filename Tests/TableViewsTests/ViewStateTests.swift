import Classifications
import Publication
import TestSupport
import Testing

@testable import TableViews

@Suite struct ViewStateTests {
  private let oslo = 1
  private let osloMunicipality = 2
  private let agder = 3
  private let risor = 4

  @Test func `a table opens at the first level below its totals`() {
    let state = sampleState()
    #expect(state.stub == [0])
    #expect(state.heading == [1])
    #expect(state.filter == [2, 3])
    #expect(state.categories(of: 0) == [0, 1, 3, 7, 11])
    #expect(state.categories(of: 1) == [0, 1, 2])
    #expect(state.categories(of: 2) == [0])
    #expect(state.lastDrilled == nil)
    #expect(state.breadcrumbs.isEmpty)
  }

  @Test func `drilling shows a value with its parts, and going up returns to where one was`() throws
  {
    let opened = sampleState()
    var state = opened
    try state.drill(into: agder, of: 0)
    #expect(state.categories(of: 0) == [3, 4, 5, 6])
    #expect(state.lastDrilled == 0)
    #expect(state.breadcrumbs.map(\.path) == [[0, 3]])
    try state.goUp(in: 0)
    #expect(state == opened)
    #expect(throws: ViewChangeRefused(reason: "Norway is at the top of Region.")) {
      try state.goUp(in: 0)
    }
    #expect(state == opened)
  }

  @Test func `what has no parts cannot be drilled into`() {
    var state = sampleState()
    #expect(throws: ViewChangeRefused(reason: "Risør has no finer level.")) {
      try state.drill(into: risor, of: 0)
    }
    #expect(throws: ViewChangeRefused(reason: "Norway is open already.")) {
      try state.drill(into: 0, of: 0)
    }
    #expect(throws: ViewChangeRefused(reason: "Region has no such value.")) {
      try state.drill(into: 99, of: 0)
    }
    #expect(state == sampleState())
  }

  @Test func `what no matrix holds cannot be shown`() {
    let shallow = SampleStatistic.description.matrices.map { matrix in
      MatrixDescription(
        id: matrix.id, label: matrix.label,
        axes: matrix.axes.map { MatrixAxis(dimension: $0.dimension, depth: min(1, $0.depth)) })
    }
    let sample = SampleStatistic.description
    let statistic = StatisticDescription(
      id: sample.id, title: sample.title, agency: sample.agency, period: sample.period,
      unit: sample.unit, source: sample.source, policy: sample.policy,
      dimensions: sample.dimensions, matrices: shallow, tables: sample.tables, notes: [])
    var state = ViewState(statistic: statistic, table: SampleStatistic.regionTable)
    let opened = state
    let refusal = ViewChangeRefused(reason: "This table has region no finer than county.")
    #expect(throws: refusal) { try state.drill(into: agder, of: 0) }
    #expect(throws: refusal) { try state.select(.level(2), of: 0) }
    #expect(throws: refusal) { try state.select(.single(risor), of: 0) }
    #expect(throws: refusal) { try state.select(.chosen([0, risor]), of: 0) }
    #expect(state == opened)
  }

  @Test func `drilling in the filter brings the dimension into the rows`() throws {
    var state = sampleState()
    try state.drill(into: 0, of: 2)
    #expect(state.stub == [0, 2])
    #expect(state.filter == [3])
    #expect(state.categories(of: 2) == [0, 1, 2, 3])
  }

  @Test func `backspace takes back the last step down first`() throws {
    var state = sampleState()
    try state.move(0, to: .heading, at: nil, swappingFor: 1)
    try state.drill(into: agder, of: 0)
    #expect(state.lastDrilled == 0)
    try state.select(.level(2), of: 0)
    #expect(state.lastDrilled == nil)
  }

  @Test func `a dimension in the filter has one value`() throws {
    var state = sampleState()
    try state.select(.single(2), of: 2)
    #expect(state.filterTexts == ["Age: 25-34 years"])
    try state.select(.chosen([3]), of: 2)
    #expect(state.selections[2] == .single(3))
    let before = state
    for selection in [Selection.branch(0), .level(1), .chosen([1, 2])] {
      #expect(throws: ViewChangeRefused.self) { try state.select(selection, of: 2) }
      #expect(state == before)
    }
  }

  @Test func `a dimension keeps its place in the hierarchy when it is moved`() throws {
    var state = sampleState()
    try state.drill(into: agder, of: 0)
    try state.move(2, to: .stub, at: 0)
    #expect(state.stub == [2, 0])
    #expect(state.selections[2] == .branch(0))
    try state.move(0, to: .filter, at: nil)
    #expect(state.selections[0] == .single(agder))
    #expect(state.filter == [0, 3])
    try state.move(0, to: .heading, at: 0)
    #expect(state.heading == [0, 1])
    #expect(state.selections[0] == .branch(agder))
    try state.move(0, to: .filter, at: nil)
    try state.select(.single(risor), of: 0)
    try state.move(0, to: .stub, at: 99)
    #expect(state.stub == [2, 0])
    #expect(state.selections[0] == .branch(agder))
  }

  @Test func `the rows keep at least one dimension`() {
    var state = sampleState()
    for placement in [Placement.heading, .filter] {
      #expect(
        throws: ViewChangeRefused(reason: "A table keeps at least one dimension in its rows.")
      ) { try state.move(0, to: placement, at: nil) }
    }
    #expect(state == sampleState())
  }

  @Test func `the columns may have nothing but the measure`() throws {
    let view = try sampleView { try $0.move(1, to: .filter, at: nil) }
    #expect(view.columns.map(\.texts) == [["Persons"]])
    #expect(view.title == "Recipients of sample allowance by region, 2022")
  }

  @Test func `the title names what all cells share and what they are in per cent of`() throws {
    var state = sampleState()
    try state.select(.single(2), of: 2)
    try state.select(.chosen([1]), of: 1)
    #expect(state.title == "Recipients of sample allowance by region, Males, 25-34 years, 2022")
    state.cycleLabelStyle()
    try state.show(percent: .column)
    #expect(state.title.hasSuffix(" by region, Males, 25-34 years, 2022, per cent of the column"))
    try state.show(percent: .population)
    #expect(state.title.hasSuffix(", 2022, per cent of the population"))
  }

  @Test func `per cent goes round through what the table has`() {
    var state = sampleState()
    var seen: [PercentBase] = []
    for _ in 0..<7 {
      seen.append(state.percent)
      state.cyclePercent()
    }
    #expect(seen == [.none, .column, .row, .total, .parent, .population, .none])
    var initiatives = sampleState(SampleStatistic.initiativeTable)
    for _ in 0..<5 { initiatives.cyclePercent() }
    #expect(initiatives.percent == .none)
    #expect(throws: ViewChangeRefused.self) { try initiatives.show(percent: .population) }
  }

  @Test func `sorting goes from largest to smallest to the classification`() throws {
    let view = try sampleView()
    var state = view.state
    state.cycleSort(by: view.columns[1])
    #expect(state.sort == SortOrder(categories: [1], measure: 0, isDescending: true))
    state.cycleSort(by: view.columns[1])
    #expect(state.sort == SortOrder(categories: [1], measure: 0, isDescending: false))
    state.cycleSort(by: view.columns[2])
    #expect(state.sort == SortOrder(categories: [2], measure: 0, isDescending: true))
    state.cycleSort(by: view.columns[2])
    state.cycleSort(by: view.columns[2])
    #expect(state == view.state)
  }

  @Test func `a column that is gone is no longer sorted by`() throws {
    let view = try sampleView()
    var state = view.state
    state.cycleSort(by: view.columns[1])
    try state.select(.single(2), of: 1)
    #expect(state.sort == nil)
  }

  @Test(arguments: 0..<60) func `no walk breaks a view`(seed: Int) throws {
    let table = [SampleStatistic.regionTable, SampleStatistic.initiativeTable][seed % 2]
    var walk = ViewWalk(table, seed: UInt64(seed))
    for _ in 0..<40 {
      let before = walk.state
      let isAllowed = walk.step()
      let state = walk.state
      #expect(isAllowed || state == before, "a refused change changes nothing, seed \(seed)")
      let places = (state.stub + state.heading + state.filter).sorted()
      #expect(places == Array(table.dimensions.indices))
      #expect(!state.stub.isEmpty)
      #expect(state.filter == state.filter.sorted())
      for place in state.filter {
        #expect(state.selections[place] == .single(state.top(of: place)))
      }
      for (place, axis) in state.query.axes.enumerated() {
        #expect(axis == Set(axis).sorted())
        #expect(Set(state.categories(of: place)).isSubset(of: axis))
        #expect(axis.allSatisfy { state.dimension(at: place).hierarchy.levels[$0] <= 2 })
      }
    }
  }
}

extension ViewState {
  /// Moves one dimension after another has taken its place in the rows.
  fileprivate mutating func move(
    _ place: Int, to placement: Placement, at index: Int?, swappingFor other: Int
  ) throws(ViewChangeRefused) {
    try move(other, to: .stub, at: nil)
    try move(place, to: placement, at: index)
  }
}
