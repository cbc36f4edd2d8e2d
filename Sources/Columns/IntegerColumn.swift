/// A column of whole numbers in the narrowest width that holds them all: 1, 2, 4 or 8 bytes a row.
public struct IntegerColumn: Sendable {
  /// One number per row, in the narrowest width.
  enum Storage: Sendable {
    case bytes([Int8])
    case shorts([Int16])
    case words([Int32])
    case longs([Int])
  }
  let storage: Storage
  /// The largest distance from zero, which tells whether sums can leave 64 bits.
  let largestMagnitude: UInt

  /// A column of `values`.
  public init(_ values: [Int32]) { self.init(narrowing: values) }

  /// A column of `values`.
  ///
  /// Takes 8 bytes a row until it returns.
  @inlinable
  public init(_ values: some Sequence<Int>) { self.init(Array(values)) }

  /// A column of `values`.
  public init(_ values: [Int]) { self.init(narrowing: values) }

  /// A column in the narrowest width.
  private init<Value: FixedWidthInteger & SignedInteger>(narrowing values: [Value]) {
    let least = Int(values.min() ?? 0)
    let largest = Int(values.max() ?? 0)
    largestMagnitude = max(least.magnitude, largest.magnitude)
    if Int8(exactly: least) != nil && Int8(exactly: largest) != nil {
      storage = .bytes(values.map { Int8(truncatingIfNeeded: $0) })
    } else if Int16(exactly: least) != nil && Int16(exactly: largest) != nil {
      storage = .shorts(values.map { Int16(truncatingIfNeeded: $0) })
    } else if Int32(exactly: least) != nil && Int32(exactly: largest) != nil {
      storage = .words(values.map { Int32(truncatingIfNeeded: $0) })
    } else {
      storage = .longs(values.map { Int($0) })
    }
  }

  /// Rows.
  public var count: Int {
    switch storage {
    case .bytes(let values): values.count
    case .shorts(let values): values.count
    case .words(let values): values.count
    case .longs(let values): values.count
    }
  }

  /// What one row costs: 1, 2, 4 or 8 bytes.
  public var bytesPerRow: Int {
    switch storage {
    case .bytes: 1
    case .shorts: 2
    case .words: 4
    case .longs: 8
    }
  }

  /// The value of one row; kernels read the whole column instead.
  public subscript(row: Int) -> Int {
    switch storage {
    case .bytes(let values): Int(values[row])
    case .shorts(let values): Int(values[row])
    case .words(let values): Int(values[row])
    case .longs(let values): values[row]
    }
  }
}
