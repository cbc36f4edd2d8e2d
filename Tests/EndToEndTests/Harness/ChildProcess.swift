import CVterm
import Glibc

/// A program that was started for a test: its descriptors are given, its end is waited for.
///
/// PRECONDITIONS: the C strings live until `posix_spawn` returns; `pid` is waited for once.
/// WHO GUARANTEES THEM: they are freed behind the call; `status` is kept once it is known.
/// TEST THAT BREAKS THEM: `a plain run brings output, errors and status apart`.
final class ChildProcess {
  /// How a program ended.
  enum Ending: Hashable {
    case exited(Int32)
    case killed(signal: Int32)
  }

  /// What the program finds at its start.
  struct Start {
    /// The file to run, then its arguments.
    var command: [String]
    /// The whole environment, as `NAME=value`.
    var environment: [String]
    /// The folder it runs in, or `nil` for that of the tests.
    var folder: String?
  }

  /// What its standard descriptors are.
  enum Descriptors {
    /// A terminal of that path, which becomes the controlling one.
    case terminal(path: String)
    /// Nothing to read, and two descriptors to write to.
    case pipes(output: Int32, errors: Int32)
  }

  let pid: pid_t
  private(set) var ending: Ending?

  /// Starts the program in a session of its own.
  init(_ start: Start, _ descriptors: Descriptors) throws {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    switch descriptors {
    case .terminal(let path):
      unsafe posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
      unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1)
      unsafe posix_spawn_file_actions_adddup2(&actions, 0, 2)
    case .pipes(let output, let errors):
      unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
      unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
      unsafe posix_spawn_file_actions_adddup2(&actions, errors, 2)
    }
    if let folder = start.folder {
      unsafe posix_spawn_file_actions_addchdir_np(&actions, folder)
    }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // A session of its own: the terminal becomes its controlling one, and without a terminal there
    // is none that `/dev/tty` could reach. Signals as a shell would leave them.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe sigfillset(&signals)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = 0x80 | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF  // 0x80: SETSID
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))

    let arguments = unsafe start.command.map { unsafe strdup($0) } + [nil]
    let environment = unsafe start.environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (arguments + environment).forEach { unsafe free($0) } }
    var pid: pid_t = 0
    let status = unsafe posix_spawn(
      &pid, start.command[0], &actions, &attributes, arguments, environment)
    guard status == 0 else { throw HarnessError("\(start.command[0]): error \(status) at start") }
    self.pid = pid
  }

  deinit {
    if ending == nil {
      kill(pid, SIGKILL)
      _ = waitpid(pid, nil, 0)
    }
  }

  /// Sends it a signal.
  func signal(_ number: Int32) {
    if ending == nil { kill(pid, number) }
  }

  /// Whether it has ended; then `ending` says how.
  func hasEnded() -> Bool {
    if ending != nil { return true }
    var status: Int32 = 0
    guard unsafe waitpid(pid, &status, WNOHANG) == pid else { return false }
    let signal = status & 0x7F
    ending = signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
    return true
  }

  /// Whether it is stopped, as after Ctrl-Z; asks the system.
  func isStopped() -> Bool {
    // The third word of /proc/PID/stat, behind the name in parentheses.
    guard let text = try? readFile("/proc/\(pid)/stat") else { return false }
    return text.split(separator: ") ").last?.first == "T"
  }
}

/// Something that went wrong in the harness, or that a program did not do in time.
struct HarnessError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// The text of a file.
func readFile(_ path: String) throws -> String {
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw HarnessError("\(path): cannot be read") }
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  while case let block = readBlock(descriptor), !block.isEmpty { bytes += block }
  return String(decoding: bytes, as: UTF8.self)
}

/// Up to 64 KiB that can be read now; empty at the end.
func readBlock(_ descriptor: Int32) -> [UInt8] {
  unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
    var got = unsafe read(descriptor, buffer.baseAddress, 65_536)
    while got < 0, errno == EINTR { got = unsafe read(descriptor, buffer.baseAddress, 65_536) }
    count = max(0, got)
  }
}
