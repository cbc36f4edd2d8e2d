// Where each row of a chunk goes: one pass an axis over row-aligned spans. Each function writes or
// adds `position × stride` of its axis. Checked spans; the preconditions let the optimiser drop the
// checks inside the loops, so these vectorise.

/// Writes the code of each row times the stride of its axis.
func writeScaled<Code: FixedWidthInteger, Index: FixedWidthInteger>(
  _ codes: Span<Code>, stride: Index, into cells: inout MutableSpan<Index>
) {
  let rows = codes.count
  precondition(rows <= cells.count, "there is a cell for each row")
  for row in 0..<rows {
    cells[row] = Index(truncatingIfNeeded: codes[row]) &* stride
  }
}

/// Writes the cell of each row over two axes of bytes, in one pass.
func writeScaled<Index: FixedWidthInteger>(
  _ slow: Span<UInt8>, _ slowStride: Index, _ fast: Span<UInt8>, _ fastStride: Index,
  into cells: inout MutableSpan<Index>
) {
  let rows = slow.count
  precondition(rows == fast.count && rows <= cells.count, "there is a cell for each row")
  for row in 0..<rows {
    cells[row] =
      Index(truncatingIfNeeded: slow[row]) &* slowStride
      &+ Index(truncatingIfNeeded: fast[row]) &* fastStride
  }
}

/// Writes the cell of each row over three axes of bytes, in one pass.
func writeScaled<Index: FixedWidthInteger>(
  _ slow: Span<UInt8>, _ slowStride: Index, _ middle: Span<UInt8>, _ middleStride: Index,
  _ fast: Span<UInt8>, _ fastStride: Index, into cells: inout MutableSpan<Index>
) {
  let rows = slow.count
  precondition(rows == middle.count && rows == fast.count, "columns are equally long")
  precondition(rows <= cells.count, "there is a cell for each row")
  for row in 0..<rows {
    cells[row] =
      Index(truncatingIfNeeded: slow[row]) &* slowStride
      &+ Index(truncatingIfNeeded: middle[row]) &* middleStride
      &+ Index(truncatingIfNeeded: fast[row]) &* fastStride
  }
}

/// Adds the code of each row times the stride of its axis.
func addScaled<Code: FixedWidthInteger, Index: FixedWidthInteger>(
  _ codes: Span<Code>, stride: Index, into cells: inout MutableSpan<Index>
) {
  let rows = codes.count
  precondition(rows <= cells.count, "there is a cell for each row")
  for row in 0..<rows {
    cells[row] &+= Index(truncatingIfNeeded: codes[row]) &* stride
  }
}

/// Writes what a table says for the code of each row.
func writeRecoded<Code: FixedWidthInteger, Index: FixedWidthInteger>(
  _ codes: Span<Code>, table: Span<Index>, into cells: inout MutableSpan<Index>
) {
  let rows = codes.count
  precondition(rows <= cells.count, "there is a cell for each row")
  precondition(table.count >= 1 << 8, "a table has an entry for each byte")
  for row in 0..<rows {
    cells[row] = table[Int(truncatingIfNeeded: codes[row])]
  }
}

/// Adds what a table says for the code of each row.
func addRecoded<Code: FixedWidthInteger, Index: FixedWidthInteger>(
  _ codes: Span<Code>, table: Span<Index>, into cells: inout MutableSpan<Index>
) {
  let rows = codes.count
  precondition(rows <= cells.count, "there is a cell for each row")
  precondition(table.count >= 1 << 8, "a table has an entry for each byte")
  for row in 0..<rows {
    cells[row] &+= table[Int(truncatingIfNeeded: codes[row])]
  }
}

/// Sends every row that some axis leaves out to one cell after the last.
func clamp<Index: FixedWidthInteger>(_ cells: inout MutableSpan<Index>, rows: Int, to last: Index) {
  precondition(rows <= cells.count, "there is a cell for each row")
  for row in 0..<rows {
    cells[row] = min(cells[row], last)
  }
}
