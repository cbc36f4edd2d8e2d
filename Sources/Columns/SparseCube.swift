/// The cells of a cube that are not 0, for cubes with far more cells than the data can fill.
///
/// Costs 16 bytes a cell that is not 0. It holds exactly what the dense cube holds.
public struct SparseCube: Sendable, Equatable {
  /// Row-major indices into the dense cube, smallest first.
  public let cells: [Int]
  /// What each of `cells` holds; never 0.
  public let totals: [Int]
  /// Cells of the dense cube.
  public let cellCount: Int

  /// A cube of sorted cells; those that hold 0 are left out.
  init(sorted entries: some Sequence<(cell: Int, total: Int)>, cellCount: Int) {
    var cells: [Int] = []
    var totals: [Int] = []
    for entry in entries where entry.total != 0 {
      cells.append(entry.cell)
      totals.append(entry.total)
    }
    self.cells = cells
    self.totals = totals
    self.cellCount = cellCount
  }

  /// The cells of a dense cube that are not 0.
  /// - Complexity: O(cells of the dense cube).
  public init(dense: [Int]) {
    let entries = dense.indices.lazy.map { (cell: $0, total: dense[$0]) }
    self.init(sorted: entries, cellCount: dense.count)
  }

  /// What one cell of the dense cube holds.
  /// - Complexity: O(log `cells.count`).
  /// - Precondition: `cell` is in `0 ..< cellCount`.
  public subscript(cell: Int) -> Int {
    precondition(cell >= 0 && cell < cellCount, "a cell of the cube")
    var low = 0
    var high = cells.count
    // Invariant: cells before `low` are less than `cell`, those from `high` are not.
    while low < high {
      let middle = (low + high) / 2
      if cells[middle] < cell { low = middle + 1 } else { high = middle }
    }
    return low < cells.count && cells[low] == cell ? totals[low] : 0
  }

  /// The dense cube.
  /// - Complexity: O(`cellCount`), 8 bytes a cell.
  public func dense() -> [Int] {
    var cube = Array(repeating: 0, count: cellCount)
    for (cell, total) in zip(cells, totals) { cube[cell] = total }
    return cube
  }
}

/// A counted cube in the form that suits its size.
public enum CountedCube: Sendable {
  /// Every cell, row-major.
  case dense([Int])
  /// The cells that are not 0.
  case sparse(SparseCube)

  /// Every cell, row-major, whatever the form.
  public var cells: [Int] {
    switch self {
    case .dense(let cells): cells
    case .sparse(let cube): cube.dense()
    }
  }
}
