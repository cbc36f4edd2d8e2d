import Classifications
import Cubes

/// Deviations of a rounded matrix, worked out cell by cell from the inner counts alone.
struct NaiveLattice {
  /// For each lattice cell, row-major, the inner cells below it.
  let below: [[Int]]
  private let raw: [Int32]

  init(_ matrix: RawMatrix) {
    let inner = combinations(matrix.axes.map(\.innerCategories))
    below = combinations(matrix.axes.map { Array($0.hierarchy.categories.indices) }).map { cell in
      inner.indices.filter { place in
        zip(matrix.axes, zip(cell, inner[place])).allSatisfy { axis, categories in
          categories.0 == categories.1
            || axis.totals == .sum
              && axis.hierarchy.descendants(of: categories.0).contains(categories.1)
        }
      }
    }
    raw = matrix.innerCounts
  }

  /// The deviation of each lattice cell that is not empty.
  func deviations(_ rounded: [Int32]) -> [Int] {
    below.compactMap { cells in
      guard cells.contains(where: { raw[$0] != 0 }) else { return nil }
      return cells.reduce(0) { $0 + Int(rounded[$1]) - Int(raw[$1]) }
    }
  }

  /// All ways to round to 0 and `base`: the least sum of squares and the least largest deviation.
  func optimum(base: Int32) -> (squares: Int, largest: Int) {
    let small = raw.indices.filter { raw[$0] > 0 && raw[$0] < base }
    var (squares, largest) = (Int.max, Int.max)
    for bits in 0..<(1 << small.count) {
      var rounded = raw
      for (bit, cell) in small.enumerated() { rounded[cell] = bits >> bit & 1 == 1 ? base : 0 }
      let deviations = deviations(rounded)
      squares = min(squares, deviations.reduce(0) { $0 + $1 * $1 })
      largest = min(largest, deviations.map(abs).max() ?? 0)
    }
    return (squares, largest)
  }
}
