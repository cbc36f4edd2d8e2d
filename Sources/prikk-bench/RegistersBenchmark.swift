import ArgumentParser
import CEmbeddedData
import Classifications
import Foundation
import RegisterFiles
import Registers

/// Times reading register files, and the same files in DuckDB.
struct RegistersBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "registers", abstract: "Times reading register files, beside DuckDB.")

  @Option(help: "Rows of each file.")
  var rows = 5_000_000

  @Option(help: "Cores, for both engines.")
  var lanes = 2

  @Option(help: "How often each file is read.")
  var repeats = 7

  @Option(help: "A Python with the package duckdb.")
  var python = "python3"

  @Flag(help: "Leave DuckDB out.")
  var alone = false

  func run() throws {
    let library = try ClassificationLibrary(files: Self.embedded)
    let layouts = NorwegianLayouts(library)
    print("\(rows) rows a file, \(lanes) lanes, \(repeats) repeats in turns; MB is 10⁶ bytes")
    for layout in [layouts.persons, layouts.residences, layouts.employment] {
      try compare(layout)
    }
  }

  private func compare(_ layout: RegisterLayout) throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "prikk-bench-\(ProcessInfo.processInfo.processIdentifier)-\(layout.name).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let records = Self.records(layout, rows: rows)
    var bytes: [UInt8] = []
    let writing = Self.time { bytes = RegisterWriter(records).bytes() }
    try Data(bytes).write(to: file)
    let size = Double(bytes.count) / 1e6
    bytes = []
    print("\(layout.name): \(String(format: "%.1f", size)) MB, \(layout.fields.count) columns")
    print(
      "  written in \(Self.text(writing.elapsed, size)), "
        + "of cores \(Self.text(writing.ofCores, size))")
    let reader = RegisterReader(layout, onError: .stop, lanes: lanes)
    let duckDB = alone ? nil : try start(layout, file)
    var times: [String: [(elapsed: Double, ofCores: Double)]] = [:]
    var isSame = true
    for _ in 0..<repeats {
      var reading: RegisterReading?
      let own = try Self.time { reading = try reader.read(path: file.path) }
      times["prikk", default: []].append(own)
      isSame = isSame && reading?.records == records
      if let duckDB {
        for codes in ["varchar", "enum"] {
          let answer = try duckDB.ask("time \(codes)").split(separator: " ").map { Double($0) }
          guard answer.count == 2, let elapsed = answer[0], let ofCores = answer[1] else {
            throw DuckDB.Failure()
          }
          times["DuckDB, codes as \(codes)", default: []].append((elapsed, ofCores))
        }
      }
    }
    print("  what was written is read: \(isSame)")
    for (engine, all) in times.sorted(by: { $0.key > $1.key }) {
      let elapsed = Timing(milliseconds: all.map(\.elapsed))
      let ofCores = Timing(milliseconds: all.map(\.ofCores))
      print(
        "  \(engine): best \(Self.text(elapsed.best, size)), median "
          + "\(Self.text(elapsed.median, size)), of cores \(Self.text(ofCores.median, size))")
    }
    let median = Timing(milliseconds: (times["prikk"] ?? []).map(\.elapsed)).median
    print("  at least 200 MB/s: \(size / median * 1e3 >= 200)")
    if let duckDB {
      print("  DuckDB has the same: \(try duckDB.ask("check") == Self.check(records))")
      try duckDB.finish()
    }
  }

  private func start(_ layout: RegisterLayout, _ file: URL) throws -> DuckDB {
    let columns = layout.fields.map { field in
      let type =
        switch field.kind {
        case .person, .number, .flag: "integer"
        case .day: "date"
        case .month: "varchar"
        case .code: "enum"
        }
      return "\(field.name):\(type)"
    }
    return try DuckDB(
      script: "duckdb_read.py", python: python,
      arguments: [file.path, "\(lanes)", columns.joined(separator: ",")])
  }

  /// Rows, then for each number or day the sum and the fields that are not empty.
  private static func check(_ records: RegisterRecords) -> String {
    var parts = [records.rowCount]
    for (place, field) in records.layout.fields.enumerated() {
      switch field.kind {
      case .person, .number, .flag, .day:
        let present = records.columns[place].filter { $0 != RegisterRecords.missing }
        parts += [present.reduce(0) { $0 + Int($1) }, present.count]
      case .month, .code: break
      }
    }
    return parts.map(String.init).joined(separator: " ")
  }

  /// Rows that look like those of a country; every third field that may be empty is not.
  private static func records(_ layout: RegisterLayout, rows: Int) -> RegisterRecords {
    var state: UInt64 = 1
    func below(_ count: Int) -> Int32 {
      state = state &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
      return Int32((state >> 33) % UInt64(count))
    }
    var columns = layout.fields.map { field in
      (0..<rows).map { row -> Int32 in
        if field.isOptional, below(3) > 0 { return RegisterRecords.missing }
        return switch field.kind {
        case .person: Int32(row + 1)
        case .code(_, let codes): below(codes.count)
        case .day: Day(1930, 1, 1).number + below(33_000)
        case .month: Month(2005, 1).number + below(216)
        case .number(_, let range): range.lowerBound + below(5)
        case .flag: below(2)
        }
      }
    }
    for order in layout.orders {
      let later = columns[order.later]
      columns[order.later] = zip(columns[order.earlier], later).map { earlier, later in
        later == RegisterRecords.missing ? later : max(earlier, later)
      }
    }
    return RegisterRecords(layout, columns: columns)
  }

  /// Milliseconds that pass, and those that all cores work for this process.
  ///
  /// On a machine that others use too, the latter says what the work costs.
  private static func time(
    _ work: () throws -> Void
  ) rethrows -> (elapsed: Double, ofCores: Double) {
    let start = clock()
    let (seconds, attoseconds) = try ContinuousClock().measure(work).components
    let ofCores = Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1e3
    return (Double(seconds) * 1e3 + Double(attoseconds) / 1e15, ofCores)
  }

  private static func text(_ milliseconds: Double, _ size: Double) -> String {
    String(format: "%.0f ms (%.0f MB/s)", milliseconds, size / milliseconds * 1e3)
  }

  static func embedded(_ path: String) -> [UInt8]? {
    for index in 0..<embeddedFileCount() {
      let file = unsafe embeddedFile(index)
      if unsafe String(cString: file.path) == path {
        return unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
      }
    }
    return nil
  }
}
