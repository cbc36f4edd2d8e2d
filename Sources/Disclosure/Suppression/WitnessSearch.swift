/// Looks for a witness for every primary cell, and hides more cells where there is none.
///
/// Each program gives one table that often serves many primaries. A witness stays one when more
/// cells are hidden, so that the search only goes forward.
struct WitnessSearch {
  /// Whether each cell is hidden, as complements always are.
  private(set) var isHidden: [Bool]
  /// Tables that agree with all that is published.
  private(set) var witnesses: [Witness] = []
  /// For each cell the witnesses in which it differs enough.
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
    for (limit, cheapest) in [(600, 0), (1_000, 12), (3_000, 30), (Int.max, Int.max)] {
      place = Neighbourhood(
        around: centre, in: system, isHidden: isHidden, limit: limit, cheapest: cheapest)
      seekCheapest(centre, in: place)
      if !isExposed(centre) { return }
    }
    throw .notProtected
  }

  /// Looks for a table in which many exposed cells differ at once, among hidden cells only.
  private mutating func seekShared(_ centre: Int, in place: Neighbourhood) {
    var program = LinearProgram(rowCount: Int(place.rowCount))
    let range = 2 * Double(system.needs[centre])
    for cell in place.cells {
      var cost = 0.0
      if cell == centre {
        cost = -3
      } else if isExposed(cell) {
        cost = system.slack(cell) > 0 && generator.next() & 1 == 0 ? 1 : -1
      }
      program.addColumn(
        reach(of: cell, within: range), cost: cost, rows: rows(of: cell, in: place))
    }
    programCount += 1
    guard let values = program.minimum(startsFeasible: true) else { return }
    record(place.cells, values)
  }

  /// Looks for a table in which `centre` differs and that hides as little more as it can.
  private mutating func seekCheapest(_ centre: Int, in place: Neighbourhood) {
    var best: (cost: Double, values: [Double])?
    let need = system.needs[centre]
    let changes = [
      system.rises[centre] >= need ? [Double(need)] : [],
      system.slack(centre) >= need ? [-Double(need)] : [],
    ].flatMap(\.self)
    for change in changes {
      guard let values = wholeChange(of: centre, by: change, in: place) else { continue }
      let cost = zip(place.cells, values).reduce(0.0) { $0 + abs($1.1) * hidingCost($1.0) }
      if best.map({ cost < $0.cost }) ?? true { best = (cost, values) }
      let isFree = zip(place.cells, values).allSatisfy { isHidden[$0] || $1 == 0 }
      if isFree { break }
    }
    guard let best else { return }
    for (cell, value) in zip(place.cells, best.values) where value != 0 { isHidden[cell] = true }
    record(place.cells, best.values)
  }

  /// A cheap change in whole numbers, found by fixing one broken number after the other.
  private mutating func wholeChange(
    of centre: Int, by change: Double, in place: Neighbourhood
  ) -> [Double]? {
    var bounds = place.cells.map { cell in
      cell == centre ? change...change : reach(of: cell, within: 64 * abs(change))
    }
    var undo: (cell: Int, bounds: ClosedRange<Double>)?
    for _ in 0..<40 {
      guard let values = cheapestChange(within: bounds, in: place) else {
        guard let other = undo else { return nil }
        bounds[other.cell] = other.bounds
        undo = nil
        continue
      }
      let broken = values.indices.max {
        abs(values[$0] - values[$0].rounded()) < abs(values[$1] - values[$1].rounded())
      }
      guard let broken, abs(values[broken] - values[broken].rounded()) > 1e-3 else {
        return values.map { $0.rounded() }
      }
      // Away from zero first: what moves at all moves by one.
      let range = bounds[broken]
      let above = values[broken].rounded(.up)...range.upperBound
      let below = range.lowerBound...values[broken].rounded(.down)
      bounds[broken] = values[broken] > 0 ? above : below
      undo = (broken, values[broken] > 0 ? below : above)
    }
    return nil
  }

  private func hidingCost(_ cell: Int) -> Double {
    if !isHidden[cell] { return Double(system.hidingCosts[cell]) }
    return system.isPrimary[cell] || cell >= system.matrixCellCount
      ? 0.01 : 0.01 + 0.001 * Double(system.hidingCosts[cell])
  }

  private mutating func cheapestChange(
    within bounds: [ClosedRange<Double>], in place: Neighbourhood
  ) -> [Double]? {
    var program = LinearProgram(rowCount: Int(place.rowCount))
    for (cell, range) in zip(place.cells, bounds) {
      // What a cell costs rises both ways from 0, so that it takes a column for either way.
      let rows = rows(of: cell, in: place)
      let cost = hidingCost(cell)
      program.addColumn(
        max(0, range.lowerBound)...max(0, range.upperBound), cost: cost, rows: rows)
      program.addColumn(
        min(0, range.lowerBound)...min(0, range.upperBound), cost: -cost, rows: rows)
    }
    programCount += 1
    guard let columns = program.minimum(startsFeasible: false) else { return nil }
    return place.cells.indices.map { columns[2 * $0] + columns[2 * $0 + 1] }
  }

  /// How far a cell can be below and above its count, at most `range`.
  private func reach(of cell: Int, within range: Double) -> ClosedRange<Double> {
    -min(range, Double(system.slack(cell)))...min(range, Double(system.rises[cell]))
  }

  private func rows(of cell: Int, in place: Neighbourhood) -> [(row: Int32, entry: Double)] {
    system.linesOfCell[cell].map { line in
      (place.rowOfLine[Int(line)], Double(system.sign(of: cell, in: Int(line))))
    }
  }

  /// Keeps a solution as a witness when it, or a multiple of it, is one.
  private mutating func record(_ cells: [Int], _ values: [Double]) {
    for factor in 1...4 {
      let changes = values.map { ($0 * Double(factor)).rounded() }
      let isWhole = zip(changes, values).allSatisfy {
        abs($0 - $1 * Double(factor)) < 1e-3 && Int32(exactly: $0) != nil
      }
      guard isWhole else { continue }
      let differing = cells.indices.filter { changes[$0] != 0 }
      let witness = Witness(
        cells: differing.map { Int32(cells[$0]) }, changes: differing.map { Int32(changes[$0]) })
      guard !differing.isEmpty, witness.holds(in: system, isHidden: isHidden) else { continue }
      for place in witness.cells.indices where witness.serves(at: place, in: system) {
        witnessesOfCell[Int(witness.cells[place])].append(Int32(witnesses.count))
      }
      witnesses.append(witness)
      return
    }
  }
}
