import Synchronization

/// A count or sum that has been checked: what to count, over how many rows, into how many cells.
struct Aggregation: Sendable {
  let axes: [Axis]
  let selection: BitmapColumn?
  let weights: IntegerColumn?
  let rows: Int
  let cellCount: Int
  /// Axes that leave some codes out.
  let leavesOut: Int

  init(axes: [Axis], selection: BitmapColumn?, weights: IntegerColumn?) {
    let lengths = axes.map(\.column.count) + [selection?.count, weights?.count].compactMap { $0 }
    rows = lengths.first ?? 0
    precondition(lengths.allSatisfy { $0 == lengths[0] }, "columns are equally long")
    precondition(UInt32(exactly: rows) != nil, "rows are fewer than 2³²")
    var cells = 1
    for axis in axes {
      let (product, overflow) = cells.multipliedReportingOverflow(by: axis.extent)
      precondition(!overflow, "the cells of the cube can be numbered")
      cells = product
    }
    let widest = cells.multipliedReportingOverflow(by: axes.count + 1)
    precondition(!widest.overflow, "the cells of the cube can be numbered")
    if let weights {
      let most = weights.largestMagnitude.multipliedReportingOverflow(by: UInt(rows))
      precondition(!most.overflow && Int(exactly: most.partialValue) != nil, "sums fit in 64 bits")
    }
    self.axes = axes
    self.selection = selection
    self.weights = weights
    cellCount = cells
    leavesOut = axes.count { $0.recode?.contains(-1) ?? false }
  }

  /// The largest number that placing a row may give before it is clamped.
  private var largestIndex: Int { cellCount * (leavesOut + 1) }

  /// Whether a dense cube costs less than a sparse one; see `tabulate`.
  var suitsDense: Bool {
    cellCount <= shortCells || (cellCount <= 4 * rows && largestIndex < 1 << 31)
  }

  /// Counts or sums into a dense cube.
  func dense(lanes: Int, cancellation: Cancellation?) -> [Int]? {
    if cellCount == 0 { return cancellation?.isCancelled == true ? nil : [] }
    let bytes = (cellCount + 1) * (weights == nil ? 4 : 8)
    let lanes = max(1, min(lanes, max(1 << 26, 16 * rows) / bytes))
    return if largestIndex <= Int(UInt16.max) {
      short(lanes: lanes, cancellation: cancellation)
    } else if weights == nil {
      run(lanes, cancellation, { Counts<UInt32>(cellCount: cellCount) }, { $0.merge(into: &$1) })
    } else {
      run(
        lanes, cancellation, { Sums<UInt32>(cellCount: cellCount, copies: 1) },
        { $0.merge(into: &$1) })
    }
  }

  /// Counts or sums into a cube whose cells 2 bytes can name.
  private func short(lanes: Int, cancellation: Cancellation?) -> [Int]? {
    let manyRows = rows > blockRows
    // One cell of each copy is for the rows that are left out.
    let fewCells = cellCount < smallCells
    return if weights != nil {
      run(
        lanes, cancellation, { Sums<UInt16>(cellCount: cellCount, copies: fewCells ? 4 : 1) },
        { $0.merge(into: &$1) })
    } else if fewCells {
      run(lanes, cancellation, { SmallCounts() }, { $0.merge(into: &$1) })
    } else if manyRows {
      run(lanes, cancellation, { ShortCounts() }, { $0.merge(into: &$1) })
    } else {
      run(lanes, cancellation, { Counts<UInt16>(cellCount: cellCount) }, { $0.merge(into: &$1) })
    }
  }

  /// Lets each lane tally its blocks and adds up the lanes.
  private func run<Part: Tally>(
    _ lanes: Int, _ cancellation: Cancellation?, _ make: @Sendable () -> Part,
    _ merge: @Sendable (Part, inout MutableSpan<Int>) -> Void
  ) -> [Int]? {
    let cube = Mutex<[Int]>(largeZeros(cellCount))
    let complete = tally(lanes, cancellation, make) { part in
      cube.withLock { cells in
        var span = cells.mutableSpan
        merge(part, &span)
      }
    }
    return complete ? cube.withLock { $0 } : nil
  }

  /// Counts or sums into the cells that occur.
  func sparse(lanes: Int, cancellation: Cancellation?) -> SparseCube? {
    if cellCount == 0 {
      return cancellation?.isCancelled == true ? nil : SparseCube(sorted: [], cellCount: 0)
    }
    let found = Mutex<[(cell: Int, total: Int)]>([])
    let outside = UInt64(cellCount)
    let weighted = weights != nil
    let complete = tally(
      lanes, cancellation, { SparseTotals(outside: outside, weighted: weighted) },
      { part in found.withLock { $0.append(contentsOf: part.table.entries) } })
    guard complete else { return nil }
    var entries = found.withLock { $0 }.sorted { $0.cell < $1.cell }
    var last = -1
    // Invariant: `entries[...last]` are the cells so far, each once, smallest first.
    for entry in entries {
      if last >= 0 && entries[last].cell == entry.cell {
        entries[last].total &+= entry.total
      } else {
        last += 1
        entries[last] = entry
      }
    }
    return SparseCube(sorted: entries[...last], cellCount: cellCount)
  }

  /// Places the rows chunk by chunk and tallies them, on some lanes.
  private func tally<Part: Tally>(
    _ lanes: Int, _ cancellation: Cancellation?, _ make: @Sendable () -> Part,
    _ collect: @Sendable (Part) -> Void
  ) -> Bool {
    let placer = CellPlacer<Part.Index>(self)
    return workBlocks(
      rows: rows, lanes: lanes, cancellation: cancellation,
      make: { Lane(part: make(), weighted: weights != nil) },
      work: { lane, block in lane.work(block, placer) },
      collect: { collect($0.part) })
  }
}

/// One lane's tally and the room it places chunks in.
private struct Lane<Part: Tally> {
  var part: Part
  private var cells = Array(repeating: Part.Index(0), count: chunkRows)
  private var amounts: [Int]

  init(part: Part, weighted: Bool) {
    self.part = part
    amounts = Array(repeating: 0, count: weighted ? chunkRows : 0)
  }

  /// Tallies the rows of a block.
  mutating func work(_ block: Range<Int>, _ placer: CellPlacer<Part.Index>) {
    for first in stride(from: block.lowerBound, to: block.upperBound, by: chunkRows) {
      let rows = first..<min(first + chunkRows, block.upperBound)
      tallyChunk(rows, placer, part: &part, cells: &cells, amounts: &amounts)
    }
  }
}

/// Places the rows of a chunk and adds them to a lane's tally.
private func tallyChunk<Part: Tally>(
  _ rows: Range<Int>, _ placer: CellPlacer<Part.Index>, part: inout Part,
  cells: inout [Part.Index], amounts: inout [Int]
) {
  var cellSpan = cells.mutableSpan
  var amountSpan = amounts.mutableSpan
  let kept = placer.place(rows, cells: &cellSpan, amounts: &amountSpan)
  part.add(cells.span, amounts: amounts.span, rows: kept)
}
