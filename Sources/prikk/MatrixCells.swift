import Classifications
import Publication

/// What the cells of a matrix go by.
struct MatrixCells {
  private let shape: LatticeShape
  /// For each axis its dimension, and the code at each position; `nil` for the total.
  private let axes: [(dimension: Int, codes: [String?])]
  private let dimensionCount: Int

  /// The cells of a matrix of a statistic with these dimensions.
  init(_ described: MatrixDescription, _ dimensions: [Dimension]) {
    shape = LatticeShape(description: described, dimensions: dimensions)
    axes = described.axes.map { axis in
      let list = dimensions[axis.dimension].hierarchy.truncated(toLevel: axis.depth)
      return (axis.dimension, [nil] + list.categories.dropFirst().map { $0.code })
    }
    dimensionCount = dimensions.count
  }

  /// For each dimension the code of a cell; `nil` for the total, or where it does not go by it.
  func codes(at place: Int) -> [String?] {
    var found: [String?] = Array(repeating: nil, count: dimensionCount)
    for (index, axis) in axes.enumerated() {
      found[axis.dimension] = axis.codes[place / shape.strides[index] % shape.extents[index]]
    }
    return found
  }
}

/// A cell by the names of its codes, totals left out: `sex=1 age=20-24`.
func cellName(_ codes: [String?], of names: [String]) -> String {
  let parts = zip(names, codes).compactMap { name, code in code.map { "\(name)=\($0)" } }
  return parts.isEmpty ? "everything" : parts.joined(separator: " ")
}
