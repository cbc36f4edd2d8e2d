public import Publication

/// A published set under attack, in which cells can be hidden and shown.
///
/// Works out what the hidden cells can be, from the figures of published ones only: the same for a
/// pattern of our own and for a set that others have published. What an attack has found stays
/// known after an edit as far as it still holds, so that only cells of which it does not are
/// attacked again: tables that agree with what is published (``FoundTables``), what the bounds of
/// cells follow from, and where programs ended.
public struct AuditedSet: ~Copyable {
  private let system: CellSystem
  private let matrixIds: [String]
  private let equations: AttackEquations
  private let least: Int
  private let fewest: Int
  private var isHidden: [Bool]
  /// The published figure of each cell; anything where hidden.
  private var figures: [Int32]
  /// The column of each cell that is hidden or has been, or -1.
  private var columnOfCell: [Int]
  /// The cell of each column, or -1 for what is left of a quotient's bound.
  private var cellOfColumn: [Int] = []
  /// The row of each equation that such a cell is in, or -1.
  private var rowOfEquation: [Int]
  private var equationOfRow: [Int] = []
  private var program: AttackProgram?
  private var found: FoundTables
  /// For cells that have been attacked alone: that they cannot be less, or more.
  private var leasts: [Int: Bound] = [:]
  private var greatests: [Int: Bound] = [:]
  private var programs = 0
  /// What open cells were pulled by together, and where that ended.
  private var pulls: [Pull] = []

  /// Costs, and the table with the least of them.
  private struct Pull {
    let costs: [Double]
    let table: [Double]
    let basis: AttackProgram.Basis
  }

  /// What a column cannot be beyond, and the rows that it follows from.
  private struct Bound {
    let value: Double
    let rows: [Int]
  }

  /// What no cell is above; a cell that comes near has no end.
  private static let noEnd = 1e7
  /// So few open cells are attacked one by one at once.
  private static let few = 12
  /// So many pulls are kept.
  private static let mostPulls = 24

  /// A published set that nobody has attacked yet.
  ///
  /// - Parameters:
  ///   - published: The matrices, which count the same units.
  ///   - dimensions: The dimensions of the statistic.
  ///   - ratios: Quotients of counts that are published beside them.
  ///   - zerosArePublished: Whether a hidden cell is known to be at least 1, rather than 0.
  ///   - fewest: A cell that can be fewer different numbers than this is narrow; at least 2.
  /// - Throws: When the published figures do not fit together.
  public init(
    _ published: [PublishedLattice], dimensions: [Dimension], ratios: [PublishedRatio] = [],
    zerosArePublished: Bool, fewest: Int
  ) throws(ProtectionFailure) {
    precondition(fewest > 1, "one number is always possible")
    let system = try CellSystem(
      published, dimensions: dimensions, zerosArePublished: zerosArePublished)
    self.system = system
    self.fewest = fewest
    matrixIds = published.map(\.described.id)
    least = zerosArePublished ? 1 : 0
    isHidden = system.isPrimary
    figures = system.counts
    equations = AttackEquations(system, ratios: ratios)
    columnOfCell = system.counts.map { _ in -1 }
    rowOfEquation = Array(repeating: -1, count: equations.count)
    found = FoundTables(columnCount: 0)
    makeProgram()
  }

  /// Attacks all hidden cells of matrices, as far as it is not known what they can be.
  ///
  /// Its programs are those since the last report.
  public mutating func report() -> AuditReport {
    var report = AuditReport()
    report.hiddenCells = isHidden[..<system.matrixCellCount].count { $0 }
    guard report.hiddenCells > 0 else { return report }
    report.isComplete = pullAgain() && spread()
    if report.isComplete {
      for cell in 0..<system.matrixCellCount where isHidden[cell] && isNarrow(columnOfCell[cell]) {
        guard let audited = closeIn(on: cell) else {
          report.isComplete = false
          break
        }
        if isNarrow(columnOfCell[cell]) { report.narrow.append(audited) }
      }
    }
    report.programs = programs
    programs = 0
    return report
  }

  /// Publishes the figure of a hidden cell, in all matrices that count its group.
  ///
  /// - Precondition: The cell is hidden, and the figure one that a hidden cell can have.
  /// - Throws: ``ProtectionFailure/doesNotAddUp(matrix:)`` where nothing else is hidden of an
  ///   equation that it does not fit; then it stays hidden.
  /// - Complexity: Of each table that is known, the hidden cells; one or two programs where the
  ///   figure is the least or the greatest that the cell has had in any.
  public mutating func show(
    _ place: AuditedPlace, as figure: Int32
  ) throws(ProtectionFailure) {
    let cell = cell(at: place)
    precondition(cell >= 0 && isHidden[cell], "only what is hidden can be shown")
    precondition(figure >= least, "no hidden cell is so small")
    isHidden[cell] = false
    figures[cell] = figure
    for line in system.linesOfCell[cell] {
      let members = equations.members(of: Int(line))
      let sum = members.reduce(0) { $0 + $1.factor * Double(figures[$1.cell]) }
      if sum != 0, !members.contains(where: { isHidden[$0.cell] }) {
        isHidden[cell] = true
        throw .doesNotAddUp(matrix: matrixIds[place.matrix])
      }
    }
    let column = columnOfCell[cell]
    // With a table on each side, something is left of every other one.
    let sides = found.sides(of: column, around: Double(figure))
    if !found.isEmpty, !sides.below { pull(column, by: 1) }
    if !found.isEmpty, !sides.above { pull(column, by: -1) }
    found.publish(column, Double(figure))
    program?.setBounds(Double(figure)...Double(figure), of: column)
  }

