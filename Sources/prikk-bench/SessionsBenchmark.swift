import ArgumentParser
import Foundation

/// Memory of many explorers at once, each in a terminal of its own with a table open.
///
/// A session over a release of a million cells is to have at most 15 MiB for itself. What it shares
/// with the others (the program with its releases, the libraries) is paid for once.
struct SessionsBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions", abstract: "Measures the memory of many sessions side by side.")

  @Option(help: "Sessions at once.")
  var sessions = 100

  @Option(help: "The tables that are opened, one run each.")
  var tables = "aap-region,dis-region,introduction-municipality"

  @Option(help: "A folder of releases instead of those of the program.")
  var releases: String?

  func run() throws {
    for table in tables.split(separator: ",").map(String.init) { try measure(table) }
  }

  private func measure(_ table: String) throws {
    var arguments = ["explore", table]
    if let releases { arguments += ["--releases", releases] }
    var running: [TerminalSession] = []
    defer { running.forEach { $0.end() } }
    var cells: String?
    for _ in 0..<sessions {
      let session = try TerminalSession(arguments: arguments)
      cells = try session.waitForTable() ?? cells
      running.append(session)
    }
    let memory = try running.map { try $0.memory() }
    func figures(_ value: (TerminalSession.Memory) -> Int) -> String {
      let sorted = memory.map(value).sorted()
      return String(
        format: "%6.1f median %6.1f largest", Double(sorted[sorted.count / 2]) / 1_024,
        Double(sorted[sorted.count - 1]) / 1_024)
    }
    print("\(table), release of \(cells ?? "?") cells, \(sessions) sessions; MiB")
    print("  private    \(figures(\.own))")
    print("  resident   \(figures(\.resident))")
    let all = Double(memory.reduce(0) { $0 + $1.share }) / 1_024
    print(String(format: "  all of them together %.0f", all))
  }
}

/// The program in a pseudo-terminal that answers its questions.
private final class TerminalSession {
  /// Kibibytes of a process.
  struct Memory {
    /// Pages that nobody else has.
    let own: Int
    /// Pages in memory.
    let resident: Int
    /// Its share of all pages: each divided by those who have it.
    let share: Int
  }
  /// What the program did not do.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let process = Process()
  private let terminal: FileHandle

  init(arguments: [String]) throws {
    var (main, line): (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: 40, ws_col: 120, ws_xpixel: 0, ws_ypixel: 0)
    guard unsafe openpty(&main, &line, nil, nil, &size) == 0 else {
      throw Failure(description: "no pseudo-terminal is left")
    }
    terminal = FileHandle(fileDescriptor: main, closeOnDealloc: true)
    let end = FileHandle(fileDescriptor: line, closeOnDealloc: true)
    process.executableURL = Bundle.main.bundleURL.appendingPathComponent("prikk")
    process.arguments = arguments
    process.environment = ["TERM": "xterm-256color", "LANG": "C.UTF-8"]
    process.standardInput = end
    process.standardOutput = end
    process.standardError = end
    try process.run()
  }

  /// Reads until the table is there and the explorer is silent; returns how many cells the release
  /// has, if it could be read off.
  func waitForTable() throws -> String? {
    var text = ""
    var entry = pollfd(fd: terminal.fileDescriptor, events: Int16(POLLIN), revents: 0)
    while unsafe poll(&entry, 1, text.isEmpty ? 10_000 : 400) > 0 {
      let block = String(decoding: terminal.availableData, as: UTF8.self)
      guard !block.isEmpty else { throw Failure(description: "the explorer ended:\n\(text)") }
      text += block
      if block.contains("\u{1B}[5n") {
        try terminal.write(contentsOf: Data("\u{1B}[0n".utf8))
      }
    }
    guard !text.isEmpty else { throw Failure(description: "the explorer shows nothing") }
    return text.firstMatch(of: /of ([0-9 ]+) hidden/).map { String($0.1) }
  }

  func memory() throws -> Memory {
    let path = "/proc/\(process.processIdentifier)/smaps_rollup"
    var values: [Substring: Int] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 3, let value = Int(words[1]) { values[words[0].dropLast()] = value }
    }
    return Memory(
      own: values["Private_Dirty", default: 0] + values["Private_Clean", default: 0],
      resident: values["Rss", default: 0], share: values["Pss", default: 0])
  }

  func end() {
    process.terminate()
    process.waitUntilExit()
  }
}
