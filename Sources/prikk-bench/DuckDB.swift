import Foundation

/// DuckDB, run by the Python script beside this file on a temporary copy of the rows.
struct DuckDB {
  let benchmark: ColumnsBenchmark

  /// What the script answers for one count in one choice of column types.
  private struct Answer: Decodable {
    let question: Int
    let types: String
    let milliseconds: [Double]
    let checksum: String
  }

  /// Times of every question, by column types.
  func times(_ data: BenchmarkColumns) throws -> [[String: Timing]] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("prikk-bench-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("columns.bin")
    try data.write(to: file)
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("duckdb_count.py")
    let names = BenchmarkColumns.layout.map { "\($0.name):\($0.cardinality)" }
    let questions = ColumnsBenchmark.questions.map { $0.joined(separator: ",") }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      [
        benchmark.python, script.path, file.path, "\(benchmark.rows)", "\(benchmark.lanes)",
        "\(benchmark.repeats)", names.joined(separator: ","),
      ] + questions
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let lines = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    var times: [[String: Timing]] = ColumnsBenchmark.questions.map { _ in [:] }
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      let answer = try JSONDecoder().decode(Answer.self, from: Data(line))
      times[answer.question][answer.types] = Timing(
        milliseconds: answer.milliseconds, checksum: UInt64(answer.checksum) ?? 0)
    }
    return times
  }
}
