import Classifications
public import Cubes
public import Publication

extension CellTable {
  /// What the figures of a margin are.
  public enum MarginContent: Sendable, Hashable {
    /// The figures of the file.
    case figures
    /// The numbers of units: those behind sums, or the counts of the file.
    case units
  }

  /// The cells added up over what a table does not go by.
  ///
  /// - Parameters:
  ///   - axes: The axes of the table, slowest first.
  ///   - dimensions: Those of this table's columns.
  ///   - id: A name for the matrix.
  ///   - content: What is added up.
  /// - Returns: The counts, or sums with who contributes how much.
  /// - Throws: ``CellFileError`` when the lattice has more cells than ``mostLatticeCells``.
  /// - Complexity: O(cells × axes + combinations of leaves).
  public func margin(
    _ axes: [MatrixAxis], of dimensions: CellDimensions, id: String,
    content: MarginContent = .figures
  ) throws(CellFileError) -> RawMatrix {
    let lists = axes.map {
      dimensions.dimensions[$0.dimension].hierarchy.truncated(toLevel: $0.depth)
    }
    let lattice = lists.reduce(1.0) { $0 * Double($1.count) }
    guard lattice <= Double(Self.mostLatticeCells) else {
      throw CellFileError(
        file: file,
        kind: .latticeTooLarge(cells: lattice < Double(Int.max / 2) ? Int(lattice) : .max),
        position: nil)
    }
    let places = innerPlaces(axes, lists, of: dimensions)
    let combinations = lists.reduce(1) { $0 * $1.leaves.count }
    func added(_ figure: Int) -> [Int32] {
      var sums = Array(repeating: Int32(0), count: combinations)
      for (cell, place) in places.enumerated() { sums[place] += figures[cell * width + figure] }
      return sums
    }
    func contributions(_ sums: [Int32]) -> RawContributions {
      // The largest units of a margin are among those of its cells.
      var lists: [[Int32]] = Array(repeating: [], count: combinations)
      for (cell, place) in places.enumerated() {
        let own = figures[(cell * width + 2)..<((cell + 1) * width)]
        lists[place] = Array((lists[place] + own).sorted(by: >).prefix(width - 2))
      }
      let largest = (0..<width - 2).map { rank in lists.map { $0.isEmpty ? 0 : Int($0[rank]) } }
      return RawContributions(
        units: added(1).map(Int.init), largest: largest, magnitudes: sums.map(Int.init))
    }
    let sums = added(holdsSums && content == .units ? 1 : 0)
    return RawMatrix(
      id: id, axes: lists.map { RawMatrix.Axis(hierarchy: $0, totals: .sum) }, innerCounts: sums,
      content: holdsSums && content == .figures ? .sums(contributions(sums)) : .units)
  }

  /// The most cells of a lattice that are worked with.
  public static var mostLatticeCells: Int { 50_000_000 }

  /// For each cell its place among the combinations of leaves of a table.
  private func innerPlaces(
    _ table: [MatrixAxis], _ lists: [Hierarchy], of dimensions: CellDimensions
  ) -> [Int] {
    var places = Array(repeating: 0, count: cellCount)
    for (axis, list) in zip(table, lists) {
      let column = dimensions.column(of: axis.dimension)
      let own = axes[column].hierarchy
      let leaves = list.leafPositions
      let dimension = dimensions.dimensions[axis.dimension]
      let positions = own.leafCodes.map { code in
        // The leaf itself, or what it is part of in other sums, and up to the depth of the table.
        let start = dimension.sums?.leaves.target(of: code) ?? code
        var category = dimension.hierarchy.index(ofCode: start) ?? 0
        while dimension.hierarchy.levels[category] > axis.depth {
          category = dimension.hierarchy.parents[category]
        }
        return Int(leaves[dimension.hierarchy.categories[category].code] ?? 0)
      }
      for cell in places.indices {
        places[cell] =
          places[cell] * list.leaves.count
          + positions[Int(self.places[cell * self.axes.count + column])]
      }
    }
    return places
  }
}

extension CellTable {
  /// The same cells with other figures, one for each.
  /// - Precondition: a figure for each cell.
  public func withCounts(_ counts: [Int32]) -> CellTable {
    precondition(counts.count == cellCount, "a figure for each cell")
    return CellTable(
      file: file, axes: axes, places: places, figures: counts, width: 1)
  }

  /// For each cell its place in the lattice of the finest table of all columns.
  public var latticePlaces: [Int] {
    let leaves = axes.map(\.hierarchy.leaves)
    return (0..<cellCount).map { cell in
      axes.indices.reduce(0) { place, axis in
        place * axes[axis].hierarchy.count
          + leaves[axis][Int(places[cell * axes.count + axis])]
      }
    }
  }
}