  /// Hides a published cell, in all matrices that count its group.
  ///
  /// - Precondition: The cell is published, and no 0 where zeros are published.
  /// - Complexity: That of a look at what follows from the cell; no programs.
  public mutating func hide(_ place: AuditedPlace) {
    let cell = cell(at: place)
    precondition(cell >= 0 && !isHidden[cell], "only what has a figure can be hidden")
    isHidden[cell] = true
    let column = columnOfCell[cell]
    if column < 0 {
      addColumn(of: cell)
    } else {
      let bounds = bounds(of: cell)
      program?.setBounds(bounds, of: column)
    }
    // What did not follow from the figure holds without it.
    let rows = Set(equations.equations(of: cell).map { rowOfEquation[$0] })
    leasts = leasts.filter { rows.isDisjoint(with: $0.value.rows) }
    greatests = greatests.filter { rows.isDisjoint(with: $0.value.rows) }
  }
}

// MARK: - The program

extension AuditedSet {
  /// Makes the program with a column for each hidden cell.
  private mutating func makeProgram() {
    cellOfColumn = isHidden.indices.filter { isHidden[$0] }
    for (column, cell) in cellOfColumn.enumerated() { columnOfCell[cell] = column }
    var bounds = cellOfColumn.map { self.bounds(of: $0) }
    var rowsOfColumn = cellOfColumn.map { _ in [(row: Int32, entry: Double)]() }
    var sums: [Double] = []
    for equation in 0..<equations.count {
      let members = equations.members(of: equation)
      guard members.contains(where: { isHidden[$0.cell] }) else { continue }
      rowOfEquation[equation] = sums.count
      equationOfRow.append(equation)
      for (cell, factor) in members where isHidden[cell] {
        rowsOfColumn[columnOfCell[cell]].append((Int32(sums.count), factor))
      }
      if equations.isBound(equation) {
        cellOfColumn.append(-1)
        bounds.append(0...(.infinity))
        rowsOfColumn.append([(Int32(sums.count), 1)])
      }
      sums.append(sum(of: members))
    }
    program = AttackProgram(bounds: bounds, rowsOfColumn: rowsOfColumn, sums: sums)
    found = FoundTables(columnCount: cellOfColumn.count)
  }

  /// Adds the column of a cell that is hidden for the first time, and the equations that had
  /// published figures only.
  private mutating func addColumn(of cell: Int) {
    let figure = Double(figures[cell])
    var entries: [(row: Int32, entry: Double)] = []
    var slacks: [(row: Int, left: Double)] = []
    for equation in equations.equations(of: cell) {
      let members = equations.members(of: equation)
      let factor = members.first { $0.cell == cell }?.factor ?? 0
      var row = rowOfEquation[equation]
      if row >= 0 {
        program?.add(factor * figure, toSumOf: row)
      } else {
        row = equationOfRow.count
        rowOfEquation[equation] = row
        equationOfRow.append(equation)
        let sum = sum(of: members)
        program?.addRow(sum: sum)
        if equations.isBound(equation) { slacks.append((row, sum - factor * figure)) }
      }
      entries.append((Int32(row), factor))
    }
    columnOfCell[cell] = cellOfColumn.count
    cellOfColumn.append(cell)
    let bounds = bounds(of: cell)
    program?.addColumn(bounds, rows: entries)
    found.addColumn(figure)
    for (row, left) in slacks {
      cellOfColumn.append(-1)
      program?.addColumn(0...(.infinity), rows: [(Int32(row), 1)])
      found.addColumn(left)
      // Figures that a quotient contradicts, which counts only now.
      if left < 0 { found.removeAll() }
    }
  }

  private func bounds(of cell: Int) -> ClosedRange<Double> {
    (cell < system.matrixCellCount ? Double(least) : 0)...Self.noEnd
  }

  /// What the hidden cells of an equation must add up to, those that were hidden among them.
  private func sum(of members: [(cell: Int, factor: Double)]) -> Double {
    members.reduce(0) { sum, member in
      let isFixed = !isHidden[member.cell] && columnOfCell[member.cell] < 0
      return isFixed ? sum - member.factor * Double(figures[member.cell]) : sum
    }
  }
}

// MARK: - The attack

extension AuditedSet {
  /// Columns of narrow cells of which it is not known that they can be nothing else.
  private var openColumns: [Int] {
    cellOfColumn.indices.filter { isNarrow($0) && !(isLeast($0) && isGreatest($0)) }
  }

