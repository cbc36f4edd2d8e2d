import Glibc
import Testing

/// What is kept between sessions: logs, saved views, the view left open, settings.
@Suite(.serialized) struct KeptTests {
  /// An environment in which all files of the program go into one folder.
  private static func environment(_ home: TemporaryHome) -> [String: String] {
    ["HOME": home.path]
  }

  private static func explore(
    _ home: TemporaryHome, _ arguments: String..., shows text: String
  ) throws -> TerminalWalk {
    let walk = try TerminalWalk(
      BuiltProgram.prikk, ["explore"] + arguments, rows: 30, columns: 100,
      environment: environment(home), folder: home.path)
    try walk.see(text)
    return walk
  }

  private static func run(_ home: TemporaryHome, _ arguments: String...) throws -> CommandRun {
    try CommandRun(arguments: arguments, folder: home.path, environment: environment(home))
  }

  @Test func `a session is written down and carried out again to the same screen`() throws {
    let home = try TemporaryHome()
    let walk = try Self.explore(
      home, "introduction-age", "--filter", "year=2019", "--log", "a.log", shows: "Total: 20 918")
    try walk.press(.down, "%")
    try walk.see("per cent of the column")
    try walk.find("36", reaching: "36-45 years")
    let shown = walk.screen
    #expect(try home.mode("a.log") == 0o600)
    walk.child.signal(SIGKILL)
    _ = try walk.end()
    let replay = try Self.run(home, "replay", "a.log")
    #expect(replay.status == 0, "\(replay.errors)")
    #expect(Array(replay.lines.prefix(30)) == shown.map(\.withoutBlanksBehind))
    #expect(try Self.run(home, "replay", "a.log").output == replay.output)
    let large = try Self.run(home, "replay", "a.log", "--size", "120x40")
    #expect(large.lines.count == 41)
    let screens = try Self.run(home, "replay", "a.log", "--screens", "screens")
    #expect(screens.status == 0, "\(screens.errors)")
    #expect(try home.names("screens").count > 5)
  }

  @Test func `a log that is there is left alone, and a line that cannot be done is told`() throws {
    let home = try TemporaryHome()
    try home.write("prikk log 1\nview introduction-age\nmark 5\n", to: "b.log")
    let replay = try Self.run(home, "replay", "b.log")
    #expect(replay.status == 1)
    #expect(replay.output.isEmpty)
    #expect(replay.errors.hasPrefix("prikk: b.log:3: “mark” means nothing here.\n    3 | mark 5\n"))
    #expect(replay.errors.contains("Here one can say: "))
    let walk = try TerminalWalk(
      BuiltProgram.prikk, ["explore", "--log", "b.log"], rows: 30, columns: 100,
      environment: Self.environment(home), folder: home.path)
    #expect(try walk.end() == .exited(1))
    #expect(try home.read("b.log").hasPrefix("prikk log 1\nview"))
    let absent = try Self.run(home, "replay", "c.log")
    #expect(absent.status == 1)
    #expect(try Self.run(home, "replay", "b.log", "--size", "0x0").status == 2)
  }

  @Test func `a view is saved, found by the next session and shown by its name`() throws {
    let home = try TemporaryHome()
    let walk = try Self.explore(
      home, "introduction-age", "--filter", "year=2019", shows: "Total: 20 918")
    try walk.press("%")
    try walk.see("per cent of the column")
    try walk.press("S")
    try walk.see("Save the view under a name")
    try walk.press(.control("u"), "Age and sex", .enter)
    try walk.see("Saved: Age and sex.")
    try walk.press("q")
    #expect(try walk.end() == .exited(0))
    let text = try home.read(".local/share/prikk/views/Age and sex.view")
    #expect(text.hasPrefix("prikk view 1\nname Age and sex\ntable introduction-age\n"))
    let next = try Self.explore(home, shows: "statistics and their tables")
    try next.press("o")
    try next.see("Saved views", "Age and sex", "(left open)")
    try next.press("age", .enter)
    try next.see("per cent of the column")
    let direct = try Self.run(
      home, "show", "introduction-age", "--filter", "year=2019", "--percent", "column")
    let named = try Self.run(home, "show", "--view", "Age and sex")
    #expect(named.status == 0, "\(named.errors)")
    #expect(named.output == direct.output)
    let file = try Self.run(home, "export", "--view", ".local/share/prikk/views/Age and sex.view")
    #expect(file.status == 0, "\(file.errors)")
  }

  @Test func `a saved view that cannot be held names its line`() throws {
    let home = try TemporaryHome()
    try home.write("prikk view 1\ntable introduction-age\nfilter sex=7\n", to: "a.view")
    for command in ["show", "export", "explore"] {
      let run = try Self.run(home, command, "--view", "a.view")
      #expect(run.status == 1)
      #expect(run.output.isEmpty)
      #expect(run.errors.hasPrefix("prikk: a.view:3: “7” is not a value of sex."), "\(run.errors)")
      #expect(run.errors.contains("    3 | filter sex=7\n  Change the line or take it out"))
    }
    #expect(try Self.run(home, "show", "--view", "none").status == 1)
    let both = try Self.run(home, "show", "aap-new", "--view", "a.view")
    #expect(both.status != 0)
  }

  @Test(arguments: [SIGHUP, SIGTERM, 0])
  func `the view that is open is left for the next session`(signal: Int32) throws {
    let home = try TemporaryHome()
    let walk = try Self.explore(
      home, "introduction-age", "--filter", "year=2019", shows: "Total: 20 918")
    try walk.press("%")
    try walk.see("per cent of the column")
    if signal == 0 { try walk.press("q") } else { walk.child.signal(signal) }
    _ = try walk.end()
    #expect(try home.names(".local/state/prikk") == ["left-open.view"])
    #expect(try home.mode(".local/state/prikk/left-open.view") == 0o600)
    let next = try Self.explore(home, "--resume", shows: "per cent of the column")
    #expect(next.screen[0] == walk.screen[0] || next.screen.contains { $0.contains("2019") })
  }

  @Test func `without a session before there is nothing to resume`() throws {
    let home = try TemporaryHome()
    let run = try Self.run(home, "explore", "--resume")
    #expect(run.status == 1)
    #expect(run.errors.contains("there is no session to resume"))
    #expect(try home.names("").isEmpty)
  }
}

extension String {
  /// The line without blanks at its end.
  fileprivate var withoutBlanksBehind: String {
    var line = self
    while line.last == " " { line.removeLast() }
    return line
  }
}
