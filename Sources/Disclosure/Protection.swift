public import Cubes
import Dispatch
@_spi(DisclosureControl) public import Publication
import Synchronization

/// Protects the matrices of a statistic together.
///
/// Under suppression each period is protected by itself: its result depends on nothing but its own
/// counts and the seed. Under rounding a period depends on those before it, too, see
/// ``PeriodRounding``. Under suppression the matrices of a period are taken to count the same
/// population: cells of several matrices that denote the same
/// group are one cell. Sums and medians of amounts are hidden after the counts, by `amounts`:
/// counts do not depend on them.
///
/// - Parameters:
///   - matrices: The raw counts; `matrices[i]` is described by `description.matrices[i]`.
///   - description: What can be said about the statistic without any figure.
///   - policy: The confidentiality rule.
///   - amounts: When sums and medians may be shown.
///   - earlier: A release that is out already: under rounding, what has the same small count in it
///     keeps its rounded value.
///   - seed: Decides between patterns that are equally good; secret, and never in the release.
///   - provenance: What made the release; nothing that depends on raw figures.
///   - control: How the work is followed and stopped.
/// - Returns: What may leave, and what must stay.
/// - Throws: When the work is cancelled, the matrices do not fit together, or no pattern is safe.
public func protect(
  _ matrices: [RawMatrix], description: StatisticDescription, policy: Policy,
  amounts: AmountRule = AmountRule(), earlier: EarlierRelease? = nil, seed: UInt64,
  provenance: String,
  control: ProtectionControl
) throws(ProtectionFailure) -> (release: Release, report: ProtectionReport) {
  precondition(matrices.count == description.matrices.count, "a description for each matrix")
  let dimensions = description.dimensions
  try checkAmounts(matrices, of: description)
  let applicability = try zip(matrices, description.matrices).map {
    (raw, described) throws(ProtectionFailure) in
    try Applicability(raw, described: described, dimensions: dimensions)
  }
  let all = zip(matrices, description.matrices).enumerated().flatMap { index, matrix in
    PeriodSlice.slices(
      of: matrix.0, index: index, described: matrix.1, dimensions: dimensions)
  }
  let slices = all.filter { $0.described.content == .units }
  let amountSlices = all.filter { $0.described.content != .units }
  let latticeCounts = matrices.map { $0.latticeExtents.reduce(1, *) }
  var report = ProtectionReport()
  var base: Int?
  let cells: [LatticeCells]
  switch policy {
  case .smallCountRounding(let rounding, let sweeps):
    base = rounding
    let rounded = try PeriodRounding(
      slices, dimensions: dimensions, base: rounding, earlier: earlier
    ).run(sweeps: sweeps, seed: seed, control: control)
    report.rounding = rounded.matrices.map(\.report)
    report.sharedGroups = rounded.shared
    cells = rounded.matrices.map { LatticeCells(published: $0.lattice) }
  case .suppression(let rule):
    (cells, report.suppression) = try suppress(
      slices, dimensions: dimensions, applicability: applicability, rule: rule, seed: seed,
      latticeCounts: latticeCounts, control: control)
  }
  let counted = zip(slices, cells).map { (slice: $0, cells: $1) }
  let protection = AmountProtection(
    rule: amounts, base: base, counts: counted, applicability: applicability,
    dimensions: dimensions, seed: seed)
  let withAmounts: [LatticeCells]
  (withAmounts, report.amounts) = try protection.cells(
    of: amountSlices, latticeCounts: latticeCounts, control: control)
  let finished = counted + zip(amountSlices, withAmounts).map { (slice: $0, cells: $1) }
  control.progress(1)
  let protected = matrices.indices.map { index in
    ProtectedMatrix(
      finished.filter { $0.slice.matrix == index },
      description: description.matrices[index], dimensions: dimensions,
      applicability: applicability[index])
  }
  let release = Release(
    description: description, matrices: protected, provenance: provenance)
  return (release, report)
}

