public import Classifications

/// The protected cells of one matrix, over its whole lattice.
public struct ProtectedMatrix: Sendable, Hashable {
  /// Which cells these are.
  public let description: MatrixDescription
  /// Position of each category along each axis, or -1 where the matrix is not that deep.
  let positions: [[Int32]]
  /// Cells per step along each axis.
  let strides: [Int]
  /// Row-major counts; 0 where the cell is not published.
  let counts: [Int32]
  /// Row-major statuses (`CellStatus.rawValue`), or empty when every cell is published.
  let statuses: [UInt8]

  /// The protected cells of a matrix.
  /// - Parameters:
  ///   - description: which cells these are.
  ///   - dimensions: the statistic's dimensions.
  ///   - counts: one per lattice cell, row-major over the axes, each axis in hierarchy order
  ///     truncated to the axis' depth; 0 where the status is not `published`.
  ///   - statuses: one per lattice cell, or empty when every cell is published.
  /// - Precondition: nothing but zeros where a cell is not published.
  @_spi(DisclosureControl)
  public init(
    description: MatrixDescription, dimensions: [Dimension], counts: [Int32], statuses: [UInt8]
  ) {
    let shape = LatticeShape(description: description, dimensions: dimensions)
    precondition(counts.count == shape.cellCount, "a matrix has a count for each cell")
    precondition(
      statuses.isEmpty || statuses.count == counts.count, "a status for each cell or none at all")
    for (count, status) in zip(counts, statuses) where status != 0 {
      precondition(count == 0, "a hidden cell carries no figure")
    }
    self.description = description
    self.positions = shape.positions
    self.strides = shape.strides
    self.counts = counts
    self.statuses = statuses
  }

  /// Whether the matrix holds `category` along `axis`.
  public func holds(_ category: CategoryIndex, along axis: Int) -> Bool {
    positions[axis][category] >= 0
  }

  /// The published cell at `categories`, one per axis.
  /// - Precondition: the matrix holds each of them.
  public func figure(at categories: [CategoryIndex]) -> Figure {
    var cell = 0
    for axis in positions.indices {
      let position = Int(positions[axis][categories[axis]])
      precondition(position >= 0, "the matrix does not hold this level")
      cell += position * strides[axis]
    }
    return figure(atCell: cell)
  }

  /// The published cell with row-major index `cell`.
  public func figure(atCell cell: Int) -> Figure {
    let status = statuses.isEmpty ? 0 : statuses[cell]
    return status == 0
      ? .count(Int(counts[cell])) : .symbol(CellStatus(rawValue: status) ?? .missing)
  }

  /// The number of lattice cells.
  public var cellCount: Int { counts.count }

  /// The number of cells that are not for publication.
  public var suppressedCount: Int {
    statuses.reduce(0) { $0 + ($1 == CellStatus.suppressed.rawValue ? 1 : 0) }
  }
}

/// The lattice of a matrix: how categories become row-major cell indices.
public struct LatticeShape: Sendable {
  /// Position of each category of each axis' dimension, or -1 below the axis' depth.
  public let positions: [[Int32]]
  /// Categories held along each axis.
  public let extents: [Int]
  /// Cells per step along each axis.
  public let strides: [Int]
  /// All cells.
  public let cellCount: Int

  /// The lattice of `description` over the statistic's `dimensions`.
  public init(description: MatrixDescription, dimensions: [Dimension]) {
    var positions: [[Int32]] = []
    var extents: [Int] = []
    for axis in description.axes {
      var next: Int32 = 0
      positions.append(
        dimensions[axis.dimension].hierarchy.levels.map { level in
          guard level <= axis.depth else { return -1 }
          defer { next += 1 }
          return next
        })
      extents.append(Int(next))
    }
    var strides = Array(repeating: 1, count: extents.count)
    for axis in stride(from: extents.count - 2, through: 0, by: -1) {
      strides[axis] = strides[axis + 1] * extents[axis + 1]
    }
    self.positions = positions
    self.extents = extents
    self.strides = strides
    self.cellCount = extents.reduce(1, *)
  }
}

/// A statistic as it may leave the house: protected figures with their texts.
///
/// The only thing that
/// a view may read.
public struct Release: Sendable, Hashable {
  /// Texts, dimensions, tables.
  public let description: StatisticDescription
  /// One per matrix of the description, in its order.
  public let matrices: [ProtectedMatrix]
  /// What made it, such as "prikk 0.1.0, synthetic register"; nothing that depends on raw figures.
  public let provenance: String

  /// A release of protected matrices.
  @_spi(DisclosureControl)
  public init(
    description: StatisticDescription, matrices: [ProtectedMatrix], provenance: String
  ) {
    precondition(
      matrices.map(\.description) == description.matrices, "a release holds all its matrices")
    self.description = description
    self.matrices = matrices
    self.provenance = provenance
  }
}
