import Glibc
import Testing

/// Sizes, signals and lost lines: the screen comes back, and so does the terminal.
@Suite(.serialized) struct EndingWalkTests {
  @Test func `a window of one cell and back shows the same screen`() throws {
    let walk = try TerminalWalk.explore(
      "introduction-municipality", "--filter", "year=2019", "--branch", "region=20",
      shows: "| Finnmark - Finnmárku:")
    try walk.find("Alta", reaching: "Alta")
    let before = walk.screen
    for (rows, columns) in [(1, 1), (5, 20), (2, 300), (60, 1)] {
      let count = walk.byteCount
      try walk.resize(rows: rows, columns: columns)
      try walk.wait(until: "\(rows) x \(columns) is drawn") {
        $0.byteCount > count && $0.hasWholeFrame
      }
    }
    // Keys work in a window in which nothing can be read.
    try walk.press(.down)
    try walk.resize(rows: 40, columns: 120)
    try walk.see(" 7/20")
    try walk.press(.up)
    try walk.see("| Alta:", " 6/20")
    #expect(walk.screen == before, "\(walk.picture)")
  }

  @Test func `a storm of sizes, in a dialog too, leaves the screen as it was`() throws {
    let walk = try TerminalWalk.explore(
      "introduction-age", "--filter", "year=2019", shows: "| Total: 20 918")
    for keys: Key in ["p", "?", "x", "f"] {
      try walk.press(keys)
      try walk.see("┌─")
      let before = walk.screen
      for step in 0..<60 {
        try walk.resize(rows: 1 + step * 7 % 50, columns: 1 + step * 13 % 150)
        if step % 9 == 0 { try walk.resize(rows: 1, columns: 1) }
      }
      try walk.resize(rows: 40, columns: 120)
      try walk.wait(until: "the screen is as before") { $0.screen == before }
      try walk.press(.escape)
      try walk.see("| Total: 20 918", without: ["┌─"])
    }
  }

  @Test func `Ctrl-Z gives the terminal to the shell and fg shows the same screen`() throws {
    let shell = try TerminalWalk(
      "/bin/bash", ["--norc", "-i"], rows: 40, columns: 120,
      environment: ["PS1": "> ", "HISTFILE": "/dev/null"])
    try shell.wait(for: ">")
    try shell.type("'\(BuiltProgram.prikk)' explore introduction-age --filter year=2019\r")
    try shell.see("| Total: 20 918")
    try shell.press(.down)
    try shell.see(" 2/")
    let before = shell.screen
    try shell.press(.control("z"))
    try shell.wait(for: "Stopped")
    try shell.type("fg\r")
    try shell.see(" 2/", without: ["Stopped"])
    #expect(shell.screen == before, "\(shell.picture)")
    try shell.press(.down)
    try shell.see(" 3/")
  }

  @Test(arguments: [SIGSEGV, SIGABRT])
  func `a crash gives the terminal back and leaves no core`(signal: Int32) throws {
    let folder = try TemporaryFolder()
    let walk = try TerminalWalk.explore(
      "introduction-age", "--filter", "year=2019", shows: "| Total: 20 918", folder: folder.path)
    walk.child.signal(signal)
    #expect(try walk.end() == .killed(signal: signal))
    #expect(isGivenBack(walk))
    #expect(folder.names == [])
  }

  @Test func `a small window still shows figures`() throws {
    let walk = try TerminalWalk.explore(
      "introduction-age", "--filter", "year=2019", shows: "| Total: 20 918", rows: 12, columns: 40)
    #expect(walk.screen.contains { $0.contains("Total") && $0.contains("20 918") })
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `a signal gives the terminal back and ends the explorer as that signal`(signal: Int32)
    throws
  {
    let walk = try TerminalWalk.explore(
      "introduction-age", "--filter", "year=2019", shows: "| Total: 20 918")
    #expect(!walk.settings.echoes)
    walk.child.signal(signal)
    #expect(try walk.end() == .killed(signal: signal))
    #expect(isGivenBack(walk))
    #expect(!walk.screen.contains { $0.contains("by age and sex") })
  }

  @Test func `a signal is heeded in a dialog, and while a release is being made`() throws {
    let dialog = try TerminalWalk.explore(
      "introduction-age", "--filter", "year=2019", shows: "| Total: 20 918")
    try dialog.press("x")
    try dialog.see("Export to a CSV file")
    dialog.child.signal(SIGTERM)
    #expect(try dialog.end() == .killed(signal: SIGTERM))
    #expect(isGivenBack(dialog))
    let busy = try TerminalWalk.explore(
      "introduction-age", "--filter", "year=2019", "--seed", "7",
      shows: "statistics and their tables")
    busy.child.signal(SIGTERM)
    #expect(try busy.end() == .killed(signal: SIGTERM))
    #expect(isGivenBack(busy))
  }

  @Test func `q and Ctrl-C end the explorer and give the terminal back`() throws {
    for key: Key in ["q", .control("c")] {
      let walk = try TerminalWalk.explore(
        "introduction-age", "--filter", "year=2019", shows: "| Total: 20 918")
      try walk.press(key)
      #expect(try walk.end() == .exited(0))
      #expect(isGivenBack(walk))
    }
  }

  @Test func `a terminal that hangs up ends the explorer`() throws {
    let walk = try TerminalWalk.explore(
      "introduction-age", "--filter", "year=2019", shows: "| Total: 20 918")
    walk.hangUp()
    #expect(try walk.end() == .killed(signal: SIGHUP))
  }

  @Test func `keys are heeded while a release is made from the registers`() throws {
    let walk = try TerminalWalk.explore(
      "introduction-age", "--filter", "year=2019", "--seed", "7",
      shows: "statistics and their tables")
    try walk.press("q")
    #expect(try walk.end() == .exited(0))
    #expect(isGivenBack(walk))
    // And who waits sees the table.
    let patient = try TerminalWalk.explore(
      "introduction-age", "--filter", "year=2019", "--seed", "7", shows: "Total: 20 918")
    #expect(patient.figures(columns: 6).count == 6)
  }
}
