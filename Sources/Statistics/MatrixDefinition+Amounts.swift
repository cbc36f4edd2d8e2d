internal import Classifications
internal import Columns
internal import Cubes
internal import Publication
internal import Registers

extension MatrixDefinition {
  /// Sums an amount, or finds its medians, over `axes` of the raw matrix.
  func measure(
    _ id: String, as content: MatrixContent, matrix: String, rawAxes: [RawMatrix.Axis],
    columnAxes: [Axis], selected: BitmapColumn?, in register: Register
  ) throws(FigureTooLarge) -> RawMatrix {
    precondition(columnAxes.count == rawAxes.count, "an amount is of units in one group")
    guard let values = register.amounts[id] else {
      preconditionFailure("the register \(register.name) has no \(id)")
    }
    switch content {
    case .units:
      preconditionFailure("\(matrix) has an amount")
    case .sum(let amount):
      let tally = tallyAmounts(of: values, over: columnAxes, where: selected)
      let sums = tally.sums.map { rounded($0, to: amount.scale) }
      return RawMatrix(
        id: matrix, axes: rawAxes,
        innerCounts: try innerCounts(sums, of: matrix, axes: rawAxes),
        content: .sums(
          RawContributions(
            units: tally.contributors, largest: [tally.largest], magnitudes: tally.magnitudes)))
    case .median(let amount):
      let gathered = gatherAmounts(of: values, over: columnAxes, where: selected)
      let counts = RawMatrix(
        id: matrix, axes: rawAxes, innerCounts: gathered.map { Int32($0.count) })
      let medians = try counts.gather(gathered).map { values throws(FigureTooLarge) in
        let median = rounded(twiceMedian(values), to: 2 * amount.scale) * amount.scale
        guard abs(median) <= FigureTooLarge.largest else { throw FigureTooLarge(matrix: matrix) }
        return Int32(median)
      }
      return RawMatrix(
        id: matrix, axes: rawAxes, innerCounts: counts.innerCounts, content: .medians(medians))
    }
  }
}

extension RawMatrix {
  /// The values of each lattice cell from those of the inner cells.
  fileprivate func gather(_ inner: [[Int]]) -> [[Int]] {
    // Each inner cell goes to every combination of its categories' ancestors.
    let extents = latticeExtents
    let none: [Int] = []
    var lattice = Array(repeating: none, count: extents.reduce(1, *))
    var places = [[0]]
    for (axis, extent) in zip(axes, extents) {
      places = places.flatMap { cells in
        axis.innerCategories.map { category in
          let targets = axis.totals == .sum ? axis.hierarchy.path(to: category) : [category]
          return cells.flatMap { cell in targets.map { cell * extent + $0 } }
        }
      }
    }
    for (values, cells) in zip(inner, places) {
      for cell in cells { lattice[cell] += values }
    }
    return lattice
  }
}

/// Twice the median: the middle value, or the sum of the two in the middle; 0 of nothing.
func twiceMedian(_ values: [Int]) -> Int {
  guard !values.isEmpty else { return 0 }
  let sorted = values.sorted()
  return sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
}

/// How many times `unit` an amount is, rounded half away from zero.
func rounded(_ amount: Int, to unit: Int) -> Int {
  let magnitude = (2 * abs(amount) + unit) / (2 * unit)
  return amount < 0 ? -magnitude : magnitude
}
