import Publication

/// Reads the parts of a release file one after the other.
///
/// Never beyond `end`.
struct ReleaseReader {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int

  init(bytes: [UInt8], position: Int, end: Int) {
    precondition(position <= end && end <= bytes.count, "a reader stays within its bytes")
    self.bytes = bytes
    self.position = position
    self.end = end
  }

  var isAtEnd: Bool { position == end }

  /// The bytes here are not what was written.
  var damage: ReleaseFileError { ReleaseFileError(kind: .damaged, offset: position) }

  private mutating func byte() throws(ReleaseFileError) -> UInt8 {
    guard position < end else { throw ReleaseFileError(kind: .cutOff, offset: position) }
    defer { position += 1 }
    return bytes[position]
  }

  /// A number in eight bytes.
  mutating func fixed() throws(ReleaseFileError) -> UInt64 {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) { number |= UInt64(try byte()) << shift }
    return number
  }

  /// A number in as many bytes as it needs.
  mutating func varint() throws(ReleaseFileError) -> UInt64 {
    // Most numbers are small.
    if position < end, bytes[position] < 0x80 {
      defer { position += 1 }
      return UInt64(bytes[position])
    }
    return try longVarint()
  }

  private mutating func longVarint() throws(ReleaseFileError) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      // The tenth byte has room for one bit.
      guard shift < 63 || next <= 1 else { throw damage }
      number |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return number }
      shift += 7
    }
  }

  /// A length, at most `limit`.
  private mutating func length(atMost limit: Int) throws(ReleaseFileError) -> Int {
    guard let length = Int(exactly: try varint()), length <= limit else { throw damage }
    return length
  }

  mutating func text() throws(ReleaseFileError) -> String {
    let length = try length(atMost: end - position)
    defer { position += length }
    guard let text = String(validating: bytes[position..<position + length], as: UTF8.self) else {
      throw damage
    }
    return text
  }

  /// The statuses of `count` cells, or none when all are published.
  mutating func statuses(count: Int) throws(ReleaseFileError) -> [UInt8] {
    var statuses: [UInt8] = []
    var filled = 0
    let published = CellStatus.published.rawValue
    let last = CellStatus.missing.rawValue
    while filled < count {
      let status = try byte()
      guard status <= last else { throw damage }
      let length = try length(atMost: count - filled)
      guard length > 0 else { throw damage }
      if status != published {
        if statuses.isEmpty { statuses = Array(repeating: 0, count: count) }
        for cell in filled..<filled + length { statuses[cell] = status }
      }
      filled += length
    }
    return statuses
  }

  /// The counts of `count` cells: those that are published are read, the others are 0.
  mutating func counts(count: Int, statuses: [UInt8]) throws(ReleaseFileError) -> [Int32] {
    var counts = Array(repeating: Int32(0), count: count)
    let isAllPublished = statuses.isEmpty
    var zeros = 0
    for cell in 0..<count {
      if !isAllPublished, statuses[cell] != 0 { continue }
      if zeros > 0 {
        zeros -= 1
        continue
      }
      let number = try varint()
      if number == 0 {
        let length = try length(atMost: count - cell)
        guard length > 0 else { throw damage }
        zeros = length - 1
      } else {
        let magnitude = Int64(number >> 1)
        let value = number & 1 == 0 ? magnitude : ~magnitude
        guard let narrow = Int32(exactly: value) else { throw damage }
        counts[cell] = narrow
      }
    }
    guard zeros == 0 else { throw damage }
    return counts
  }
}
