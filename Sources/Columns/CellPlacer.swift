/// Rows that are placed at a time: their cells and amounts stay in the first-level cache.
let chunkRows = 1 << 12

/// An axis with the stride of its positions worked in.
struct PlacedAxis<Index: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
  let codes: CodeColumn.Storage
  let stride: Index
  /// `position × stride` of each code, at least 256 entries; empty when codes are positions.
  let table: [Index]

  /// A row that the axis leaves out adds `outside`, the cells of the cube.
  init(_ axis: Axis, stride: Int, outside: Int) {
    codes = axis.column.storage
    self.stride = Index(truncatingIfNeeded: stride)
    var table: [Index] = []
    if let recode = axis.recode {
      table = recode.map { Index($0 < 0 ? outside : Int($0) * stride) }
      if table.count < 1 << 8 {
        table.append(contentsOf: Array(repeating: 0, count: 1 << 8 - table.count))
      }
    }
    self.table = table
  }

  /// Writes (first axis) or adds what the axis contributes to the cells of some rows.
  func place(_ rows: Range<Int>, first: Bool, into cells: inout MutableSpan<Index>) {
    switch codes {
    case .bytes(let codes): place(codes.span.extracting(rows), first: first, into: &cells)
    case .shorts(let codes): place(codes.span.extracting(rows), first: first, into: &cells)
    case .words(let codes): place(codes.span.extracting(rows), first: first, into: &cells)
    }
  }

  private func place<Code: FixedWidthInteger & UnsignedInteger>(
    _ codes: Span<Code>, first: Bool, into cells: inout MutableSpan<Index>
  ) {
    switch (table.isEmpty, first) {
    case (true, true): writeScaled(codes, stride: stride, into: &cells)
    case (true, false): addScaled(codes, stride: stride, into: &cells)
    case (false, true): writeRecoded(codes, table: table.span, into: &cells)
    case (false, false): addRecoded(codes, table: table.span, into: &cells)
    }
  }
}

/// An axis of bytes that are positions as they are.
private struct ByteAxis<Index: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
  let codes: [UInt8]
  let stride: Index
}

/// Turns rows into cells: axes, recoding and selection, a chunk at a time.
struct CellPlacer<Index: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
  /// Up to three axes that are placed in one pass, and the others, each in its own.
  private let byteAxes: [ByteAxis<Index>]
  private let otherAxes: [PlacedAxis<Index>]
  private let selection: BitmapColumn?
  private let weights: IntegerColumn?
  private let leavesOut: Bool
  /// The cell after the last, where rows go that some axis leaves out.
  let outside: Index

  init(_ aggregation: Aggregation) {
    let cellCount = aggregation.cellCount
    var stride = cellCount
    var byteAxes: [ByteAxis<Index>] = []
    var otherAxes: [PlacedAxis<Index>] = []
    for axis in aggregation.axes {
      stride /= axis.extent
      if byteAxes.count < 3, axis.recode == nil, case .bytes(let codes) = axis.column.storage {
        byteAxes.append(ByteAxis(codes: codes, stride: Index(truncatingIfNeeded: stride)))
      } else {
        otherAxes.append(PlacedAxis(axis, stride: stride, outside: cellCount))
      }
    }
    self.byteAxes = byteAxes
    self.otherAxes = otherAxes
    selection = aggregation.selection
    weights = aggregation.weights
    leavesOut = aggregation.leavesOut > 0
    outside = Index(cellCount)
  }

  /// Writes the cells, and the amounts if there are weights, of the selected ones of some rows.
  /// - Returns: How many there are.
  /// - Precondition: `rows` begins at a multiple of 64 and there are at most `chunkRows`.
  func place(
    _ rows: Range<Int>, cells: inout MutableSpan<Index>, amounts: inout MutableSpan<Int>
  ) -> Int {
    precondition(rows.lowerBound % 64 == 0, "a chunk begins with a word of the selection")
    if let selection {
      let words = selection.words.span.extracting(
        rows.lowerBound / 64..<(rows.upperBound + 63) / 64)
      if isEmpty(words) { return 0 }
      placeAll(rows, cells: &cells, amounts: &amounts)
      if weights != nil { _ = compact(&amounts, rows: rows.count, by: words) }
      return compact(&cells, rows: rows.count, by: words)
    }
    placeAll(rows, cells: &cells, amounts: &amounts)
    return rows.count
  }

  private func placeAll(
    _ rows: Range<Int>, cells: inout MutableSpan<Index>, amounts: inout MutableSpan<Int>
  ) {
    placeBytes(rows, into: &cells)
    for (number, axis) in otherAxes.enumerated() {
      axis.place(rows, first: number == 0 && byteAxes.isEmpty, into: &cells)
    }
    if leavesOut { clamp(&cells, rows: rows.count, to: outside) }
    switch weights?.storage {
    case .bytes(let values): widen(values.span.extracting(rows), into: &amounts)
    case .shorts(let values): widen(values.span.extracting(rows), into: &amounts)
    case .words(let values): widen(values.span.extracting(rows), into: &amounts)
    case .longs(let values): widen(values.span.extracting(rows), into: &amounts)
    case nil: break
    }
  }

  /// Writes what the axes of bytes contribute, in one pass.
  private func placeBytes(_ rows: Range<Int>, into cells: inout MutableSpan<Index>) {
    switch byteAxes.count {
    case 3:
      let (slow, middle, fast) = (byteAxes[0], byteAxes[1], byteAxes[2])
      writeScaled(
        slow.codes.span.extracting(rows), slow.stride, middle.codes.span.extracting(rows),
        middle.stride, fast.codes.span.extracting(rows), fast.stride, into: &cells)
    case 2:
      let (slow, fast) = (byteAxes[0], byteAxes[1])
      writeScaled(
        slow.codes.span.extracting(rows), slow.stride, fast.codes.span.extracting(rows),
        fast.stride, into: &cells)
    case 1:
      let axis = byteAxes[0]
      writeScaled(axis.codes.span.extracting(rows), stride: axis.stride, into: &cells)
    default:
      if otherAxes.isEmpty { for row in 0..<rows.count { cells[row] = 0 } }
    }
  }
}
