/// Who contributes how much to each cell of a cube, row-major over its axes.
///
/// A row with an amount of 0 contributes nothing.
public struct AmountTally: Sendable, Equatable {
  /// The sum of the amounts.
  public internal(set) var sums: [Int]
  /// Rows with an amount other than 0.
  public internal(set) var contributors: [Int]
  /// The largest distance of an amount from 0.
  public internal(set) var largest: [Int]
  /// The sum of the distances of all amounts from 0.
  public internal(set) var magnitudes: [Int]

  /// Nothing in so many cells.
  init(cellCount: Int) {
    sums = Array(repeating: 0, count: cellCount)
    contributors = sums
    largest = sums
    magnitudes = sums
  }
}

/// Sums an amount for each combination of axis positions, with what tells whether a sum gives a row
/// away: how many rows contribute, and the largest of their amounts.
///
/// - Parameters:
///   - amounts: the amount of each row.
///   - axes: slowest first; without axes there is one cell.
///   - selection: rows to count; `nil` counts all.
/// - Returns: What each cell gets.
/// - Complexity: O(rows × axes), on one core.
/// - Precondition: all columns have as many rows; the rows times the largest amount stay below 2⁶³.
public func tallyAmounts(
  of amounts: IntegerColumn, over axes: [Axis], where selection: BitmapColumn? = nil
) -> AmountTally {
  let checked = Aggregation(axes: axes, selection: selection, weights: amounts)
  var tally = AmountTally(cellCount: checked.cellCount)
  for (row, cell) in rowCells(over: axes, where: selection, rows: checked.rows).enumerated()
  where cell >= 0 {
    let amount = amounts[row]
    guard amount != 0 else { continue }
    tally.sums[cell] += amount
    tally.contributors[cell] += 1
    tally.largest[cell] = max(tally.largest[cell], abs(amount))
    tally.magnitudes[cell] += abs(amount)
  }
  return tally
}

/// The amounts of the rows of each combination of axis positions, in the order of the rows.
///
/// - Parameters:
///   - amounts: the amount of each row.
///   - axes: slowest first; without axes there is one cell.
///   - selection: rows to gather; `nil` gathers all.
/// - Returns: For each cell the amounts.
/// - Complexity: O(rows × axes), on one core; 8 bytes a row.
/// - Precondition: all columns have as many rows.
public func gatherAmounts(
  of amounts: IntegerColumn, over axes: [Axis], where selection: BitmapColumn? = nil
) -> [[Int]] {
  let checked = Aggregation(axes: axes, selection: selection, weights: amounts)
  let none: [Int] = []
  var gathered = Array(repeating: none, count: checked.cellCount)
  for (row, cell) in rowCells(over: axes, where: selection, rows: checked.rows).enumerated()
  where cell >= 0 {
    gathered[cell].append(amounts[row])
  }
  return gathered
}

/// The cell of each row, or -1 for a row that is left out.
private func rowCells(over axes: [Axis], where selection: BitmapColumn?, rows: Int) -> [Int] {
  var cells = (0..<rows).map { row in selection.map { $0[row] ? 0 : -1 } ?? 0 }
  for axis in axes {
    for row in cells.indices where cells[row] >= 0 {
      let code = axis.column[row]
      let position = axis.recode.map { Int($0[code]) } ?? code
      cells[row] = position < 0 ? -1 : cells[row] * axis.extent + position
    }
  }
  return cells
}
