public import Classifications

/// The raw, unprotected counts of a matrix: every combination of leaves of its axes.
///
/// Never leaves this side of disclosure control.
public struct RawMatrix: Sendable {
  /// One axis: a hierarchy cut at the matrix' depth; its leaves are the inner categories.
  public struct Axis: Sendable {
    /// The hierarchy, no deeper than the matrix.
    public let hierarchy: Hierarchy
    /// Whether a parent is the sum of its children.
    ///
    /// When false, the root has a count of its own and is an inner category too.
    public let isAdditive: Bool

    /// An axis over `hierarchy`.
    /// - Precondition: a non-additive hierarchy is flat.
    public init(hierarchy: Hierarchy, isAdditive: Bool) {
      precondition(isAdditive || hierarchy.depth <= 1, "a non-additive dimension is flat")
      self.hierarchy = hierarchy
      self.isAdditive = isAdditive
    }

    /// Categories that are counted directly, in order: the leaves, or all when not additive.
    public var innerCategories: [CategoryIndex] {
      isAdditive ? hierarchy.leaves : Array(hierarchy.categories.indices)
    }
  }
  /// Identifier of the matrix.
  public let id: String
  /// The axes, slowest first.
  public let axes: [Axis]
  /// Row-major counts over the axes' inner categories.
  public let innerCounts: [Int32]

  /// A matrix of counts.
  /// - Precondition: one count per combination of inner categories.
  public init(id: String, axes: [Axis], innerCounts: [Int32]) {
    precondition(
      innerCounts.count == axes.reduce(1) { $0 * $1.innerCategories.count },
      "a count for each combination")
    self.id = id
    self.axes = axes
    self.innerCounts = innerCounts
  }

  /// Categories along each axis, all levels.
  public var latticeExtents: [Int] { axes.map(\.hierarchy.count) }

  /// Row-major counts of the whole lattice: every combination of categories of all levels.
  public var lattice: [Int32] { rollUp(innerCounts) }

  /// Sums inner counts (row-major over inner categories) to the whole lattice (row-major over all
  /// categories of each axis, depth first).
  /// - Complexity: O(lattice cells × axes).
  /// - Precondition: one count per combination of inner categories.
  public func rollUp(_ inner: [Int32]) -> [Int32] {
    precondition(inner.count == innerCounts.count, "a count for each combination")
    var cells = inner
    // From the last axis to the first, so that what an axis expands is still short.
    var after = 1
    for (index, axis) in axes.enumerated().reversed() {
      let before = axes[..<index].reduce(1) { $0 * $1.innerCategories.count }
      cells = axis.rollUp(cells, before: before, after: after)
      after *= axis.hierarchy.count
    }
    return cells
  }
}

extension RawMatrix.Axis {
  /// Sums along this axis: `before` × inner categories × `after` counts to all categories.
  func rollUp(_ cells: [Int32], before: Int, after: Int) -> [Int32] {
    let inner = innerCategories
    let extent = hierarchy.count
    let parents = hierarchy.parents
    var expanded = Array(repeating: Int32(0), count: before * extent * after)
    var sums = expanded.mutableSpan
    for block in 0..<before {
      let first = block * extent
      for (position, category) in inner.enumerated() {
        let source = (block * inner.count + position) * after
        let target = (first + category) * after
        for rest in 0..<after { sums[target + rest] = cells[source + rest] }
      }
      guard isAdditive else { continue }
      // Depth first, so that going backwards every child is complete before its parent.
      for category in stride(from: extent - 1, to: 0, by: -1) {
        let source = (first + category) * after
        let target = (first + parents[category]) * after
        for rest in 0..<after { sums[target + rest] += sums[source + rest] }
      }
    }
    return expanded
  }
}
