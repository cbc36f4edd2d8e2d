/// Works out what the hidden cells of a system can be.
///
/// The same for a pattern of our own and for a set that others have published: it looks at the
/// counts of published cells only.
struct Attack {
  private let system: CellSystem
  private let isHidden: [Bool]
  private let fewest: Int
  /// The hidden cell of each column; columns behind those are what is left of a quotient's bound.
  private let columns: [Int]
  /// The cells of each row.
  private var cellsOfRow: [[Int]] = []
  private var bounds: [ClosedRange<Double>]
  private var rowsOfColumn: [[(row: Int32, entry: Double)]]
  private var sums: [Double] = []
  /// The least and the greatest value of each column in any solution so far.
  private var low: [Double]
  private var high: [Double]
  private var programs = 0

  /// What no cell is above; a cell that comes near has no end.
  private static let noEnd = 1e7

  /// An attack on the hidden cells of `system`, complements among them, with quotients that are
  /// known.
  init(
    on system: CellSystem, isHidden: [Bool], least: Int, fewest: Int, ratios: [PublishedRatio]
  ) {
    self.system = system
    self.isHidden = isHidden
    self.fewest = fewest
    let columns = system.counts.indices.filter { isHidden[$0] }
    self.columns = columns
    bounds = columns.map { cell in
      (cell < system.matrixCellCount ? Double(least) : 0)...Self.noEnd
    }
    rowsOfColumn = columns.map { _ in [] }
    low = columns.map { _ in .infinity }
    high = columns.map { _ in -.infinity }
    var columnOfCell = Array(repeating: -1, count: system.counts.count)
    for (column, cell) in columns.enumerated() { columnOfCell[cell] = column }
    for line in 0..<system.lines.count
    where system.lines[line].contains(where: { isHidden[Int($0)] }) {
      let members = system.lines[line].enumerated().map { (Int($1), $0 == 0 ? 1.0 : -1.0) }
      addRow(members, columnOfCell)
    }
    for ratio in ratios {
      // A zero that has no cell adds nothing.
      let part = Int(system.cellAtPlace[ratio.part.matrix][ratio.part.place])
      let whole = Int(system.cellAtPlace[ratio.whole.matrix][ratio.whole.place])
      let share = ratio.share
      for (sign, factor) in [(1.0, -share.upperBound), (-1.0, share.lowerBound)] {
        let members = [(part, sign), (whole, factor)].filter { $0.0 >= 0 }
        guard members.contains(where: { isHidden[$0.0] }) else { continue }
        addRow(members, columnOfCell)
        bounds.append(0...(.infinity))
        rowsOfColumn.append([(Int32(sums.count - 1), 1)])
      }
    }
  }

  /// Adds that cells, some of them hidden, add up to 0 when taken by their factors.
  private mutating func addRow(_ members: [(cell: Int, factor: Double)], _ columns: [Int]) {
    var sum = 0.0
    for (cell, factor) in members {
      if isHidden[cell] {
        rowsOfColumn[columns[cell]].append((Int32(sums.count), factor))
      } else {
        sum -= factor * Double(system.counts[cell])
      }
    }
    cellsOfRow.append(members.map(\.cell))
    sums.append(sum)
  }

  /// Attacks all hidden cells of matrices.
  mutating func run() -> AuditReport {
    var report = AuditReport()
    report.hiddenCells = columns.count { $0 < system.matrixCellCount }
    guard report.hiddenCells > 0 else { return report }
    guard var program = AttackProgram(bounds: bounds, rowsOfColumn: rowsOfColumn, sums: sums)
    else {
      report.isComplete = false
      return report
    }
    report.isComplete = spread(&program)
    if report.isComplete {
      for column in columns.indices where isNarrow(column) {
        guard let cell = closeIn(on: column, &program) else {
          report.isComplete = false
          break
        }
        if isNarrow(column) { report.narrow.append(cell) }
      }
    }
    report.programs = programs
    return report
  }

  /// Pulls all narrow cells one way and the other together, as long as that helps; whether there
  /// is a solution at all.
  private mutating func spread(_ program: inout AttackProgram) -> Bool {
    var generator = SeededGenerator(seed: 1)
    var before = Int.max
    var idle = 0
    while idle < 3 {
      let narrow = columns.indices.filter { isNarrow($0) }
      if narrow.isEmpty { return true }
      idle = narrow.count < before - before / 20 ? 0 : idle + 1
      before = narrow.count
      var costs = bounds.map { _ in 0.0 }
      for column in narrow { costs[column] = generator.next() & 1 == 0 ? 1 : -1 }
      for _ in 0..<2 {
        guard solve(costs, &program) else { return false }
        costs = costs.map { -$0 }
      }
    }
    return true
  }

  /// The least and the greatest that a column can be.
  private mutating func closeIn(
    on column: Int, _ program: inout AttackProgram
  ) -> AuditedCell? {
    var costs = bounds.map { _ in 0.0 }
    var support: Set<Int> = []
    for direction in [1.0, -1.0] {
      costs[column] = direction
      guard solve(costs, &program) else { return nil }
      support.formUnion(program.supportingRows)
    }
    return AuditedCell(
      place: place(of: columns[column]), low: Int((low[column] - 1e-6).rounded(.up)),
      high: high[column] > Self.noEnd / 2 ? nil : Int((high[column] + 1e-6).rounded(.down)),
      becauseOf: publishedCells(in: support))
  }

  private mutating func solve(_ costs: [Double], _ program: inout AttackProgram) -> Bool {
    guard let values = program.minimum(of: costs, isFirst: programs == 0) else { return false }
    programs += 1
    for column in columns.indices {
      low[column] = min(low[column], values[column])
      high[column] = max(high[column], values[column])
    }
    return true
  }

  /// Whether a cell of a matrix can be too few whole numbers as far as is known.
  private func isNarrow(_ column: Int) -> Bool {
    guard columns[column] < system.matrixCellCount, low[column] <= high[column] else {
      return columns[column] < system.matrixCellCount
    }
    let numbers = (high[column] + 1e-6).rounded(.down) - (low[column] - 1e-6).rounded(.up) + 1
    return numbers < Double(fewest)
  }

  private func publishedCells(in rows: Set<Int>) -> [AuditedPlace] {
    let cells = Set(rows.flatMap { cellsOfRow[$0] })
    return cells.filter { !isHidden[$0] }.sorted().map { place(of: $0) }
  }

  private func place(of cell: Int) -> AuditedPlace {
    let home = system.homes[cell]
    return AuditedPlace(matrix: Int(home.matrix), place: Int(home.place))
  }
}
