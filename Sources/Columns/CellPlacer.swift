/// Rows that are placed at a time: their cells and amounts stay in the first-level cache.
let chunkRows = 1 << 12

/// An axis with the stride of its positions worked in.
struct PlacedAxis<Index: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
  let codes: CodeColumn.Storage
  let stride: Index
  /// `position × stride` of each code, at least 256 entries; empty when codes are positions.
  let table: [Index]

  /// - Parameter outside: what a row that the axis leaves out adds: the cells of the cube.
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

/// Turns rows into cells: axes, recoding and selection, a chunk at a time.
struct CellPlacer<Index: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
  private let axes: [PlacedAxis<Index>]
  private let selection: BitmapColumn?
  private let weights: IntegerColumn?
  private let leavesOut: Bool
  /// The cell after the last, where rows go that some axis leaves out.
  let outside: Index

  init(_ aggregation: Aggregation) {
    let cellCount = aggregation.cellCount
    var stride = cellCount
    axes = aggregation.axes.map { axis in
      stride /= axis.extent
      return PlacedAxis(axis, stride: stride, outside: cellCount)
    }
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
      let words = selection.words.span.extracting(rows.lowerBound / 64..<(rows.upperBound + 63) / 64)
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
    for (number, axis) in axes.enumerated() {
      axis.place(rows, first: number == 0, into: &cells)
    }
    if axes.isEmpty {
      for row in 0..<rows.count { cells[row] = 0 }
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
}
