public import Classifications
public import Cubes

/// The non-empty inner cells of a table, read from a file, with the hierarchies of its dimensions.
///
/// Raw figures: it never leaves this side of disclosure control.
public struct CellTable: Sendable {
  /// A dimension: its column and its tree, the total as root.
  public struct Axis: Sendable {
    /// Name of the column.
    public let name: String
    /// The codes; those of a dimension without a hierarchy file stand below the total, sorted.
    public let hierarchy: Hierarchy
  }
  /// The file, as it was named.
  public let file: String
  /// The dimensions, slowest first.
  public let axes: [Axis]
  /// The place of each cell among the leaves of each axis.
  ///
  /// Shape: cells × axes.
  public let places: [Int32]
  /// The figures of each cell: a count; or a sum, its units and its largest amounts.
  ///
  /// Shape: cells × width.
  public let figures: [Int32]
  /// Figures of a cell.
  public let width: Int

  /// Whether the figures are sums of an amount.
  public var holdsSums: Bool { width > 1 }

  /// Cells in the file.
  public var cellCount: Int { figures.count / width }

  /// Cells of the lattice: combinations of codes of all levels; `Int.max` where that overflows.
  public var latticeCount: Int {
    axes.reduce(1) { product, axis in
      let (cells, overflow) = product.multipliedReportingOverflow(by: axis.hierarchy.count)
      return overflow ? .max : cells
    }
  }

  /// The cells as a matrix over all combinations of leaves, 0 where the file has none.
  ///
  /// - Throws: ``CellFileError`` when the lattice has more than 2³¹ − 1 cells.
  /// - Complexity: O(combinations of leaves) in time and memory.
  public func matrix(id: String) throws(CellFileError) -> RawMatrix {
    guard latticeCount <= Int(Int32.max) else {
      throw CellFileError(
        file: file, kind: .latticeTooLarge(cells: latticeCount), position: nil)
    }
    let extents = axes.map(\.hierarchy.leaves.count)
    var dense = (0..<width).map { _ in
      Array(repeating: Int32(0), count: extents.reduce(1, *))
    }
    for cell in 0..<cellCount {
      var place = 0
      for (axis, extent) in extents.enumerated() {
        place = place * extent + Int(places[cell * extents.count + axis])
      }
      for figure in 0..<width { dense[figure][place] = figures[cell * width + figure] }
    }
    let content =
      holdsSums
      ? RawContent.sums(
        RawContributions(
          units: dense[1].map(Int.init), largest: dense[2...].map { $0.map(Int.init) },
          magnitudes: dense[0].map(Int.init)))
      : .units
    return RawMatrix(
      id: id, axes: axes.map { RawMatrix.Axis(hierarchy: $0.hierarchy, totals: .sum) },
      innerCounts: dense[0], content: content)
  }
}
