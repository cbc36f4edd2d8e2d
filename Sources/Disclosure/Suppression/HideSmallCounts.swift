public import Cubes
public import Publication

/// Hides small counts of matrices that count the same units in one period, and others with them.
///
/// The engine by itself, without a release: what is hidden and what proves it, for the producer.
///
/// - Parameters:
///   - matrices: The raw counts; `matrices[i]` is described by `described[i]`.
///   - described: What the matrices count by.
///   - dimensions: The dimensions of the statistic, each of which adds up.
///   - rule: Which counts are hidden for their own sake.
///   - seed: Decides between patterns that are equally good.
///   - control: How the work is followed and stopped.
/// - Returns: The role of each lattice cell, with witnesses for all that is hidden.
/// - Throws: When the work is cancelled, the matrices do not fit together, or no pattern is safe.
public func hideSmallCounts(
  in matrices: [RawMatrix], described: [MatrixDescription], dimensions: [Dimension],
  rule: SuppressionRule, seed: UInt64, control: ProtectionControl
) throws(ProtectionFailure) -> SuppressionReport {
  precondition(matrices.count == described.count, "a description for each matrix")
  let period = Period(categories: dimensions.map { _ in 0 })
  let system = try CellSystem(
    matrices, described: described, dimensions: dimensions, periods: matrices.map { _ in period },
    isBarred: matrices.map { _ in [] }, rule: rule)
  var suppression = Suppression(
    system, seed: seed, mayEase: rule.range == .reachesThresholdWhereItCan, effort: rule.effort)
  try suppression.run(control: control)
  return suppression.report
}
