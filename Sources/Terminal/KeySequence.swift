import Canvas

/// The escape sequences that the keys of the usual terminals send, with or without modifiers.
enum KeySequence {
  /// The key of a whole sequence, or `nil` when no key sends it.
  static func key(of bytes: ArraySlice<UInt8>) -> KeyPress? {
    guard let introducer = bytes.dropFirst().first, let final = bytes.last else { return nil }
    let letter = Character(Unicode.Scalar(final))
    if introducer == UInt8(ascii: "O") { return letters[letter] ?? keypad(letter) }
    let body = bytes.dropFirst(2).dropLast()
    if body.elementsEqual([UInt8(ascii: "[")]) {
      // The Linux console: Esc [ [ A to E are F1 to F5.
      guard ("A"..."E").contains(letter) else { return nil }
      return .function(Int(final) - 0x40)
    }
    guard body.allSatisfy({ (0x30...0x3B).contains($0) }) else { return nil }
    let first = body.prefix { $0 != UInt8(ascii: ";") }
    if letter == "~" { return numbered[String(decoding: first, as: UTF8.self)] }
    // With modifiers: Esc [ 1 ; 5 A.
    guard body.isEmpty || first.elementsEqual([UInt8(ascii: "1")]) else { return nil }
    return letters[letter]
  }

  /// Keys of the number block in application mode.
  private static func keypad(_ letter: Character) -> KeyPress? {
    if letter == "M" { return .enter }
    guard let value = letter.asciiValue, ("j"..."y").contains(letter) else { return nil }
    return .character(Character(Unicode.Scalar(value - 0x40)))
  }

  private static let letters: [Character: KeyPress] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .backTab,
    "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
  ]

  private static let numbered: [String: KeyPress] = [
    "1": .home, "3": .delete, "4": .end, "5": .pageUp, "6": .pageDown, "7": .home, "8": .end,
    "11": .function(1), "12": .function(2), "13": .function(3), "14": .function(4),
    "15": .function(5), "17": .function(6), "18": .function(7), "19": .function(8),
    "20": .function(9), "21": .function(10), "23": .function(11), "24": .function(12),
  ]
}

/// What a terminal reports of its mouse, in the SGR form or the older one.
struct MouseReport {
  let position: Position
  /// What was done, or `nil` for what is of no use here: releases, moves, other buttons.
  let action: MouseAction?

  /// The report that the whole sequence `bytes` is, or `nil` when it is none.
  init?(_ bytes: ArraySlice<UInt8>) {
    let body = bytes.dropFirst(2)
    guard bytes.dropFirst().first == UInt8(ascii: "["), let final = body.last else { return nil }
    if body.first == UInt8(ascii: "M"), body.count == 4 {
      let numbers = body.dropFirst().map { Int($0) - 32 }
      self.init(numbers, isPress: true)
    } else if body.first == UInt8(ascii: "<"),
      final == UInt8(ascii: "M") || final == UInt8(ascii: "m")
    {
      let numbers = body.dropFirst().dropLast().split(separator: UInt8(ascii: ";"))
      self.init(
        numbers.compactMap { UInt16(String(decoding: $0, as: UTF8.self)).map(Int.init) },
        isPress: final == UInt8(ascii: "M"))
    } else {
      return nil
    }
  }

  /// Button with flags, column, row; from 1.
  private init?(_ numbers: [Int], isPress: Bool) {
    guard numbers.count == 3, numbers[1] >= 1, numbers[2] >= 1 else { return nil }
    position = Position(row: numbers[2] - 1, column: numbers[1] - 1)
    let modifiers = 4 | 8 | 16
    switch numbers[0] & ~modifiers {
    case 0: action = isPress ? .click : nil
    case 64: action = isPress ? .wheelUp : nil
    case 65: action = isPress ? .wheelDown : nil
    default: action = nil
    }
  }
}
