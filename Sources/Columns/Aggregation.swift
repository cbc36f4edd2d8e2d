/// Counts the rows of each combination of axis positions, into a dense row-major cube.
///
/// Counts on every core and cannot be cancelled.
///
/// - Parameters:
///   - axes: slowest first; without axes there is one cell.
///   - selection: rows to count; `nil` counts all.
///   - weights: what each row counts for; `nil` counts 1.
/// - Returns: The cube.
/// - Precondition: as ``tabulate(over:where:weights:lanes:cancellation:)``.
public func count(
  over axes: [Axis], where selection: BitmapColumn? = nil, weights: IntegerColumn? = nil
) -> [Int] {
  count(
    over: axes, where: selection, weights: weights, lanes: availableLanes, cancellation: nil) ?? []
}

/// Counts the rows of each combination of axis positions, into a dense row-major cube.
///
/// - Parameters:
///   - axes: slowest first; without axes there is one cell.
///   - selection: rows to count; `nil` counts all.
///   - weights: what each row counts for; `nil` counts 1.
///   - lanes: how many cores to use; the result does not depend on it.
///   - cancellation: looked at once per block of 64 Ki rows.
/// - Returns: The cube, or `nil` when it was cancelled.
/// - Complexity: as ``tabulate(over:where:weights:lanes:cancellation:)``, and 8 bytes a cell.
public func count(
  over axes: [Axis], where selection: BitmapColumn? = nil, weights: IntegerColumn? = nil,
  lanes: Int, cancellation: Cancellation?
) -> [Int]? {
  tabulate(
    over: axes, where: selection, weights: weights, lanes: lanes, cancellation: cancellation)?.cells
}

/// Adds up an amount for each combination of axis positions, into a dense row-major cube.
///
/// The same as a count with `amounts` as weights.
///
/// - Returns: The cube, or `nil` when it was cancelled.
public func sum(
  of amounts: IntegerColumn, over axes: [Axis], where selection: BitmapColumn? = nil,
  lanes: Int = availableLanes, cancellation: Cancellation? = nil
) -> [Int]? {
  count(over: axes, where: selection, weights: amounts, lanes: lanes, cancellation: cancellation)
}

/// Counts the rows of each combination of axis positions, keeping only the cells that are not 0.
///
/// - Returns: The cube, or `nil` when it was cancelled.
/// - Complexity: O(rows · axes + occupied · log occupied); 32 to 64 bytes a lane for each cell that
///   occurs, whatever the size of the cube.
/// - Precondition: as ``tabulate(over:where:weights:lanes:cancellation:)``.
public func sparseCount(
  over axes: [Axis], where selection: BitmapColumn? = nil, weights: IntegerColumn? = nil,
  lanes: Int = availableLanes, cancellation: Cancellation? = nil
) -> SparseCube? {
  Aggregation(axes: axes, selection: selection, weights: weights)
    .sparse(lanes: lanes, cancellation: cancellation)
}

/// Counts the rows of each combination of axis positions, into a cube of the form that suits it.
///
/// The cube is dense when it has at most 65,536 cells, or at most 4 cells a row (and its cells can
/// be numbered in 31 bits): then it costs less than the table a sparse one is gathered in.
/// Otherwise it is sparse. Both hold the same numbers; the rule looks only at the numbers of cells
/// and rows.
///
/// - Parameters:
///   - axes: slowest first; without axes there is one cell.
///   - selection: rows to count; `nil` counts all.
///   - weights: what each row counts for; `nil` counts 1.
///   - lanes: how many cores to use; the result does not depend on it.
///   - cancellation: looked at once per block of 64 Ki rows.
/// - Returns: The cube, or `nil` when it was cancelled.
/// - Complexity: O(rows · axes + cells · lanes). Dense: 4 bytes a cell and lane (8 with weights),
///   and 8 for the result; fewer lanes are used rather than that the lanes take more than 64 MiB
///   and more than 16 bytes a row. Cubes of up to 65,535 cells take 256 KiB a lane.
/// - Precondition: all columns have as many rows, fewer than 2³²; the cells, times one more than
///   the axes, and the rows times the largest weight, each stay below 2⁶³.
public func tabulate(
  over axes: [Axis], where selection: BitmapColumn? = nil, weights: IntegerColumn? = nil,
  lanes: Int = availableLanes, cancellation: Cancellation? = nil
) -> CountedCube? {
  let aggregation = Aggregation(axes: axes, selection: selection, weights: weights)
  return if aggregation.suitsDense {
    aggregation.dense(lanes: lanes, cancellation: cancellation).map { .dense($0) }
  } else {
    aggregation.sparse(lanes: lanes, cancellation: cancellation).map { .sparse($0) }
  }
}
