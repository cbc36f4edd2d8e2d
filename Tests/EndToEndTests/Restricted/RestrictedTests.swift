import Glibc
import Testing

/// `prikk explore --restricted`: whoever is at the keys gets tables and nothing else.
@Suite(.serialized) struct RestrictedTests {
  private let outer: TemporaryFolder
  private var exports: String { outer.path + "/exports" }

  init() throws {
    outer = try TemporaryFolder()
    #expect(unsafe mkdir(exports, 0o755) == 0)
    try outer.write("secret\n", to: "secret.csv")
  }

  private func names(of folder: String) throws -> [String] {
    try CommandRun("/bin/ls", ["-A", folder]).lines.filter { !$0.isEmpty }
  }

  private func guest(
    _ options: [String] = [], environment: [String: String] = [:]
  ) throws -> TerminalWalk {
    let walk = try TerminalWalk(
      BuiltProgram.prikk, ["explore", "--restricted"] + options + ["introduction-age"], rows: 30,
      columns: 100, environment: environment, folder: outer.path)
    try walk.see("by age and sex", "Both sexes, Persons |")
    return walk
  }

  private func export(_ name: String, from walk: TerminalWalk) throws {
    try walk.press(.control("u"))
    try walk.type(name)
    try walk.press(.enter)
  }

  @Test func `there is no shell to go to`() throws {
    let walk = try guest()
    try walk.press(.control("z"))
    try walk.see("Not now: this session has no shell to go to.")
    #expect(!walk.child.isStopped())
    walk.child.signal(SIGTSTP)
    try walk.press(.down)
    try walk.see(" 2/", without: ["no shell"])
    #expect(!walk.child.isStopped())
    // Nor by the help, which runs what it lists.
    try walk.press("?", "/", "shell", .enter)
    try walk.see("no shell to go to.", without: ["Keys"])
    #expect(!walk.child.isStopped())
    try walk.press("q")
    #expect(try walk.end() == .exited(0))
    #expect(isGivenBack(walk))
  }

  @Test func `without a folder nothing is written, and copying remains`() throws {
    let walk = try guest()
    try walk.press("x")
    try walk.see("this session writes no files")
    try walk.press("y")
    try walk.see("Copied the cell: ")
    #expect(try names(of: outer.path) == ["exports", "secret.csv"])
    #expect(try names(of: exports) == [])
  }