/// Hides cells period by period; the matrices of a period together, and all looks at its units.
private func suppress(
  _ slices: [PeriodSlice], dimensions: [Dimension], applicability: [Applicability],
  rule: SuppressionRule, seed: UInt64, latticeCounts: [Int], control: ProtectionControl
) throws(ProtectionFailure) -> ([LatticeCells], SuppressionReport) {
  let groups = groupedByPeriod(slices, dimensions)
  let results = try concurrently(groups.count, control: control) {
    (index, control) throws(ProtectionFailure) in
    let group = groups[index].map { slices[$0] }
    let period = group[0].period.ofUnits(dimensions)
    let system = try CellSystem(
      group.map(\.raw), described: group.map(\.described), dimensions: dimensions,
      periods: group.map(\.period),
      isBarred: group.map { applicability[$0.matrix].isBarred(in: $0) },
      rule: period.part(of: rule))
    var suppression = Suppression(
      system, seed: period.seed(from: seed, dimensions),
      mayEase: rule.range == .reachesThresholdWhereItCan, effort: rule.effort)
    try suppression.run(control: control)
    return (suppression, system.forcedPrimaries)
  }
  var cells = slices.map { _ in LatticeCells(count: 0) }
  var report = SuppressionReport(latticeCounts: latticeCounts)
  for (group, (suppression, forcedPrimaries)) in zip(groups, results) {
    for (index, slice) in group.enumerated() {
      cells[slice] = suppression.cells(ofMatrix: index)
    }
    report.add(suppression.report, of: group.map { slices[$0] })
    report.forcedPrimaries += forcedPrimaries
  }
  return (cells, report)
}

/// The indices of the slices of each period, periods in the order in which they come.
private func groupedByPeriod(_ slices: [PeriodSlice], _ dimensions: [Dimension]) -> [[Int]] {
  var groups: [[Int]] = []
  var groupOfPeriod: [Period: Int] = [:]
  for (index, slice) in slices.enumerated() {
    let period = slice.period.ofUnits(dimensions)
    if let group = groupOfPeriod[period] {
      groups[group].append(index)
    } else {
      groupOfPeriod[period] = groups.count
      groups.append([index])
    }
  }
  return groups
}

/// Does `count` pieces of work, as many at once as there are lanes; results stand in order.
///
/// The first failure in the order of the pieces is thrown.
func concurrently<Value: Sendable>(
  _ count: Int, control: ProtectionControl,
  _ work: @Sendable (Int, ProtectionControl) throws(ProtectionFailure) -> Value
) throws(ProtectionFailure) -> [Value] {
  let results = Mutex<[Result<Value, ProtectionFailure>?]>(Array(repeating: nil, count: count))
  let pieces = Mutex(
    Array(repeating: ProtectionProgress(share: 0, standing: nil), count: count))
  let next = Mutex(0)
  @Sendable func report(_ share: Double, _ standing: ProtectionStanding?, of index: Int) {
    let (sum, together) = pieces.withLock { pieces in
      pieces[index] = ProtectionProgress(
        share: share, standing: standing ?? pieces[index].standing)
      return (
        pieces.reduce(0) { $0 + $1.share }, ProtectionStanding.together(pieces.map(\.standing))
      )
    }
    control.progress(sum / Double(count), together)
  }
  DispatchQueue.concurrentPerform(iterations: min(control.lanes, count)) { _ in
    while true {
      let index = next.withLock { value in
        defer { value += 1 }
        return value
      }
      guard index < count, !control.isCancelled() else { return }
      let own = ProtectionControl(
        lanes: max(1, control.lanes / count), isCancelled: control.isCancelled,
        progress: { report($0.share, $0.standing, of: index) })
      let result = Result { () throws(ProtectionFailure) in try work(index, own) }
      results.withLock { $0[index] = result }
      report(1, nil, of: index)
    }
  }
  var values: [Value] = []
  for result in results.withLock({ $0 }) {
    guard let result else { throw .cancelled }
    values.append(try result.get())
  }
  guard !control.isCancelled() else { throw .cancelled }
  return values
}
