import Classifications
import Cubes
import Publication

extension CellSystem {
  /// The joint cells of `matrices`; counts of 1 ..< `threshold` are primary, unless they are
  /// `published` already.
  init(
    _ matrices: [RawMatrix], description: StatisticDescription, threshold: Int,
    published: [[CategoryIndex]]
  ) throws(ProtectionFailure) {
    precondition(threshold > 1, "a threshold hides something")
    let shapes = description.matrices.map {
      LatticeShape(description: $0, dimensions: description.dimensions)
    }
    let kept = try joinCells(
      matrices, description: description, shapes: shapes, published: published)
    matrixCellCount = counts.count
    var known: Set<Int> = []
    for (index, matrix) in matrices.enumerated() {
      for axis in matrix.axes.indices {
        let dimension = description.matrices[index].axes[axis].dimension
        try addLines(matrix, index: index, axis: axis, stride: shapes[index].strides[axis]) {
          // A line is known by its parent and its dimension, a complement by its category's cell.
          let cell = matrix.axes[axis].isAdditive ? $0.parent : $0.child
          return known.insert(cell * description.dimensions.count + dimension).inserted
        }
      }
    }
    linesOfCell = Incidence(inverting: lines, count: counts.count)
    isKept = counts.indices.map { kept.contains($0) }
    isPrimary = counts.indices.map { counts[$0] > 0 && counts[$0] < threshold && !isKept[$0] }
    hidingCosts = counts.map(CellSystem.hidingCost)
  }

  /// Large counts are those that readers look for.
  private static func hidingCost(_ count: Int32) -> Int { 5 + Int(min(count, 100_000)) }

  /// Numbers the cells, and returns those of `published` groups.
  private mutating func joinCells(
    _ matrices: [RawMatrix], description: StatisticDescription, shapes: [LatticeShape],
    published: [[CategoryIndex]]
  ) throws(ProtectionFailure) -> Set<Int> {
    var keyStrides = [1]
    for dimension in description.dimensions {
      let (product, overflow) = keyStrides[keyStrides.count - 1]
        .multipliedReportingOverflow(by: dimension.hierarchy.count)
      precondition(!overflow, "the dimensions of a statistic can be numbered together")
      keyStrides.append(product)
    }
    // By group: the first matrix that has it, its count, its cell.
    var groups: [Int: (matrix: Int, count: Int32, cell: Int32)] = [:]
    for (index, matrix) in matrices.enumerated() {
      // A total is category 0 and adds nothing, as does a dimension that the matrix lacks.
      var keys = [0]
      for (axis, positions) in zip(description.matrices[index].axes, shapes[index].positions) {
        let steps = positions.indices.filter { positions[$0] >= 0 }
          .map { $0 * keyStrides[axis.dimension] }
        keys = keys.flatMap { key in steps.map { key + $0 } }
      }
      var places: [Int32] = []
      places.reserveCapacity(keys.count)
      for (key, count) in zip(keys, matrix.lattice) {
        if let group = groups[key] {
          guard group.count == count else {
            throw .matricesDisagree(matrices[group.matrix].id, matrix.id)
          }
          places.append(group.cell)
        } else {
          let cell = count == 0 ? -1 : Int32(counts.count)
          if count != 0 { counts.append(count) }
          groups[key] = (index, count, cell)
          places.append(cell)
        }
      }
      cellAtPlace.append(places)
    }
    return Set(
      published.compactMap { categories in
        let key = zip(categories, keyStrides).reduce(0) { $0 + $1.0 * $1.1 }
        return groups[key].flatMap { $0.cell >= 0 ? Int($0.cell) : nil }
      })
  }

  /// Adds the equations along one axis of a matrix that are new.
  private mutating func addLines(
    _ matrix: RawMatrix, index: Int, axis: Int, stride: Int,
    isNew: ((parent: Int, child: Int)) -> Bool
  ) throws(ProtectionFailure) {
    let hierarchy = matrix.axes[axis].hierarchy
    let places = cellAtPlace[index]
    for block in 0..<places.count / (stride * hierarchy.count) {
      for category in hierarchy.categories.indices where !hierarchy.children[category].isEmpty {
        for rest in 0..<stride {
          func cell(_ category: Int) -> Int32 {
            places[(block * hierarchy.count + category) * stride + rest]
          }
          let parent = cell(category)
          let children = hierarchy.children[category].map(cell).filter { $0 >= 0 }
          guard parent >= 0 else {
            guard children.isEmpty else { throw .doesNotAddUp(matrix: matrix.id) }
            continue
          }
          if matrix.axes[axis].isAdditive {
            guard children.reduce(0, { $0 + counts[Int($1)] }) == counts[Int(parent)] else {
              throw .doesNotAddUp(matrix: matrix.id)
            }
            if isNew((Int(parent), -1)) { lines.append([parent] + children) }
            continue
          }
          for child in children where isNew((Int(parent), Int(child))) {
            let complement = counts[Int(parent)] - counts[Int(child)]
            guard complement >= 0 else { throw .doesNotAddUp(matrix: matrix.id) }
            lines.append([parent, child, Int32(counts.count)])
            counts.append(complement)
          }
        }
      }
    }
  }
}
