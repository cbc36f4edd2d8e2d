import Classifications
import Publication
import TestSupport
import Testing

@testable import TableViews

/// Figures beside the measures, each compared with what one makes of the published figures by hand.
@Suite struct DerivedFigureTests {
  private func reason(
    _ state: ViewState, _ change: (inout ViewState) throws(ViewChangeRefused) -> Void
  ) -> String? {
    var changed = state
    do throws(ViewChangeRefused) {
      try change(&changed)
      return nil
    } catch {
      #expect(changed == state)
      return error.reason
    }
  }

  @Test func `a figure stands beside the measure that it is made of`() throws {
    let view = try sampleView { state in
      try state.select(.single(0), of: 1)
      try state.show(
        measures: [0],
        derived: [
          DerivedFigure(.ofColumn, of: 0), DerivedFigure(.ofParent, of: 0),
          DerivedFigure(.rank, of: 0),
        ])
      try state.unfold(7, of: 0)
    }
    #expect(
      view.columns.map { $0.texts.last } == [
        "Persons", "Persons, per cent of the column", "Persons, per cent of the value above",
        "Persons, rank",
      ])
    #expect(
      view.document.columns.map { $0.last?.code } == [
        "persons", "persons-percent-of-column", "persons-percent-of-parent", "persons-rank",
      ])
    #expect(
      view.document.unit == "persons, per cent, rank")
    #expect(
      view.state.formulas == [
        "Persons: number of persons", "Persons in per cent of the column's total (Norway)",
        "Persons in per cent of the value above in Region",
        "Persons, rank: 1 + number of larger published figures in the column's rows at the same "
          + "level",
      ])
    let troms = try #require(view.rows.firstIndex { $0.categories == [8] })
    #expect(view.explanation(row: troms, column: 2).formula == view.state.formulas[2])
    #expect(view.explanation(row: troms, column: 3).formula == view.state.formulas[3])
  }

  @Test func `figures derived alone need no measure beside them`() throws {
    let view = try sampleView { try $0.show(measures: [], derived: [DerivedFigure(.rank, of: 0)]) }
    #expect(view.columns.map(\.derivation) == [.rank, .rank, .rank])
    #expect(view.columns[0].texts == ["Both sexes", "Persons, rank"])
    #expect(
      view.title == "Recipients of sample allowance by region and sex, 2022, persons, rank")
    #expect(
      reason(view.state) { s throws(ViewChangeRefused) in try s.show(measures: []) }
        == "A table needs at least one measure.")
  }

  @Test func `what does not add up is not shown in per cent of a total`() {
    let state = sampleState()
    #expect(
      reason(state) { s throws(ViewChangeRefused) in
        try s.show(measures: [0], derived: [DerivedFigure(.ofColumn, of: 1)])
      } == "Per cent of the population does not add up to a total to show per cent of.")
    #expect(
      reason(state) { s throws(ViewChangeRefused) in
        try s.show(measures: [0], derived: [DerivedFigure(.index, of: 0)])
      } == "The table has no periods to compare.")
    #expect(state.derivableFigures.allSatisfy { $0.measure == 0 || $0.derivation == .rank })
  }

  @Test func `equal figures share a rank, and hidden ones have none and leave no gap`() {
    func cell(_ figure: Int?) -> ViewCell {
      figure.map { ViewCell(scaled: $0, decimals: 0) } ?? ViewCell(symbol: .suppressed, of: .norway)
    }
    var grid = FigureGrid()
    grid.width = 1
    grid.cells = [30, 5, nil, 7, 5, nil, 2].map(cell)
    grid.rank(column: 0, among: [[0], [1], [1], [1], [1], [1], [2]])
    #expect(grid.cells.map(\.text) == ["1", "2", ":", "1", "2", ":", "1"])
  }

  @Test func `a hidden operand hides what is made of it, and nothing tells where it would stand`()
    throws
  {
    func agder(_ codes: [CategoryIndex]) throws -> TableView {
      try sampleView { state in
        try state.select(.chosen(codes), of: 0)
        try state.select(.single(1), of: 1)
        try state.show(measures: [0], derived: state.derivableFigures.filter { $0.measure == 0 })
      }
    }
    // Males in Kristiansand and Iveland are hidden.
    let all = try agder([3, 4, 5, 6, 8, 9, 10])
    for row in [2, 3] {
      for column in all.columns.indices {
        #expect(all[row, column].status == .suppressed, "\(all.columns[column].texts)")
        #expect(all[row, column].value == nil)
      }
    }
    let published = try agder([3, 4, 8, 9, 10])
    for (row, line) in published.rows.enumerated() {
      let same = try #require(all.rows.firstIndex { $0.categories == line.categories })
      for column in all.columns.indices { #expect(all[same, column] == published[row, column]) }
    }
  }

  @Test(arguments: 0..<30) func `each figure is made of published ones alone`(seed: Int) throws {
    let tables: [(StatisticDescription, TableDescription, Release)] =
      SampleStatistic.description.tables.map {
        (SampleStatistic.description, $0, SampleStatistic.release)
      }
      + SampleSeries.release.description.tables.map {
        (SampleSeries.release.description, $0, SampleSeries.release)
      }
    let (statistic, table, release) = tables[seed % tables.count]
    var walk = ViewWalk(table, seed: 8800 + UInt64(seed))
    walk.state = ViewState(statistic: statistic, table: table)
    var checked = 0
    for _ in 0..<20 {
      _ = walk.step()
      var state = walk.state
      let all = state.derivableFigures
      try state.show(measures: state.measures, derived: all)
      // Ranks are among all rows, those left out included.
      try state.show(rowsWhere: nil)
      guard let answer = try? release.answer(state.query) else { continue }
      let view = TableView(state: state, answer: answer)
      let twin = NaiveFigures(view: view)
      for row in view.rows.indices {
        for column in view.columns.indices {
          guard let derivation = view.columns[column].derivation else { continue }
          let expected = twin.text(row: row, column: column, derivation)
          checked += 1
          guard expected == view[row, column].text else {
            Issue.record(
              "seed \(seed): \(derivation) is \(view[row, column].text), not \(expected)")
            return
          }
        }
      }
    }
    #expect(checked > 100)
  }
}

