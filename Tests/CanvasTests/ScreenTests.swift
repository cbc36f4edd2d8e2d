import Canvas
import Testing

/// One write of a sequence.
private struct Stroke {
  let text: String
  let column: Int
  let limit: Int?
}

@Suite struct ScreenTests {
  /// The slow twin: every cell remembers which cluster put it there; halves that have lost each
  /// other become blanks at the end.
  private func painted(_ strokes: [Stroke], columns: Int) -> [String] {
    var cells: [(text: String, cluster: Int, half: Int)] = Array(
      repeating: (" ", 0, 0), count: columns)
    var cluster = 0
    for stroke in strokes {
      var column = stroke.column
      let edge = min(columns, stroke.limit ?? columns)
      for character in stroke.text {
        let width = character == "漢" ? 2 : character == "\u{301}" ? 0 : 1
        if column + width > edge || column >= edge { break }
        cluster += 1
        let shown = character == "\u{7}" ? "·" : String(character)
        for half in 0..<width where column + half >= 0 {
          cells[column + half] = (half == 0 ? shown : "", cluster, width == 2 ? half + 1 : 0)
        }
        column += width
      }
    }
    return cells.indices.map { index in
      let cell = cells[index]
      let mate = cell.half == 1 ? index + 1 : index - 1
      let isAlone =
        cell.half != 0
        && !(cells.indices.contains(mate) && cells[mate].cluster == cell.cluster)
      return isAlone ? " " : cell.text
    }
  }

  /// Every strokes there is on a row of `columns`.
  private func strokes(columns: Int) -> [Stroke] {
    let texts = ["a", "漢", "a漢", "漢漢", "é", "\u{7}", "\u{301}", "漢a"]
    return texts.flatMap { text in
      (-2...columns).flatMap { column in
        [nil, 1, columns - 1].map { Stroke(text: text, column: column, limit: $0) }
      }
    }
  }

  private func checkInvariants(_ screen: Screen) {
    for row in 0..<screen.size.rows {
      var columns = 0
      for column in 0..<screen.size.columns {
        let text = screen[row, column].text
        if text.isEmpty {
          #expect(column > 0 && displayWidth(of: screen[row, column - 1].text) == 2)
        } else {
          #expect(text.count == 1)
          columns += displayWidth(of: text)
        }
      }
      #expect(columns == screen.size.columns)
    }
  }

  @Test(arguments: 1...4)
  func `after any two writes the row is exactly full and no cluster is half drawn`(columns: Int) {
    let all = strokes(columns: columns)
    for first in all {
      for second in all {
        var screen = Screen(size: Size(rows: 1, columns: columns))
        for stroke in [first, second] {
          screen.write(
            stroke.text, row: 0, column: stroke.column, face: .stub, limit: stroke.limit)
        }
        let expected = painted([first, second], columns: columns)
        let actual = (0..<columns).map { screen[0, $0].text }
        if actual != expected { Issue.record("\(first) \(second): \(actual), not \(expected)") }
        checkInvariants(screen)
      }
    }
  }

  @Test func `after many writes, fills included, no cluster is half drawn`() {
    var generator = SeededGenerator(seed: 20_260_101)
    let texts = ["a", "漢", "a漢b", "漢字漢", "", "e\u{301}", "👍🏽x", "\n"]
    for _ in 0..<300 {
      var screen = Screen(size: Size(rows: 2, columns: 7))
      for _ in 0..<30 {
        let row = Int.random(in: -1...2, using: &generator)
        let column = Int.random(in: -3...8, using: &generator)
        if Bool.random(using: &generator) {
          let text = texts[Int.random(in: 0..<texts.count, using: &generator)]
          screen.write(text, row: row, column: column, face: .normal)
        } else {
          let end = Int.random(in: -3...9, using: &generator)
          screen.fill(row: row, from: column, to: end, face: .status)
        }
      }
      checkInvariants(screen)
    }
  }

  @Test func `a write says where it ended`() {
    var screen = Screen(size: Size(rows: 2, columns: 6))
    #expect(screen.write("a漢", row: 0, column: 1, face: .normal) == 4)
    #expect(screen.write("abc漢", row: 1, column: 2, face: .normal) == 5)
    #expect(screen.write("abc", row: 1, column: 4, face: .normal, limit: 5) == 5)
    #expect(screen.write("abc", row: 9, column: 4, face: .normal) == 4)
    #expect(screen.write("abc", row: 0, column: Int.max, face: .normal) == Int.max)
    #expect(screen.text == [" a漢", "  aba"])
  }

  @Test func `golden rows have a letter per face`() {
    var screen = Screen(size: Size(rows: 2, columns: 8))
    screen.write("漢 x", row: 0, column: 1, face: .heading)
    screen.write(":", row: 1, column: 3, face: .symbol)
    screen.fill(row: 1, from: 5, to: 99, face: .status)
    #expect(screen.text == [" 漢 x", "   :"])
    #expect(screen.faces == [" HHHH", "   x sss"])
  }

  @Test func `what cannot be shown leaves no trace`() {
    var screen = Screen(size: Size(rows: 1, columns: 6))
    screen.write("a\u{202E}b\u{1B}[", row: 0, column: 0, face: .normal)
    #expect(screen.text == ["ab·["])
  }

  @Test func `a screen of no size takes every write`() {
    var screen = Screen(size: Size(rows: 0, columns: 0))
    screen.write("漢", row: 0, column: 0, face: .normal)
    screen.fill(row: 0, from: 0, to: 5, face: .normal)
    #expect(screen.text.isEmpty)
    var narrow = Screen(size: Size(rows: 3, columns: 0))
    narrow.write("漢", row: 1, column: -1, face: .normal)
    #expect(narrow.text == ["", "", ""])
  }
}

/// Numbers that follow from a seed (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
