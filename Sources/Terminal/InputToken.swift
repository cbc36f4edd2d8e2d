import Canvas

/// The first thing in a run of bytes from a terminal: a character, a control key, an escape
/// sequence, or the beginning of one.
struct InputToken {
  /// What it is.
  enum Kind {
    case scalar(Unicode.Scalar)
    case key(KeyPress)
    /// A whole sequence, from Esc on.
    case sequence(ArraySlice<UInt8>)
    /// Nothing that a person typed.
    case swallowed
    /// More bytes are needed to tell.
    case unfinished
  }

  let kind: Kind
  /// The bytes it takes; 0 when unfinished.
  let length: Int

  private init(_ kind: Kind, length: Int) {
    self.kind = kind
    self.length = length
  }

  /// The first token of `bytes`, or `nil` when there are none.
  ///
  /// When `isLast`, no more bytes will come: what is unfinished is taken as it is.
  init?(front bytes: ArraySlice<UInt8>, isLast: Bool) {
    guard let first = bytes.first else { return nil }
    var token: InputToken
    switch first {
    case 0x1B: token = Self.escape(bytes)
    case 0x20...0x7E: token = InputToken(.scalar(Unicode.Scalar(first)), length: 1)
    case 0x00...0x1F, 0x7F: token = InputToken(Self.control(first), length: 1)
    default: token = Self.multibyte(bytes)
    }
    if isLast, case .unfinished = token.kind { token = Self.cutOff(bytes) }
    self = token
  }

  /// What a sequence is that nothing followed: Esc and a key, or a torn sequence to be swallowed.
  private static func cutOff(_ bytes: ArraySlice<UInt8>) -> InputToken {
    if bytes.first == 0x1B, bytes.count <= 2 { return InputToken(.key(.escape), length: 1) }
    return InputToken(.swallowed, length: bytes.count)
  }

  private static func control(_ byte: UInt8) -> Kind {
    switch byte {
    case 0x08, 0x7F: .key(.backspace)
    case 0x09: .key(.tab)
    case 0x0A, 0x0D: .key(.enter)
    case 0x01...0x1A: .key(.control(Character(Unicode.Scalar(byte + 0x60))))
    default: .swallowed
    }
  }

  private static func escape(_ bytes: ArraySlice<UInt8>) -> InputToken {
    guard let second = bytes.dropFirst().first else { return InputToken(.unfinished, length: 0) }
    switch second {
    case UInt8(ascii: "["): return controlSequence(bytes)
    case UInt8(ascii: "O"):
      guard bytes.count > 2 else { return InputToken(.unfinished, length: 0) }
      return InputToken(.sequence(bytes.prefix(3)), length: 3)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"): return string(bytes)
    default: return InputToken(.key(.escape), length: 1)
    }
  }

  /// `Esc [`, parameters and intermediates, a final byte; and two old forms of other shape.
  private static func controlSequence(_ bytes: ArraySlice<UInt8>) -> InputToken {
    let body = bytes.dropFirst(2)
    if body.first == UInt8(ascii: "M") {
      guard body.count >= 4 else { return InputToken(.unfinished, length: 0) }
      return InputToken(.sequence(bytes.prefix(6)), length: 6)
    }
    if body.first == UInt8(ascii: "[") {
      guard body.count >= 2 else { return InputToken(.unfinished, length: 0) }
      return InputToken(.sequence(bytes.prefix(4)), length: 4)
    }
    for (offset, byte) in body.enumerated() {
      switch byte {
      case 0x20...0x3F: continue
      case 0x40...0x7E:
        return InputToken(.sequence(bytes.prefix(offset + 3)), length: offset + 3)
      default: return InputToken(.swallowed, length: offset + 2)
      }
    }
    return InputToken(.unfinished, length: 0)
  }

  /// A message of the terminal, up to BEL or `Esc \`: never typed by a person.
  private static func string(_ bytes: ArraySlice<UInt8>) -> InputToken {
    var previous: UInt8 = 0
    for (offset, byte) in bytes.enumerated().dropFirst(2) {
      if byte == 0x07 || (previous == 0x1B && byte == UInt8(ascii: "\\")) {
        return InputToken(.swallowed, length: offset + 1)
      }
      previous = byte
    }
    return InputToken(.unfinished, length: 0)
  }

  /// One code point of UTF-8; a byte that does not belong is swallowed.
  private static func multibyte(_ bytes: ArraySlice<UInt8>) -> InputToken {
    let needed: Int
    switch bytes.first ?? 0 {
    case 0xC2...0xDF: needed = 2
    case 0xE0...0xEF: needed = 3
    case 0xF0...0xF4: needed = 4
    default: return InputToken(.swallowed, length: 1)
    }
    let encoded = bytes.prefix(needed)
    guard encoded.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else {
      return InputToken(.swallowed, length: 1)
    }
    if encoded.count < needed { return InputToken(.unfinished, length: 0) }
    guard let text = String(validating: encoded, as: UTF8.self),
      let scalar = text.unicodeScalars.first
    else { return InputToken(.swallowed, length: 1) }
    return InputToken(.scalar(scalar), length: needed)
  }
}
