/// A yes/no column, one bit a row; also the rows that a filter selects.
public struct BitmapColumn: Sendable, Equatable {
  /// Row `r` is bit `r % 64` of word `r / 64`; the bits after the last row are 0.
  let words: [UInt64]
  /// Rows.
  public let count: Int

  /// A column of `values`.
  public init(_ values: some Sequence<Bool>) {
    var words: [UInt64] = []
    var count = 0
    for value in values {
      if count % 64 == 0 { words.append(0) }
      if value { words[count / 64] |= 1 << UInt64(count % 64) }
      count += 1
    }
    self.words = words
    self.count = count
  }

  /// A column with the same value in each row.
  public init(repeating value: Bool, count: Int) {
    precondition(count >= 0, "a column has no fewer than 0 rows")
    let words = Array(repeating: value ? UInt64.max : 0, count: (count + 63) / 64)
    self.init(words: words, count: count)
  }

  /// A column of words whose bits after the last row may be anything.
  init(words: [UInt64], count: Int) {
    var words = words
    precondition(words.count == (count + 63) / 64, "there is a bit for each row")
    if count % 64 != 0 { words[count / 64] &= 1 << UInt64(count % 64) - 1 }
    self.words = words
    self.count = count
  }

  /// Whether one row is set.
  public subscript(row: Int) -> Bool { words[row / 64] >> UInt64(row % 64) & 1 == 1 }

  /// Rows that are set.
  /// - Complexity: O(rows / 64).
  public var selectedCount: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}
