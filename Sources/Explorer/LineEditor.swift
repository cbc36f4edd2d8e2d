import Canvas

/// A line of text that is being typed.
struct LineEditor: Sendable, Hashable {
  /// No line is longer: what is pasted by mistake is not kept.
  static let mostCharacters = 1_000

  /// What has been typed, one grapheme cluster each.
  private(set) var characters: [Character]
  /// The place of the cursor: the number of clusters before it.
  private(set) var cursor: Int

  /// A line that begins with `text`, the cursor behind it.
  init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  /// The line as text.
  var text: String { String(characters) }

  /// Whether nothing has been typed.
  var isEmpty: Bool { characters.isEmpty }

  /// Applies a key and says whether it was one of the line's.
  mutating func press(_ key: KeyPress) -> Bool {
    switch key {
    case .character(let character):
      guard characters.count < Self.mostCharacters else { return true }
      characters.insert(character, at: cursor)
      cursor += 1
    case .backspace:
      guard cursor > 0 else { return true }
      cursor -= 1
      characters.remove(at: cursor)
    case .delete:
      if cursor < characters.count { characters.remove(at: cursor) }
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .home: cursor = 0
    case .end: cursor = characters.count
    case .control("u"):
      characters.removeAll()
      cursor = 0
    default: return false
    }
    return true
  }
}
