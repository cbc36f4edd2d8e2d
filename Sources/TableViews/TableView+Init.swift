public import Publication

extension TableView {
  /// The view of `state` with the figures of `answer`.
  /// - Complexity: O(rows × columns); no text is made for a cell.
  /// - Precondition: `answer` holds what `state.query` asks for.
  public init(state: ViewState, answer: TableAnswer) {
    let block = AnswerBlock(state: state, answer: state.regrouped(answer))
    let plans = state.figurePlans
    let rowCategories = combinations(state.stub.map(state.lineCategories(of:)))
    let columnCategories = combinations(state.heading.map(state.lineCategories(of:)))
    let grid = block.grid(rows: rowCategories, columns: columnCategories, plans: plans)

    var order = Array(rowCategories.indices)
    if state.hidesEmptyRows {
      order.removeAll { grid.isEmpty[$0] && !state.isTotalRow(rowCategories[$0]) }
    }
    let emptyRowCount = rowCategories.count - order.count
    let leftOutRowCount = state.leaveOut(&order, of: rowCategories, columnCategories, plans, grid)
    if let sort = state.sort,
      let column = columnCategories.firstIndex(of: sort.categories),
      let plan = plans.firstIndex(where: {
        $0.measure == sort.measure && $0.derivation == sort.derivation
      })
    {
      let keys = SortKeys(grid: grid, column: column * plans.count + plan)
      order = state.sorted(order, of: rowCategories, by: keys, isDescending: sort.isDescending)
    }

    let texts = LineTexts(state: state)
    var rows = order.map { texts.row(rowCategories[$0]) }
    if leftOutRowCount > 0 { rows = state.reindented(rows) }
    let columns = columnCategories.flatMap { categories in
      plans.map { texts.column(categories, plan: $0, isAlone: plans.count == 1) }
    }
    var cells: [ViewCell] = []
    cells.reserveCapacity(rows.count * columns.count)
    for row in order {
      cells.append(contentsOf: grid.cells[row * columns.count..<(row + 1) * columns.count])
    }
    var counts = Array(repeating: 0, count: CellStatus.allCases.count)
    for cell in cells { counts[Int(cell.status.rawValue)] += 1 }
    let symbols = CellStatus.allCases.filter {
      $0 != .published && counts[Int($0.rawValue)] > 0
    }
    let hasNil = cells.contains(where: \.isNil)
    self.init(
      state: state, title: state.title, filterTexts: state.filterTexts,
      stubNames: state.stub.map(state.label(of:)),
      headingNames: state.heading.map(state.label(of:)),
      rows: rows, columns: columns, cells: cells,
      symbols: symbols, hasNil: hasNil,
      legend: state.legend(of: symbols, hasNil: hasNil) + state.valueNotes + state.regionNotes,
      shownCount: counts[Int(CellStatus.published.rawValue)],
      hiddenCount: counts[Int(CellStatus.suppressed.rawValue)], emptyRowCount: emptyRowCount,
      leftOutRowCount: leftOutRowCount,
      figureText: state.shortFigureText, hiddenInRelease: answer.hiddenInRelease,
      cellsInRelease: answer.cellsInRelease, answer: answer)
  }
}

/// Every combination of one element from each list, the last list varying fastest.
func combinations<Element>(_ lists: [[Element]]) -> [[Element]] {
  lists.reduce([[]]) { combinations, list in
    combinations.flatMap { combination in list.map { combination + [$0] } }
  }
}
