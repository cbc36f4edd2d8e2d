/// Attacks a pattern with linear programs over all of its hidden cells at once.
///
/// One solution tells of all cells how far they can be from their counts; only primaries that no
/// solution moves far enough have programs of their own, and where those fail their prices make a
/// condition that the pattern breaks.
/// - Complexity: Programs of as many columns as cells are hidden, some dozens and two for each
///   exposed primary; each begins where the last one ended.
struct PatternAttack: ~Copyable {
  private let system: CellSystem
  private let isHidden: [Bool]
  private let columns: [Int]
  private let lines: [Int32]
  private var columnOfCell: [Int32]
  private var exposed: [Int]
  private var program: AttackProgram
  /// Programs solved.
  private(set) var programCount = 0
  /// Primaries that cannot differ enough.
  private(set) var openCount = 0

  /// How many conditions are looked for.
  private static let mostRows = 40
  /// How many times the largest need a cell may move.
  private static let far = 1_000.0

  /// An attack on the primaries that are `exposed`; `nil` when there is no memory for it.
  init?(_ system: CellSystem, isHidden: [Bool], exposed: [Int]) {
    self.system = system
    self.isHidden = isHidden
    let columns = isHidden.indices.filter { isHidden[$0] }
    self.columns = columns
    columnOfCell = isHidden.map { _ in -1 }
    for (column, cell) in columns.enumerated() { columnOfCell[cell] = Int32(column) }
    self.exposed = exposed
    let most = exposed.reduce(1.0) { max($0, system.need(of: $1)) } * Self.far
    var rowsOfColumn = columns.map { _ in [(row: Int32, entry: Double)]() }
    var lines: [Int32] = []
    for line in 0..<system.lines.count {
      let members = system.lines[line]
      guard members.contains(where: { isHidden[Int($0)] }) else { continue }
      for (place, cell) in members.enumerated() where isHidden[Int(cell)] {
        rowsOfColumn[Int(columnOfCell[Int(cell)])].append(
          (Int32(lines.count), place == 0 ? 1 : -1))
      }
      lines.append(Int32(line))
    }
    self.lines = lines
    let bounds = columns.map { cell in
      -min(most, Double(system.falls[cell]))...min(most, Double(system.rises[cell]))
    }
    guard
      let program = AttackProgram(
        bounds: bounds, rowsOfColumn: rowsOfColumn, sums: lines.map { _ in 0 })
    else { return nil }
    self.program = program
  }

  /// The conditions that the pattern breaks, none when every primary can differ enough.
  mutating func run(
    _ maker: CoverRowMaker, control: ProtectionControl
  ) throws(ProtectionFailure) -> [CoverRow] {
    try spread(control)
    var rows: [CoverRow] = []
    for primary in exposed {
      guard !control.isCancelled() else { throw .cancelled }
      guard rows.count < Self.mostRows else { break }
      guard exposed.contains(primary) else { continue }
      var prices: [[LinePrice]] = []
      var isReached = false
      for isRise in [true, false] where !isReached {
        guard let need = system.need(of: primary, isRise: isRise) else {
          prices.append([])
          continue
        }
        var costs = columns.map { _ in 0.0 }
        let column = Int(columnOfCell[primary])
        costs[column] = isRise ? -1 : 1
        guard let values = solve(costs) else { return rows }
        isReached = abs(values[column]) > need - 1e-6
        prices.append(wholePrices(program.prices, lines: lines, tolerance: 1e-6))
      }
      if isReached { continue }
      openCount += 1
      if let row = maker.row(for: primary, rise: prices[0], fall: prices[1]),
        !row.isMet(by: isHidden)
      {
        rows.append(row)
      }
    }
    return rows
  }

  /// Pulls all exposed primaries one way and the other together, as long as that helps.
  private mutating func spread(_ control: ProtectionControl) throws(ProtectionFailure) {
    var generator = SeededGenerator(seed: 1)
    var idle = 0
    while idle < 3, !exposed.isEmpty {
      guard !control.isCancelled() else { throw .cancelled }
      let before = exposed.count
      var costs = columns.map { _ in 0.0 }
      for cell in exposed {
        let canRise = system.need(of: cell, isRise: true) != nil
        let canFall = system.need(of: cell, isRise: false) != nil
        let isRise = canRise && (!canFall || generator.next() & 1 == 0)
        costs[Int(columnOfCell[cell])] = isRise ? -1 : 1
      }
      guard solve(costs) != nil else { return }
      idle = exposed.count < before - before / 20 ? 0 : idle + 1
    }
  }

  private mutating func solve(_ costs: [Double]) -> [Double]? {
    guard let values = program.minimum(of: costs, isFirst: programCount == 0) else { return nil }
    programCount += 1
    exposed.removeAll { cell in
      let value = values[Int(columnOfCell[cell])]
      guard let need = system.need(of: cell, isRise: value > 0) else { return false }
      return abs(value) > need - 1e-6
    }
    return values
  }
}

extension CellSystem {
  /// How far a primary must be able to rise or fall; `nil` when that way does not count.
  func need(of cell: Int, isRise: Bool) -> Double? {
    let need = isRise ? higher[cell] : lower[cell]
    let reach = isRise ? rises[cell] : falls[cell]
    return need < .max && need <= reach ? Double(need) : nil
  }
}
