/// Looks for other tables in which a cell differs enough, with the pattern as it stands.
///
/// Whoever holds one works alone: what it finds depends on nothing but the system, the pattern and
/// the cell, so that many can look at once.
struct WitnessFinder {
  /// Whether each cell is hidden, as complements always are.
  var isHidden: [Bool]
  /// Whether each primary still lacks a witness.
  var isExposed: [Bool]
  /// Programs solved.
  var programCount = 0
  let system: CellSystem
  var region: SearchRegion

  private var generator: SeededGenerator
  private let hideableCount: Int
  private let effort: SuppressionEffort

  /// About how many cells of few categories are looked at, first few, then more.
  private static let sizes = [SuppressionEffort.brief: [80, 250, 1_000], .thorough: [600, 2_000]]

  /// The regions in which something cheap to hide is looked for when it is not among few
  /// categories: at most so many cells, and so many published ones of each line.
  private static let wider = [(limit: 400, cheapest: 4), (1_200, 12), (3_000, 30), (12_000, .max)]

  /// A finder that looks in `region`, one of `system`.
  init(
    _ system: CellSystem, isHidden: [Bool], isExposed: [Bool], region: SearchRegion,
    effort: SuppressionEffort, generator: SeededGenerator
  ) {
    self.generator = generator
    // Small systems are searched from cell to cell first, which leaves little for categories.
    self.effort = system.isSmall ? .brief : effort
    self.system = system
    hideableCount = system.isKept.count { !$0 }
    self.isHidden = isHidden
    self.isExposed = isExposed
    self.region = region
  }

  /// Gives the region back for the next finder.
  consuming func takeRegion() -> SearchRegion { region }

  /// Hides what witnesses need hidden, and counts whom they serve.
  mutating func take(_ witnesses: [Witness]) {
    for witness in witnesses {
      for (place, cell) in witness.cells.map(Int.init).enumerated() {
        isHidden[cell] = true
        if witness.serves(at: place, in: system) { isExposed[cell] = false }
      }
    }
  }

  /// Witnesses among hidden cells around `centre`, which serve as many as possible; none need serve
  /// the centre.
  mutating func shared(for centre: Int) -> [Witness] {
    region.fill(around: centre, in: system, isHidden: isHidden, limit: 150, cheapest: 0)
    guard let values = mostSeveral(centre) else { return [] }
    let found = FoundValues(cells: region.cells, values: values)
    return found.parts(in: system).compactMap { found.witness(of: $0, in: system) }
      .filter { witness in
        witness.cells.indices.contains {
          isExposed[Int(witness.cells[$0])] && witness.serves(at: $0, in: system)
        }
      }
  }

  /// A witness for `centre`, with cells that are not hidden yet as cheap as can be found.
  ///
  /// `nil` when there is none at no more than `mostCost`.
  mutating func cheapest(for centre: Int, mostCost: Int) -> Witness? {
    // Near cells are cheaper where they are enough; in many dimensions they seldom are.
    if system.isSmall {
      let found = cheapest(for: centre, in: Self.wider[0])
      if let found, cost(of: found) <= mostCost { return found }
      if isWhole { return nil }
    }
    for size in Self.sizes[effort, default: []] {
      fill(around: centre, size: size)
      if let found = cheapestHere(for: centre), cost(of: found) <= mostCost { return found }
    }
    // Where something cheap was wanted, it was not there; else anything will do.
    guard mostCost == .max else { return nil }
    for size in Self.wider {
      if let found = cheapest(for: centre, in: size) { return found }
      if isWhole { return nil }
    }
    return nil
  }

  /// Whether the region has every cell that may be hidden.
  private var isWhole: Bool { region.cells.count >= hideableCount }

  private mutating func cheapest(
    for centre: Int, in size: (limit: Int, cheapest: Int)
  ) -> Witness? {
    region.fill(
      around: centre, in: system, isHidden: isHidden, limit: size.limit, cheapest: size.cheapest)
    return cheapestHere(for: centre)
  }

  /// Takes the cells of few categories around `centre`.
  private mutating func fill(around centre: Int, size: Int) {
    let categories = SubLattice(
      around: centre, size: Int(Double(size) / system.density),
      everyDimension: !system.isHuge || effort == .thorough, in: system, isHidden: isHidden,
      generator: &generator)
    region.fill(
      with: categories.cells(around: centre, in: system, isHidden: isHidden), in: system)
  }

  /// What it costs to hide the cells of a witness that are not hidden.
  func cost(of witness: Witness) -> Int {
    witness.cells.reduce(0) { $0 + (isHidden[Int($1)] ? 0 : system.hidingCosts[Int($1)]) }
  }

