/// The columns that a grapheme cluster takes in a terminal: 1 or 2, 0 for a lone combining mark,
/// -1 for a control character, which is never sent to a terminal.
public func displayWidth(of character: Character) -> Int {
  if character.isASCII {
    guard let value = character.asciiValue else { return -1 }
    return value >= 32 && value != 127 ? 1 : -1
  }
  return 1  // replaced by the terminal module: wide and combining ranges
}

/// The columns that a text takes in a terminal.
public func displayWidth(of text: some StringProtocol) -> Int {
  text.reduce(0) { $0 + abs(displayWidth(of: $1)) }
}
