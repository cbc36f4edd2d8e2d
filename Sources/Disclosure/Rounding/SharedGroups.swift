import Classifications
import Cubes
import Publication

/// Cells of two matrices that count the same group.
struct SharedGroups: Sendable {
  /// The first matrix.
  let first: Int
  /// The second matrix, after the first.
  let second: Int
  /// For each group its lattice cell, row-major, in both.
  let cells: [(first: Int, second: Int)]

  /// The groups that pairs of matrices have in common: those of the dimensions of both, to the
  /// depth of both, over everyone in the others.
  ///
  /// Matrices do not say which units they count. Two are taken to count the same ones when each
  /// group that both have has the same raw count in both; other pairs are left out.
  /// - Complexity: O(pairs × groups).
  static func find(in matrices: [RawMatrix], described: [MatrixDescription]) -> [SharedGroups] {
    let lattices = matrices.map(\.lattice)
    return matrices.indices.flatMap { second in
      (0..<second).compactMap { first -> SharedGroups? in
        let cells = common(
          (matrices[first], described[first].axes), (matrices[second], described[second].axes))
        let agree = cells.allSatisfy { lattices[first][$0.first] == lattices[second][$0.second] }
        return agree ? SharedGroups(first: first, second: second, cells: cells) : nil
      }
    }
  }

  /// Sets of matrices that hang together by shared groups, the pairs renumbered within each.
  static func connected(
    _ shared: [SharedGroups], matrices: Range<Int>
  ) -> [(matrices: [Int], shared: [SharedGroups])] {
    var representative = Array(matrices)
    for pair in shared {
      let (kept, merged) = (representative[pair.first], representative[pair.second])
      representative = representative.map { $0 == merged ? kept : $0 }
    }
    return matrices.filter { matrix in
      representative.firstIndex(of: representative[matrix]) == matrix
    }
    .map { first in
      let members = matrices.filter { representative[$0] == representative[first] }
      let pairs = shared.compactMap { pair -> SharedGroups? in
        guard let one = members.firstIndex(of: pair.first),
          let other = members.firstIndex(of: pair.second)
        else { return nil }
        return SharedGroups(first: one, second: other, cells: pair.cells)
      }
      return (members, pairs)
    }
  }

  /// The lattice cells of each group that two matrices have in common.
  private static func common(
    _ one: (raw: RawMatrix, axes: [MatrixAxis]), _ other: (raw: RawMatrix, axes: [MatrixAxis])
  ) -> [(first: Int, second: Int)] {
    var cells = [(first: 0, second: 0)]
    let (strides, otherStrides) = (strides(of: one.raw), strides(of: other.raw))
    for (place, axis) in one.axes.enumerated() {
      guard let match = other.axes.firstIndex(where: { $0.dimension == axis.dimension }) else {
        continue
      }
      let (tree, otherTree) = (one.raw.axes[place].hierarchy, other.raw.axes[match].hierarchy)
      let pairs = tree.categories.enumerated().compactMap { index, category in
        otherTree.index(ofCode: category.code).map { (index, $0) }
      }
      cells = cells.flatMap { cell in
        pairs.map {
          (cell.first + $0.0 * strides[place], cell.second + $0.1 * otherStrides[match])
        }
      }
    }
    return cells
  }

  private static func strides(of matrix: RawMatrix) -> [Int] {
    let extents = matrix.latticeExtents
    var strides = Array(repeating: 1, count: extents.count)
    for axis in extents.indices.dropLast().reversed() {
      strides[axis] = strides[axis + 1] * extents[axis + 1]
    }
    return strides
  }
}

/// How well the rounded figures of groups agree that several matrices count.
public struct SharedGroupsReport: Sendable, Hashable {
  /// Pairs of cells of two matrices that count the same group.
  public internal(set) var groups = 0
  /// Those that are rounded differently.
  public internal(set) var differing = 0
  /// The largest difference.
  public internal(set) var largestDifference = 0

  /// Adds the groups of matrices with these rounded lattices.
  mutating func add(_ shared: [SharedGroups], lattices: [[Int32]]) {
    for pair in shared {
      for cells in pair.cells {
        let difference = Int(lattices[pair.first][cells.first])
          .distance(to: Int(lattices[pair.second][cells.second]))
        groups += 1
        differing += difference == 0 ? 0 : 1
        largestDifference = max(largestDifference, abs(difference))
      }
    }
  }
}
