import Testing

/// Scrolling by the terminal itself shows what a full repaint shows; the program is
/// `terminal-fixture`.
@Suite(.serialized) struct ScrollingTests {
  /// A table that is walked through, and where its cursor is to be.
  private struct Walk {
    static let visible = 12
    let terminal: TerminalWalk
    private(set) var row = 0
    private(set) var top = 0

    init(_ environment: [String: String]) throws {
      terminal = try TerminalWalk(
        BuiltProgram.fixture, rows: Self.visible + 5, columns: 100, environment: environment)
      try terminal.wait(for: "quit")
    }

    /// Presses a key that moves by `rows`, and looks at every line of the table.
    mutating func press(_ key: Key, rows: Int) throws {
      let target = min(max(row + rows, 0), 999)
      guard target != row else { return }
      row = target
      top = min(max(top, row - Self.visible + 1), row)
      try terminal.press(key)
      let (row, top) = (row, top)
      try terminal.wait(until: "\(key) has led to row \(row)") {
        $0.screen[Self.visible + 4].hasSuffix(" row \(row)")
      }
      let screen = terminal.screen
      #expect(screen[0] == "prikk › Norge › Hárstták › Guovdageaidnu")
      for line in 0..<Self.visible {
        let label = "\(1000 + top + line) Bærum på Åsgård  │"
        #expect(screen[line + 2].hasPrefix(label), "\(key), row \(row)\n\(terminal.picture)")
        let isMarked = !(terminal.emulator.attributes[line + 2].prefix(4)).allSatisfy { $0 == " " }
        #expect(isMarked == (top + line == row), "\(key), row \(row)\n\(terminal.picture)")
      }
    }

    /// Compares text and attributes with those of a full repaint.
    func compareWithRepaint() throws {
      terminal.settle()
      let (text, attributes) = (terminal.screen, terminal.emulator.attributes)
      try terminal.press(.control("l"))
      terminal.waitForBytes()
      terminal.settle()
      #expect(terminal.screen == text, "row \(row)\n\(terminal.picture)")
      #expect(terminal.emulator.attributes == attributes, "row \(row)")
    }
  }

  @Test(arguments: [
    ["TERM": "xterm-256color"], ["TERM": "xterm"], ["TERM": "tmux-256color"], ["TERM": "screen"],
    ["TERM": "vt100"], ["TERM": "vt220"], ["TERM": "linux"], ["TERM": "ansi"],
    ["TERM": "xterm-256color", "LANG": "C.UTF-8", "NO_COLOR": "1"],
  ])
  func `lines and pages up and down look as if all had been painted anew`(
    environment: [String: String]
  ) throws {
    var walk = try Walk(environment)
    for _ in 0..<20 { try walk.press(.down, rows: 1) }
    try walk.compareWithRepaint()
    for _ in 0..<16 { try walk.press(.up, rows: -1) }
    try walk.compareWithRepaint()
    for _ in 0..<3 { try walk.press(.pageDown, rows: Walk.visible) }
    try walk.press(.up, rows: -1)
    try walk.press(.pageUp, rows: -Walk.visible)
    try walk.compareWithRepaint()
    for _ in 0..<15 { try walk.press(.up, rows: -1) }
    try walk.press(.pageDown, rows: Walk.visible)
    for _ in 0..<3 { try walk.press(.down, rows: 1) }
    try walk.compareWithRepaint()
    try walk.terminal.press("q")
    #expect(try walk.terminal.end() == .exited(0))
  }

  @Test func `a step over the edge costs little more than one within the page`() throws {
    var walk = try Walk(["TERM": "xterm-256color"])
    for _ in 0..<Walk.visible { try walk.press(.down, rows: 1) }
    walk.terminal.settle()
    for key in [Key.down, .down, .down] {
      #expect(try walk.terminal.bytes(of: key) <= 250)
    }
    _ = try walk.terminal.bytes(of: .pageUp)
    for key in [Key.up, .up, .up] { #expect(try walk.terminal.bytes(of: key) <= 250) }
  }
}
