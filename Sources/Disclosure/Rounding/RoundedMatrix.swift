import Cubes

/// A matrix whose small inner counts are 0 or the base, with all that is summed from them.
struct RoundedMatrix: Sendable {
  /// Row-major counts of the whole lattice, each the sum of rounded inner counts.
  let lattice: [Int32]
  /// How far they are from the raw ones.
  let report: RoundingReport

  init(
    _ matrix: RawMatrix, base: Int, sweeps: Int, seed generator: SeededGenerator,
    isCancelled: () -> Bool
  ) {
    let problem = RoundingProblem(matrix, base: base)
    var search = RoundingSearch(problem, generator: generator)
    search.startGreedily()
    search.anneal(sweeps: sweeps, isCancelled: isCancelled)
    var inner = matrix.innerCounts
    for (cell, isUp) in zip(problem.smallCells, search.isUp) {
      inner[cell] = isUp ? problem.base : 0
    }
    lattice = matrix.rollUp(inner)
    report = RoundingReport(
      matrix, roundedLattice: lattice, base: base, roundedCells: problem.smallCells.count)
  }
}

extension RoundingReport {
  /// Measures a rounded lattice from scratch.
  init(_ matrix: RawMatrix, roundedLattice: [Int32], base: Int, roundedCells: Int) {
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
      matrix: matrix.id, roundedCells: roundedCells, nonZeroCells: nonZero,
      largestDeviation: largest, sumOfAbsolutes: absolutes, sumOfSquares: squares,
      leastSumOfSquares: bound)
  }
}