  @Test func `exports stay in their folder, whatever their name`() throws {
    for (link, target) in [
      ("link.csv", outer.path + "/secret.csv"), ("new.csv", outer.path + "/made.csv"),
      ("up.csv", ".."),
    ] {
      #expect(unsafe symlink(target, "\(exports)/\(link)") == 0)
    }
    let before = try names(of: exports)
    let walk = try guest(["--export-folder", exports])
    try walk.press("x")
    try walk.see("Export to a CSV file")
    for name in [
      "../x.csv", "/tmp/prikk-broken-out.csv", "exports/../../x.csv", ".x.csv", "..", "~/x.csv",
      "$(touch x).csv", "x", "secret.csv/", "up.csv/x.csv", "a b.csv", "-o.csv", "/dev/tty",
      "/proc/self/cwd/x.csv", "link.csv/../x.csv",
    ] {
      try export(name, from: walk)
      try walk.see(name, "! A name has letters, digits, - and _, and ends in .csv.")
    }
    for (name, reason) in [
      ("link.csv", "exists already"), ("new.csv", "exists already"), ("up.csv", "is a folder"),
    ] {
      try export(name, from: walk)
      try walk.see("! \(name) \(reason)", without: ["A name has"])
    }
    // Escape sequences in a name are keys or nothing; what is left of them is no name.
    try export("\u{1B}]0;owned\u{7}\u{9B}\u{202E}../y.csv", from: walk)
    try walk.see("../y.csv", "! A name has")
    #expect(try names(of: exports) == before)
    #expect(try names(of: outer.path) == ["exports", "secret.csv"])
    #expect(try outer.read("secret.csv") == "secret\n")
    try export("mine.csv", from: walk)
    try walk.see("Written: mine.csv")
    #expect(try names(of: exports) == (before + ["mine.csv"]).sorted())
    #expect(
      try readFile("\(exports)/mine.csv")
        == CommandRun(arguments: ["export", "introduction-age"]).output)
    // A second time it is there, and is not replaced.
    try walk.press("x")
    try walk.see("Export to a CSV file")
    try export("mine.csv", from: walk)
    try walk.see("mine.csv exists already")
  }

  @Test func `a megabyte of paste is survived, in a line and on a table`() throws {
    let walk = try guest(["--export-folder", exports])
    try walk.press("x")
    try walk.see("Export to a CSV file")
    try walk.press(.control("u"))
    for _ in 0..<256 {
      try walk.type(String(repeating: "A", count: 4_096))
      walk.settle(quiet: 0)
    }
    try walk.press(.enter)
    try walk.see("! A name has letters")
    try walk.press(.escape)
    try walk.see("by age and sex", without: ["Export to"])
    // Sequences without an end, and bytes that are no text.
    for _ in 0..<64 {
      try walk.type("\u{1B}]52;c;" + String(repeating: "j", count: 4_000))
      walk.settle(quiet: 0)
    }
    // A sequence without an end takes what follows at once with it: a person presses again.
    for _ in 0..<20 where !walk.screen.joined().contains("Persons | Total:") {
      try walk.press("0", "g")
      walk.settle()
    }
    try walk.see("Both sexes, Persons | Total:")
    try walk.press("q")
    #expect(try walk.end() == .exited(0))
    #expect(try names(of: exports) == [])
  }

  @Test func `no variable of the caller opens or runs anything`() throws {
    let trap = "|touch \(outer.path)/sprung"
    let names = [
      "LESSOPEN", "PAGER", "EDITOR", "VISUAL", "SHELL", "BROWSER", "SSH_ORIGINAL_COMMAND",
      "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "NCURSES_TRACE",
      "TERMCAP", "TERMPATH", "LOCPATH", "BASH_ENV", "ENV", "LINES", "COLUMNS",
    ]
    var environment = Dictionary(uniqueKeysWithValues: names.map { ($0, trap) })
    environment["HOME"] = outer.path
    environment["LC_ALL"] = outer.path + "/evil.UTF-8"
    environment["TMUX"] = "/tmp/x,1,\u{1B}]0;owned\u{7}"
    let walk = try guest(["--export-folder", exports], environment: environment)
    try walk.press("y", "?")
    try walk.see("Keys")
    try walk.press(.escape, "q")
    #expect(try walk.end() == .exited(0))
    #expect(try self.names(of: outer.path) == ["exports", "secret.csv"])
    #expect(!String(decoding: walk.bytes, as: UTF8.self).contains("owned"))
  }

  @Test func `a terminal description of the caller's own is not read`() throws {
    let source = "prikk-own|of the caller,\n\tuse=xterm-256color,\n"
    try outer.write(source, to: "own.src")
    let database = outer.path + "/.terminfo"
    let compiled = try CommandRun("/usr/bin/tic", ["-x", "-o", database, outer.path + "/own.src"])
    #expect(compiled.status == 0, "\(compiled.errors)")
    for variable in [
      ["TERMINFO": database], ["TERMINFO_DIRS": database], ["HOME": outer.path],
    ] {
      let environment = variable.merging(["TERM": "prikk-own"]) { $1 }
      // At a person's own terminal it is read: then the test could fail.
      let own = try TerminalWalk(
        BuiltProgram.prikk, ["explore", "introduction-age"], rows: 30, columns: 100,
        environment: environment)
      try own.see("by age and sex")
      let guest = try TerminalWalk(
        BuiltProgram.prikk, ["explore", "--restricted", "introduction-age"], rows: 30,
        columns: 100, environment: environment)
      try guest.wait(for: "is not in the terminal database")
      #expect(try guest.end() != .exited(0))
    }
  }

  @Test(arguments: [
    "../../etc/passwd", "/bin/sh", "xterm\u{1B}]0;owned\u{7}", ".", "dumb", "no-such-terminal",
    String(repeating: "x", count: 5_000), "xterm 256", "$(id)", "%n%s",
  ])
  func `an odd terminal is refused with a sentence and no sequence`(name: String) throws {
    let walk = try TerminalWalk(
      BuiltProgram.prikk, ["explore", "--restricted"], environment: ["TERM": name])
    #expect(try walk.end() != .exited(0))
    #expect(walk.screen.joined().contains("prikk: "), "\(walk.picture)")
    #expect(!walk.bytes.contains(0x1B) && !walk.bytes.contains(0x07))
  }

  @Test func `a command, a copy of a file and a pipe get a sentence and no byte`() throws {
    for arguments in [["explore", "--restricted"], ["explore", "--restricted", "aap-region"]] {
      let run = try CommandRun(
        arguments: arguments, environment: ["SSH_ORIGINAL_COMMAND": "cat /etc/passwd"])
      #expect(run.status == 1 && run.output.isEmpty)
      #expect(run.errors.contains("there are tables here and nothing else"))
    }
  }

  @Test func `what an administrator mistypes is said`() throws {
    let nowhere = try CommandRun(
      arguments: ["explore", "--restricted", "--export-folder", outer.path + "/none"])
    #expect(nowhere.status == 1 && nowhere.errors.contains("not a folder"))
    let open = try CommandRun(arguments: ["explore", "--export-folder", exports])
    #expect(open.status == 2 && open.errors.contains("--restricted"))
    let drawn = try CommandRun(arguments: ["explore", "--restricted", "--seed", "7"])
    #expect(drawn.status == 2 && drawn.errors.contains("--seed"))
  }
}
