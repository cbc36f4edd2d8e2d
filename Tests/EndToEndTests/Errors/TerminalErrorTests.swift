import Testing

/// Terminals that the explorer cannot use: a sentence, exit code 1, not a byte of control.
@Suite struct TerminalErrorTests {
  @Test(arguments: [
    (["TERM": ""], "TERM is not set"),
    (["TERM": "dumb"], "\"dumb\""),
    (["TERM": "no-such-terminal"], "not in the terminal database"),
    (["TERM": "../../etc/passwd"], "not in the terminal database"),
    (["LC_ALL": "xx_YY.ISO-8859-1"], "xx_YY.ISO-8859-1"),
    (["LANG": "xx_YY"], "xx_YY"),
  ])
  func `a terminal or locale that is not known is refused in words`(
    environment: [String: String], words: String
  ) throws {
    for arguments in [["explore"], ["explore", "introduction-age"]] {
      let walk = try TerminalWalk(
        BuiltProgram.prikk, arguments, columns: 200, environment: environment)
      #expect(try walk.end() == .exited(1))
      #expect(walk.screen[0].hasPrefix("prikk: "), "\(walk.picture)")
      #expect(walk.screen.joined().contains(words), "\(walk.picture)")
      #expect(!walk.bytes.contains(0x1B))
      #expect(walk.settings == walk.settingsBefore)
    }
  }

  @Test func `what needs no terminal works in any`() throws {
    let wanted = try CommandRun(arguments: ["show", "introduction-age"])
    for environment in [
      ["TERM": "dumb"], ["TERM": "no-such-terminal"], ["LC_ALL": "xx_YY.ISO-8859-1"],
      ["LANG": "C"],
    ] {
      let run = try CommandRun(arguments: ["show", "introduction-age"], environment: environment)
      #expect(run.status == 0 && run.errors.isEmpty)
      #expect(run.output == wanted.output)
    }
  }

  @Test func `a table that is not there is said before the terminal is touched`() throws {
    let walk = try TerminalWalk(BuiltProgram.prikk, ["explore", "nosuch"], columns: 200)
    #expect(try walk.end() == .exited(2))
    #expect(walk.screen[0].hasPrefix("prikk: there is no table \"nosuch\""), "\(walk.picture)")
    #expect(!walk.bytes.contains(0x1B))
    #expect(walk.settings == walk.settingsBefore)
  }
}
