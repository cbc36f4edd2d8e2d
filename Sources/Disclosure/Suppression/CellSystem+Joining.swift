import Classifications
import Cubes
import Publication

extension CellSystem {
  /// The joint cells of `matrices`, with what `rule` asks of them.
  ///
  /// Matrices of several looks at the same units (``Dimension/observes``) have the cells in common
  /// that do not go by what is observed. `isBarred` says for each matrix which places can have
  /// nobody; nothing where all can.
  init(
    _ matrices: [RawMatrix], described: [MatrixDescription], dimensions: [Dimension],
    periods: [Period], isBarred: [[Bool]], rule: SuppressionRule
  ) throws(ProtectionFailure) {
    let shapes = described.map { LatticeShape(description: $0, dimensions: dimensions) }
    let figures = zip(matrices, isBarred).map { matrix, isBarred in
      LatticeFigures(matrix, isBarred: isBarred, keepsZeros: rule.zeros == .protected)
    }
    let groups = GroupKeys(dimensions)
    let keys = try joinCells(
      figures, described: described, periods: periods, shapes: shapes, groups: groups)
    try addLines(figures, described: described, dimensions: dimensions, periods: periods, shapes)
    apply(rule, keys: keys, groups: groups, described: described)
  }

  /// The joint cells of a published set, its hidden cells in place of the primary ones.
  ///
  /// Published zeros are cells as well where a hidden count can be 0.
  init(
    _ published: [PublishedLattice], dimensions: [Dimension], zerosArePublished: Bool
  ) throws(ProtectionFailure) {
    let described = published.map(\.described)
    let shapes = described.map { LatticeShape(description: $0, dimensions: dimensions) }
    let figures = published.map { matrix in
      LatticeFigures(
        id: matrix.described.id,
        axes: matrix.described.axes.map { axis in
          RawMatrix.Axis(
            hierarchy: dimensions[axis.dimension].hierarchy.truncated(toLevel: axis.depth),
            totals: dimensions[axis.dimension].totals)
        }, counts: matrix.counts, isHidden: matrix.isHidden, keepsZeros: !zerosArePublished)
    }
    let none = Period(categories: dimensions.map { _ in 0 })
    let periods = figures.map { _ in none }
    _ = try joinCells(
      figures, described: described, periods: periods, shapes: shapes,
      groups: GroupKeys(dimensions))
    try addLines(figures, described: described, dimensions: dimensions, periods: periods, shapes)
    isPrimary = Array(repeating: false, count: counts.count)
    for (places, matrix) in zip(cellAtPlace, figures) {
      for (place, cell) in places.enumerated() where cell >= 0 && matrix.isHidden(place) {
        isPrimary[Int(cell)] = true
      }
    }
    for cell in matrixCellCount..<counts.count { isPrimary[cell] = true }
  }

  /// Adds the equations of all matrices, and what depends on them.
  private mutating func addLines(
    _ matrices: [LatticeFigures], described: [MatrixDescription], dimensions: [Dimension],
    periods: [Period], _ shapes: [LatticeShape]
  ) throws(ProtectionFailure) {
    matrixCellCount = counts.count
    // Lines along what is observed are others in each look, though their parent is the same cell.
    var known: [Int: Set<Int>] = [:]
    for (index, matrix) in matrices.enumerated() {
      for axis in matrix.axes.indices where matrix.axes[axis].totals != .none {
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
    try addSums(
      matrices, described: described, dimensions: dimensions, periods: periods, shapes: shapes)
    grids = matrices.indices.map {
      CellGrid(matrices[$0].axes, described: described[$0], shape: shapes[$0])
    }
    findHomes(dimensionCount: dimensions.count)
    linesOfCell = Incidence(inverting: lines, count: counts.count)
  }

  /// Notes where each cell stands.
  mutating func findHomes(dimensionCount: Int) {
    self.dimensionCount = dimensionCount
    homes = counts.map { _ in (-1, -1) }
    for (matrix, places) in cellAtPlace.enumerated() {
      for (place, cell) in places.enumerated() where cell >= 0 && homes[Int(cell)].matrix < 0 {
        homes[Int(cell)] = (Int32(matrix), Int32(place))
      }
    }
    for line in 0..<lines.count {
      guard let parent = lines[line].first, let last = lines[line].last else { continue }
      if homes[Int(last)].matrix < 0 { homes[Int(last)] = homes[Int(parent)] }
    }
  }

  /// Numbers the cells, and returns the key of the group of each.
  private mutating func joinCells(
    _ matrices: [LatticeFigures], described: [MatrixDescription], periods: [Period],
    shapes: [LatticeShape], groups allGroups: GroupKeys
  ) throws(ProtectionFailure) -> [Int] {
    var keysOfCells: [Int] = []
    // By group: the first matrix that has it, its count, its cell.
    var groups: [Int: (matrix: Int, count: Int32, cell: Int32)] = [:]
    for (index, matrix) in matrices.enumerated() {
      let keys = allGroups.keys(
        of: described[index], positions: shapes[index].positions, in: periods[index])
      var places: [Int32] = []
      places.reserveCapacity(keys.count)
      for (place, key) in keys.enumerated() {
        let count = matrix.isHidden(place) ? -1 : matrix.counts[place]
        if let group = groups[key] {
          guard group.count == count else {
            throw .matricesDisagree(matrices[group.matrix].id, matrix.id)
          }
          places.append(group.cell)
        } else {
          let hasCell = count != 0 || matrix.keepsZero(place)
          let cell = hasCell ? Int32(counts.count) : -1
          if hasCell {
            counts.append(max(0, count))
            keysOfCells.append(key)
          }
          groups[key] = (index, count, cell)
          places.append(cell)
        }
      }
      cellAtPlace.append(places)
    }
    return keysOfCells
  }

  /// Adds the equations along one axis of a matrix that are new.
  private mutating func addLines(
    _ matrix: LatticeFigures, index: Int, axis: Int, stride: Int,
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
          let first = block * hierarchy.count
          let isKnown = ([category] + hierarchy.children[category]).allSatisfy {
            !matrix.isHidden((first + $0) * stride + rest)
          }
          guard parent >= 0 else {
            guard children.isEmpty || isKnown && children.allSatisfy({ counts[Int($0)] == 0 })
            else { throw .doesNotAddUp(matrix: matrix.id) }
            knownZeros.formUnion(children)
            continue
          }
          if children.isEmpty, matrix.axes[axis].totals == .sum { knownZeros.insert(parent) }
          if matrix.axes[axis].totals == .sum {
            guard
              !isKnown || children.reduce(0, { $0 + counts[Int($1)] }) == counts[Int(parent)]
            else { throw .doesNotAddUp(matrix: matrix.id) }
            if isNew((Int(parent), -1)) { lines.append([parent] + children) }
            continue
          }
          for child in children where isNew((Int(parent), Int(child))) {
            let complement = counts[Int(parent)] - counts[Int(child)]
            guard complement >= 0 || !isKnown else { throw .doesNotAddUp(matrix: matrix.id) }
            lines.append([parent, child, Int32(counts.count)])
            counts.append(max(0, complement))
          }
        }
      }
    }
  }
}