/// Derived figures by their definitions, looked up in the release one by one.
private struct NaiveFigures {
  let view: TableView

  /// The text of a derived cell.
  func text(row: Int, column: Int, _ derivation: Derivation) -> String {
    let state = view.state
    let measure = view.columns[column].measure ?? 0
    let cell = categories(row, column)
    let own = published(measure, cell)
    switch derivation {
    case .rank:
      guard let figure = shown(measure, cell) else { return symbol(statusOf(measure, cell)) }
      let level = levels(view.rows[row].categories)
      let others = view.rows.indices.filter { levels(view.rows[$0].categories) == level }
        .compactMap { shown(measure, categories($0, column)) }
      return String(1 + others.count { $0 > figure })
    case .ofColumn, .ofRow, .ofTotal, .ofParent:
      var base = cell
      let places =
        derivation == .ofColumn
        ? state.stub : derivation == .ofRow ? state.heading : state.stub + state.heading
      if derivation == .ofParent {
        guard let place = state.stub.last(where: { !state.isTime($0) }) else { return "?" }
        base[place] = state.dimension(at: place).hierarchy.parents[base[place]]
      } else {
        for place in places where !state.isTime(place) { base[place] = state.top(of: place) }
      }
      return quotient(own, published(measure, base))
    case .difference, .percentChange, .index:
      guard let place = state.timePlace else { return "?" }
      let periods = state.categories(of: place)
      var other = cell
      let position = periods.firstIndex(of: cell[place]) ?? 0
      if derivation == .index {
        other[place] = periods[0]
      } else if periods.count == 1 {
        other[place] = cell[place] > 1 ? cell[place] - 1 : -1
      } else {
        other[place] = position > 0 ? periods[position - 1] : -1
      }
      return change(measure, cell, other, derivation)
    }
  }

  private func categories(_ row: Int, _ column: Int) -> [CategoryIndex] {
    let state = view.state
    var cell = state.table.dimensions.indices.map { state.top(of: $0) }
    for (place, category) in zip(state.stub, view.rows[row].categories) { cell[place] = category }
    for (place, category) in zip(state.heading, view.columns[column].categories) {
      cell[place] = category
    }
    return cell
  }

  private func levels(_ row: [CategoryIndex]) -> [Int] {
    zip(view.state.stub, row).map { view.state.dimension(at: $0).hierarchy.levels[$1] }
  }

  private func figure(_ content: Int, _ cell: [CategoryIndex]) -> Figure {
    guard cell.allSatisfy({ $0 >= 0 }), let answer = view.answer else { return .symbol(.missing) }
    var index = 0
    for (axis, category) in zip(answer.query.axes, cell) {
      guard let position = axis.firstIndex(of: category) else { return .symbol(.missing) }
      index = index * axis.count + position
    }
    return answer.figures[content][index]
  }

