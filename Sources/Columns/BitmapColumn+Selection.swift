extension BitmapColumn {
  /// The rows whose code is one of `codes`.
  ///
  /// - Complexity: O(rows), one table look-up a row; the result takes one bit a row.
  /// - Precondition: each of `codes` is in `0 ..< column.cardinality`.
  public init(_ column: CodeColumn, in codes: some Sequence<Int>) {
    var members = Array(repeating: UInt8(0), count: max(column.cardinality, 1 << 8))
    for code in codes {
      precondition(code >= 0 && code < column.cardinality, "a filter names codes of its column")
      members[code] = 1
    }
    var words = Array(repeating: UInt64(0), count: (column.count + 63) / 64)
    var span = words.mutableSpan
    switch column.storage {
    case .bytes(let codes): markMembers(codes.span, members.span, into: &span)
    case .shorts(let codes): markMembers(codes.span, members.span, into: &span)
    case .words(let codes): markMembers(codes.span, members.span, into: &span)
    }
    self.init(words: words, count: column.count)
  }

  /// The rows that are set in both.
  /// - Precondition: both have as many rows.
  public static func & (left: BitmapColumn, right: BitmapColumn) -> BitmapColumn {
    precondition(left.count == right.count, "selections are of the same rows")
    return BitmapColumn(words: zip(left.words, right.words).map { $0 & $1 }, count: left.count)
  }

  /// The rows that are set in either.
  /// - Precondition: both have as many rows.
  public static func | (left: BitmapColumn, right: BitmapColumn) -> BitmapColumn {
    precondition(left.count == right.count, "selections are of the same rows")
    return BitmapColumn(words: zip(left.words, right.words).map { $0 | $1 }, count: left.count)
  }

  /// The rows that are not set.
  public static prefix func ~ (selection: BitmapColumn) -> BitmapColumn {
    BitmapColumn(words: selection.words.map { ~$0 }, count: selection.count)
  }
}
