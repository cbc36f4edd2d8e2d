import Glibc
import Testing

/// The explorer over a real ssh: a job is done, and then the line is gone.
@Suite(.serialized) struct LoginTests {
  private let server: LoginServer
  private let folder: TemporaryFolder
  private let home: TemporaryFolder

  init() throws {
    server = try LoginServer()
    folder = try TemporaryFolder()
    home = try TemporaryFolder()
  }

  /// A login shell that goes to the folder and becomes the explorer.
  private func explore(_ arguments: String) throws -> TerminalWalk {
    try server.logIn([
      "cd \(folder.path) && exec env HOME=\(home.path) LANG=C.UTF-8 \(BuiltProgram.prikk) explore "
        + arguments
    ])
  }

  /// Waits until nobody works in the folder any more; gives up after a minute.
  private func expectNobodyLeft() throws {
    var looks = 0
    while try !processes(workingIn: folder.path).isEmpty, looks < 3_000 {
      _ = poll(nil, 0, 20)
      looks += 1
    }
    #expect(try processes(workingIn: folder.path) == [])
  }

  /// Temporary files and locks anywhere in the folders of the session.
  private func leftovers() throws -> [String] {
    try CommandRun(
      "/usr/bin/find", [folder.path, home.path, "-name", "*.tmp", "-o", "-name", "*lock*"]
    )
    .lines.filter { !$0.isEmpty }
  }

  @Test func `a table is opened, drilled into and exported, and then the line is gone`() throws {
    let walk = try explore("introduction-municipality --filter year=2019")
    try walk.see("by municipality", "/")
    try walk.find("Finnmark", reaching: "Finnmark - Finnmárku")
    try walk.press(.enter)
    try walk.see("| Finnmark - Finnmárku:", "Alta", " 1/20")
    try walk.press("x")
    try walk.see("Export to a CSV file")
    try walk.press(.control("u"))
    try walk.press("finnmark.csv", .enter)
    try walk.see("Written: finnmark.csv")
    try walk.press(.down, .down)
    try walk.see(" 3/20")
    #expect(try processes(workingIn: folder.path).count == 1)
    walk.child.signal(SIGKILL)
    try expectNobodyLeft()
    #expect(folder.names == ["finnmark.csv"])
    #expect(try leftovers() == [])
    let run = try CommandRun(
      arguments: [
        "export", "introduction-municipality", "--filter", "year=2019", "--branch", "region=20",
      ])
    #expect(try folder.read("finnmark.csv") == run.output)
  }

  @Test(arguments: [
    // In a dialog, in a search, while figures are made: what is pressed, what is then seen.
    ("introduction-age", "x", "Export to a CSV file"), ("introduction-age", "/", "Find:"),
    ("introduction-age --seed 7", "", "statistics and their tables"),
  ])
  func `a line that is lost anywhere ends the explorer`(
    arguments: String, keys: String, shows: String
  ) throws {
    let walk = try explore(arguments)
    if !keys.isEmpty {
      try walk.see("by age and sex")
      try walk.press(.text(keys))
    }
    try walk.see(shows)
    #expect(try processes(workingIn: folder.path).count == 1)
    walk.child.signal(SIGKILL)
    try expectNobodyLeft()
    #expect(folder.names == [])
    #expect(try leftovers() == [])
  }

  @Test func `the end of the session is the end of the login`() throws {
    let walk = try explore("introduction-age")
    try walk.see("by age and sex")
    try walk.press("q")
    #expect(try walk.end() == .exited(0))
    #expect(isGivenBack(walk))
    try expectNobodyLeft()
  }

  @Test func `without a terminal the view comes as CSV, with the status of the program`() throws {
    let run = try server.run([BuiltProgram.prikk, "explore", "introduction-age"])
    #expect(run.status == 0)
    #expect(try run.output == CommandRun(arguments: ["export", "introduction-age"]).output)
    #expect(try server.run([BuiltProgram.prikk, "explore", "no-table"]).status == 2)
  }
}
