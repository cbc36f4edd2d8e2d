import Classifications
import Cubes

/// The choices that rounding a matrix leaves open: which small inner counts become 0 and which
/// the base, and what each choice moves.
struct RoundingProblem {
  /// What small counts are rounded to, beside 0.
  let base: Int32
  /// Positions of the small counts among the inner counts.
  let smallCells: [Int]
  /// The raw count of each small cell.
  let smallCounts: [Int32]
  /// Where the lattice cells above each small cell begin in `above`, and one more.
  let starts: [Int32]
  /// The lattice cells that each small cell is part of, itself included, ascending.
  let above: [Int32]
  /// Small cells in as many orders as there are axes, one after the other; neighbours in an order
  /// share many lattice cells.
  let orders: [Int32]
  /// Where each cell stands in each order.
  let positions: [Int32]
  /// Lattice cells in all.
  let latticeCount: Int

  init(_ matrix: RawMatrix, base: Int) {
    precondition(base > 1, "rounding needs a base above 1")
    self.base = Int32(base)
    let small = matrix.innerCounts.indices.filter {
      matrix.innerCounts[$0] > 0 && matrix.innerCounts[$0] < base
    }
    smallCells = small
    smallCounts = small.map { matrix.innerCounts[$0] }
    latticeCount = matrix.latticeExtents.reduce(1, *)
    let coordinates = RoundingProblem.coordinates(of: small, in: matrix)
    (starts, above) = RoundingProblem.cellsAbove(coordinates, in: matrix)
    orders = RoundingProblem.orders(coordinates, axes: matrix.axes.count, count: small.count)
    var positions = Array(repeating: Int32(0), count: orders.count)
    for (place, cell) in orders.enumerated() {
      let order = place / small.count
      positions[order * small.count + Int(cell)] = Int32(place - order * small.count)
    }
    self.positions = positions
  }

  /// The position along each axis of each cell, cell after cell.
  private static func coordinates(of cells: [Int], in matrix: RawMatrix) -> [Int] {
    let extents = matrix.axes.map(\.innerCategories.count)
    var coordinates = Array(repeating: 0, count: cells.count * extents.count)
    for (index, cell) in cells.enumerated() {
      var rest = cell
      for axis in extents.indices.reversed() {
        coordinates[index * extents.count + axis] = rest % extents[axis]
        rest /= extents[axis]
      }
    }
    return coordinates
  }

  private static func cellsAbove(
    _ coordinates: [Int], in matrix: RawMatrix
  ) -> (starts: [Int32], above: [Int32]) {
    // For each axis and inner position: the lattice positions from the root down, ascending.
    let paths = matrix.axes.map { axis in
      axis.innerCategories.map { axis.totals == .sum ? axis.hierarchy.path(to: $0) : [$0] }
    }
    let extents = matrix.latticeExtents
    var starts: [Int32] = [0]
    var above: [Int32] = []
    var cells: [Int32] = []
    for first in stride(from: 0, to: coordinates.count, by: extents.count) {
      cells.removeAll(keepingCapacity: true)
      cells.append(0)
      for axis in extents.indices {
        let path = paths[axis][coordinates[first + axis]]
        let extent = Int32(extents[axis])
        let count = cells.count
        for _ in 1..<path.count { cells.append(contentsOf: cells[..<count]) }
        for (step, category) in path.enumerated() {
          for index in 0..<count {
            cells[step * count + index] = cells[step * count + index] * extent + Int32(category)
          }
        }
      }
      above.append(contentsOf: cells)
      starts.append(Int32(above.count))
    }
    return (starts, above)
  }

  /// For each axis the cells with that axis running fastest.
  private static func orders(_ coordinates: [Int], axes: Int, count: Int) -> [Int32] {
    (0..<axes).flatMap { fastest in
      let significance = (0..<axes).filter { $0 != fastest } + [fastest]
      return (0..<Int32(count)).sorted { left, right in
        for axis in significance {
          let (a, b) = (coordinates[Int(left) * axes + axis], coordinates[Int(right) * axes + axis])
          if a != b { return a < b }
        }
        return false
      }
    }
  }
}
