import Classifications
import Cubes
import Publication

extension CellSystem {
  /// The joint cells of `matrices`; counts of 1 ..< `threshold` are primary, unless they are
  /// `published` already.
  ///
  /// Matrices of several looks at the same units (``Dimension/observes``) have the cells in common
  /// that do not go by what is observed.
  init(
    _ matrices: [RawMatrix], described: [MatrixDescription], dimensions: [Dimension],
    periods: [Period], threshold: Int, published: [PublishedGroup]
  ) throws(ProtectionFailure) {
    precondition(threshold > 1, "a threshold hides something")
    let shapes = described.map { LatticeShape(description: $0, dimensions: dimensions) }
    let kept = try joinCells(
      matrices, described: described, dimensions: dimensions, periods: periods, shapes: shapes,
      published: published, threshold: threshold)
    matrixCellCount = counts.count
    // Lines along what is observed are others in each look, though their parent is the same cell.
    var known: [Int: Set<Int>] = [:]
    for (index, matrix) in matrices.enumerated() {
      for axis in matrix.axes.indices {
        let dimension = described[index].axes[axis].dimension
        let place = periods[index].look(at: dimension, dimensions)
        let look = place < 0 ? 0 : periods[index].categories[place]
        try addLines(matrix, index: index, axis: axis, stride: shapes[index].strides[axis]) {
          // A line is known by its parent and its dimension, a complement by its category's cell.
          let cell = matrix.axes[axis].totals == .sum ? $0.parent : $0.child
          return known[look, default: []].insert(cell * dimensions.count + dimension).inserted
        }
      }
    }
    try addSums(described: described, dimensions: dimensions, periods: periods, shapes: shapes)
    linesOfCell = Incidence(inverting: lines, count: counts.count)
    isKept = counts.indices.map { kept.contains($0) }
    isPrimary = counts.indices.map { counts[$0] > 0 && counts[$0] < threshold && !isKept[$0] }
    hidingCosts = counts.map(CellSystem.hidingCost)
    easeSupplements(described)
    falls = counts.indices.map { $0 < matrixCellCount ? counts[$0] - 1 : counts[$0] }
    rises = counts.map { _ in .max }
    needs = counts.map { _ in 1 }
  }

  /// Large counts are those that readers look for.
  static func hidingCost(_ count: Int32) -> Int { 5 + Int(min(count, 100_000)) }

  /// Makes cells that stand in supplementary matrices alone cheap to hide.
  private mutating func easeSupplements(_ described: [MatrixDescription]) {
    var isMain = counts.map { _ in false }
    for (places, matrix) in zip(cellAtPlace, described) where !matrix.isSupplementary {
      for cell in places where cell >= 0 { isMain[Int(cell)] = true }
    }
    for cell in 0..<matrixCellCount where !isMain[cell] { hidingCosts[cell] /= 8 }
  }

  /// Numbers the cells, and returns those of `published` groups.
  private mutating func joinCells(
    _ matrices: [RawMatrix], described: [MatrixDescription], dimensions: [Dimension],
    periods: [Period], shapes: [LatticeShape], published: [PublishedGroup], threshold: Int
  ) throws(ProtectionFailure) -> Set<Int> {
    var keyStrides = [1]
    for dimension in dimensions {
      let (product, overflow) = keyStrides[keyStrides.count - 1]
        .multipliedReportingOverflow(by: dimension.hierarchy.count)
      precondition(!overflow, "the dimensions of a statistic can be numbered together")
      keyStrides.append(product)
    }
    // By group: the first matrix that has it, its count, its cell.
    var groups: [Int: (matrix: Int, count: Int32, cell: Int32)] = [:]
    for (index, matrix) in matrices.enumerated() {
      // A total is category 0 and adds nothing, as does a dimension that the matrix lacks, unless
      // all its units have one category of it.
      var keys = [described[index].limits.reduce(0) { $0 + $1.value * keyStrides[$1.key] }]
      for (axis, positions) in zip(described[index].axes, shapes[index].positions) {
        let look = periods[index].look(at: axis.dimension, dimensions)
        let observed = look < 0 ? 0 : periods[index].categories[look] * keyStrides[look]
        let steps = positions.indices.filter { positions[$0] >= 0 }
          .map { $0 * keyStrides[axis.dimension] + ($0 > 0 ? observed : 0) }
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
      published.compactMap { known in
        let key = zip(known.categories, keyStrides).reduce(0) { $0 + $1.0 * $1.1 }
        guard let group = groups[key], group.cell >= 0,
          known.isPublic(Int(group.count), threshold: threshold)
        else { return nil }
        return Int(group.cell)
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
          if matrix.axes[axis].totals == .sum {
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
