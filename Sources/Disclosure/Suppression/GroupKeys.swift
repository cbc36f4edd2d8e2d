import Classifications
import Publication

/// Numbers for groups, so that those of several matrices can be told to be the same.
struct GroupKeys {
  /// What one step along each dimension adds, then how many numbers there are.
  private let strides: [Int]
  private let dimensions: [Dimension]

  /// Numbers for the groups of a statistic.
  /// - Precondition: the categories of its dimensions multiply to less than 2⁶³.
  init(_ dimensions: [Dimension]) {
    var strides = [1]
    for dimension in dimensions {
      let (product, overflow) = strides[strides.count - 1]
        .multipliedReportingOverflow(by: dimension.hierarchy.count)
      precondition(!overflow, "the dimensions of a statistic can be numbered together")
      strides.append(product)
    }
    self.strides = strides
    self.dimensions = dimensions
  }

  /// The number of the group with a category for each dimension.
  ///
  /// What is observed later is part of it only in a group that goes by it.
  func key(of categories: [CategoryIndex]) -> Int {
    categories.indices.reduce(0) { key, dimension in
      let observed = dimensions[dimension].observes
      let counts = observed.map { categories[$0] > 0 } ?? true
      return key + (counts ? categories[dimension] * strides[dimension] : 0)
    }
  }

  /// Whether the group goes by a category of `dimension` other than the root.
  func goesBy(_ dimension: Int, _ key: Int) -> Bool {
    key % strides[dimension + 1] / strides[dimension] > 0
  }

  /// The numbers of the groups of a matrix, row-major; `positions` are those of its axes.
  ///
  /// A total is category 0 and adds nothing, as does a dimension that the matrix lacks, unless all
  /// its units have one category of it.
  func keys(
    of described: MatrixDescription, positions: [[Int32]], in period: Period
  ) -> [Int] {
    var keys = [described.limits.reduce(0) { $0 + $1.value * strides[$1.key] }]
    for (axis, positions) in zip(described.axes, positions) {
      let look = period.look(at: axis.dimension, dimensions)
      let observed = look < 0 ? 0 : period.categories[look] * strides[look]
      let steps = positions.indices.filter { positions[$0] >= 0 }
        .map { $0 * strides[axis.dimension] + ($0 > 0 ? observed : 0) }
      keys = keys.flatMap { key in steps.map { key + $0 } }
    }
    return keys
  }
}