  /// Pulls as before figures were published, where tables do not agree with those, each from where
  /// it ended then: a few steps; whether there is a solution as far as was tried.
  private mutating func pullAgain() -> Bool {
    let shown = cellOfColumn.indices.filter { cellOfColumn[$0] >= 0 && !isHidden[cellOfColumn[$0]] }
    var before = Int.max
    var idle = 0
    for index in pulls.indices where !agrees(pulls[index].table, at: shown) {
      let count = openColumns.count
      idle = count < before ? 0 : idle + 1
      before = count
      guard count > Self.few, idle < 4 else { break }
      let pull = pulls[index]
      let new = Array(repeating: 0.0, count: cellOfColumn.count - pull.costs.count)
      let costs = pull.costs + new
      guard let values = program?.minimum(of: costs, from: pull.basis),
        let basis = program?.basis
      else { return false }
      programs += 1
      found.add(values)
      pulls[index] = Pull(costs: costs, table: values, basis: basis)
    }
    return true
  }

  /// Whether a table has the figures that are published, of columns that it has.
  private func agrees(_ table: [Double], at shown: [Int]) -> Bool {
    shown.allSatisfy { column in
      column >= table.count || abs(table[column] - Double(figures[cellOfColumn[column]])) < 1e-6
    }
  }

  /// Pulls all open cells one way and the other together, as long as that helps; whether there is a
  /// solution as far as was tried.
  private mutating func spread() -> Bool {
    var generator = SeededGenerator(seed: 1)
    var before = Int.max
    var idle = 0
    while idle < 2 {
      let open = openColumns
      if open.count <= Self.few { return true }
      idle = open.count < before - before / 20 ? 0 : idle + 1
      before = open.count
      var costs = cellOfColumn.map { _ in 0.0 }
      for column in open { costs[column] = generator.next() & 1 == 0 ? 1 : -1 }
      for _ in 0..<2 {
        guard let values = solve(costs) else { return false }
        if pulls.count < Self.mostPulls, let basis = program?.basis {
          pulls.append(Pull(costs: costs, table: values, basis: basis))
        }
        costs = costs.map { -$0 }
      }
    }
    return true
  }

  /// The least and the greatest that a cell can be.
  private mutating func closeIn(on cell: Int) -> AuditedCell? {
    let column = columnOfCell[cell]
    if !isLeast(column) {
      guard let bound = pull(column, by: 1) else { return nil }
      leasts[column] = bound
    }
    if !isGreatest(column) {
      guard let bound = pull(column, by: -1) else { return nil }
      greatests[column] = bound
    }
    let rows = Set([leasts[column], greatests[column]].compactMap { $0?.rows }.joined())
    return AuditedCell(
      place: self.place(of: cell), low: Int((found.low[column] - 1e-6).rounded(.up)),
      high: found.high[column] > Self.noEnd / 2
        ? nil : Int((found.high[column] + 1e-6).rounded(.down)),
      becauseOf: publishedCells(in: rows))
  }

  /// Takes a column as far down, or up, as it goes.
  @discardableResult
  private mutating func pull(_ column: Int, by cost: Double) -> Bound? {
    var costs = cellOfColumn.map { _ in 0.0 }
    costs[column] = cost
    guard let values = solve(costs) else { return nil }
    return Bound(value: values[column], rows: program?.supportingRows ?? [])
  }

  private mutating func solve(_ costs: [Double]) -> [Double]? {
    let isFirst = found.isEmpty
    guard let values = program?.minimum(of: costs, isFirst: isFirst) else { return nil }
    programs += 1
    found.add(values)
    return values
  }

  /// Whether it is known that a column can be no less than in the tables.
  private func isLeast(_ column: Int) -> Bool {
    leasts[column].map { found.low[column] <= $0.value + 1e-6 } ?? false
  }

  /// Whether it is known that a column can be no more than in the tables.
  private func isGreatest(_ column: Int) -> Bool {
    greatests[column].map { found.high[column] >= $0.value - 1e-6 } ?? false
  }

  /// Whether a hidden cell of a matrix can be too few whole numbers as far as is known.
  private func isNarrow(_ column: Int) -> Bool {
    let cell = cellOfColumn[column]
    guard cell >= 0, cell < system.matrixCellCount, isHidden[cell] else { return false }
    let (low, high) = (found.low[column], found.high[column])
    guard low <= high else { return true }
    return (high + 1e-6).rounded(.down) - (low - 1e-6).rounded(.up) + 1 < Double(fewest)
  }

  private func publishedCells(in rows: Set<Int>) -> [AuditedPlace] {
    let cells = Set(rows.flatMap { equations.members(of: equationOfRow[$0]).map(\.cell) })
    return cells.filter { !isHidden[$0] }.sorted().map { self.place(of: $0) }
  }

  private func cell(at place: AuditedPlace) -> Int {
    Int(system.cellAtPlace[place.matrix][place.place])
  }

  private func place(of cell: Int) -> AuditedPlace {
    let home = system.homes[cell]
    return AuditedPlace(matrix: Int(home.matrix), place: Int(home.place))
  }
}
