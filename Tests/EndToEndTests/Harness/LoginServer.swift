import Glibc

/// A real sshd on loopback with a host key and a key to log in with, made for one test.
///
/// It runs as whoever runs the tests and lets nobody else in.
final class LoginServer {
  /// Keys, configuration and log; not where sessions work.
  private let folder: TemporaryFolder
  private let server: ChildProcess
  private let port: Int
  private let user: String

  /// Starts a server with `lines` added to its configuration.
  init(_ lines: [String] = []) throws {
    folder = try TemporaryFolder()
    let path = folder.path
    for key in ["host", "user"] {
      let run = try CommandRun(
        "/usr/bin/ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", "\(path)/\(key)"])
      guard run.status == 0 else { throw HarnessError("ssh-keygen: \(run.errors)") }
    }
    user = try CommandRun("/usr/bin/id", ["-un"]).lines.first ?? ""
    // The empty folder that the service makes; it stays, since tests run side by side.
    if getuid() == 0 { _ = unsafe mkdir("/run/sshd", 0o755) }
    var attempt = 0
    while true {
      let port = 20_000 + (Int(getpid()) * 31 + attempt * 997) % 40_000
      let configuration =
        [
          "ListenAddress 127.0.0.1", "Port \(port)", "HostKey \(path)/host", "PidFile none",
          "AuthorizedKeysFile \(path)/user.pub", "StrictModes no", "UsePAM no",
          "PasswordAuthentication no", "KbdInteractiveAuthentication no", "PermitRootLogin yes",
          "AllowUsers \(user)", "PrintMotd no", "PrintLastLog no",
          "Subsystem sftp internal-sftp",
        ] + lines
      try folder.write(configuration.map { $0 + "\n" }.joined(), to: "configuration")
      let started = try Self.start(in: folder)
      if let started {
        (server, self.port) = (started, port)
        return
      }
      attempt += 1
      guard attempt < 5 else {
        throw HarnessError("sshd does not start: \((try? folder.read("log")) ?? "")")
      }
    }
  }

  deinit {
    server.signal(SIGTERM)
    while !server.hasEnded() { _ = poll(nil, 0, 5) }
  }

  /// What the server has said.
  var log: String { (try? folder.read("log")) ?? "" }

  /// The options of every client: this server, its key, no file of the person who runs the tests.
  private func options(portFlag: String) -> [String] {
    [
      "-F", "none", "-i", "\(folder.path)/user", portFlag, "\(port)", "-o", "BatchMode=yes",
      "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=\(folder.path)/known",
      "-o", "LogLevel=ERROR", "-o", "IdentitiesOnly=yes", "-o", "SendEnv=TERMINFO LESSOPEN LC_ALL",
    ]
  }

  /// Runs `ssh` to the end, without a terminal.
  func run(_ command: [String]) throws -> CommandRun {
    try CommandRun("/usr/bin/ssh", options(portFlag: "-p") + ["\(user)@127.0.0.1"] + command)
  }

  /// Runs `scp` or `sftp` to the end; `HOST` in the arguments is the server.
  func copy(_ program: String, _ arguments: [String]) throws -> CommandRun {
    let host = "\(user)@127.0.0.1"
    return try CommandRun(
      "/usr/bin/\(program)",
      options(portFlag: "-P") + arguments.map { $0.replacing("HOST", with: host) })
  }

  /// Logs in with a terminal, as a person does.
  func logIn(
    _ command: [String] = [], environment: [String: String] = [:]
  ) throws -> TerminalWalk {
    try TerminalWalk(
      "/usr/bin/ssh", ["-tt"] + options(portFlag: "-p") + ["\(user)@127.0.0.1"] + command,
      rows: 40, columns: 120, environment: environment)
  }

  /// A server that listens, or `nil` when it ended instead.
  private static func start(in folder: TemporaryFolder) throws -> ChildProcess? {
    let log = unsafe open(
      "\(folder.path)/log", O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0o600)
    guard log >= 0 else { throw HarnessError("no log") }
    defer { close(log) }
    // By its whole path, which it starts itself again by.
    let start = ChildProcess.Start(
      command: ["/usr/sbin/sshd", "-D", "-e", "-f", "\(folder.path)/configuration"],
      environment: plainEnvironment(adding: [:]), folder: nil)
    let child = try ChildProcess(start, .pipes(output: log, errors: log))
    while !child.hasEnded() {
      if try folder.read("log").contains("Server listening") { return child }
      _ = poll(nil, 0, 5)
    }
    return nil
  }
}

/// The processes that work in a folder.
func processes(workingIn folder: String) throws -> [pid_t] {
  guard let listing = unsafe opendir("/proc") else { throw HarnessError("no /proc") }
  defer { unsafe closedir(listing) }
  var found: [pid_t] = []
  while let entry = unsafe readdir(listing) {
    let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    guard let pid = pid_t(name) else { continue }
    var path = [CChar](repeating: 0, count: 4_096)
    let count = unsafe readlink("/proc/\(pid)/cwd", &path, path.count)
    let target = path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    if String(decoding: target, as: UTF8.self) == folder { found.append(pid) }
  }
  return found
}