  /// Values in the region that serve as many exposed cells as possible, the centre above all.
  private mutating func mostSeveral(_ centre: Int) -> [Double]? {
    var program = LinearProgram(rowCount: Int(region.rowCount))
    let isRise = system.rises[centre] >= system.higher[centre] && system.higher[centre] < .max
    let far = 4 * system.need(of: centre)
    for cell in region.cells {
      let weight = cell == centre ? 20.0 : isExposed[cell] ? 1.0 : 0
      let isUp = cell == centre ? isRise : system.higher[cell] < .max && (cell & 3 != 0 || isRise)
      let bounds: ClosedRange<Double>
      if weight > 0, isUp {
        bounds = reach(of: cell, below: far, above: Double(system.higher[cell]))
      } else if weight > 0, system.lower[cell] < .max {
        bounds = reach(of: cell, below: Double(system.lower[cell]), above: far)
      } else {
        bounds = reach(of: cell, below: far, above: far)
      }
      program.addColumn(
        bounds, cost: isUp ? -weight : weight, rows: region.rows(of: cell, in: system))
    }
    programCount += 1
    return program.minimum(startsFeasible: true)?.columns
  }

  /// A witness in the region that hides as little more as it can.
  private mutating func cheapestHere(for centre: Int) -> Witness? {
    var best: (cost: Int, witness: Witness)?
    var changes: [Int32] = []
    if system.rises[centre] >= system.higher[centre], system.higher[centre] < .max {
      changes.append(system.higher[centre])
    }
    if system.falls[centre] >= system.lower[centre], system.lower[centre] < .max {
      changes.append(-system.lower[centre])
    }
    for change in changes {
      guard let values = wholeChange(of: centre, by: Double(change)),
        let found = FoundValues(cells: region.cells, values: values)
          .witness(of: Array(values.indices), in: system),
        found.cells.indices.contains(where: {
          found.cells[$0] == Int32(centre) && found.serves(at: $0, in: system)
        })
      else { continue }
      let cost = cost(of: found)
      if best.map({ cost < $0.cost }) ?? true { best = (cost, found) }
      if cost == 0 { break }
    }
    return best?.witness
  }

  /// A cheap change in whole numbers, found by fixing one broken number after the other.
  private mutating func wholeChange(of centre: Int, by change: Double) -> [Double]? {
    var bounds = region.cells.map { cell in
      cell == centre
        ? change...change : reach(of: cell, below: 64 * abs(change), above: 64 * abs(change))
    }
    // What moves far costs no more than what moves by one: slopes fall where it did.
    var slopes = region.cells.map(hidingSlope)
    guard let first = cheapestChange(within: bounds, slopes: slopes) else { return nil }
    let hidesNothing = region.cells.indices.allSatisfy {
      isHidden[region.cells[$0]] || first[$0] == 0
    }
    if hidesNothing, first.allSatisfy({ abs($0 - $0.rounded()) < 1e-3 }) { return first }
    for (place, cell) in region.cells.enumerated() where !isHidden[cell] && first[place] != 0 {
      slopes[place] /= max(1, abs(first[place]))
    }
    var undo: (cell: Int, bounds: ClosedRange<Double>)?
    for _ in 0..<40 {
      guard let values = cheapestChange(within: bounds, slopes: slopes) else {
        guard let other = undo else { return nil }
        bounds[other.cell] = other.bounds
        undo = nil
        continue
      }
      let broken = values.indices.max {
        abs(values[$0] - values[$0].rounded()) < abs(values[$1] - values[$1].rounded())
      }
      guard let broken, abs(values[broken] - values[broken].rounded()) > 1e-3 else {
        return values
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

  private func hidingSlope(_ cell: Int) -> Double {
    if !isHidden[cell] { return Double(system.hidingCosts[cell]) }
    return system.isPrimary[cell] || cell >= system.matrixCellCount ? 0.01 : 0.02
  }

  private mutating func cheapestChange(
    within bounds: [ClosedRange<Double>], slopes: [Double]
  ) -> [Double]? {
    var program = LinearProgram(rowCount: Int(region.rowCount))
    for (place, cell) in region.cells.enumerated() {
      // What a cell costs rises both ways from 0, so that it takes a column for either way.
      let rows = region.rows(of: cell, in: system)
      let range = bounds[place]
      program.addColumn(
        max(0, range.lowerBound)...max(0, range.upperBound), cost: slopes[place], rows: rows)
      program.addColumn(
        min(0, range.lowerBound)...min(0, range.upperBound), cost: -slopes[place], rows: rows)
    }
    programCount += 1
    guard let columns = program.minimum(startsFeasible: false)?.columns else { return nil }
    return region.cells.indices.map { columns[2 * $0] + columns[2 * $0 + 1] }
  }

  /// How far a cell can be below and above its count.
  func reach(
    of cell: Int, below: Double, above: Double
  ) -> ClosedRange<Double> {
    -min(below, Double(system.falls[cell]))...min(above, Double(system.rises[cell]))
  }
}
