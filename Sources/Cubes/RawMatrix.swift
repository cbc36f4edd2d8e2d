public import Classifications

/// The raw, unprotected counts or sums of a matrix: every combination of leaves of its axes.
///
/// Never leaves this side of disclosure control.
public struct RawMatrix: Sendable {
  /// One axis: a hierarchy cut at the matrix' depth; its leaves are the inner categories.
  public struct Axis: Sendable {
    /// The hierarchy, no deeper than the matrix.
    public let hierarchy: Hierarchy
    /// What the root stands for: a sum, a count of its own (an inner category too), or nothing.
    public let totals: Totals

    /// An axis over `hierarchy`.
    /// - Precondition: a hierarchy that does not add up is flat.
    public init(hierarchy: Hierarchy, totals: Totals) {
      precondition(totals == .sum || hierarchy.depth <= 1, "what does not add up is flat")
      self.hierarchy = hierarchy
      self.totals = totals
    }

    /// Categories that are counted directly, in order: leaves, and a root with a count of its own.
    public var innerCategories: [CategoryIndex] {
      totals == .counted ? Array(hierarchy.categories.indices) : hierarchy.leaves
    }
  }
  /// Identifier of the matrix.
  public let id: String
  /// The axes, slowest first.
  public let axes: [Axis]
  /// Row-major counts over the axes' inner categories.
  public let innerCounts: [Int32]
  /// What is counted.
  public let content: RawContent

  /// A matrix of counts, sums or medians.
  /// - Precondition: one count per combination of inner categories; where it is a sum, one
  ///   contribution as well, and axes that add up.
  public init(id: String, axes: [Axis], innerCounts: [Int32], content: RawContent = .units) {
    precondition(
      innerCounts.count == axes.reduce(1) { $0 * $1.innerCategories.count },
      "a count for each combination")
    self.id = id
    self.axes = axes
    self.innerCounts = innerCounts
    self.content = content
    switch content {
    case .units: return
    case .sums(let contributions):
      precondition(contributions.units.count == innerCounts.count, "contributions to each sum")
    case .medians(let medians):
      precondition(
        medians.count == axes.reduce(1) { $0 * $1.hierarchy.count }, "a median for each cell")
    }
    precondition(axes.allSatisfy { $0.totals != .counted }, "a unit is in one cell of a sum")
  }

  /// Categories along each axis, all levels.
  public var latticeExtents: [Int] { axes.map(\.hierarchy.count) }

  /// Row-major counts of the whole lattice: every combination of categories of all levels.
  public var lattice: [Int32] { rollUp(innerCounts) }

  /// Sums inner counts (row-major over inner categories) to the whole lattice (row-major over all
  /// categories of each axis, depth first).
  /// - Complexity: O(lattice cells × axes).
  /// - Precondition: one count per combination of inner categories.
  public func rollUp(_ inner: [Int32]) -> [Int32] { rollUp(inner, +) }

  /// Sums inner counts in 64 bits.
  /// - Complexity: O(lattice cells × axes).
  /// - Precondition: one count per combination of inner categories.
  public func rollUp(_ inner: [Int]) -> [Int] { rollUp(inner, +) }

  /// Combines inner numbers to the whole lattice; `combine` is associative and commutative, and 0
  /// adds nothing.
  func rollUp<Number: FixedWidthInteger>(
    _ inner: [Number], _ combine: (Number, Number) -> Number
  ) -> [Number] {
    rollUp(inner, nothing: 0, combine)
  }

  /// Combines inner values to the whole lattice; `combine` is associative and commutative, and
  /// `nothing` adds nothing.
  func rollUp<Value>(
    _ inner: [Value], nothing: Value, _ combine: (Value, Value) -> Value
  ) -> [Value] {
    precondition(inner.count == innerCounts.count, "a count for each combination")
    var cells = inner
    // From the last axis to the first, so that what an axis expands is still short.
    var after = 1
    for (index, axis) in axes.enumerated().reversed() {
      let before = axes[..<index].reduce(1) { $0 * $1.innerCategories.count }
      cells = axis.rollUp(cells, before: before, after: after, nothing: nothing, combine)
      after *= axis.hierarchy.count
    }
    return cells
  }
}

extension RawMatrix.Axis {
  /// Combines along this axis: `before` × inner categories × `after` values to all categories.
  func rollUp<Value>(
    _ cells: [Value], before: Int, after: Int, nothing: Value,
    _ combine: (Value, Value) -> Value
  ) -> [Value] {
    let inner = innerCategories
    let extent = hierarchy.count
    let parents = hierarchy.parents
    var expanded = Array(repeating: nothing, count: before * extent * after)
    var sums = expanded.mutableSpan
    for block in 0..<before {
      let first = block * extent
      for (position, category) in inner.enumerated() {
        let source = (block * inner.count + position) * after
        let target = (first + category) * after
        for rest in 0..<after { sums[target + rest] = cells[source + rest] }
      }
      guard totals == .sum else { continue }
      // Depth first, so that going backwards every child is complete before its parent.
      for category in stride(from: extent - 1, to: 0, by: -1) {
        let source = (first + category) * after
        let target = (first + parents[category]) * after
        for rest in 0..<after {
          sums[target + rest] = combine(sums[target + rest], sums[source + rest])
        }
      }
    }
    return expanded
  }
}
