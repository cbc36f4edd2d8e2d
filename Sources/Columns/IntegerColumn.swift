/// A column of whole numbers.
public struct IntegerColumn: Sendable {
  let values: [Int32]

  /// A column of `values`.
  public init(_ values: [Int32]) { self.values = values }

  /// Rows.
  public var count: Int { values.count }

  /// The value of one row.
  public subscript(row: Int) -> Int { Int(values[row]) }
}
