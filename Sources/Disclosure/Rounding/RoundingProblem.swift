import Cubes

/// The choices that rounding some matrices leaves open: which small inner counts become 0 and which
/// the base, and what each choice moves.
///
/// What a choice moves are *sums*: the lattice cells above it, and its *links*, the differences
/// between cells of two matrices that count the same group.
///
/// Memory: four bytes for each small cell and sum that it is part of, two for each sum.
struct RoundingProblem: Sendable {
  /// A small inner cell of a matrix.
  struct Place: Sendable, Hashable {
    /// Which of the matrices.
    let matrix: Int
    /// The position among its inner counts.
    let cell: Int
  }
  /// What small counts are rounded to, beside 0.
  let base: Int32
  /// The small cells, matrix after matrix, in the order of inner counts.
  let places: [Place]
  /// The choice that each small cell depends on: one of its own, or the same for cells of several
  /// matrices that are all there is of a group.
  let choices: [Int32]
  /// The raw count behind each choice.
  let counts: [Int32]
  /// For each choice whether it is up for good, or `nil` when it is open.
  let kept: [Bool?]
  /// Where the sums of choice i begin in `sums`: lattice cells at 3i, links that it adds to at
  /// 3i + 1, links that it takes from at 3i + 2; and one more.
  let starts: [Int32]
  /// The numbers of the sums that each choice is part of.
  ///
  /// Choices of one shape list theirs in the same order of levels, so that a sum that two of them
  /// share stands at the same place of both lists.
  let sums: [UInt32]
  /// A number for the matrix of each choice and its depth along each axis; one of its own for a
  /// choice about several cells.
  let shapes: [Int32]
  /// Orders of the open choices; neighbours in an order share many sums.
  ///
  /// Shape: orders × open choices.
  let orders: [Int32]
  /// Choices that are open.
  let openCount: Int
  /// Lattice cells with a small cell below, which are the first sums.
  let latticeCount: Int
  /// All sums.
  let sumCount: Int
  /// Squared deviations over the lattice that no rounding goes below.
  let leastSumOfSquares: Int

  /// How many orders there are.
  var orderCount: Int { openCount == 0 ? 0 : orders.count / openCount }

  /// - Parameters:
  ///   - matrices: The raw counts.
  ///   - base: What small counts are rounded to, beside 0.
  ///   - shared: Which cells of two matrices count the same group.
  ///   - kept: For each matrix, inner cells whose choice is made, with whether they are up.
  /// - Complexity: O(small cells × lattice cells above each + lattice cells), time and memory.
  init(_ matrices: [RawMatrix], base: Int, shared: [SharedGroups], kept: [[Int: Bool]]) {
    precondition(base > 1, "rounding needs a base above 1")
    precondition(kept.count == matrices.count, "what is kept of each matrix")
    var builder = ProblemBuilder(base: Int32(base), shared: shared)
    for (index, matrix) in matrices.enumerated() {
      builder.add(matrix, number: index, kept: kept[index])
    }
    builder.numberLinks()
    let merged = ChoiceMerger(builder)
    self.base = Int32(base)
    places = builder.places
    choices = merged.choices
    counts = merged.counts
    self.kept = merged.kept
    starts = merged.starts
    sums = merged.sums
    shapes = merged.shapes
    orders = builder.orders().flatMap { merged.openChoices(of: $0) }
    openCount = merged.kept.count { $0 == nil }
    latticeCount = builder.latticeCount
    sumCount = builder.latticeCount + builder.linkCount
    leastSumOfSquares = builder.leastSumOfSquares
  }
}
