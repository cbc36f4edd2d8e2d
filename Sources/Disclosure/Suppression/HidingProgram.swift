/// Looks for cheap witnesses among all cells, one primary after the other.
///
/// All cells stand in one linear program whose only demand, that the primary differs as much as it
/// must, changes from one primary to the next: the dual simplex goes on from where it was. What is
/// hidden already changes for next to nothing, so that later witnesses keep to what earlier ones
/// hide.
/// - Complexity: two columns for each cell, a row for each line; a primary takes a few programs of
///   a few dozen steps each.
struct HidingProgram: ~Copyable {
  private let system: CellSystem
  private let cells: [Int]
  private var columnOfCell: [Int32]
  private var program: AttackProgram
  private var costs: [Double]
  private let highest: [Double]
  private var changed: [Int] = []
  /// Programs solved.
  private(set) var programCount = 0

  /// Programs for one primary and way.
  private static let mostSolved = 40
  /// How many times the largest need a cell may move.
  private static let far = 64.0

  /// A program over all hidden cells and, unless it is `onlyHidden`, those that may be hidden.
  ///
  /// `nil` when there is no memory for it.
  init?(_ system: CellSystem, isHidden: [Bool], onlyHidden: Bool) {
    self.system = system
    let cells = isHidden.indices.filter { isHidden[$0] || !(onlyHidden || system.isKept[$0]) }
    self.cells = cells
    columnOfCell = isHidden.map { _ in -1 }
    for (place, cell) in cells.enumerated() { columnOfCell[cell] = Int32(2 * place) }
    let most =
      cells.reduce(1.0) {
        system.isPrimary[$1] ? max($0, system.need(of: $1)) : $0
      } * Self.far
    var highest: [Double] = []
    var rows: [[(row: Int32, entry: Double)]] = []
    for cell in cells {
      let own = system.linesOfCell[cell].map {
        (row: $0, entry: Double(system.sign(of: cell, in: Int($0))))
      }
      rows.append(own)
      rows.append(own.map { ($0.row, -$0.entry) })
      highest += [system.rises[cell], system.falls[cell]].map { min(most, Double($0)) }
    }
    self.highest = highest
    costs = cells.flatMap { cell in
      let cost = Self.cost(of: cell, system, isHidden: isHidden[cell])
      return [cost, cost]
    }
    guard
      let program = AttackProgram(
        bounds: highest.map { 0...$0 }, rowsOfColumn: rows,
        sums: (0..<system.lines.count).map { _ in 0 })
    else { return nil }
    self.program = program
  }

  /// Notes that the cells of a witness are hidden now.
  mutating func hide(_ witness: Witness) {
    for cell in witness.cells {
      let column = Int(columnOfCell[Int(cell)])
      costs[column] = Self.cost(of: Int(cell), system, isHidden: true)
      costs[column + 1] = costs[column]
    }
  }

  /// A witness for a primary, the cheaper of both ways; `nil` when none in whole numbers is found.
  mutating func witness(for primary: Int) -> Witness? {
    var best: (cost: Double, witness: Witness)?
    for isRise in [true, false] {
      guard let need = system.need(of: primary, isRise: isRise) else { continue }
      let column = Int(columnOfCell[primary]) + (isRise ? 0 : 1)
      setBounds(need...need, of: column)
      // Both ways at once would be no change.
      setBounds(0...0, of: column ^ 1)
      if let witness = wholeWitness(for: primary) {
        let cost = witness.cells.reduce(0) { $0 + costs[Int(columnOfCell[Int($1)])] }
        if best.map({ cost < $0.cost }) ?? true { best = (cost, witness) }
      }
      for column in changed { program.setBounds(0...highest[column], of: column) }
      changed = []
    }
    return best?.witness
  }

  /// Solves, and again with one broken number made whole after the other.
  private mutating func wholeWitness(for primary: Int) -> Witness? {
    var undo: (column: Int, bounds: ClosedRange<Double>)?
    for _ in 0..<Self.mostSolved {
      programCount += 1
      guard let values = program.minimum(of: costs, isFirst: true) else {
        guard let other = undo else { return nil }
        setBounds(other.bounds, of: other.column)
        undo = nil
        continue
      }
      if let witness = witness(values, for: primary) { return witness }
      let broken = values.indices.max {
        abs(values[$0] - values[$0].rounded()) < abs(values[$1] - values[$1].rounded())
      }
      guard let broken, abs(values[broken] - values[broken].rounded()) > 1e-5 else { return nil }
      // Away from zero first: what moves at all moves by one.
      setBounds(values[broken].rounded(.up)...highest[broken], of: broken)
      undo = (broken, 0...values[broken].rounded(.down))
    }
    return nil
  }

  private func witness(_ values: [Double], for primary: Int) -> Witness? {
    let changes = cells.indices.map { values[2 * $0] - values[2 * $0 + 1] }
    let places = changes.indices.filter { abs(changes[$0]) > 1e-6 }
    let found = FoundValues(cells: cells, values: changes)
    guard let witness = found.witness(of: places, in: system),
      let place = witness.cells.firstIndex(of: Int32(primary)),
      witness.serves(at: place, in: system)
    else { return nil }
    return witness
  }

  private mutating func setBounds(_ bounds: ClosedRange<Double>, of column: Int) {
    program.setBounds(bounds, of: column)
    changed.append(column)
  }

  private static func cost(of cell: Int, _ system: CellSystem, isHidden: Bool) -> Double {
    if !isHidden { return Double(system.hidingCosts[cell]) }
    return system.isPrimary[cell] || cell >= system.matrixCellCount ? 0.01 : 0.02
  }
}
