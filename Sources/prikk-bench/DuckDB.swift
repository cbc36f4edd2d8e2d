import Foundation

/// DuckDB, run by the Python script beside this file on a temporary copy of the rows.
///
/// The script answers one line for each line it is sent, so that both engines can take turns and
/// meet the same disturbances.
final class DuckDB {
  /// What the script could not do; it has said why on standard error.
  struct Failure: Error, CustomStringConvertible {
    let description = "the DuckDB script gave no answer; is the package duckdb installed?"
  }

  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var unread = Data()

  /// Starts the script that counts and waits until its tables are filled.
  convenience init(_ data: BenchmarkColumns, python: String, threads: Int) throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("prikk-bench-\(ProcessInfo.processInfo.processIdentifier).bin")
    defer { try? FileManager.default.removeItem(at: file) }
    try data.write(to: file)
    let names = BenchmarkColumns.layout.map { "\($0.name):\($0.cardinality)" }
    try self.init(
      script: "duckdb_count.py", python: python,
      arguments: [file.path, "\(data.rows)", "\(threads)", names.joined(separator: ",")])
  }

  /// Starts a script of this folder and waits until it is ready.
  init(script: String, python: String, arguments: [String]) throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent(script)
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [python, script.path] + arguments
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    guard try answer() == "ready" else { throw Failure() }
  }

  /// Milliseconds of one count over columns that are `integer`, `enum` or `varchar`.
  func time(_ question: [String], types: String) throws -> Double {
    guard let milliseconds = Double(try ask("time", types, question)) else { throw Failure() }
    return milliseconds
  }

  /// The checksum of one count.
  func checksum(_ question: [String]) throws -> UInt64 {
    guard let sum = UInt64(try ask("check", "integer", question)) else { throw Failure() }
    return sum
  }

  /// Ends the script.
  func finish() throws {
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  private func ask(_ verb: String, _ types: String, _ question: [String]) throws -> String {
    try ask("\(verb) \(types) \(question.joined(separator: ","))")
  }

  /// Sends a line and waits for the answer.
  func ask(_ line: String) throws -> String {
    try input.fileHandleForWriting.write(contentsOf: Data("\(line)\n".utf8))
    return try answer()
  }

  private func answer() throws -> String {
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        defer { unread = Data(unread[unread.index(after: end)...]) }
        return String(decoding: unread[..<end], as: UTF8.self)
      }
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { throw Failure() }
      unread += more
    }
  }
}
