/// The columns that a grapheme cluster takes in a terminal: 1 or 2, 0 for a lone combining mark,
/// -1 for a control character, which is never sent to a terminal.
///
/// A cluster is as wide as its code points together, but at most 2: so an emoji of several parts,
/// a flag and a Hangul syllable spelled in letters are 2. The emoji variation selector makes 2
/// of 1.
public func displayWidth(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  guard let first = scalars.first else { return 0 }
  if isPlain(first) && scalars.count == 1 { return 1 }
  var width = 0
  for scalar in scalars {
    let own = displayWidth(of: scalar)
    if own < 0 { return -1 }
    width += scalar == "\u{FE0F}" && width == 1 ? 1 : own
  }
  return min(width, 2)
}

/// The columns that a text takes in a terminal.
///
/// A control character counts as 1, for the sign that `Screen` shows in its place.
public func displayWidth(of text: String) -> Int {
  plainLength(of: text) ?? text.reduce(0) { $0 + abs(displayWidth(of: $1)) }
}

/// The columns that a part of a text takes in a terminal.
public func displayWidth(of text: some StringProtocol) -> Int {
  displayWidth(of: String(text))
}

/// How many clusters, each of one column, `text` has when all of it is plain; else `nil`.
///
/// No plain code point joins another into one cluster, so they need not be looked for.
func plainLength(of text: String) -> Int? {
  var count = 0
  for scalar in text.unicodeScalars {
    guard isPlain(scalar) else { return nil }
    count += 1
  }
  return count
}

/// The columns that one code point adds to its cluster: 0, 1, 2, or -1 for a control character.
public func displayWidth(of scalar: Unicode.Scalar) -> Int {
  if isPlain(scalar) { return 1 }
  switch scalar.properties.generalCategory {
  case .control, .lineSeparator, .paragraphSeparator: return -1
  case .nonspacingMark, .enclosingMark: return 0
  case .format: return isVisibleFormat(scalar) ? 1 : 0
  default: break
  }
  if isJoiningHangul(scalar) { return 0 }
  return isWide(scalar) ? 2 : 1
}

/// Printable ASCII, Latin-1, Latin Extended and box drawing: what nearly all screens are made of.
private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
  let value = scalar.value
  if value < 0x7F { return value >= 0x20 }
  return (0xA0..<0x300).contains(value) && value != 0xAD || (0x2500..<0x2580).contains(value)
}

/// Signs that Unicode calls format characters but that are drawn, around the digits after them.
private func isVisibleFormat(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0600...0x0605, 0x06DD, 0x070F, 0x0890...0x0891, 0x08E2, 0x110BD, 0x110CD: true
  default: false
  }
}

/// Vowels and final consonants of Hangul letters: they join the consonant before them.
private func isJoiningHangul(_ scalar: Unicode.Scalar) -> Bool {
  (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value)
}

/// Whether the code point lies in one of `wideRanges`: a binary search.
private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  let value = scalar.value
  // Invariant: ranges before `low` end before `value`, ranges from `high` on begin after it.
  var low = 0
  var high = wideRanges.count
  while low < high {
    let middle = (low + high) / 2
    let range = wideRanges[middle]
    if range.contains(value) { return true }
    if range.upperBound < value { low = middle + 1 } else { high = middle }
  }
  return false
}

/// East Asian Width W and F of Unicode 18.0; gaps with nothing assigned are closed.
///
/// Source: EastAsianWidth.txt of the Unicode Character Database, read through the Python package
/// `unicodedata2` 18.0.0.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
  0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2630...0x2637, 0x2648...0x2653,
  0x267F...0x267F, 0x268A...0x268F, 0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB,
  0x26BD...0x26BE, 0x26C4...0x26C5, 0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA,
  0x26F2...0x26F3, 0x26F5...0x26F5, 0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705,
  0x270A...0x270B, 0x2728...0x2728, 0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755,
  0x2757...0x2757, 0x2795...0x2797, 0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C,
  0x2B50...0x2B50, 0x2B55...0x2B55, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0xA4C6,
  0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
  0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x1B2FB, 0x1D300...0x1D376, 0x1F004...0x1F004,
  0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F1AE...0x1F1AE, 0x1F200...0x1F320,
  0x1F32D...0x1F335, 0x1F337...0x1F37C, 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3,
  0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E, 0x1F440...0x1F440, 0x1F442...0x1F4FC,
  0x1F4FF...0x1F53D, 0x1F54B...0x1F54E, 0x1F550...0x1F567, 0x1F57A...0x1F57A, 0x1F595...0x1F596,
  0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2,
  0x1F6D5...0x1F6DF, 0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC, 0x1F7DA...0x1F7DA, 0x1F7E0...0x1F7F0,
  0x1F90C...0x1F93A, 0x1F93C...0x1F945, 0x1F947...0x1F9FF, 0x1FA70...0x1FAFA, 0x20000...0x3FFFD,
]
