import Testing

/// Keys, mouse and refusals of the terminal driver; the program is `terminal-fixture`.
@Suite(.serialized) struct InputTests {
  @Test func `keys, characters and clicks arrive as they were meant`() throws {
    let walk = try TerminalWalk(BuiltProgram.fixture, rows: 12, columns: 300)
    try walk.wait(for: "quit")
    let cases: [(Key, String)] = [
      (.text("å"), "character(\"å\")"), (.text("漢"), "character(\"漢\")"),
      (.text("e\u{301}"), "character(\"e\u{301}\")"), (.escape, "escape"),
      (.function(5), "function(5)"), (.backTab, "backTab"), (.control("c"), "control(\"c\")"),
      (.click(row: 3, column: 7), "click, Canvas.Position(row: 3, column: 7)"),
      (.click(row: 3, column: 150), "click, Canvas.Position(row: 3, column: 150)"),
      (.wheelUp(row: 1, column: 1), "wheelUp, Canvas.Position(row: 1, column: 1)"),
      (.text("w"), "wake"),
      (.text("\u{1B}[99;99;99xå"), "character(\"å\")"),
    ]
    for (key, expected) in cases {
      try walk.press(key)
      try walk.wait(until: "\(key) has come as \(expected)") {
        $0.screen[10].hasSuffix(expected) || $0.screen[10].hasSuffix(expected + ")")
      }
    }
  }

  @Test(arguments: [
    (["TERM": ""], "TERM is not set"),
    (["TERM": "dumb"], "\"dumb\""),
    (["TERM": "no-such-terminal"], "not in the terminal database"),
    (["TERM": "xterm", "LANG": "xx_YY"], "locale \"xx_YY\" (LANG)"),
  ])
  func `a terminal that is not known is refused before a byte is sent`(
    environment: [String: String], sentence: String
  ) throws {
    let walk = try TerminalWalk(BuiltProgram.fixture, columns: 200, environment: environment)
    #expect(try walk.end() == .exited(2))
    #expect(walk.screen[0].hasPrefix("terminal-fixture: "))
    #expect(walk.screen.joined().contains(sentence), "\(walk.picture)")
    #expect(!walk.bytes.contains(0x1B))
    #expect(walk.settings == walk.settingsBefore)
  }

  @Test func `without any terminal there is a sentence`() throws {
    let run = try CommandRun(BuiltProgram.fixture, environment: ["TERM": "xterm"])
    #expect(run.status == 2)
    #expect(run.output.contains("no terminal"))
  }
}
