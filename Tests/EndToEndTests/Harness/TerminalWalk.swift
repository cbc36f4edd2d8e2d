import CVterm
import Glibc

/// A program in a real pseudo-terminal, with a person at it: keys go in, the screen is looked at.
///
/// It waits on the terminal, never for a time that has to suffice: `patience` only bounds how long
/// a program that does nothing is watched before the test fails with the screen in its message.
///
/// PRECONDITIONS: `main` is open until `deinit` or `hangUp`.
/// WHO GUARANTEES THEM: only these two close it, and mark it closed.
/// TEST THAT BREAKS THEM: `a terminal that hangs up ends the program`.
final class TerminalWalk {
  let child: ChildProcess
  let emulator: TerminalEmulator
  /// Bytes that the program has written so far.
  private(set) var byteCount = 0
  /// The same bytes, for a closer look.
  private(set) var bytes: [UInt8] = []
  /// Whether the terminal answers the program's questions; a bad one does not.
  var answersQuestions = true
  /// The settings of the line before the program started.
  let settingsBefore: LineSettings
  private var main: Int32
  /// How many tenths of a second without a byte are too many.
  private let patience: Int

  /// Starts a program in a terminal.
  ///
  /// `environment` adds to the variables of `plainEnvironment` and `TERM`.
  init(
    _ program: String = BuiltProgram.prikk, _ arguments: [String] = [], rows: Int = 24,
    columns: Int = 80, environment: [String: String] = [:], folder: String? = nil,
    patience: Int = 200
  ) throws {
    main = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard main >= 0, grantpt(main) == 0, unlockpt(main) == 0 else {
      throw HarnessError("no pseudo-terminal")
    }
    var name = [CChar](repeating: 0, count: 128)
    guard unsafe ptsname_r(main, &name, name.count) == 0 else { throw HarnessError("no pty name") }
    let letters = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    self.patience = patience
    emulator = try TerminalEmulator(rows: rows, columns: columns)
    try Self.setSize(main, rows: rows, columns: columns)
    settingsBefore = LineSettings(of: main)
    var variables = ["TERM": "xterm-256color"]
    variables.merge(environment) { $1 }
    let start = ChildProcess.Start(
      command: [program] + arguments, environment: plainEnvironment(adding: variables),
      folder: folder)
    child = try ChildProcess(start, .terminal(path: String(decoding: letters, as: UTF8.self)))
  }

  deinit {
    hangUp()
  }

  /// The settings of the line now.
  var settings: LineSettings { LineSettings(of: main) }

  /// The screen as rows of text.
  var screen: [String] { emulator.text }

  /// Presses keys.
  func press(_ keys: Key...) throws {
    for key in keys { try type(key.bytes) }
  }

  /// Types bytes as they are.
  func type(_ text: String) throws {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let sent = unsafe rest.withUnsafeBytes { unsafe write(main, $0.baseAddress, $0.count) }
      guard sent > 0 else { throw HarnessError("the terminal takes no more keys") }
      rest = rest.dropFirst(sent)
    }
  }

  /// Changes the size of the window.
  func resize(rows: Int, columns: Int) throws {
    emulator.resize(rows: rows, columns: columns)
    try Self.setSize(main, rows: rows, columns: columns)
  }

  /// Closes the terminal, as a lost connection does.
  func hangUp() {
    if main >= 0 { close(main) }
    main = -1
  }

  /// Waits until `text` stands on the screen.
  func wait(for text: String) throws {
    try wait(until: "\"\(text)\" is on the screen") {
      $0.screen.contains { $0.contains(text) }
    }
  }

  /// Waits until a condition holds, or fails with the screen in the message.
  func wait(until what: String, _ condition: (TerminalWalk) -> Bool) throws {
    var silence = 0
    while !condition(self) {
      if child.hasEnded(), !pump(0) {
        if condition(self) { return }
        throw HarnessError("ended (\(ending)) before \(what):\n\(picture)")
      }
      if pump(100) { silence = 0 } else { silence += 1 }
      if silence > patience { throw HarnessError("waited in vain until \(what):\n\(picture)") }
    }
  }

  /// Takes everything that comes until the line has been quiet for `milliseconds`.
  func settle(quiet milliseconds: Int32 = 150) {
    while pump(milliseconds) {}
  }

  /// Waits until the program has written something, without taking it.
  func waitForBytes() {
    var entry = pollfd(fd: main, events: Int16(POLLIN), revents: 0)
    _ = unsafe poll(&entry, 1, Int32(clamping: patience * 100))
  }

  /// Waits for the end of the program and says how it ended.
  func end() throws -> ChildProcess.Ending {
    try wait(until: "the program has ended") { $0.child.hasEnded() }
    while pump(0) {}
    return child.ending ?? .exited(-1)
  }

  /// The bytes that the program writes in answer to `keys`, until it is quiet.
  func bytes(of keys: Key...) throws -> Int {
    let before = byteCount
    for key in keys { try type(key.bytes) }
    settle()
    return byteCount - before
  }

  /// The screen in a frame, for messages.
  var picture: String {
    let edge = "+" + String(repeating: "-", count: emulator.columns) + "+"
    return ([edge] + screen.map { "|" + $0 } + [edge]).joined(separator: "\n")
  }

  private var ending: String { child.ending.map { "\($0)" } ?? "?" }

  /// Takes what comes within `milliseconds`; returns whether something did.
  private func pump(_ milliseconds: Int32) -> Bool {
    guard main >= 0 else {
      _ = poll(nil, 0, min(milliseconds, 20))
      return false
    }
    var entry = pollfd(fd: main, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&entry, 1, milliseconds) > 0 else { return false }
    let block = entry.revents & Int16(POLLIN) != 0 ? readBlock(main) : []
    guard !block.isEmpty else {
      // Nobody has the other end open: not to be asked again and again.
      _ = poll(nil, 0, min(milliseconds, 20))
      return false
    }
    byteCount += block.count
    bytes += block
    let answer = emulator.take(block)
    if answersQuestions, !answer.isEmpty { try? type(String(decoding: answer, as: UTF8.self)) }
    return true
  }

  private static func setSize(_ descriptor: Int32, rows: Int, columns: Int) throws {
    var size = winsize()
    size.ws_row = UInt16(rows)
    size.ws_col = UInt16(columns)
    guard unsafe ioctl(descriptor, UInt(TIOCSWINSZ), &size) == 0 else {
      throw HarnessError("the terminal takes no size")
    }
  }
}

/// The settings of a terminal line, to be compared before and after.
struct LineSettings: Hashable, CustomStringConvertible {
  private let modes: [UInt32]
  private let characters: [UInt8]

  /// The settings of a line now.
  init(of descriptor: Int32) {
    var settings = termios()
    _ = unsafe tcgetattr(descriptor, &settings)
    modes = [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
    characters = unsafe withUnsafeBytes(of: settings.c_cc) { unsafe Array($0) }
  }

  /// Whether what is typed is shown by the line itself, as in a shell.
  var echoes: Bool { modes[3] & UInt32(ECHO) != 0 }

  var description: String {
    modes.map { String($0, radix: 8) }.joined(separator: " ")
  }
}
