public import Cubes
import Dispatch
@_spi(DisclosureControl) public import Publication
import Synchronization

/// Protects the matrices of a statistic together.
///
/// Under rounding each matrix is rounded by itself. Under suppression the matrices are taken to
/// count the same population: cells of several matrices that denote the same group are one cell.
///
/// - Parameters:
///   - matrices: The raw counts; `matrices[i]` is described by `description.matrices[i]`.
///   - description: What can be said about the statistic without any figure.
///   - policy: The confidentiality rule.
///   - seed: Decides between patterns that are equally good; secret, and never in the release.
///   - provenance: What made the release; nothing that depends on raw figures.
///   - control: How the work is followed and stopped.
/// - Returns: What may leave, and what must stay.
/// - Throws: When the work is cancelled, the matrices do not fit together, or no pattern is safe.
public func protect(
  _ matrices: [RawMatrix], description: StatisticDescription, policy: Policy, seed: UInt64,
  provenance: String, control: ProtectionControl
) throws(ProtectionFailure) -> (release: Release, report: ProtectionReport) {
  precondition(matrices.count == description.matrices.count, "a description for each matrix")
  let applicability = try zip(matrices, description.matrices).map {
    (raw, described) throws(ProtectionFailure) in
    try Applicability(raw, described: described, dimensions: description.dimensions)
  }
  var report = ProtectionReport()
  let protected: [ProtectedMatrix]
  switch policy {
  case .smallCountRounding(let base, let sweeps):
    let rounded = try roundEach(
      matrices, base: base, sweeps: sweeps, seed: seed, control: control)
    report.rounding = rounded.map(\.report)
    protected = matrices.indices.map { index in
      ProtectedMatrix(
        description: description.matrices[index], dimensions: description.dimensions,
        counts: rounded[index].lattice, statuses: applicability[index].statuses)
    }
  case .suppression(let threshold, let published):
    let system = try CellSystem(
      matrices, description: description, threshold: threshold, published: published)
    var suppression = Suppression(system, seed: seed)
    try suppression.run(control: control)
    report.suppression = suppression.report
    protected = matrices.indices.map { index in
      suppression.protectedMatrix(
        index, description: description, notApplicable: applicability[index].statuses)
    }
  }
  control.progress(1)
  let release = Release(
    description: description, matrices: protected, provenance: provenance)
  return (release, report)
}

/// Rounds each matrix by itself, as many at once as there are lanes.
private func roundEach(
  _ matrices: [RawMatrix], base: Int, sweeps: Int, seed: UInt64, control: ProtectionControl
) throws(ProtectionFailure) -> [RoundedMatrix] {
  let results = Mutex<[RoundedMatrix?]>(Array(repeating: nil, count: matrices.count))
  let next = Mutex(0)
  DispatchQueue.concurrentPerform(iterations: min(control.lanes, matrices.count)) { _ in
    while true {
      let index = next.withLock { value in
        defer { value += 1 }
        return value
      }
      guard index < matrices.count, !control.isCancelled() else { return }
      let rounded = RoundedMatrix(
        matrices[index], base: base, sweeps: sweeps,
        seed: SeededGenerator(seed: seed, stream: index),
        isCancelled: control.isCancelled)
      let done = results.withLock { results in
        results[index] = rounded
        return results.count { $0 != nil }
      }
      control.progress(Double(done) / Double(matrices.count))
    }
  }
  let rounded = results.withLock { $0.compactMap(\.self) }
  guard rounded.count == matrices.count, !control.isCancelled() else { throw .cancelled }
  return rounded
}
