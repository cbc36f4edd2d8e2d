import Canvas
import Testing

@testable import Terminal

/// What a label may hold and a terminal must never get: on the way from `Screen` to curses.
@Suite struct ControlCharacterTests {
  /// All that a terminal, or a reader, would obey.
  private static let obeyed: [Unicode.Scalar] =
    [0x00...0x1F, 0x7F...0x9F, 0x2028...0x2029, 0x202A...0x202E, 0x2066...0x2069]
    .flatMap { (range: ClosedRange<UInt32>) in range.compactMap(Unicode.Scalar.init) }

  /// What curses is handed for a screen: the scalars of each cell.
  private func sent(_ screen: Screen, isPlain: Bool) -> [Unicode.Scalar] {
    let screen = withSymbolBlanks(isPlain ? plainScreen(screen) : screen)
    var scalars: [Unicode.Scalar] = []
    for row in 0..<screen.size.rows {
      for column in 0..<screen.size.columns where !screen[row, column].text.isEmpty {
        let isWide = column + 1 < screen.size.columns && screen[row, column + 1].text.isEmpty
        let laid = layOut(screen[row, column].text, columns: isWide ? 2 : 1) { scalar in
          displayWidth(of: scalar)
        }
        scalars += laid.joined()
      }
    }
    return scalars
  }

  @Test(arguments: [true, false])
  func `no label brings a control character to the terminal`(isPlain: Bool) {
    for scalar in Self.obeyed {
      // Alone, before and after letters, after a combining mark, doubled, and with an accent on it.
      let mark = String(Character(scalar))
      for label in [
        "\(mark)", "a\(mark)b", "e\u{301}\(mark)", "漢\(mark)\(mark)[2J", "\(mark)\u{301}",
      ] {
        var screen = Screen(size: Size(rows: 2, columns: 20))
        screen.write(label, row: 0, column: 0, face: .stub)
        let written = sent(screen, isPlain: isPlain)
        #expect(!written.isEmpty)
        for letter in written {
          #expect(!Self.obeyed.contains(letter), "\(scalar.value) in \(label.debugDescription)")
        }
      }
    }
  }

  @Test func `sequences that do harm are letters on the screen`() {
    var screen = Screen(size: Size(rows: 1, columns: 60))
    screen.write(
      "\u{1B}]52;c;QQ==\u{7}\u{9B}5n\u{1B}P$q\u{1B}\\\u{1B}[6n\r\n", row: 0, column: 0, face: .stub)
    #expect(screen.text[0] == "·]52;c;QQ==··5n·P$q·\\·[6n·")
  }
}
