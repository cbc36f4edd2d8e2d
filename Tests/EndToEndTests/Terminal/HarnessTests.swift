import Testing

@Suite(.serialized) struct HarnessTests {
  @Test func `the emulator shows what a program writes`() throws {
    let walk = try TerminalWalk(
      "/bin/sh", ["-c", "printf '\\033[2J\\033[3;5Hår \\344\\274\\232 \\033[7mreverse'; read x"],
      rows: 5, columns: 30)
    try walk.wait(for: "reverse")
    #expect(walk.screen[2] == "    år 会 reverse")
    #expect(walk.emulator.attributes[2] == "          rrrrrrr")
    #expect(walk.emulator.cursor.row == 2)
  }

  @Test func `keys reach a program and its echo comes back`() throws {
    let walk = try TerminalWalk("/bin/cat", rows: 5, columns: 30)
    try walk.press("hei", .enter)
    try walk.wait(until: "cat has answered") { $0.screen.prefix(2) == ["hei", "hei"] }
    try walk.press(.control("d"))
    #expect(try walk.end() == .exited(0))
  }

  @Test func `a new size reaches a program`() throws {
    let walk = try TerminalWalk(
      "/bin/sh", ["-c", "trap 'stty size' WINCH; echo ready; while :; do read x; done"],
      rows: 5, columns: 30)
    try walk.wait(for: "ready")
    try walk.resize(rows: 7, columns: 41)
    try walk.press(.enter)
    try walk.wait(for: "7 41")
  }

  @Test func `a signal ends a program and is told apart from a status`() throws {
    let walk = try TerminalWalk("/bin/sh", ["-c", "echo ready; read x"])
    try walk.wait(for: "ready")
    walk.child.signal(15)
    #expect(try walk.end() == .killed(signal: 15))
  }

  @Test func `what never comes fails with the screen in the message`() throws {
    let walk = try TerminalWalk("/bin/sh", ["-c", "echo something else; read x"], patience: 2)
    let error = #expect(throws: HarnessError.self) { try walk.wait(for: "the word") }
    #expect(error?.description.contains("something else") == true)
  }

  @Test func `a plain run brings output, errors and status apart`() throws {
    let run = try CommandRun("/bin/sh", ["-c", "echo out; echo bad >&2; exit 7"])
    #expect(run.output == "out\n")
    #expect(run.errors == "bad\n")
    #expect(run.status == 7)
  }

  @Test func `a plain run has no terminal and a full pipe does not stop it`() throws {
    let run = try CommandRun(
      "/bin/sh", ["-c", "(: </dev/tty) 2>/dev/null || echo none; head -c 300000 /dev/zero >&2"])
    #expect(run.output == "none\n")
    #expect(run.errors.utf8.count == 300_000)
  }
}
