import ArgumentParser
import CellFiles
import Cubes
import DelimitedText
import Disclosure
import Foundation

/// Measures disclosure control beside the best that is known of other engines.
struct DisclosureBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disclosure",
    abstract: "Measures rounding and suppression beside the best known figures, on S1, S2 and S3.")

  @Argument(help: "The folder with S1_inner.csv, S1_hier_mun.csv and so on.")
  var inputs: String

  @Option(help: "The inputs to measure, set apart by commas.")
  var sets = "S1,S2,S3"

  @Option(help: "Only these publication lists, set apart by commas, and no rounding.")
  var only: String?

  @Flag(help: "Attack and mend patterns until nothing is open, instead of the brief search.")
  var thorough = false

  @Option(help: "How many threads hide cells.")
  var lanes = 2

  func run() throws {
    let lists = Set((only ?? "").split(separator: ",").map(String.init))
    for name in sets.split(separator: ",").map(String.init) {
      let cells = try BenchmarkCells(folder: inputs).table(name)
      if lists.isEmpty { RoundingMeasurement(try cells.matrix(id: name)).report() }
      print("suppression \(name): cells as costs, \(lanes) threads")
      try SuppressionMeasurement(
        name, cells, lanes: lanes, effort: thorough ? .thorough : .brief
      ).report(only: lists)
    }
  }
}

/// The cells of a set, from its files.
struct BenchmarkCells {
  let folder: String

  /// The inner cells of a set.
  func table(_ name: String) throws -> CellTable {
    do {
      let hierarchy = try CellHierarchy(
        try bytes("\(name)_hier_mun.csv"), file: "\(name)_hier_mun.csv", format: .commas,
        total: "Total")
      return try CellTable(
        try bytes("\(name)_inner.csv"), file: "\(name)_inner.csv", format: .commas,
        columns: CellColumns(codes: nil, figures: .counts("freq")), hierarchies: [hierarchy],
        total: "Total")
    } catch let error as CellFileError {
      throw ValidationError(error.message)
    }
  }

  private func bytes(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(file)))
  }
}

/// What work costs.
struct WorkMeter {
  private let cpu = clock()
  private let start = ContinuousClock.now

  /// Seconds that all cores have worked for this process since the meter was made.
  ///
  /// On a machine that others use too, they say what the work costs.
  var cpuSeconds: Double { Double(clock() - cpu) / Double(CLOCKS_PER_SEC) }

  /// Seconds that have passed since.
  var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }

  /// Forgets the highest memory so far; where the system does not let us, it goes on growing.
  static func resetPeakMemory() {
    try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))
  }

  /// The most memory that the process has had, in MB of 10⁶ bytes.
  static var peakMemory: Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    let kibibytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Double($0) }
    return (kibibytes ?? .nan) * 1024 / 1e6
  }
}
