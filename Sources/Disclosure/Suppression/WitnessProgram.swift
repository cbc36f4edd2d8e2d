/// Looks for small witnesses among all hidden cells of a pattern.
///
/// A primary is pulled while every other change costs a little, so that few cells change, and
/// mostly by whole numbers. Nothing changes at the start of the next program.
struct WitnessProgram: ~Copyable {
  private let system: CellSystem
  private let cells: [Int]
  private var columnOfCell: [Int32]
  private var program: AttackProgram
  private var costs: [Double]
  private var highest: [Double]
  private var changed: [Int] = []
  /// Programs solved.
  private(set) var programCount = 0

  /// What a primary gains by each unit, against 1 for what any other changes.
  private static let pull = 1e4
  /// Programs for one primary and way.
  private static let mostSolved = 30
  /// How many times the largest need a cell may move.
  private static let far = 1_000.0

  /// A program over the hidden cells; `nil` when there is no memory for it.
  init?(_ system: CellSystem, isHidden: [Bool]) {
    self.system = system
    let cells = isHidden.indices.filter { isHidden[$0] }
    self.cells = cells
    columnOfCell = isHidden.map { _ in -1 }
    for (column, cell) in cells.enumerated() { columnOfCell[cell] = Int32(2 * column) }
    let most =
      cells.reduce(1.0) {
        system.isPrimary[$1] ? max($0, system.need(of: $1)) : $0
      } * Self.far
    var rowOfLine: [Int32: Int32] = [:]
    var rows: [[(row: Int32, entry: Double)]] = []
    highest = []
    for cell in cells {
      var own: [(row: Int32, entry: Double)] = []
      for line in system.linesOfCell[cell] {
        let row = rowOfLine[line, default: Int32(rowOfLine.count)]
        rowOfLine[line] = row
        own.append((row, Double(system.sign(of: cell, in: Int(line)))))
      }
      rows.append(own)
      rows.append(own.map { ($0.row, -$0.entry) })
      highest += [system.rises[cell], system.falls[cell]].map { min(most, Double($0)) }
    }
    costs = highest.map { _ in 1 }
    guard
      let program = AttackProgram(
        bounds: highest.map { 0...$0 }, rowsOfColumn: rows, sums: rowOfLine.map { _ in 0 })
    else { return nil }
    self.program = program
  }

  /// A witness for a primary, when one in whole numbers is found.
  mutating func witness(for primary: Int) -> Witness? {
    for isRise in [true, false] {
      guard let need = system.need(of: primary, isRise: isRise) else { continue }
      let column = Int(columnOfCell[primary]) + (isRise ? 0 : 1)
      costs[column] = -Self.pull
      setBounds(0...need, of: column)
      // Both ways at once would be no change.
      setBounds(0...0, of: column ^ 1)
      let witness = wholeWitness(for: primary, column: column, need: need)
      costs[column] = 1
      for changed in changed { program.setBounds(0...highest[changed], of: changed) }
      changed = []
      if let witness { return witness }
    }
    return nil
  }

  /// Solves, and again with one broken number made whole after the other.
  private mutating func wholeWitness(
    for primary: Int, column: Int, need: Double
  ) -> Witness? {
    var undo: (column: Int, bounds: ClosedRange<Double>)?
    for _ in 0..<Self.mostSolved {
      let values = program.minimum(of: costs, isFirst: false)
      programCount += 1
      guard let values, values[column] > need - 1e-6 else {
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
    let found = FoundValues(cells: cells, values: changes)
    let places = changes.indices.filter { abs(changes[$0]) > 1e-6 }
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
}
