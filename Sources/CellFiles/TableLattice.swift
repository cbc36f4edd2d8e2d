import Classifications
public import Publication

/// The lattice of a table: which codes its cells go by, row-major over its axes.
public struct TableLattice: Sendable {
  /// The axes, slowest first.
  public let axes: [MatrixAxis]
  /// The number of cells.
  public let cellCount: Int
  /// For each axis the categories of its dimension that the table holds, in order.
  let categories: [[CategoryIndex]]
  /// For each axis its column.
  let columns: [Int]
  private let codes: [[String]]
  private let totals: [String]

  init(_ axes: [MatrixAxis], of dimensions: CellDimensions) {
    self.axes = axes
    categories = axes.map { axis in
      let levels = dimensions.dimensions[axis.dimension].hierarchy.levels
      return levels.indices.filter { levels[$0] <= axis.depth }
    }
    codes = zip(axes, categories).map { axis, categories in
      categories.map { dimensions.dimensions[axis.dimension].hierarchy.categories[$0].code }
    }
    columns = axes.map { dimensions.column(of: $0.dimension) }
    totals = dimensions.columns.indices.map {
      dimensions.dimensions[$0].hierarchy.categories[0].code
    }
    cellCount = categories.reduce(1) { $0 * $1.count }
  }

  /// For each axis the category at a place.
  func position(of place: Int) -> [CategoryIndex] {
    var rest = place
    var positions = categories.map { _ in 0 }
    for (axis, held) in categories.enumerated().reversed() {
      positions[axis] = held[rest % held.count]
      rest /= held.count
    }
    return positions
  }

  /// For each column the code at a place; that of the total where the table does not go by it.
  public func codes(at place: Int) -> [String] {
    var found = totals
    var rest = place
    for (axis, list) in codes.enumerated().reversed() {
      let position = rest % list.count
      if position > 0 { found[columns[axis]] = list[position] }
      rest /= list.count
    }
    return found
  }

  /// A number that a cell has in every table of the same dimensions; see
  /// ``CellDimensions/cellNumberSteps``.
  func number(of place: Int, steps: [Int]) -> Int {
    zip(axes, position(of: place)).reduce(0) { $0 + $1.1 * steps[$1.0.dimension] }
  }
}

extension CellDimensions {
  /// The lattice of a table.
  public func lattice(of axes: [MatrixAxis]) -> TableLattice { TableLattice(axes, of: self) }
}
