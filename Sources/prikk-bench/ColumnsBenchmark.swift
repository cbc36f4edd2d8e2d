import ArgumentParser
import Columns
import Foundation

/// Times counts over ten million rows, and the same counts in DuckDB on the same rows.
struct ColumnsBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "columns",
    abstract: "Times counts over columns, beside DuckDB.")

  @Option(help: "Rows to count.")
  var rows = 10_000_000

  @Option(help: "Cores, for both engines.")
  var lanes = 2

  @Option(help: "How often each count is repeated.")
  var repeats = 15

  @Option(help: "A Python with the package duckdb.")
  var python = "python3"

  @Flag(help: "Leave DuckDB out.")
  var alone = false

  /// The counts with three dimensions that have a figure to reach, and others to know.
  static let questions: [[String]] = [
    ["sex", "age", "education"],
    ["age", "education", "background"],
    ["age", "sex", "country"],
    ["sex", "age", "municipality"],
    ["education", "intensity", "municipality"],
    ["sex", "municipality", "country"],
    ["age", "municipality", "country"],
    ["background"],
    ["sex", "municipality"],
    ["sex", "age", "education", "intensity"],
    ["sex", "age", "education", "background", "intensity"],
  ]

  func run() throws {
    let data = BenchmarkColumns(rows: rows)
    print("\(rows) rows, \(lanes) lanes, \(repeats) repeats; milliseconds, best and median")
    let bytes = data.bytesPerRow
    print(
      "memory: \(bytes) bytes a row for \(data.columns.count) columns (at most 12: \(bytes <= 12))")
    let ours = Self.questions.map { time($0, data) }
    let theirs = alone ? [] : try DuckDB(benchmark: self).times(data)
    report(ours, theirs)
    reportOthers(data)
  }

  /// Times one count.
  private func time(_ question: [String], _ data: BenchmarkColumns) -> Timing {
    let axes = question.map { Axis(data.column($0)) }
    var cube: [Int] = []
    let milliseconds = measure {
      cube = count(over: axes, lanes: lanes, cancellation: nil) ?? []
    }
    return Timing(milliseconds: milliseconds, checksum: Timing.checksum(cube))
  }

  /// Runs something once to warm up and then `repeats` times.
  private func measure(_ work: () -> Void) -> [Double] {
    work()
    return (0..<max(1, repeats)).map { _ in
      let elapsed = ContinuousClock().measure(work)
      let (seconds, attoseconds) = elapsed.components
      return Double(seconds) * 1e3 + Double(attoseconds) / 1e15
    }
  }

  private func report(_ ours: [Timing], _ theirs: [[String: Timing]]) {
    print(
      Self.row("count over", ["best", "median", "integer", "median", "ratio", "enum", "varchar"]))
    var slowest = 0.0
    var leastRatio = Double.infinity
    for (number, question) in Self.questions.enumerated() {
      let timing = ours[number]
      if question.count == 3 { slowest = max(slowest, timing.best) }
      var fields = [Self.text(timing.best), Self.text(timing.median)]
      if number < theirs.count, let integer = theirs[number]["integer"] {
        // The ratio is of medians; the least of it and of the ratio of best times counts.
        let ratio = min(integer.median / timing.median, integer.best / timing.best)
        if question.count == 3 { leastRatio = min(leastRatio, ratio) }
        fields += [Self.text(integer.best), Self.text(integer.median), Self.text(ratio)]
        fields += ["enum", "varchar"].map { Self.text(theirs[number][$0]?.best ?? .nan) }
        fields.append(integer.checksum == timing.checksum ? "same" : "DIFFERENT")
      }
      fields.append(String(timing.checksum, radix: 16))
      print(Self.row(question.joined(separator: " × "), fields))
    }
    print("slowest 3-dimension count: \(Self.text(slowest)) ms (at most 50: \(slowest <= 50))")
    if leastRatio.isFinite {
      print("least 3-dimension ratio: \(Self.text(leastRatio)) (at least 10: \(leastRatio >= 10))")
    }
  }

  /// What recoding, filters, sums and sparse cubes cost, without a figure to reach.
  private func reportOthers(_ data: BenchmarkColumns) {
    let municipality = data.column("municipality")
    let counties = (0..<356).map { $0 % 50 == 49 ? Int32(-1) : Int32($0 / 24) }
    let base = ["sex", "age"].map { Axis(data.column($0)) }
    let half = BitmapColumn(municipality, in: stride(from: 0, to: 356, by: 2))
    let few = BitmapColumn(data.column("country"), in: [200])
    let amounts = IntegerColumn((0..<rows).map { Int32($0 % 100_000) })
    func show(_ name: String, _ work: () -> Void) {
      let timing = Timing(milliseconds: measure(work), checksum: 0)
      print(Self.row(name, [Self.text(timing.best), Self.text(timing.median)]))
    }
    show("sex × age × county (recoded)") {
      _ = count(
        over: base + [Axis(municipality, recode: counties, extent: 15)], lanes: lanes,
        cancellation: nil)
    }
    show("sex × age, every second row") {
      _ = count(over: base, where: half, lanes: lanes, cancellation: nil)
    }
    show("sex × age, \(few.selectedCount) rows") {
      _ = count(over: base, where: few, lanes: lanes, cancellation: nil)
    }
    show("sum over sex × age") { _ = sum(of: amounts, over: base, lanes: lanes) }
    show("filter by municipality") { _ = BitmapColumn(municipality, in: [1, 2, 3]) }
    let all = BenchmarkColumns.layout.map { Axis(data.column($0.name)) }
    show("all seven, sparse") { _ = sparseCount(over: all, lanes: lanes) }
  }

  private static func row(_ name: String, _ fields: [String]) -> String {
    let padded = fields.map { String(repeating: " ", count: max(1, 9 - $0.count)) + $0 }
    return name + String(repeating: " ", count: max(1, 50 - name.count)) + padded.joined()
  }

  private static func text(_ number: Double) -> String {
    number.isFinite ? String(format: "%.2f", number) : "-"
  }
}

/// How long repeats took and what they gave.
struct Timing {
  let milliseconds: [Double]
  let checksum: UInt64

  var best: Double { milliseconds.min() ?? .nan }
  var median: Double { milliseconds.sorted()[milliseconds.count / 2] }

  /// Depends on every cell and where it is: the sum of count × (cell + 1), modulo 2⁶⁴.
  static func checksum(_ cube: [Int]) -> UInt64 {
    cube.enumerated().reduce(0) { $0 &+ UInt64($1.element) &* UInt64($1.offset + 1) }
  }
}
