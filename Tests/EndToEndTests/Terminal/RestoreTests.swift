import Glibc
import Testing

/// The terminal is given back whatever happens; the program is `terminal-fixture`.
@Suite(.serialized) struct RestoreTests {
  /// A walk whose program has drawn its first screen.
  private func open(rows: Int = 24) throws -> TerminalWalk {
    let walk = try TerminalWalk(BuiltProgram.fixture, rows: rows)
    try walk.wait(for: "quit")
    #expect(!walk.settings.echoes)
    return walk
  }

  /// Whether line, screen, cursor and mouse are as they were.
  private func isGivenBack(_ walk: TerminalWalk) -> Bool {
    let tail = String(decoding: walk.bytes.suffix(8_000), as: UTF8.self)
    return walk.settings == walk.settingsBefore
      && tail.contains("\u{1B}[?1049l") && tail.contains("\u{1B}[?1006l")
      && tail.contains("\u{1B}[?1000l") && tail.contains("\u{1B}[?25h")
      && !walk.screen.contains { $0.contains("Område") }
  }

  @Test func `quitting gives the terminal back`() throws {
    let walk = try open()
    try walk.press("q")
    #expect(try walk.end() == .exited(0))
    #expect(isGivenBack(walk))
  }

  @Test func `nothing is drawn after the terminal was given back`() throws {
    let walk = try open()
    try walk.press("Q")
    #expect(try walk.end() == .exited(0))
    #expect(isGivenBack(walk))
    #expect(walk.screen.joined().isEmpty)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `a signal to end ends the program in order`(signal: Int32) throws {
    let walk = try open()
    walk.child.signal(signal)
    #expect(try walk.end() == .exited(128 + signal))
    #expect(isGivenBack(walk))
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGTRAP])
  func `a crash gives the terminal back and is still a crash`(signal: Int32) throws {
    let walk = try open()
    walk.child.signal(signal)
    #expect(try walk.end() == .killed(signal: signal))
    #expect(isGivenBack(walk))
  }

  @Test func `the last words of a trap are on the screen that is given back`() throws {
    let walk = try open(rows: 60)  // the runtime adds a long trace
    try walk.press("T")
    let ending = try walk.end()
    #expect(ending == .killed(signal: SIGILL) || ending == .killed(signal: SIGTRAP))
    #expect(isGivenBack(walk))
    #expect(walk.screen.contains { $0.contains("the fixture fails here") }, "\(walk.picture)")
  }

  @Test func `an abort gives the terminal back and shows what was said before`() throws {
    let walk = try open()
    try walk.press("A")
    #expect(try walk.end() == .killed(signal: SIGABRT))
    #expect(isGivenBack(walk))
    #expect(walk.screen.contains("last words"))
  }

  @Test func `an exit in the middle gives the terminal back`() throws {
    let walk = try open()
    try walk.press("E")
    #expect(try walk.end() == .exited(3))
    #expect(isGivenBack(walk))
    #expect(walk.screen.contains("bye"))
  }

  @Test func `a terminal that hangs up ends the program`() throws {
    let walk = try open()
    walk.hangUp()
    #expect(try walk.end() == .exited(128 + SIGHUP))
  }

  @Test func `a stop from outside gives the terminal back and a continuation paints it`() throws {
    let walk = try open()
    // An orphaned process group is not stopped; so a shell with job control stands between.
    let shell = try TerminalWalk(
      "/bin/bash", ["--norc", "-i"], environment: ["PS1": "> ", "HISTFILE": "/dev/null"])
    try shell.wait(for: ">")
    try shell.type(BuiltProgram.fixture + "\r")
    try shell.wait(for: "quit")
    // The answer to the question behind the frame comes when the program is about to stop.
    try shell.press(.down, .control("z"))
    try shell.wait(for: "Stopped")
    #expect(!shell.screen.contains("> n"), "an answer of the terminal is typed into the shell")
    #expect(!shell.screen.contains { $0.contains("Område") })
    try shell.type("fg\r")
    try shell.wait(for: "row 1")
    try shell.press(.down)
    try shell.wait(for: "row 2")
    #expect(shell.screen[0].hasPrefix("prikk › Norge"))
    try shell.press("q")
    try shell.wait(until: "the shell is back") { !$0.screen.contains { $0.contains("row 2") } }
    // The orphan goes on as if nothing had been.
    try walk.press(.control("z"), .down)
    try walk.wait(for: "row 1")
    #expect(!walk.child.isStopped())
  }
}
