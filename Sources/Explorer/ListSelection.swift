/// The chosen line of a list.
struct ListSelection: Sendable, Hashable {
  /// Lines that PgUp and PgDn go.
  static let pageLines = 10
  /// Index of the line.
  var index = 0

  /// Moves by a command, and says whether it was a movement.
  mutating func move(_ command: Command, count: Int) -> Bool {
    switch command {
    case .up: index -= 1
    case .down: index += 1
    case .pageUp: index -= Self.pageLines
    case .pageDown: index += Self.pageLines
    case .top: index = 0
    case .bottom: index = count - 1
    default: return false
    }
    index = max(0, min(index, count - 1))
    return true
  }

  /// The lines in sight when there is room for `height`: whole pages, so that they stand still.
  static func window(around index: Int, count: Int, height: Int) -> Range<Int> {
    guard height > 0, count > 0 else { return 0..<0 }
    let start = index / height * height
    return start..<min(count, start + height)
  }
}
