/// Builds a ``CodeColumn`` in one pass, widening when a code arrives that the width cannot hold.
///
/// Costs 1, 2 or 4 bytes a row, and up to half as much again while an array grows. A column widens
/// at most twice, each time copying the rows so far.
public struct CodeColumnBuilder: Sendable {
  private var bytes: [UInt8] = []
  private var shorts: [UInt16] = []
  private var words: [UInt32] = []
  /// The bytes a row takes so far, which says which array is in use.
  private var width = 1
  private var largest = -1

  /// A builder without rows.
  /// - Parameter expectedRows: room to set aside, at one byte a row.
  public init(expectedRows: Int = 0) { bytes.reserveCapacity(expectedRows) }

  /// Rows so far.
  public var count: Int { width == 1 ? bytes.count : width == 2 ? shorts.count : words.count }

  /// Adds a row.
  /// - Complexity: O(1) amortised.
  /// - Precondition: `code` is in `0 ..< 2³²`.
  public mutating func append(_ code: Int) {
    if code > largest { admit(code) }
    switch width {
    case 1: bytes.append(UInt8(code))
    case 2: shorts.append(UInt16(code))
    default: words.append(UInt32(code))
    }
  }

  /// Ends the column.
  /// - Parameter cardinality: the number of codes, or `nil` for one more than the largest seen.
  /// - Returns: The column.
  /// - Precondition: every code is less than `cardinality`.
  public consuming func finish(cardinality: Int? = nil) -> CodeColumn {
    let cardinality = cardinality ?? largest + 1
    precondition(largest < cardinality, "a code is less than the cardinality")
    let storage: CodeColumn.Storage =
      width == 1 ? .bytes(bytes) : width == 2 ? .shorts(shorts) : .words(words)
    return CodeColumn(storage: storage, cardinality: cardinality)
  }

  /// Makes room for a code larger than any before it.
  private mutating func admit(_ code: Int) {
    precondition(UInt32(exactly: code) != nil, "a code fits in 4 bytes")
    largest = code
    if width == 1 && code > Int(UInt8.max) && code <= Int(UInt16.max) {
      shorts = bytes.map { UInt16($0) }
      width = 2
    } else if width < 4 && code > Int(UInt16.max) {
      words = width == 1 ? bytes.map { UInt32($0) } : shorts.map { UInt32($0) }
      width = 4
    } else {
      return
    }
    bytes = []
    if width == 4 { shorts = [] }
  }
}
