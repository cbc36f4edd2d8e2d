/// Looks for a witness for every primary cell, and hides more cells where there is none.
///
/// Each program gives one table that often serves many primaries. A witness stays one when more
/// cells are hidden, so that the search only goes forward.
struct WitnessSearch {
  /// Whether each cell is hidden. Complements always are.
  private(set) var isHidden: [Bool]
  /// Tables that agree with all that is published.
  private(set) var witnesses: [Witness] = []
  /// For each cell the witnesses in which it differs.
  private(set) var witnessesOfCell: [[Int32]]
  /// Programs solved.
  private(set) var programCount = 0
  private let system: CellSystem
  private var generator: SeededGenerator

  init(_ system: CellSystem, isHidden: [Bool], seed: UInt64) {
    self.system = system
    self.isHidden = isHidden
    witnessesOfCell = Array(repeating: [], count: isHidden.count)
    generator = SeededGenerator(seed: seed)
  }

  /// Whether a primary cell still lacks a witness.
  func isExposed(_ cell: Int) -> Bool { system.isPrimary[cell] && witnessesOfCell[cell].isEmpty }

  /// Finds a witness for `centre`, hiding more cells when it must.
  mutating func protect(_ centre: Int) throws(ProtectionFailure) {
    var place = Neighbourhood(
      around: centre, in: system, isHidden: isHidden, limit: 150, cheapest: 0)
    seekShared(centre, in: place)
    if !isExposed(centre) { return }
    for (limit, cheapest) in [(600, 0), (400, 3), (2_000, 8), (Int.max, Int.max)] {
      place = Neighbourhood(
        around: centre, in: system, isHidden: isHidden, limit: limit, cheapest: cheapest)
      for divisor: Int32 in cheapest == 0 ? 1...1 : 1...3 {
        seekCheapest(centre, in: place, divisor: divisor)
        if !isExposed(centre) { return }
      }
    }
    throw .notProtected
  }

  /// Looks for a table in which many exposed cells differ at once, among hidden cells only.
  private mutating func seekShared(_ centre: Int, in place: Neighbourhood) {
    var program = LinearProgram(rowCount: place.rowOfLine.count)
    for cell in place.cells {
      var cost = 0.0
      if cell == centre {
        cost = -3
      } else if isExposed(cell) {
        cost = system.slack(cell) > 0 && generator.next() & 1 == 0 ? 1 : -1
      }
      program.addColumn(
        -Double(min(2, system.slack(cell)))...2, cost: cost, rows: rows(of: cell, in: place))
    }
    programCount += 1
    guard let values = program.minimum(startsFeasible: true) else { return }
    record(place.cells, values)
  }

  /// Looks for a table in which `centre` differs and that hides as little more as it can.
  ///
  /// With a `divisor` the table is looked for among those that can be scaled up by it.
  private mutating func seekCheapest(_ centre: Int, in place: Neighbourhood, divisor: Int32) {
    var best: (cost: Double, values: [Double])?
    for direction in system.slack(centre) >= divisor ? [1.0, -1.0] : [1.0] {
      let found = cheapestChange(of: centre, by: direction, in: place, divisor: divisor)
      guard let values = found else { continue }
      let cost = zip(place.cells, values).reduce(0.0) { $0 + abs($1.1) * hidingCost($1.0) }
      if best.map({ cost < $0.cost }) ?? true { best = (cost, values) }
    }
    guard let best else { return }
    for (cell, value) in zip(place.cells, best.values) where abs(value) > 1e-4 {
      isHidden[cell] = true
    }
    record(place.cells, best.values)
  }

  private func hidingCost(_ cell: Int) -> Double {
    if !isHidden[cell] { return Double(system.hidingCosts[cell]) }
    return system.isPrimary[cell] || cell >= system.matrixCellCount
      ? 0.01 : 0.01 + 0.001 * Double(system.hidingCosts[cell])
  }

  private mutating func cheapestChange(
    of centre: Int, by change: Double, in place: Neighbourhood, divisor: Int32
  ) -> [Double]? {
    let reach = 64.0
    var program = LinearProgram(rowCount: place.rowOfLine.count)
    for cell in place.cells {
      let fall = min(reach, Double(system.slack(cell) / divisor))
      let rows = rows(of: cell, in: place)
      if cell == centre {
        program.addColumn(change...change, cost: 0, rows: rows)
      } else {
        program.addColumn(0...reach, cost: hidingCost(cell), rows: rows)
        if fall > 0 { program.addColumn(-fall...0, cost: -hidingCost(cell), rows: rows) }
      }
    }
    programCount += 1
    guard let columns = program.minimum(startsFeasible: false) else { return nil }
    // The centre has one column; another cell a rising one and, when it can fall, a falling one.
    var next = 0
    return place.cells.map { cell in
      let width = cell == centre || system.slack(cell) / divisor == 0 ? 1 : 2
      defer { next += width }
      return columns[next] + (width == 2 ? columns[next + 1] : 0)
    }
  }

  private func rows(of cell: Int, in place: Neighbourhood) -> [(row: Int32, entry: Double)] {
    system.linesOfCell[cell].compactMap { line in
      place.rowOfLine[Int(line)].map { ($0, Double(system.sign(of: cell, in: Int(line)))) }
    }
  }

  /// Keeps a solution as a witness when it, or a multiple of it, is one.
  private mutating func record(_ cells: [Int], _ values: [Double]) {
    for factor in 1...4 {
      let changes = values.map { ($0 * Double(factor)).rounded() }
      let isWhole = zip(changes, values).allSatisfy { abs($0 - $1 * Double(factor)) < 1e-3 }
      guard isWhole else { continue }
      let differing = cells.indices.filter { changes[$0] != 0 }
      let witness = Witness(
        cells: differing.map { Int32(cells[$0]) }, changes: differing.map { Int32(changes[$0]) })
      guard !differing.isEmpty, witness.holds(in: system, isHidden: isHidden) else { continue }
      for cell in witness.cells {
        witnessesOfCell[Int(cell)].append(Int32(witnesses.count))
      }
      witnesses.append(witness)
      return
    }
  }
}
