/// A dictionary-encoded column in the narrowest width that holds its codes: 1, 2 or 4 bytes.
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
  /// - Precondition: every code is in `0 ..< cardinality`.
  public init(_ codes: some Sequence<Int>, cardinality: Int) {
    if cardinality <= 1 << 8 {
      storage = .bytes(codes.map { UInt8($0) })
    } else if cardinality <= 1 << 16 {
      storage = .shorts(codes.map { UInt16($0) })
    } else {
      storage = .words(codes.map { UInt32($0) })
    }
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

  /// The code of one row; kernels read the whole column instead.
  public subscript(row: Int) -> Int {
    switch storage {
    case .bytes(let codes): Int(codes[row])
    case .shorts(let codes): Int(codes[row])
    case .words(let codes): Int(codes[row])
    }
  }
}
