import Classifications
import Publication

/// The cells of a view before rows are left out and put in order.
struct FigureGrid {
  /// Row-major; the measures of a column stand side by side.
  var cells: [ViewCell] = []
  /// Whether each row has nothing but published zeros and cells that cannot occur.
  var isEmpty: [Bool] = []
  /// Cells in a row.
  var width = 0
}

/// An answer with the place of each category in it.
struct AnswerBlock {
  private let state: ViewState
  private let figures: [[Figure]]
  /// For each place: cells to go for each category, or -1 where the answer does not have it.
  private let offsets: [[Int]]

  init(state: ViewState, answer: TableAnswer) {
    let axes = answer.query.axes
    precondition(
      answer.query.table == state.table.id && axes.count == state.table.dimensions.count,
      "an answer belongs to the table of the view")
    self.state = state
    self.figures = answer.figures
    var stride = 1
    var offsets: [[Int]] = []
    for place in axes.indices.reversed() {
      var offset = Array(repeating: -1, count: state.dimension(at: place).hierarchy.count)
      for (position, category) in axes[place].enumerated() { offset[category] = position * stride }
      offsets.append(offset)
      stride *= axes[place].count
    }
    self.offsets = offsets.reversed()
    precondition(figures.allSatisfy { $0.count == stride }, "an answer has a figure for each cell")
  }

  /// The cells of all rows and columns, for each column those of `plans` side by side.
  func grid(
    rows: [[CategoryIndex]], columns: [[CategoryIndex]], plans: [FigurePlan]
  ) -> FigureGrid {
    let filter = offset(of: state.filter.map(state.top(of:)), at: state.filter, under: nil)
    let rowOffsets = rows.map { offset(of: $0, at: state.stub, under: nil) + filter }
    let columnOffsets = columns.map { offset(of: $0, at: state.heading, under: nil) }
    var grid = FigureGrid()
    grid.width = columns.count * plans.count
    grid.cells = Array(
      repeating: ViewCell(symbol: .missing), count: rows.count * grid.width)
    grid.isEmpty = Array(repeating: true, count: rows.count)
    for (position, plan) in plans.enumerated() {
      let base = plan.base.map { base in
        BaseOffsets(
          rows: rows.map { offset(of: $0, at: state.stub, under: base) },
          columns: columns.map { offset(of: $0, at: state.heading, under: base) },
          filter: offset(of: state.filter.map(state.top(of:)), at: state.filter, under: base),
          figures: figures[base.content])
      }
      let counts = figures[plan.content]
      for row in rows.indices {
        for column in columns.indices {
          let figure = counts[rowOffsets[row] + columnOffsets[column]]
          let whole = base.map { $0.figures[$0.filter + $0.rows[row] + $0.columns[column]] }
          let cell = Self.cell(figure, of: whole, decimals: plan.decimals)
          if cell.status == .suppressed || !Self.isNothing(figure) { grid.isEmpty[row] = false }
          grid.cells[row * grid.width + column * plans.count + position] = cell
        }
      }
    }
    return grid
  }

  /// The figure of a cell and what it is divided by.
  func parts(
    row: [CategoryIndex], column: [CategoryIndex], plan: FigurePlan
  ) -> (part: Figure, whole: Figure)? {
    guard let base = plan.base else { return nil }
    let filter = state.filter.map(state.top(of:))
    func place(_ base: FigurePlan.Base?) -> Int {
      offset(of: row, at: state.stub, under: base)
        + offset(of: column, at: state.heading, under: base)
        + offset(of: filter, at: state.filter, under: base)
    }
    return (figures[plan.content][place(nil)], figures[base.content][place(base)])
  }

  private struct BaseOffsets {
    let rows: [Int]
    let columns: [Int]
    let filter: Int
    let figures: [Figure]
  }

  private func offset(
    of categories: [CategoryIndex], at places: [Int], under base: FigurePlan.Base?
  ) -> Int {
    var offset = 0
    for position in places.indices {
      let place = places[position]
      let category = base?.categories[place] ?? categories[position]
      let step = offsets[place][category]
      precondition(step >= 0, "an answer has every category of the view")
      offset += step
    }
    return offset
  }

  private static func isNothing(_ figure: Figure) -> Bool {
    switch figure {
    case .count(let count): count == 0
    case .symbol(let status): status == .notApplicable
    }
  }

  /// A count, or what it is in per cent of `whole`.
  ///
  /// Both must be published: a percentage tells
  /// nothing that the two figures do not.
  static func cell(_ figure: Figure, of whole: Figure?, decimals: Int) -> ViewCell {
    guard let whole else {
      switch figure {
      case .count(let count): return ViewCell(scaled: count, decimals: 0)
      case .symbol(let status): return ViewCell(symbol: status)
      }
    }
    switch (figure, whole) {
    case (.symbol(.notApplicable), _): return ViewCell(symbol: .notApplicable)
    case (.symbol(.suppressed), _), (_, .symbol(.suppressed)):
      return ViewCell(symbol: .suppressed)
    case (.symbol(let status), _), (_, .symbol(let status)):
      return ViewCell(symbol: status)
    case (_, .count(0)): return ViewCell(symbol: .notApplicable)
    case (.count(let part), .count(let whole)):
      return ViewCell(
        scaled: percentage(part, of: whole, decimals: decimals), decimals: decimals)
    }
  }
}
