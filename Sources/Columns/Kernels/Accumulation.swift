// What each cell gets. A cell that many rows in a row fall into would make each addition wait for
// the one before it to leave the store buffer, so row r of small cubes goes to copy r % 4.

/// The copies of a small cube.
let copyCount = 4

/// The cells that a 2-byte index can name; a copy of this size needs no check in its loop.
let shortCells = 1 << 16

/// Counts rows into four copies of a small cube, each with room for any 2-byte index.
func countInCopies(_ cells: Span<UInt16>, rows: Int, into counts: inout MutableSpan<UInt32>) {
  precondition(rows <= cells.count, "there is a cell for each row")
  precondition(counts.count == copyCount * shortCells, "every index has a cell in each copy")
  let whole = rows / 4 * 4
  var row = 0
  while row < whole {
    counts[Int(cells[row])] &+= 1
    counts[Int(cells[row &+ 1]) &+ shortCells] &+= 1
    counts[Int(cells[row &+ 2]) &+ 2 &* shortCells] &+= 1
    counts[Int(cells[row &+ 3]) &+ 3 &* shortCells] &+= 1
    row &+= 4
  }
  for rest in whole..<rows { counts[Int(cells[rest])] &+= 1 }
}

/// Counts rows into one cube.
func count<Index: FixedWidthInteger>(
  _ cells: Span<Index>, rows: Int, into counts: inout MutableSpan<UInt32>
) {
  precondition(rows <= cells.count, "there is a cell for each row")
  for row in 0..<rows { counts[Int(truncatingIfNeeded: cells[row])] &+= 1 }
}

/// Adds the amount of each row to its cell, in copies that stand one after another.
///
/// - Parameter spacing: cells from one copy to the next; 0 when there is one.
func add<Index: FixedWidthInteger>(
  _ amounts: Span<Int>, at cells: Span<Index>, rows: Int, spacing: Int,
  into totals: inout MutableSpan<Int>
) {
  precondition(rows <= cells.count && rows <= amounts.count, "an amount and a cell for each row")
  let whole = rows / 4 * 4
  var row = 0
  while row < whole {
    totals[Int(truncatingIfNeeded: cells[row])] &+= amounts[row]
    totals[Int(truncatingIfNeeded: cells[row &+ 1]) &+ spacing] &+= amounts[row &+ 1]
    totals[Int(truncatingIfNeeded: cells[row &+ 2]) &+ 2 &* spacing] &+= amounts[row &+ 2]
    totals[Int(truncatingIfNeeded: cells[row &+ 3]) &+ 3 &* spacing] &+= amounts[row &+ 3]
    row &+= 4
  }
  for rest in whole..<rows { totals[Int(truncatingIfNeeded: cells[rest])] &+= amounts[rest] }
}

/// Writes amounts in the full width.
func widen<Value: FixedWidthInteger & SignedInteger>(
  _ values: Span<Value>, into amounts: inout MutableSpan<Int>
) {
  let rows = values.count
  precondition(rows <= amounts.count, "there is room for each row")
  for row in 0..<rows { amounts[row] = Int(truncatingIfNeeded: values[row]) }
}

/// Adds a lane's counts to the cube, and empties nothing.
func merge<Part: FixedWidthInteger>(_ part: Span<Part>, into cube: inout MutableSpan<Int>) {
  precondition(part.count == cube.count, "a part has the cells of the cube")
  for cell in cube.indices { cube[cell] &+= Int(truncatingIfNeeded: part[cell]) }
}
