// What each cell gets. One addition to memory a row is the floor: 1 cycle on the machines at hand.
// A cell that many rows in a row fall into makes each addition wait for the one before it to leave
// the store buffer, some 8 cycles, so row r of a small cube goes to copy r % 8. Larger cubes spread
// their rows anyway, and lose more by copies that leave the cache than they gain.

/// The cells that a 2-byte index can name; a cube of this size needs no check in its loop.
let shortCells = 1 << 16

/// The cells of a small cube, whose copies all fit in the first-level cache.
let smallCells = 1 << 10

/// The copies of a small cube.
let smallCopies = 8

/// Cells from one copy to the next: not a whole page, or their addresses would look alike.
let smallSpacing = smallCells + 16

/// Counts rows into eight copies of a cube of fewer than `smallCells` cells.
func countInSmallCopies(_ cells: Span<UInt16>, rows: Int, into counts: inout MutableSpan<UInt32>) {
  precondition(rows <= chunkRows && cells.count == chunkRows, "there is a cell for each row")
  precondition(counts.count == smallCopies * smallSpacing, "every index has a cell in each copy")
  let mask = smallCells - 1
  var rest = 0
  if rows == chunkRows {
    for group in 0..<chunkRows / 8 {
      let row = group &* 8
      counts[Int(cells[row]) & mask] &+= 1
      counts[Int(cells[row &+ 1]) & mask &+ smallSpacing] &+= 1
      counts[Int(cells[row &+ 2]) & mask &+ 2 &* smallSpacing] &+= 1
      counts[Int(cells[row &+ 3]) & mask &+ 3 &* smallSpacing] &+= 1
      counts[Int(cells[row &+ 4]) & mask &+ 4 &* smallSpacing] &+= 1
      counts[Int(cells[row &+ 5]) & mask &+ 5 &* smallSpacing] &+= 1
      counts[Int(cells[row &+ 6]) & mask &+ 6 &* smallSpacing] &+= 1
      counts[Int(cells[row &+ 7]) & mask &+ 7 &* smallSpacing] &+= 1
    }
    rest = chunkRows
  }
  while rest < rows {
    counts[Int(cells[rest]) & mask] &+= 1
    rest &+= 1
  }
}

/// Counts rows into a cube with room for any 2-byte index.
func countShort(_ cells: Span<UInt16>, rows: Int, into counts: inout MutableSpan<UInt32>) {
  precondition(rows <= chunkRows && cells.count == chunkRows, "there is a cell for each row")
  precondition(counts.count == shortCells, "every index has a cell")
  if rows == chunkRows {
    for row in 0..<chunkRows { counts[Int(cells[row])] &+= 1 }
  } else {
    for row in 0..<rows { counts[Int(cells[row])] &+= 1 }
  }
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
/// `spacing` is the cells from one copy to the next, 0 when there is one copy.
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

/// Adds what a lane has gathered to the cube.
func merge<Part: FixedWidthInteger>(_ part: Span<Part>, into cube: inout MutableSpan<Int>) {
  precondition(part.count == cube.count, "a part has the cells of the cube")
  for cell in cube.indices { cube[cell] &+= Int(truncatingIfNeeded: part[cell]) }
}
