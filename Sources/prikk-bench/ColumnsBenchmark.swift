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

  /// The counts that are compared; those with three dimensions have figures to reach.
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
    print("\(rows) rows, \(lanes) lanes, \(repeats) repeats in turns; milliseconds")
    let bytes = data.bytesPerRow
    print(
      "memory: \(bytes) bytes a row for \(data.columns.count) columns (at most 12: \(bytes <= 12))")
    let duckDB = alone ? nil : try DuckDB(data, python: python, threads: lanes)
    try compare(data, duckDB)
    try duckDB?.finish()
    reportOthers(data)
  }

  /// Times every question in both engines and prints a line for each.
  private func compare(_ data: BenchmarkColumns, _ duckDB: DuckDB?) throws {
    let headings = ["cells", "best", "median", "DuckDB", "median", "ratio", "enum", "varchar"]
    print(Self.row("count over", headings))
    var slowest = 0.0
    var leastRatio = Double.infinity
    for question in Self.questions {
      let axes = question.map { Axis(data.column($0)) }
      let (ours, theirs) = try takeTurns(question, axes, duckDB)
      let cube = count(over: axes, lanes: lanes, cancellation: nil) ?? []
      let checksum = Timing.checksum(cube)
      var fields = ["\(cube.count)", Self.text(ours.best), Self.text(ours.median)]
      if question.count == 3 { slowest = max(slowest, ours.best) }
      if let duckDB {
        // The ratio of the medians and that of the best; the lower one counts.
        let ratio = min(theirs.median / ours.median, theirs.best / ours.best)
        if question.count == 3 { leastRatio = min(leastRatio, ratio) }
        fields += [theirs.best, theirs.median, ratio].map(Self.text)
        for types in ["enum", "varchar"] {
          let times = try (0..<3).map { _ in try duckDB.time(question, types: types) }
          fields.append(Self.text(Timing(milliseconds: times).best))
        }
        fields.append(try duckDB.checksum(question) == checksum ? "same" : "DIFFERENT")
      }
      print(Self.row(question.joined(separator: " × "), fields), String(checksum, radix: 16))
    }
    print("slowest 3-dimension count: \(Self.text(slowest)) ms (at most 50: \(slowest <= 50))")
    if duckDB != nil {
      print("least 3-dimension ratio: \(Self.text(leastRatio)) (at least 10: \(leastRatio >= 10))")
    }
  }

  /// Times both engines in turns of five repeats, each turn after one to warm up.
  private func takeTurns(
    _ question: [String], _ axes: [Axis], _ duckDB: DuckDB?
  ) throws -> (ours: Timing, theirs: Timing) {
    var ours: [Double] = []
    var theirs: [Double] = []
    while ours.count < repeats {
      ours += measure(5) { _ = count(over: axes, lanes: lanes, cancellation: nil) }
      if let duckDB {
        let turn = try (0...5).map { _ in try duckDB.time(question, types: "integer") }
        theirs += turn.dropFirst()
      }
    }
    return (Timing(milliseconds: ours), Timing(milliseconds: theirs))
  }

  /// Milliseconds of each of some repeats, after one to warm up.
  private func measure(_ repeats: Int, _ work: () -> Void) -> [Double] {
    work()
    return (0..<repeats).map { _ in
      let (seconds, attoseconds) = ContinuousClock().measure(work).components
      return Double(seconds) * 1e3 + Double(attoseconds) / 1e15
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
      let timing = Timing(milliseconds: measure(repeats, work))
      print(Self.row(name, ["", Self.text(timing.best), Self.text(timing.median)]))
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

/// How long repeats took.
struct Timing {
  let milliseconds: [Double]

  var best: Double { milliseconds.min() ?? .nan }
  var median: Double {
    milliseconds.isEmpty ? .nan : milliseconds.sorted()[milliseconds.count / 2]
  }

  /// Depends on every cell and where it is: the sum of count × (cell + 1), modulo 2⁶⁴.
  static func checksum(_ cube: [Int]) -> UInt64 {
    cube.enumerated().reduce(0) { $0 &+ UInt64($1.element) &* UInt64($1.offset + 1) }
  }
}
