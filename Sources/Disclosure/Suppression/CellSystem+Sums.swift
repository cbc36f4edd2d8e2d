import Classifications
import Publication

extension CellSystem {
  /// Adds the equations between dimensions of which one has sums of the other: an economic region
  /// is the sum of its municipalities, whatever tree either stands in.
  mutating func addSums(
    _ matrices: [LatticeFigures], described: [MatrixDescription], dimensions: [Dimension],
    periods: [Period],
    shapes: [LatticeShape]
  ) throws(ProtectionFailure) {
    for (index, sums) in dimensions.enumerated() {
      guard let link = sums.sums else { continue }
      let members = Self.members(of: sums, link, among: dimensions[link.dimension])
      for (parent, summed) in described.enumerated()
      where summed.axes.contains(where: { $0.dimension == index }) {
        for (child, parts) in described.enumerated()
        where Self.isSummed(summed, by: index, from: parts, link.dimension, dimensions)
          && periods[parent] == periods[child]
        {
          try addSums(
            of: (shapes[child], parts, matrices[child], cellAtPlace[child], link.dimension),
            to: (shapes[parent], summed, matrices[parent], cellAtPlace[parent], index),
            members: members)
        }
      }
    }
  }

  /// For each category of the sums that no other one divides: the leaves that add up to it.
  private static func members(
    of sums: Dimension, _ link: SumsOfAnother, among parts: Dimension
  ) -> [CategoryIndex: [CategoryIndex]] {
    var members: [CategoryIndex: [CategoryIndex]] = [:]
    for leaf in parts.hierarchy.leaves {
      let code = parts.hierarchy.categories[leaf].code
      guard let target = link.leaves.target(of: code),
        let category = sums.hierarchy.index(ofCode: target)
      else { preconditionFailure("\(code) of \(parts.id) has no place in \(sums.id)") }
      members[category, default: []].append(leaf)
    }
    return members
  }

  /// Whether every cell of `summed` is a sum of cells of `parts`.
  private static func isSummed(
    _ summed: MatrixDescription, by sums: Int, from parts: MatrixDescription, _ part: Int,
    _ dimensions: [Dimension]
  ) -> Bool {
    let leaves = dimensions[part].hierarchy.depth
    return summed.content == parts.content && summed.limits == parts.limits
      && parts.axes.contains { $0.dimension == part && $0.depth == leaves }
      && summed.axes.allSatisfy { axis in
        axis.dimension == sums
          || parts.axes.contains { $0.dimension == axis.dimension && $0.depth >= axis.depth }
      }
  }

  private typealias Side = (
    shape: LatticeShape, matrix: MatrixDescription, figures: LatticeFigures, cells: [Int32],
    dimension: Int
  )

  /// Adds an equation for each category of the sums and each combination of the other axes.
  private mutating func addSums(
    of parts: Side, to sums: Side, members: [CategoryIndex: [CategoryIndex]]
  ) throws(ProtectionFailure) {
    var places = [(sum: 0, part: 0)]
    for (axis, description) in sums.matrix.axes.enumerated()
    where description.dimension != sums.dimension {
      guard
        let other = parts.matrix.axes.firstIndex(where: { $0.dimension == description.dimension })
      else { preconditionFailure("parts have all axes of their sums") }
      let (own, theirs) = (sums.shape.positions[axis], parts.shape.positions[other])
      let steps = own.indices.filter { own[$0] >= 0 }.map {
        (
          sum: Int(own[$0]) * sums.shape.strides[axis],
          part: Int(theirs[$0]) * parts.shape.strides[other]
        )
      }
      places = places.flatMap { place in
        steps.map { (place.sum + $0.sum, place.part + $0.part) }
      }
    }
    guard let axis = sums.matrix.axes.firstIndex(where: { $0.dimension == sums.dimension }),
      let other = parts.matrix.axes.firstIndex(where: { $0.dimension == parts.dimension })
    else { return }
    for (category, leaves) in members.sorted(by: { $0.key < $1.key }) {
      let position = sums.shape.positions[axis][category]
      guard position >= 0 else { continue }
      for place in places {
        let sum = place.sum + Int(position) * sums.shape.strides[axis]
        let members = leaves.map {
          place.part + Int(parts.shape.positions[other][$0]) * parts.shape.strides[other]
        }
        let parent = sums.cells[sum]
        let children = members.map { parts.cells[$0] }.filter { $0 >= 0 }
        let total = children.reduce(0) { $0 + counts[Int($1)] }
        let isKnown =
          !sums.figures.isHidden(sum) && !members.contains(where: parts.figures.isHidden)
        guard !isKnown || total == (parent < 0 ? 0 : counts[Int(parent)]) else {
          throw .doesNotAddUp(matrix: sums.matrix.id)
        }
        guard parent >= 0 else {
          knownZeros.formUnion(children)
          continue
        }
        if children.isEmpty { knownZeros.insert(parent) }
        lines.append([parent] + children)
      }
    }
  }
}
