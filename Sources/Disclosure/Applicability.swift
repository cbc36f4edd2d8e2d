import Classifications
import Cubes
import Publication

/// Which cells of a matrix can have no figure, whatever is counted.
struct Applicability {
  /// A status for each lattice cell, row-major, or empty when all are applicable.
  let statuses: [UInt8]

  /// Cells with a code that cannot occur, the totals over periods, and regions that are not in
  /// force in a period are not applicable; periods without data are missing.
  /// - Precondition: the axes of `matrix` are those of its description, in order and depth.
  init(
    _ matrix: RawMatrix, described: MatrixDescription, dimensions: [Dimension]
  ) throws(ProtectionFailure) {
    precondition(matrix.axes.count == described.axes.count, "an axis for each described one")
    var axes: [[UInt8]] = []
    for (axis, descriptionAxis) in zip(matrix.axes, described.axes) {
      let dimension = dimensions[descriptionAxis.dimension]
      let held = dimension.hierarchy.categories.indices.filter {
        dimension.hierarchy.levels[$0] <= descriptionAxis.depth
      }
      precondition(axis.hierarchy.count == held.count, "an axis is as deep as described")
      precondition(axis.totals == dimension.totals, "an axis adds up as described")
      axes.append(held.map { Self.status(of: $0, in: dimension, matrix: described).rawValue })
    }
    var cells = [CellStatus.published.rawValue]
    for axis in axes {
      cells = cells.flatMap { cell in axis.map { Self.stronger(cell, $0) } }
    }
    Self.bar(regionsNotInForceIn: described, dimensions: dimensions, &cells)
    guard cells.contains(where: { $0 != 0 }) else {
      statuses = []
      return
    }
    let units =
      if case .sums = matrix.content { matrix.latticeContributions.units } else {
        matrix.lattice.map { Int($0) }
      }
    for (count, status) in zip(units, cells) where status != 0 && count != 0 {
      throw .countWhereNoneCanOccur(matrix: matrix.id)
    }
    statuses = cells
  }

  /// Which cells of a period can have no figure; nothing where all can.
  func isBarred(in slice: PeriodSlice) -> [Bool] {
    statuses.isEmpty ? [] : slice.placesInWhole.map { statuses[$0] != 0 }
  }

  private static func status(
    of category: CategoryIndex, in dimension: Dimension, matrix: MatrixDescription
  ) -> CellStatus {
    let code = dimension.hierarchy.categories[category].code
    if dimension.notApplicableCodes.contains(code) { return .notApplicable }
    guard dimension.isTime else { return .published }
    if category == 0 { return .notApplicable }
    return matrix.isMissing(category, of: dimension) ? .missing : .published
  }

  /// What cannot occur is not missing.
  private static func stronger(_ left: UInt8, _ right: UInt8) -> UInt8 {
    let barred = CellStatus.notApplicable.rawValue
    return left == barred || right == barred ? barred : max(left, right)
  }

  /// Marks the cells of a category and a period in which it is not in force, and those of a later
  /// look at the same units that is not reached yet.
  private static func bar(
    regionsNotInForceIn matrix: MatrixDescription, dimensions: [Dimension], _ cells: inout [UInt8]
  ) {
    let shape = LatticeShape(description: matrix, dimensions: dimensions)
    for (timeAxis, time) in matrix.axes.enumerated() where dimensions[time.dimension].isTime {
      let days = dimensions[time.dimension].hierarchy.categories.indices
        .map { $0 == 0 ? nil : dimensions[time.dimension].referenceDay(of: $0) }
      for (axis, described) in matrix.axes.enumerated() where axis != timeAxis {
        let dimension = dimensions[described.dimension]
        guard !dimension.isTime || dimension.observes != nil else { continue }
        let status = dimension.isTime ? CellStatus.missing : .notApplicable
        // For each position along the axis and each period: whether the category is in force.
        let validities = zip(dimension.hierarchy.categories, dimension.hierarchy.levels)
          .filter { $0.1 <= described.depth }.map(\.0.validity)
        guard validities.contains(where: { $0 != nil }) else { continue }
        for cell in cells.indices {
          let position = cell / shape.strides[axis] % shape.extents[axis]
          let period = cell / shape.strides[timeAxis] % shape.extents[timeAxis]
          if let validity = validities[position], let day = days[period], !validity.contains(day) {
            cells[cell] = stronger(cells[cell], status.rawValue)
          }
        }
      }
    }
  }
}
