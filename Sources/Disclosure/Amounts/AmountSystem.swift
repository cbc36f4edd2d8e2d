import Classifications
import Cubes
import Publication

/// The cells of one matrix of sums, with who contributes to them.
///
/// Everyone knows that nobody has an amount where the release says that nobody is, so that those
/// cells are left out. Every other one may be hidden, one with a sum of 0 as well.
struct AmountSystem {
  /// The cells and the equations between them.
  private(set) var cells: CellSystem
  private let rule: AmountRule
  /// The axis along which each line adds up.
  private var axisOfLine: [Int] = []
  /// Who contributes to each cell.
  private var contributions: [Contributions] = []

  /// The sums of a period.
  /// - Precondition: all axes add up, no unit is in two inner cells, and the matrix has as many of
  ///   the largest contributions as the rule looks at.
  init(
    _ matrix: RawMatrix, described: MatrixDescription, units: UnitCounts, rule: AmountRule,
    isBarred: [Bool], dimensions: [Dimension]
  ) throws(ProtectionFailure) {
    guard case .sum(let amount) = described.content else {
      preconditionFailure("\(described.id) has sums")
    }
    self.rule = rule
    cells = CellSystem()
    let sums = matrix.lattice
    let all = matrix.latticeContributions
    precondition(all.largest.count >= rule.ranks, "the rule looks at what there is")
    var places = Array(repeating: Int32(-1), count: sums.count)
    for place in sums.indices
    where (isBarred.isEmpty || !isBarred[place]) && !units.isKnownEmpty[place] {
      places[place] = Int32(cells.counts.count)
      let own = Contributions(
        units: all.units[place], ranked: all.largest.map { $0[place] },
        magnitudes: all.magnitudes[place])
      contributions.append(own)
      let isSensitive =
        units.mayBeFewer(than: rule.fewestUnits, at: place) || rule.isSensitive(own)
      cells.append(
        sums[place], isPrimary: isSensitive,
        fall: amount.canBeNegative ? .max : sums[place],
        rise: amount.mostOfUnit.map { Self.rise(to: $0, of: units.counts[place], sums[place]) }
          ?? .max,
        need: rule.needed(of: own, scale: amount.scale),
        hidingCost: HidingCost.information.cost(ofHiding: units.counts[place]))
    }
    let shape = LatticeShape(description: described, dimensions: dimensions)
    axisOfLine = try cells.addLines(of: matrix, places: places, shape: shape)
    cells.grids = [CellGrid(matrix.axes, described: described, shape: shape)]
    cells.findHomes(dimensionCount: dimensions.count)
  }

  private static func rise(to most: Int, of units: Int32, _ sum: Int32) -> Int32 {
    Int32(clamping: max(0, most * Int(units) - Int(sum)))
  }

  /// Hides what must be hidden, and as much more as it takes.
  ///
  /// Where the hidden parts of a published sum are few units' together, or one unit's, their sum is
  /// public by subtraction: one more of them is hidden, and the search begins anew.
  mutating func protected(
    seed: UInt64, control: ProtectionControl
  ) throws(ProtectionFailure) -> Suppression {
    while true {
      var suppression = Suppression(cells, seed: seed, mayEase: false)
      try suppression.run(control: control)
      guard let cell = cellToHide(suppression.isHidden) else { return suppression }
      cells.isPrimary[cell] = true
    }
  }

  /// A cell to hide because the hidden cells beside it may not be shown together; `nil` when there
  /// is none.
  private func cellToHide(_ isHidden: [Bool]) -> Int? {
    for line in 0..<cells.lines.count {
      guard let parent = cells.lines[line].first, !isHidden[Int(parent)] else { continue }
      let parts = cells.lines[line].dropFirst().map(Int.init)
      let finest = parts.flatMap { finestParts(of: $0, alongAxisOf: line, isHidden) }
      for known in [parts, finest] where isSensitive(known.filter { isHidden[$0] }) {
        return ([Int(parent)] + known).filter { !isHidden[$0] }
          .min { (cells.hidingCosts[$0], $0) < (cells.hidingCosts[$1], $1) }
      }
    }
    return nil
  }

  /// A cell, or when it is hidden all that it is made of along an axis: what is published of that
  /// can be taken from a sum that holds the cell.
  private func finestParts(of cell: Int, alongAxisOf line: Int, _ isHidden: [Bool]) -> [Int] {
    let below = cells.linesOfCell[cell].map(Int.init).first {
      axisOfLine[$0] == axisOfLine[line] && cells.sign(of: cell, in: $0) == 1
    }
    guard isHidden[cell], let below else { return [cell] }
    return cells.lines[below].dropFirst().map(Int.init)
      .flatMap { finestParts(of: $0, alongAxisOf: line, isHidden) }
  }

  /// Whether cells that have no unit in common may not be shown together.
  private func isSensitive(_ together: [Int]) -> Bool {
    rule.isSensitive(
      Contributions(
        units: together.reduce(0) { $0 + contributions[$1].units },
        ranked: Array(
          together.flatMap { contributions[$0].ranked }.sorted(by: >).prefix(rule.ranks)),
        magnitudes: together.reduce(0) { $0 + contributions[$1].magnitudes }))
  }
}

extension CellSystem {
  /// Adds a cell.
  mutating func append(
    _ count: Int32, isPrimary: Bool, fall: Int32, rise: Int32,
    need: (higher: Int32, lower: Int32), hidingCost: Int
  ) {
    counts.append(count)
    self.isPrimary.append(isPrimary)
    isKept.append(false)
    falls.append(fall)
    rises.append(rise)
    higher.append(need.higher)
    lower.append(need.lower)
    hidingCosts.append(hidingCost)
  }

  /// Adds the equations of the only matrix, when all of its cells are there; the axis of each.
  fileprivate mutating func addLines(
    of matrix: RawMatrix, places: [Int32], shape: LatticeShape
  ) throws(ProtectionFailure) -> [Int] {
    var axes: [Int] = []
    cellAtPlace = [places]
    matrixCellCount = counts.count
    for (axis, stride) in shape.strides.enumerated() {
      let hierarchy = matrix.axes[axis].hierarchy
      for block in 0..<places.count / (stride * hierarchy.count) {
        for category in hierarchy.categories.indices where !hierarchy.children[category].isEmpty {
          for rest in 0..<stride {
            func cell(_ category: Int) -> Int32 {
              places[(block * hierarchy.count + category) * stride + rest]
            }
            let parent = cell(category)
            let children = hierarchy.children[category].map(cell).filter { $0 >= 0 }
            guard parent >= 0 else { continue }
            let sum = children.reduce(0) { $0 + Int(counts[Int($1)]) }
            guard sum == Int(counts[Int(parent)]) else {
              throw .doesNotAddUp(matrix: matrix.id)
            }
            lines.append([parent] + children)
            axes.append(axis)
          }
        }
      }
    }
    linesOfCell = Incidence(inverting: lines, count: counts.count)
    return axes
  }
}
