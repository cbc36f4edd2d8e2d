import Classifications
import Publication

extension TableView {
  /// Which rows are shown and how many that leaves out, when a condition says so.
  public var conditionNote: String? {
    state.conditionText.map { "\($0): \(state.words(.rowsLeftOut(leftOutRowCount)))" }
  }
}

extension ViewState {
  /// Takes rows out of `order` that do not meet the condition, and says how many.
  func leaveOut(
    _ order: inout [Int], of rows: [[CategoryIndex]], _ columns: [[CategoryIndex]],
    _ plans: [FigurePlan], _ grid: FigureGrid
  ) -> Int {
    guard let condition, let column = columns.firstIndex(of: condition.categories),
      let plan = plans.firstIndex(where: {
        $0.measure == condition.measure && $0.derivation == condition.derivation
      })
    else { return 0 }
    let before = order.count
    let place = column * plans.count + plan
    let levels = levels(ofRows: rows)
    order = condition.test.rows(
      order, cell: { grid.cells[$0 * grid.width + place] }, level: { levels[$0] })
    return before - order.count
  }

  /// `lines` with the indents that they have among themselves: a row whose whole is left out does
  /// not look as if it were part of the row above.
  func reindented(_ lines: [ViewLine]) -> [ViewLine] {
    var begins: Set<[CategoryIndex]> = []
    for line in lines {
      for depth in line.categories.indices { begins.insert(Array(line.categories[...depth])) }
    }
    return lines.map { line in
      let indents = line.categories.indices.map { depth -> Int in
        let path = dimension(at: stub[depth]).hierarchy.path(to: line.categories[depth])
        return path.dropLast().count { begins.contains(line.categories[..<depth] + [$0]) }
      }
      return ViewLine(
        categories: line.categories, measure: nil, texts: line.texts, indents: indents)
    }
  }
}
