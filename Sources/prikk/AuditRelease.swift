import Classifications
import Disclosure
import Dispatch
import Publication
import Synchronization

/// The counts of a release in one period, as they are attacked.
struct AuditedPeriod {
  /// For each dimension the category of the period; 0 for those that are no periods.
  let categories: [CategoryIndex]
  /// The matrices that have figures in it, without their axes of periods.
  var slices: [Slice] = []

  /// A matrix in a period.
  struct Slice {
    let lattice: PublishedLattice
    /// The identifier of the matrix.
    let matrix: String
  }

  /// The periods of a release, each with the matrices that count its units.
  ///
  /// A look at the same units is a period of its own. Hidden cells of a matrix without looks are
  /// attacked with each of these.
  static func all(of release: Release) -> [AuditedPeriod] {
    let dimensions = release.description.dimensions
    let matrices = release.matrices.filter { $0.description.content == .units }
    var groups: [[CategoryIndex]] = []
    for matrix in matrices {
      for categories in periods(of: matrix, dimensions) where !groups.contains(categories) {
        groups.append(categories)
      }
    }
    // A period that another one has all of is attacked with that one.
    let finest = groups.filter { group in
      !groups.contains { $0 != group && isPart(group, of: $0) }
    }
    return finest.map { group in
      var period = AuditedPeriod(categories: group)
      for matrix in matrices {
        let own = group.indices.map { dimension in
          matrix.description.axes.contains { $0.dimension == dimension } ? group[dimension] : 0
        }
        guard isComplete(own, matrix, dimensions),
          let lattice = slice(of: matrix, at: own, dimensions)
        else { continue }
        period.slices.append(Slice(lattice: lattice, matrix: matrix.description.id))
      }
      return period
    }
  }

  /// The codes of the period, such as `2019`.
  func name(_ dimensions: [Dimension]) -> String {
    zip(dimensions, categories).filter { $0.1 > 0 }
      .map { "\($0.id)=\($0.hierarchy.categories[$1].code)" }.joined(separator: " ")
  }

  private static func isPart(_ group: [CategoryIndex], of other: [CategoryIndex]) -> Bool {
    zip(group, other).allSatisfy { $0 == 0 || $0 == $1 }
  }

  /// Every combination of periods of a matrix for which anything was collected.
  private static func periods(
    of matrix: ProtectedMatrix, _ dimensions: [Dimension]
  ) -> [[CategoryIndex]] {
    matrix.description.axes.filter { dimensions[$0.dimension].isTime }
      .reduce([dimensions.map { _ in 0 }]) { groups, axis in
        groups.flatMap { group in
          dimensions[axis.dimension].hierarchy.leaves.filter { $0 > 0 }
            .filter { !matrix.description.isMissing($0, of: dimensions[axis.dimension]) }
            .map { category in
              var next = group
              next[axis.dimension] = category
              return next
            }
        }
      }
  }

  /// Whether a matrix has all its periods named and collected.
  private static func isComplete(
    _ group: [CategoryIndex], _ matrix: ProtectedMatrix, _ dimensions: [Dimension]
  ) -> Bool {
    matrix.description.axes.allSatisfy { axis in
      let dimension = dimensions[axis.dimension]
      return !dimension.isTime
        || group[axis.dimension] > 0
          && !matrix.description.isMissing(group[axis.dimension], of: dimension)
    }
  }

  /// The cells of a matrix in a period; `nil` when none has a figure or is hidden.
  private static func slice(
    of matrix: ProtectedMatrix, at group: [CategoryIndex], _ dimensions: [Dimension]
  ) -> PublishedLattice? {
    let whole = matrix.description
    let described = MatrixDescription(
      id: whole.id, label: whole.label,
      axes: whole.axes.filter { !dimensions[$0.dimension].isTime }, limits: whole.limits,
      isSupplementary: whole.isSupplementary)
    var cells: [[CategoryIndex]] = [[]]
    for axis in whole.axes {
      let dimension = dimensions[axis.dimension]
      let held =
        dimension.isTime
        ? [group[axis.dimension]]
        : dimension.hierarchy.levels.indices.filter { dimension.hierarchy.levels[$0] <= axis.depth }
      cells = cells.flatMap { cell in held.map { cell + [$0] } }
    }
    let figures = cells.map { matrix.figure(at: $0) }
    guard figures.contains(where: { [.published, .suppressed].contains($0.status) }) else {
      return nil
    }
    return PublishedLattice(
      described: described, counts: figures.map { Int32(clamping: $0.value ?? 0) },
      isHidden: figures.map { $0.status == .suppressed })
  }
}

extension AuditWork {
  /// Attacks a release of ours, period by period.
  func run(_ release: Release) throws(Complaint) -> AuditOutcome {
    let dimensions = release.description.dimensions
    let counts = release.matrices.filter { $0.description.content == .units }
    let hidden = counts.reduce(0) { $0 + $1.suppressedCount }
    let heading =
      "\(file): \(counts.count) matrices of counts, "
      + "\(counts.reduce(0) { $0 + $1.cellCount }) cells, \(hidden) hidden\n"
    let columns = ["matrix", "period", "cell"]
    guard hidden > 0 else {
      return AuditOutcome(findings: [], columns: columns, heading: heading, isAnyHidden: false)
    }
    let periods = AuditedPeriod.all(of: release)
    let results = Mutex<[Int: Result<AuditReport, Complaint>]>([:])
    DispatchQueue.concurrentPerform(iterations: periods.count) { place in
      let result = Result { () throws(Complaint) in
        try attack(periods[place].slices.map(\.lattice), dimensions).report
      }
      results.withLock { $0[place] = result }
    }
    var findings: [AuditFinding] = []
    var (large, programs) = (0, 0)
    for (place, result) in results.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
      let report = try result.get()
      let period = periods[place]
      let name = period.name(dimensions)
      programs += report.programs
      let told = told(report.narrow)
      let cells = period.slices.map { MatrixCells($0.lattice.described, dimensions) }
      func text(_ place: AuditedPlace) -> String {
        cellName(cells[place.matrix].codes(at: place.place), of: dimensions.map(\.id))
      }
      large += told.large
      findings += told.cells.map { cell in
        let matrix = period.slices[cell.place.matrix].matrix
        return AuditFinding(
          cell: "\(matrix), \(name): \(text(cell.place))", codes: [matrix, name, text(cell.place)],
          low: cell.low, high: cell.high, because: cell.becauseOf.map(text))
      }
    }
    return AuditOutcome(
      findings: findings, columns: columns,
      heading: heading + "Attacked in \(periods.count) periods with \(programs) linear programs.\n",
      large: large)
  }
}
