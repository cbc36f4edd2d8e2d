import Classifications
import Cubes
import Testing

/// A hierarchy whose category n has level `levels[n]`.
private func hierarchy(_ levels: [Int]) -> Hierarchy {
  Hierarchy(
    id: "h", levelLabels: (0...(levels.max() ?? 0)).map { Label("\($0)") },
    nodes: levels.enumerated().map { index, level in
      (Category(code: "c\(index)", label: Label("c\(index)")), level)
    })
}

private func combinations(_ lists: [[Int]]) -> [[Int]] {
  lists.reduce([[]]) { tuples, list in tuples.flatMap { tuple in list.map { tuple + [$0] } } }
}

/// The slow twin: each lattice cell adds the inner cells that are below it along every axis.
private func naiveRollUp(_ axes: [RawMatrix.Axis], _ inner: [Int32]) -> [Int32] {
  let innerTuples = combinations(axes.map(\.innerCategories))
  return combinations(axes.map { Array($0.hierarchy.categories.indices) }).map { cell in
    zip(innerTuples, inner).reduce(Int32(0)) { sum, entry in
      let isBelow = axes.indices.allSatisfy { axis in
        axes[axis].totals == .sum
          ? axes[axis].hierarchy.path(to: entry.0[axis]).contains(cell[axis])
          : entry.0[axis] == cell[axis]
      }
      return isBelow ? sum + entry.1 : sum
    }
  }
}

@Suite struct RollUpTests {
  private static let shapes: [(levels: [Int], isAdditive: Bool)] = [
    ([0], true), ([0], false), ([0, 1], true), ([0, 1, 1], false), ([0, 1, 1, 1], true),
    ([0, 1, 2, 2, 1, 2], true), ([0, 1, 2, 2, 1], true),
  ]

  private static func matrix(_ chosen: [Int]) -> RawMatrix {
    let axes = chosen.map {
      RawMatrix.Axis(
        hierarchy: hierarchy(shapes[$0].levels), totals: shapes[$0].isAdditive ? .sum : .counted)
    }
    let count = axes.reduce(1) { $0 * $1.innerCategories.count }
    // All different, so that no cell can be taken for another.
    return RawMatrix(
      id: "m", axes: axes, innerCounts: (0..<count).map { Int32(1 + $0 * $0 * 7 + $0) })
  }

  @Test func `a matrix without axes is its one count`() {
    #expect(RawMatrix(id: "m", axes: [], innerCounts: [5]).lattice == [5])
  }

  @Test func `every cell is the sum of what is below it, for all shapes of up to three axes`() {
    let all = Array(Self.shapes.indices)
    let choices =
      combinations([all]) + combinations([all, all]) + combinations([all, all, all])
    for choice in choices {
      let matrix = Self.matrix(choice)
      #expect(
        matrix.lattice == naiveRollUp(matrix.axes, matrix.innerCounts), "shapes \(choice)")
    }
  }

  @Test func `the total of a non-additive axis is counted by itself`() {
    let axes = [
      RawMatrix.Axis(hierarchy: hierarchy([0, 1, 1]), totals: .counted),
      RawMatrix.Axis(hierarchy: hierarchy([0, 1, 1]), totals: .sum),
    ]
    // participants 4 + 2, of them in the first measure 3 + 2, in the second 4 + 1
    let matrix = RawMatrix(id: "m", axes: axes, innerCounts: [4, 2, 3, 2, 4, 1])
    #expect(matrix.lattice == [6, 4, 2, 5, 3, 2, 5, 4, 1])
    #expect(matrix.latticeExtents == [3, 3])
  }
}
