/// A dictionary-encoded column in the narrowest width that holds its codes: 1, 2 or 4 bytes a row.
public struct CodeColumn: Sendable {
  /// One number per row, in the narrowest width.
  enum Storage: Sendable {
    case bytes([UInt8])
    case shorts([UInt16])
    case words([UInt32])
  }
  let storage: Storage
  /// The number of different codes; every number is less than it.
  public let cardinality: Int

  /// A column of `codes`.
  ///
  /// Takes 8 bytes a row until it returns; ``CodeColumnBuilder`` builds without that.
  ///
  /// - Complexity: O(rows), two passes.
  /// - Precondition: every code is in `0 ..< cardinality` and below 2³².
  @inlinable
  public init(_ codes: some Sequence<Int>, cardinality: Int) {
    self.init(narrowing: Array(codes), cardinality: cardinality)
  }

  /// A column of the collected codes.
  @usableFromInline
  init(narrowing codes: [Int], cardinality: Int) {
    let largest = codes.max() ?? 0
    precondition((codes.min() ?? 0) >= 0, "a code is not negative")
    precondition(codes.isEmpty || largest < cardinality, "a code is less than the cardinality")
    precondition(UInt32(exactly: largest) != nil, "a code fits in 4 bytes")
    self.cardinality = cardinality
    if largest <= Int(UInt8.max) {
      storage = .bytes(codes.map { UInt8(truncatingIfNeeded: $0) })
    } else if largest <= Int(UInt16.max) {
      storage = .shorts(codes.map { UInt16(truncatingIfNeeded: $0) })
    } else {
      storage = .words(codes.map { UInt32(truncatingIfNeeded: $0) })
    }
  }

  /// A column of what a builder has gathered.
  init(storage: Storage, cardinality: Int) {
    self.storage = storage
    self.cardinality = cardinality
  }

  /// Rows.
  public var count: Int {
    switch storage {
    case .bytes(let codes): codes.count
    case .shorts(let codes): codes.count
    case .words(let codes): codes.count
    }
  }

  /// What one row costs: 1, 2 or 4 bytes.
  public var bytesPerRow: Int {
    switch storage {
    case .bytes: 1
    case .shorts: 2
    case .words: 4
    }
  }

  /// The code of one row; kernels read the whole column instead.
  public subscript(row: Int) -> Int {
    switch storage {
    case .bytes(let codes): Int(codes[row])
    case .shorts(let codes): Int(codes[row])
    case .words(let codes): Int(codes[row])
    }
  }
}
