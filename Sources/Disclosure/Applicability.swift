import Classifications
import Cubes
import Publication

/// Which cells of a matrix can have no figure, whatever is counted.
struct Applicability {
  /// A status for each lattice cell, row-major, or empty when all are applicable.
  let statuses: [UInt8]

  /// - Precondition: the axes of `matrix` are those of its description, in order and depth.
  init(
    _ matrix: RawMatrix, described: MatrixDescription, dimensions: [Dimension]
  ) throws(ProtectionFailure) {
    precondition(matrix.axes.count == described.axes.count, "an axis for each described one")
    var barred: [[Bool]] = []
    for (axis, descriptionAxis) in zip(matrix.axes, described.axes) {
      let dimension = dimensions[descriptionAxis.dimension]
      let expected = dimension.hierarchy.levels.count { $0 <= descriptionAxis.depth }
      precondition(axis.hierarchy.count == expected, "an axis is as deep as described")
      precondition(axis.isAdditive == dimension.isAdditive, "an axis adds up as described")
      barred.append(
        axis.hierarchy.categories.map { dimension.notApplicableCodes.contains($0.code) })
    }
    guard barred.contains(where: { $0.contains(true) }) else {
      statuses = []
      return
    }
    var cells = [false]
    for axis in barred {
      cells = cells.flatMap { cell in axis.map { cell || $0 } }
    }
    for (count, isBarred) in zip(matrix.lattice, cells) where isBarred && count != 0 {
      throw .countWhereNoneCanOccur(matrix: matrix.id)
    }
    statuses = cells.map { $0 ? CellStatus.notApplicable.rawValue : 0 }
  }
}
