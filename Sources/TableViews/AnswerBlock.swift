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
  let state: ViewState
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
    var grid = FigureGrid()
    grid.width = columns.count * plans.count
    grid.cells = Array(
      repeating: ViewCell(symbol: .missing, of: state.statistic.symbols),
      count: rows.count * grid.width)
    grid.isEmpty = Array(repeating: true, count: rows.count)
    for (position, plan) in plans.enumerated() {
      let figures = OperandFigures(self, plan, rows: rows, columns: columns)
      for row in rows.indices {
        for column in columns.indices {
          let operands = figures.operands(row: row, column: column)
          if !operands.isNothing { grid.isEmpty[row] = false }
          grid.cells[row * grid.width + column * plans.count + position] = operands.cell(
            as: plan.change, decimals: plan.decimals, symbols: state.statistic.symbols)
        }
      }
      guard plan.derivation == .rank else { continue }
      let levels = state.levels(ofRows: rows)
      for column in columns.indices {
        grid.rank(column: column * plans.count + position, among: levels)
      }
    }
    return grid
  }

  /// The published figures that a cell is made of.
  func operands(
    row: [CategoryIndex], column: [CategoryIndex], plan: FigurePlan
  ) -> CellOperands {
    OperandFigures(self, plan, rows: [row], columns: [column]).operands(row: 0, column: 0)
  }

  /// The figures of a content.
  func figures(ofContent content: Int) -> [Figure] { figures[content] }

  /// The cells to go for categories, those of `base` in place of the cell's own; with a comparison
  /// the period that the cell's is compared with, or `nil` when there is none.
  func offset(
    of categories: [CategoryIndex], at places: [Int], under base: FigurePlan.Base?,
    comparedBy comparison: PeriodComparison?
  ) -> Int? {
    var offset = 0
    for position in places.indices {
      let place = places[position]
      var category = base?.categories[place] ?? categories[position]
      if base?.parentOf == place {
        category = state.dimension(at: place).hierarchy.parents[category]
      }
      if let comparison, comparison.place == place {
        guard let other = comparison.base[category] else { return nil }
        category = other
      }
      let step = offsets[place][category]
      precondition(step >= 0, "an answer has every category of the view")
      offset += step
    }
    return offset
  }
}

/// The figures of a plan for the cells of rows and columns.
private struct OperandFigures {
  /// Figures that are added up.
  private struct Terms {
    let first: Part
    var added: [Part] = []
    var taken: [Part] = []

    /// Their sum, when all of them are published; else why one of them is not.
    func figure(row: Int, column: Int) -> Figure {
      let figure = first.figure(row: row, column: column)
      guard !added.isEmpty || !taken.isEmpty else { return figure }
      let others = (added + taken).map { $0.figure(row: row, column: column) }
      let symbols = ([figure] + others).filter { $0.value == nil }
      if let symbol = symbols.first(where: { $0.status == .suppressed }) ?? symbols.first {
        return symbol
      }
      let values = others.map { $0.value ?? 0 }
      return .count(
        (figure.value ?? 0) + values[..<added.count].reduce(0, +)
          - values[added.count...].reduce(0, +))
    }
  }
  /// One of the figures that a cell is made of.
  private struct Part {
    let figures: [Figure]
    let rows: [Int?]
    let columns: [Int?]
    let filter: Int?

    init(
      _ block: AnswerBlock, content: Int, base: FigurePlan.Base?,
      comparedBy comparison: PeriodComparison?, rows: [[CategoryIndex]], columns: [[CategoryIndex]]
    ) {
      let state = block.state
      figures = block.figures(ofContent: content)
      self.rows = rows.map {
        block.offset(of: $0, at: state.stub, under: base, comparedBy: comparison)
      }
      self.columns = columns.map {
        block.offset(of: $0, at: state.heading, under: base, comparedBy: comparison)
      }
      filter = block.offset(
        of: state.filter.map(state.top(of:)), at: state.filter, under: base, comparedBy: comparison)
    }

    /// The figure, or missing where there is no period to compare with.
    func figure(row: Int, column: Int) -> Figure {
      guard let row = rows[row], let column = columns[column], let filter else {
        return .symbol(.missing)
      }
      return figures[row + column + filter]
    }

    /// Whether there is no period to compare with.
    func isAbsent(row: Int, column: Int) -> Bool {
      rows[row] == nil || columns[column] == nil || filter == nil
    }
  }
  private let part: Terms
  private let whole: Part?
  private let otherPart: Terms?
  private let otherWhole: Part?
  private let factor: Int
  private let isZeroNil: Bool

  init(
    _ block: AnswerBlock, _ plan: FigurePlan, rows: [[CategoryIndex]], columns: [[CategoryIndex]]
  ) {
    func part(
      _ content: Int, _ base: FigurePlan.Base?, _ comparison: PeriodComparison?
    ) -> Part {
      Part(
        block, content: content, base: base, comparedBy: comparison, rows: rows, columns: columns)
    }
    factor = plan.base?.factor ?? 1
    isZeroNil = block.state.isZeroNil(in: plan)
    func terms(_ comparison: PeriodComparison?) -> Terms {
      Terms(
        first: part(plan.content, nil, comparison),
        added: plan.added.map { part($0, nil, comparison) },
        taken: plan.taken.map { part($0, nil, comparison) })
    }
    self.part = terms(nil)
    whole = plan.base.map { part($0.content, $0, nil) }
    let comparison = block.state.comparison(as: plan.change)
    otherPart = comparison.map(terms)
    otherWhole = comparison.flatMap { comparison in
      plan.base.map { part($0.content, $0, comparison) }
    }
  }

  func operands(row: Int, column: Int) -> CellOperands {
    CellOperands(
      part: part.figure(row: row, column: column),
      whole: whole?.figure(row: row, column: column),
      otherPart: otherPart?.figure(row: row, column: column),
      otherWhole: otherWhole?.figure(row: row, column: column),
      factor: factor,
      lacksOther: otherPart?.first.isAbsent(row: row, column: column) ?? false,
      isZeroNil: isZeroNil)
  }
}
