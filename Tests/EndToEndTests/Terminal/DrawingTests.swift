import Glibc
import Testing

/// What the terminal driver draws and how much it sends; the program is `terminal-fixture`.
@Suite(.serialized) struct DrawingTests {
  private func open(
    rows: Int = 40, columns: Int = 120, environment: [String: String] = [:]
  ) throws -> TerminalWalk {
    let walk = try TerminalWalk(
      BuiltProgram.fixture, rows: rows, columns: columns, environment: environment)
    try walk.wait(for: "quit")
    walk.settle()
    return walk
  }

  @Test func `a step of the cursor costs at most 250 bytes and an idle screen none`() throws {
    let walk = try open()
    #expect(walk.byteCount <= 6_000)
    #expect(walk.screen[0] == "prikk › Norge › Hárstták › Guovdageaidnu")
    #expect(walk.screen[1] == "Område                │  Begge │   Menn │ 漢字")
    // The fixture names the last keys; after three of them that line is the same.
    _ = try walk.bytes(of: .down, .down, .down)
    for _ in 0..<5 { #expect(try walk.bytes(of: .down) <= 250) }
    let before = walk.byteCount
    walk.settle(quiet: 400)
    #expect(walk.byteCount == before)
    let page = try walk.bytes(of: .pageDown)
    #expect(page <= 3_000)
  }

  @Test(arguments: [
    ["TERM": "xterm-256color"], ["TERM": "xterm-256color", "NO_COLOR": "1"], ["TERM": "xterm"],
    ["TERM": "linux"], ["TERM": "vt100"], ["TERM": "vt220"], ["TERM": "tmux-256color"],
    ["TERM": "screen"], ["TERM": "ansi"],
  ])
  func `the cell under the cursor is marked on every terminal`(
    environment: [String: String]
  ) throws {
    let walk = try open(rows: 12, columns: 60, environment: environment)
    let marks = walk.emulator.attributes[2].dropFirst(23).prefix(7)
    #expect(marks == "aaaaaaa" || marks == "rrrrrrr", "\(environment) \(walk.emulator.attributes)")
    #expect(walk.screen[2].hasPrefix("1000 Bærum på Åsgård  │      0 │"))
    try walk.press(.down)
    try walk.wait(for: "row 1")
    #expect(walk.screen[2].hasPrefix("1000 Bærum på Åsgård  │      0 │"))
    try walk.press("q")
    #expect(try walk.end() == .exited(0))
    #expect(walk.settings == walk.settingsBefore)
  }

  @Test func `without colours nothing is coloured`() throws {
    let walk = try open(environment: ["NO_COLOR": "1"])
    let sent = String(decoding: walk.bytes, as: UTF8.self)
    #expect(!sent.contains("[38;"))
    let colored = try open()
    #expect(String(decoding: colored.bytes, as: UTF8.self).contains("[38;5;"))
  }

  @Test func `a terminal without UTF-8 gets readable ASCII and nothing else`() throws {
    let walk = try open(environment: ["LANG": "C"])
    #expect(walk.bytes.max() ?? 0 < 0x80)
    #expect(walk.screen[0] == "prikk > Norge > Harsttak > Guovdageaidnu")
    #expect(walk.screen[2].hasPrefix("1000 Baerum pa Asgard |      0 |"), "\(walk.picture)")
  }

  @Test func `a UTF-8 locale that is not installed is as good as any`() throws {
    let walk = try open(environment: ["LANG": "nb_NO.UTF-8"])
    #expect(walk.screen[0] == "prikk › Norge › Hárstták › Guovdageaidnu")
  }

  @Test func `the screen follows the window down to one cell and back`() throws {
    let walk = try open(rows: 24, columns: 80)
    try walk.resize(rows: 1, columns: 1)
    walk.settle()
    try walk.resize(rows: 30, columns: 100)
    try walk.wait(until: "the footer is in the last row") { $0.screen[29].contains("quit") }
    #expect(walk.screen[0] == "prikk › Norge › Hárstták › Guovdageaidnu")
    #expect(walk.screen[28].contains("resize(Canvas.Size(rows: 30, columns: 100))"))
    try walk.press(.down)
    try walk.wait(for: "row 1")
  }

  @Test func `stale variables for the size are not believed`() throws {
    let walk = try open(
      rows: 10, columns: 50, environment: ["LINES": "50", "COLUMNS": "200"])
    #expect(walk.screen[9].contains("quit"))
  }

  @Test func `a terminal of one cell or of no known size is no reason to fail`() throws {
    let tiny = try TerminalWalk(BuiltProgram.fixture, rows: 1, columns: 1)
    try tiny.wait(until: "one letter is drawn") { $0.screen[0] == "q" }
    try tiny.press("q")
    #expect(try tiny.end() == .exited(0))
  }

  @Test func `a terminal that never answers is drawn on all the same`() throws {
    let walk = try TerminalWalk(BuiltProgram.fixture)
    walk.answersQuestions = false
    try walk.wait(for: "quit")
    for _ in 0..<20 { try walk.press(.down) }
    try walk.wait(for: "row 20")
    try walk.press("q")
    #expect(try walk.end() == .exited(0))
  }

  @Test func `while a frame is on its way keys are taken and only the newest screen follows`()
    throws
  {
    let walk = try open(rows: 24, columns: 80)
    walk.answersQuestions = false
    // The first frame goes out; its answer is held back as on a slow line.
    try walk.press(.down)
    try walk.wait(for: "row 1")
    walk.settle()
    let before = walk.byteCount
    for _ in 0..<50 { try walk.press(.down) }
    walk.settle(quiet: 300)
    #expect(walk.byteCount == before)
    try walk.type("\u{1B}[0n")
    try walk.wait(for: "row 51")
    #expect(walk.byteCount - before <= 3_000)
  }

  @Test func `frames are marked for a terminal that shows them at once, and for no other`() throws {
    let walk = try open(rows: 24, columns: 80)
    let (begin, end) = ("\u{1B}[?2026h", "\u{1B}[?2026l")
    func text(from start: Int) -> String {
      String(decoding: walk.bytes.dropFirst(start), as: UTF8.self)
    }
    #expect(text(from: 0).contains("\u{1B}[?2026$p"))
    try walk.press(.down)
    try walk.wait(for: "row 1")
    #expect(!text(from: 0).contains(begin))
    try walk.type("\u{1B}[?2026;2$y")
    walk.settle()
    let count = walk.byteCount
    try walk.press(.down)
    try walk.wait(for: "row 2")
    walk.settle()
    // All of the frame lies between the marks, and the question of the pacing behind it.
    #expect(text(from: count).hasPrefix(begin))
    #expect(text(from: count).hasSuffix(end + "\u{1B}[5n"))
    // Whatever ends the program, no frame is left open.
    walk.child.signal(SIGSEGV)
    _ = try walk.end()
    let crash = text(from: count).split(separator: "\u{1B}[5n").last ?? ""
    #expect(crash.contains(end) && !crash.contains(begin))
  }

  @Test func `a window that was smaller for a moment is painted again`() throws {
    let walk = try open(rows: 24, columns: 80)
    let before = walk.screen
    // Too short for the program to see more than that something changed.
    walk.emulator.resize(rows: 1, columns: 1)
    walk.emulator.resize(rows: 24, columns: 80)
    #expect(walk.screen != before)
    walk.child.signal(SIGWINCH)
    try walk.wait(until: "the screen is as before") { $0.screen == before }
  }

  @Test func `Ctrl-S and Ctrl-Q freeze nothing`() throws {
    let walk = try open(rows: 24, columns: 80)
    try walk.press(.control("s"), .down)
    try walk.wait(for: "row 1")
    try walk.press(.control("q"), .down)
    try walk.wait(for: "row 2")
  }

  @Test func `an answer that comes late is not typed into the shell`() throws {
    // What is typed after the program ends is read by the shell, as its next command would be.
    let script = BuiltProgram.fixture + "; echo back; read -r line; echo \"<$line>\""
    let walk = try TerminalWalk("/bin/sh", ["-c", script])
    try walk.wait(for: "quit")
    walk.settle()
    try walk.press(.down)
    walk.waitForBytes()
    try walk.press("q")
    try walk.wait(for: "back")
    try walk.press(.enter)
    try walk.wait(until: "the shell has read a line") { $0.screen.contains { $0.hasPrefix("<") } }
    #expect(!walk.screen.joined().contains("[0n"), "\(walk.picture)")
  }

  @Test func `the cursor of a line that is typed is shown in its place`() throws {
    let walk = try open(rows: 10, columns: 60)
    try walk.press("i")
    try walk.wait(until: "the cursor is there") { $0.emulator.cursor == (9, 5) }
  }
}