  /// The figure of a count, or the two of a percentage.
  private func published(_ measure: Int, _ cell: [CategoryIndex]) -> (Figure, Figure?) {
    switch view.state.table.measures[measure].kind {
    case .count(let content), .sum(let content), .median(let content):
      return (figure(content, cell), nil)
    case .percentOfContent(let content, let base):
      return (figure(content, cell), figure(base, cell))
    case .percentOfTotal(let content, let dimension):
      var whole = cell
      if let place = view.state.table.dimensions.firstIndex(of: dimension) { whole[place] = 0 }
      return (figure(content, cell), figure(content, whole))
    case .mean: return (.symbol(.missing), nil)
    }
  }

  private func status(_ figures: [Figure]) -> CellStatus? {
    if figures.contains(.symbol(.suppressed)) { return .suppressed }
    return figures.first { $0.value == nil }?.status
  }

  private func statusOf(_ measure: Int, _ cell: [CategoryIndex]) -> CellStatus {
    let (part, whole) = published(measure, cell)
    if part == .symbol(.notApplicable) { return .notApplicable }
    return status([part] + [whole].compactMap(\.self)) ?? .notApplicable
  }

  /// What is shown, in units of its last decimal.
  private func shown(_ measure: Int, _ cell: [CategoryIndex]) -> Int? {
    let (part, whole) = published(measure, cell)
    guard let part = part.value else { return nil }
    guard let whole else { return part }
    guard let base = whole.value, base > 0 else { return nil }
    let unit = Double(powerOfTen(view.state.table.measures[measure].decimals))
    return Int((100 * unit * Double(part) / Double(base)).rounded(.toNearestOrAwayFromZero))
  }

  private func symbol(_ status: CellStatus) -> String {
    view.state.statistic.symbols.symbol(of: status) ?? "?"
  }

  private func decimal(_ value: Double, _ decimals: Int) -> String {
    let unit = powerOfTen(decimals)
    let scaled = Int((value * Double(unit)).rounded(.toNearestOrAwayFromZero))
    return ViewCell(scaled: scaled, decimals: decimals).text
  }

  private func quotient(_ part: (Figure, Figure?), _ whole: (Figure, Figure?)) -> String {
    if part.0 == .symbol(.notApplicable) { return symbol(.notApplicable) }
    if let status = status([part.0, whole.0]) { return symbol(status) }
    guard let figure = part.0.value, let base = whole.0.value, base != 0 else {
      return symbol(.notApplicable)
    }
    if figure == 0, view.state.statistic.areZerosExact { return nilText }
    return decimal(100 * Double(figure) / Double(base), 1)
  }

  private var nilText: String { view.state.statistic.symbols.nilSymbol }

  private func change(
    _ measure: Int, _ cell: [CategoryIndex], _ other: [CategoryIndex], _ derivation: Derivation
  ) -> String {
    let (now, then) = (published(measure, cell), published(measure, other))
    if now.0 == .symbol(.notApplicable) { return symbol(.notApplicable) }
    let all = [now.0, now.1, then.0, then.1].compactMap(\.self)
    let isNowNothing = now.1 == .count(0) && now.0.value != nil
    if all.contains(.symbol(.suppressed)), !isNowNothing { return symbol(.suppressed) }
    if let status = status([now.0, now.1].compactMap(\.self)) { return symbol(status) }
    if isNowNothing { return symbol(.notApplicable) }
    if let status = status([then.0, then.1].compactMap(\.self)) { return symbol(status) }
    guard let own = ratio(now), let base = ratio(then) else { return symbol(.notApplicable) }
    let decimals = view.state.table.measures[measure].decimals
    switch derivation {
    case .difference: return decimal(own - base, now.1 == nil ? 0 : decimals)
    case .percentChange:
      return base == 0 ? symbol(.notApplicable) : decimal(100 * (own - base) / base, 1)
    default: return base == 0 ? symbol(.notApplicable) : decimal(100 * own / base, 1)
    }
  }

  private func ratio(_ figure: (Figure, Figure?)) -> Double? {
    guard let part = figure.0.value else { return nil }
    guard let whole = figure.1 else { return Double(part) }
    guard let base = whole.value, base != 0 else { return nil }
    return 100 * Double(part) / Double(base)
  }
}
