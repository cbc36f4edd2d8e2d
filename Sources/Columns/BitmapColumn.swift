/// A yes/no column, one bit a row.
public struct BitmapColumn: Sendable {
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

  /// Whether one row is set.
  public subscript(row: Int) -> Bool { words[row / 64] >> UInt64(row % 64) & 1 == 1 }
}
