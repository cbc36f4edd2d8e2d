import Classifications
import Cubes
import Disclosure
import Publication

/// Units with an amount each, counted and summed over flat dimensions.
struct AmountFixture {
  /// A unit: its value along each dimension, from 0, and its amount.
  struct Unit {
    var values: [Int]
    var amount: Int
  }
  let dimensions: [Publication.Dimension]
  let units: [Unit]
  var canBeNegative = false
  var mostOfUnit: Int?
  var scale = 1

  init(_ extents: [Int], _ units: [Unit]) {
    dimensions = extents.enumerated().map { flat("d\($0)", $1) }
    self.units = units
  }

  /// A table of amounts of the units of each inner cell, row-major over `extents`.
  init(_ extents: [Int], cells: [[Int]]) {
    let places = combinations(extents.map { Array(0..<$0) })
    self.init(
      extents,
      zip(places, cells).flatMap { place, amounts in
        amounts.map { Unit(values: place, amount: $0) }
      })
  }

  private func inner(_ value: ([Unit]) -> Int) -> [Int] {
    combinations(dimensions.map { Array(0..<$0.hierarchy.leaves.count) })
      .map { place in value(units.filter { $0.values == place }) }
  }

  var counts: RawMatrix {
    RawMatrix(id: "units", axes: axes, innerCounts: inner(\.count).map { Int32($0) })
  }

  var sums: RawMatrix {
    RawMatrix(
      id: "sums", axes: axes,
      innerCounts: inner { $0.reduce(0) { $0 + $1.amount } }.map {
        Int32((Double($0) / Double(scale)).rounded())
      },
      content: .sums(
        RawContributions(
          units: inner { $0.count { $0.amount != 0 } },
          largest: (0..<3).map { rank in
            inner { units in
              let amounts = units.map { abs($0.amount) }.sorted(by: >)
              return rank < amounts.count ? amounts[rank] : 0
            }
          },
          magnitudes: inner { $0.reduce(0) { $0 + abs($1.amount) } })))
  }

  private var axes: [RawMatrix.Axis] {
    dimensions.map { RawMatrix.Axis(hierarchy: $0.hierarchy, totals: .sum) }
  }

  var description: StatisticDescription {
    let text = Label("text")
    let axes = dimensions.indices.map { MatrixAxis(dimension: $0, depth: 1) }
    let amount = AmountDescription(
      id: "amount", scale: scale, units: 0, canBeNegative: canBeNegative, mostOfUnit: mostOfUnit)
    return StatisticDescription(
      id: "s", title: text, agency: text, period: "2022", unit: text, source: text,
      policy: PolicyDescription(name: text, sentence: "", explanation: text, source: ""),
      dimensions: dimensions,
      matrices: [
        MatrixDescription(id: "units", label: text, axes: axes),
        MatrixDescription(id: "sums", label: text, axes: axes, content: .sum(amount)),
      ], tables: [], notes: [])
  }

  static let hidden = Policy.suppression(SuppressionRule(threshold: 4))
  static let rounded = Policy.smallCountRounding(base: 3, sweeps: 25)

  func protected(
    _ policy: Policy = hidden, rule: AmountRule = AmountRule(), seed: UInt64 = 1
  ) throws -> (release: Release, report: ProtectionReport) {
    try protect(
      [counts, sums], description: description, policy: policy, amounts: rule, seed: seed,
      provenance: "test", control: ProtectionControl(lanes: 1))
  }
}

/// What a release says of the sums of flat dimensions, and what follows from it.
struct AmountKnowledge {
  /// The figure of each lattice cell, row-major; `nil` where it is hidden.
  let figures: [Int?]
  /// Each a total and its parts.
  let equations: [(total: Int, parts: [Int])]

  /// Of matrix number `matrix`; made from the release and its description alone.
  init(_ release: Release, matrix: Int = 1) {
    let described = release.description.matrices[matrix]
    let extents = described.axes.map {
      release.description.dimensions[$0.dimension].hierarchy.count
    }
    let cells = combinations(extents.map { Array(0..<$0) })
    figures = cells.map { release.matrices[matrix].figure(at: $0).value }
    func place(_ cell: [Int]) -> Int { zip(cell, extents).reduce(0) { $0 * $1.1 + $1.0 } }
    var equations: [(Int, [Int])] = []
    for cell in cells {
      for axis in extents.indices where cell[axis] == 0 {
        let parts = (1..<extents[axis]).map { value -> Int in
          var part = cell
          part[axis] = value
          return place(part)
        }
        equations.append((place(cell), parts))
      }
    }
    self.equations = equations.map { (total: $0.0, parts: $0.1) }
  }

  /// The hidden cells whose sum follows from the equations: Gauss-Jordan elimination over exact
  /// fractions.
  var determined: Set<Int> {
    let unknowns = figures.indices.filter { figures[$0] == nil }
    let column = Dictionary(uniqueKeysWithValues: unknowns.enumerated().map { ($1, $0) })
    var rows = equations.map { equation -> [Ratio] in
      var row = unknowns.map { _ in Ratio(0) }
      if let place = column[equation.total] { row[place] = Ratio(-1) }
      for part in equation.parts { if let place = column[part] { row[place] = Ratio(1) } }
      return row
    }
    var pivots: [Int] = []
    for place in unknowns.indices {
      guard let pivot = rows[pivots.count...].firstIndex(where: { $0[place] != Ratio(0) }) else {
        continue
      }
      rows.swapAt(pivots.count, pivot)
      let own = rows[pivots.count].map { $0 / rows[pivots.count][place] }
      rows[pivots.count] = own
      for row in rows.indices where row != pivots.count {
        let times = rows[row][place]
        rows[row] = zip(rows[row], own).map { $0 - times * $1 }
      }
      pivots.append(place)
      if pivots.count == rows.count { break }
    }
    return Set(
      pivots.enumerated()
        .filter { index, _ in rows[index].count { $0 != Ratio(0) } == 1 }
        .map { unknowns[$0.element] })
  }
}

/// An exact fraction in lowest terms.
struct Ratio: Equatable {
  let numerator: Int
  let denominator: Int

  init(_ numerator: Int, over denominator: Int = 1) {
    var (a, b) = (abs(numerator), abs(denominator))
    while b != 0 { (a, b) = (b, a % b) }
    let sign = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / max(1, a)
    self.denominator = sign * denominator / max(1, a)
  }

  static func * (left: Ratio, right: Ratio) -> Ratio {
    Ratio(left.numerator * right.numerator, over: left.denominator * right.denominator)
  }
  static func / (left: Ratio, right: Ratio) -> Ratio {
    Ratio(left.numerator * right.denominator, over: left.denominator * right.numerator)
  }
  static func - (left: Ratio, right: Ratio) -> Ratio {
    Ratio(
      left.numerator * right.denominator - right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }
}
