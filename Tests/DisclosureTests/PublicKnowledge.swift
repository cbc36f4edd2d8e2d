import Classifications
import Publication

/// What anyone can write down from a release: groups, their figures, and equations between them.
///
/// Made from the release and its description alone.
struct PublicKnowledge {
  /// The published figure of each group, or `nil`.
  private(set) var figures: [Int?] = []
  /// The least that each group can be: 1 where a cell is hidden and zeros are published.
  private(set) var least: [Int] = []
  /// Each a parent and its children.
  private(set) var equations: [(parent: Int, children: [Int])] = []
  /// For each matrix the group at each place, row-major over the categories held.
  private(set) var places: [[Int]] = []
  /// For each group in a non-additive category the group of those who are not in it.
  private(set) var complements: [Int: Int] = [:]
  /// Groups by the categories that are not totals; complements below zero.
  private var indexOf: [Int: Int] = [:]
  private let leastHidden: Int

  /// What a release says, in which a hidden cell is at least `leastHidden`.
  init(_ release: Release, leastHidden: Int = 1) {
    self.leastHidden = leastHidden
    let dimensions = release.description.dimensions
    for (matrix, described) in zip(release.matrices, release.description.matrices) {
      let held = described.axes.map { axis in
        let hierarchy = dimensions[axis.dimension].hierarchy
        return hierarchy.categories.indices.filter { hierarchy.levels[$0] <= axis.depth }
      }
      let cells = combinations(held)
      places.append(
        cells.map { note(key($0, described, dimensions), figure: matrix.figure(at: $0)) })
      for cell in cells { addEquations(cell, described, dimensions) }
    }
    for described in release.description.matrices {
      for axis in described.axes {
        guard let sums = dimensions[axis.dimension].sums else { continue }
        addSums(axis, sums, described, dimensions)
      }
    }
  }

  /// Adds that groups of a dimension are sums of groups of another one, where both are there.
  private mutating func addSums(
    _ axis: MatrixAxis, _ sums: SumsOfAnother, _ described: MatrixDescription,
    _ dimensions: [Publication.Dimension]
  ) {
    func step(_ dimension: Int) -> Int {
      dimensions[..<dimension].reduce(1) { $0 * $1.hierarchy.count }
    }
    let (whole, parts) = (
      dimensions[axis.dimension].hierarchy, dimensions[sums.dimension].hierarchy
    )
    for category in whole.categories.indices.dropFirst() {
      let leaves = parts.leaves.filter {
        sums.leaves.target(of: parts.categories[$0].code) == whole.categories[category].code
      }
      let held = described.axes.map { other in
        other == axis
          ? [category]
          : dimensions[other.dimension].hierarchy.categories.indices.filter {
            dimensions[other.dimension].hierarchy.levels[$0] <= other.depth
          }
      }
      for cell in combinations(held) {
        let sum = key(cell, described, dimensions)
        let children = leaves.map {
          indexOf[sum - category * step(axis.dimension) + $0 * step(sums.dimension)]
        }
        let known = children.compactMap(\.self)
        guard let parent = indexOf[sum], !leaves.isEmpty, known.count == leaves.count else {
          continue
        }
        equations.append((parent, known))
      }
    }
  }

  private func key(
    _ cell: [Int], _ described: MatrixDescription, _ dimensions: [Publication.Dimension]
  ) -> Int {
    var key = described.limits.reduce(0) { key, limit in
      key + limit.value * dimensions[..<limit.key].reduce(1) { $0 * $1.hierarchy.count }
    }
    for (axis, category) in zip(described.axes, cell) {
      let step = dimensions[..<axis.dimension].reduce(1) { $0 * $1.hierarchy.count }
      // What is not observed is the same group in every look: that of the first.
      let observed = dimensions[axis.dimension].observes.map { observed in
        zip(described.axes, cell).contains { $0.dimension == observed && $1 > 0 }
      }
      key += step * (observed == false ? min(category, 1) : category)
    }
    return key
  }

  private mutating func note(_ key: Int, figure: Figure, least: Int? = nil) -> Int {
    // Where no figure can occur there is nobody.
    let value = figure.status == .notApplicable ? 0 : figure.value
    if let index = indexOf[key] {
      if let value { figures[index] = value }
      return index
    }
    indexOf[key] = figures.count
    figures.append(value)
    self.least.append(value ?? least ?? leastHidden)
    return figures.count - 1
  }

  private mutating func addEquations(
    _ cell: [Int], _ described: MatrixDescription, _ dimensions: [Publication.Dimension]
  ) {
    for (position, axis) in described.axes.enumerated() {
      let dimension = dimensions[axis.dimension]
      let below = dimension.hierarchy.children[cell[position]]
        .filter { dimension.hierarchy.levels[$0] <= axis.depth }
        .map { child in
          var other = cell
          other[position] = child
          return key(other, described, dimensions)
        }
      let parent = indexOf[key(cell, described, dimensions)] ?? -1
      let children = below.map { indexOf[$0] ?? -1 }
      if dimension.totals == .none { continue }
      if dimension.totals == .sum {
        if !children.isEmpty { equations.append((parent, children)) }
        continue
      }
      for (child, key) in zip(children, below) {
        let rest = note(-key, figure: .symbol(.suppressed), least: 0)
        complements[child] = rest
        equations.append((parent, [child, rest]))
      }
    }
  }
}
