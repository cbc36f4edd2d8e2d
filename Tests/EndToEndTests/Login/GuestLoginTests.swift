import Glibc
import Testing

/// `ForceCommand` with `--restricted`: an account that gives tables to whoever logs in.
@Suite(.serialized) struct GuestLoginTests {
  private let server: LoginServer
  private let outer: TemporaryFolder
  private var exports: String { outer.path + "/exports" }

  init() throws {
    outer = try TemporaryFolder()
    #expect(unsafe mkdir(outer.path + "/exports", 0o755) == 0)
    try outer.write("secret\n", to: "secret.csv")
    let guest = "\(BuiltProgram.prikk) explore --restricted"
    server = try LoginServer([
      "ForceCommand \(guest) --export-folder \(outer.path)/exports",
      "DisableForwarding yes", "PermitUserRC no", "AcceptEnv TERMINFO LESSOPEN LC_ALL",
    ])
  }

  @Test func `a command is not run`() throws {
    for command in [
      ["cat", "/etc/passwd"], ["cat", outer.path + "/secret.csv"], ["sh"],
      ["\(BuiltProgram.prikk) export introduction-age -o \(outer.path)/x.csv"],
    ] {
      let run = try server.run(command)
      #expect(run.status == 1 && run.output.isEmpty, "\(command): \(run.output)")
      #expect(run.errors.contains("there are tables here and nothing else"), "\(run.errors)")
    }
    #expect(outer.names == ["exports", "secret.csv"])
  }

  @Test func `no file is copied, by sftp or scp, in or out`() throws {
    let taken = outer.path + "/taken"
    let secret = outer.path + "/secret.csv"
    try outer.write("get \(secret) \(taken)\nput \(secret) \(exports)/put.csv\n", to: "batch")
    let runs = [
      try server.copy("sftp", ["-b", outer.path + "/batch", "HOST"]),
      try server.copy("scp", ["HOST:\(secret)", taken]),
      try server.copy("scp", ["-O", "HOST:\(secret)", taken]),
      try server.copy("scp", ["-O", secret, "HOST:\(exports)/put.csv"]),
    ]
    for run in runs { #expect(run.status > 0 && run.output.isEmpty, "\(run.errors)") }
    #expect(outer.names == ["batch", "exports", "secret.csv"])
    #expect(try CommandRun("/bin/ls", ["-A", exports]).output.isEmpty)
  }

  @Test func `a terminal shows the tables, whatever command and variables come with it`() throws {
    let walk = try server.logIn(
      ["cat \(outer.path)/secret.csv; sh"],
      environment: [
        "TERMINFO": outer.path, "LC_ALL": "C.UTF-8", "LESSOPEN": "|touch \(outer.path)/sprung",
      ])
    try walk.see("statistics and their tables")
    try walk.press("/", "age", .enter, .enter)
    try walk.see("Both sexes, Persons |")
    try walk.press(.control("z"))
    try walk.see("this session has no shell")
    try walk.press("x")
    try walk.see("Export to a CSV file")
    try walk.press(.control("u"), "../x.csv", .enter)
    try walk.see("! A name has letters")
    try walk.press(.control("u"), "mine.csv", .enter)
    try walk.see("Written: mine.csv")
    #expect(!walk.screen.joined().contains("secret\n"))
    walk.child.signal(SIGKILL)
    #expect(outer.names == ["exports", "secret.csv"])
    #expect(try CommandRun("/bin/ls", ["-A", exports]).output == "mine.csv\n")
  }
}
