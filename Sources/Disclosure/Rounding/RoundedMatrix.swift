public import Cubes

/// A matrix whose small inner counts are 0 or the base, with all that is summed from them.
public struct RoundedMatrix: Sendable {
  /// Row-major inner counts.
  public let inner: [Int32]
  /// Row-major counts of the whole lattice, each the sum of rounded inner counts.
  public let lattice: [Int32]
  /// How far they are from the raw ones.
  public let report: RoundingReport

  init(_ matrix: RawMatrix, inner: [Int32], base: Int) {
    self.inner = inner
    lattice = matrix.rollUp(inner)
    report = RoundingReport(matrix, roundedLattice: lattice, base: base)
  }
}

/// Rounds the small counts of a matrix, so that the whole lattice stays close to the raw one.
///
/// - Parameters:
///   - matrix: Raw counts.
///   - base: Inner counts of 1 ..< `base` become 0 or `base`.
///   - effort: How long to search.
///   - seed: Decides between patterns that are equally good; secret.
///   - control: How the work is stopped. As many searches run within a budget as there are lanes,
///     and the closest counts; an effort of sweeps is one search.
///   - progress: Told the best so far after each sweep.
/// - Returns: A close rounding; when the work is cancelled, the best so far.
/// - Complexity: memory is that of the lattice and, for each small cell, of four bytes for each
///   lattice cell above it; a sweep takes time in proportion to the latter.
public func roundSmallCounts(
  of matrix: RawMatrix, base: Int, effort: RoundingEffort, seed: UInt64,
  control: ProtectionControl, progress: (RoundingProgress) -> Void
) -> RoundedMatrix {
  roundSmallCounts(
    of: [matrix], shared: [], kept: [[:]], base: base, effort: effort,
    generator: SeededGenerator(seed: seed, stream: 0), control: control, progress: progress)[0]
}

/// Rounds the small counts of matrices together.
///
/// The cells of `shared` should be rounded to the same figure; `kept` has, for each matrix, inner
/// cells whose rounding is given, with whether they are up.
func roundSmallCounts(
  of matrices: [RawMatrix], shared: [SharedGroups], kept: [[Int: Bool]], base: Int,
  effort: RoundingEffort, generator: SeededGenerator, control: ProtectionControl,
  progress: (RoundingProgress) -> Void
) -> [RoundedMatrix] {
  let problem = RoundingProblem(matrices, base: base, shared: shared, kept: kept)
  let isUp = RoundingRace(
    problem, effort: effort, generator: generator,
    nonZeroCells: matrices.reduce(0) { $0 + $1.lattice.count { $0 != 0 } }
  ).run(control: control, progress: progress)
  var inner = matrices.map(\.innerCounts)
  for (place, choice) in zip(problem.places, problem.choices) {
    inner[place.matrix][place.cell] = isUp[Int(choice)] ? problem.base : 0
  }
  return zip(matrices, inner).map { RoundedMatrix($0, inner: $1, base: base) }
}

extension RoundingReport {
  /// Measures a rounded lattice from scratch.
  init(_ matrix: RawMatrix, roundedLattice: [Int32], base: Int) {
    let raw = matrix.lattice
    let small = matrix.rollUp(matrix.innerCounts.map { $0 < base ? $0 : 0 })
    var (nonZero, largest, absolutes, squares, bound) = (0, 0, 0, 0, 0)
    for cell in raw.indices where raw[cell] != 0 {
      let deviation = abs(Int(roundedLattice[cell]) - Int(raw[cell]))
      nonZero += 1
      largest = max(largest, deviation)
      absolutes += deviation
      squares += deviation * deviation
      // The deviation is −(sum of small counts) modulo the base.
      let residue = Int(small[cell]) % base
      bound += min(residue, base - residue) * min(residue, base - residue)
    }
    self.init(
      matrix: matrix.id, roundedCells: matrix.innerCounts.count { $0 > 0 && $0 < base },
      nonZeroCells: nonZero, largestDeviation: largest, sumOfAbsolutes: absolutes,
      sumOfSquares: squares, leastSumOfSquares: bound)
  }
}
