/// What one lane gathers from the chunks it places.
protocol Tally: Sendable {
  /// The width of a cell's number.
  associatedtype Index: FixedWidthInteger & UnsignedInteger & Sendable
  /// Adds the amounts, or 1 when there are none, of the first `rows` cells.
  mutating func add(_ cells: Span<Index>, amounts: Span<Int>, rows: Int)
}

/// Counts of a cube of fewer than 65,536 cells, in 256 KiB.
struct ShortCounts: Tally {
  private var counts = Array(repeating: UInt32(0), count: shortCells)

  mutating func add(_ cells: Span<UInt16>, amounts: Span<Int>, rows: Int) {
    var span = counts.mutableSpan
    countShort(cells, rows: rows, into: &span)
  }

  /// Adds the counts to the cube.
  func merge(into cube: inout MutableSpan<Int>) {
    Columns.merge(counts.span.extracting(0..<cube.count), into: &cube)
  }
}

/// Counts of a cube of fewer than 1,024 cells, in eight copies of 4 KiB.
struct SmallCounts: Tally {
  private var counts = Array(repeating: UInt32(0), count: smallCopies * smallSpacing)

  mutating func add(_ cells: Span<UInt16>, amounts: Span<Int>, rows: Int) {
    var span = counts.mutableSpan
    countInSmallCopies(cells, rows: rows, into: &span)
  }

  /// Adds the copies to the cube.
  func merge(into cube: inout MutableSpan<Int>) {
    for copy in 0..<smallCopies {
      let first = copy * smallSpacing
      Columns.merge(counts.span.extracting(first..<first + cube.count), into: &cube)
    }
  }
}

/// Counts of a cube of any size, with one more cell for the rows that are left out.
struct Counts<Index: FixedWidthInteger & UnsignedInteger & Sendable>: Tally {
  private var counts: [UInt32]

  init(cellCount: Int) { counts = largeZeros(cellCount + 1) }

  mutating func add(_ cells: Span<Index>, amounts: Span<Int>, rows: Int) {
    var span = counts.mutableSpan
    count(cells, rows: rows, into: &span)
  }

  /// Adds the counts to the cube.
  func merge(into cube: inout MutableSpan<Int>) {
    Columns.merge(counts.span.extracting(0..<cube.count), into: &cube)
  }
}

/// Sums of a cube of any size, each copy with one more cell for the rows that are left out.
struct Sums<Index: FixedWidthInteger & UnsignedInteger & Sendable>: Tally {
  private var totals: [Int]
  private let copies: Int
  private let spacing: Int

  init(cellCount: Int, copies: Int) {
    self.copies = copies
    spacing = copies == 1 ? 0 : cellCount + 1
    totals = largeZeros(copies * (cellCount + 1))
  }

  mutating func add(_ cells: Span<Index>, amounts: Span<Int>, rows: Int) {
    let spacing = spacing
    var span = totals.mutableSpan
    Columns.add(amounts, at: cells, rows: rows, spacing: spacing, into: &span)
  }

  /// Adds the copies to the cube.
  func merge(into cube: inout MutableSpan<Int>) {
    for copy in 0..<copies {
      let first = copy * spacing
      Columns.merge(totals.span.extracting(first..<first + cube.count), into: &cube)
    }
  }
}

/// Totals of the cells that occur, of a cube too large to be dense.
struct SparseTotals: Tally {
  private(set) var table = CellTable()
  let outside: UInt64
  let weighted: Bool

  init(outside: UInt64, weighted: Bool) {
    self.outside = outside
    self.weighted = weighted
  }

  mutating func add(_ cells: Span<UInt64>, amounts: Span<Int>, rows: Int) {
    table.add(weighted ? amounts : nil, at: cells, rows: rows, last: outside)
  }
}
