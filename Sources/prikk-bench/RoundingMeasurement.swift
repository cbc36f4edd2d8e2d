import Classifications
import Cubes
import Disclosure
import Foundation

/// What is known of small count rounding on one set of cells.
///
/// Source: DISCLOSURE.md of the project, section 1 (SmallCountRounding for R, measured on one small
/// machine, CPU seconds) and section 4 (what we promise).
private struct KnownRounding {
  /// SmallCountRounding as it comes: seconds, largest deviation and root mean square.
  let standard: (seconds: Double, largest: Int, rootMeanSquare: Double)
  /// The least root mean square and largest deviation found with any setting.
  let best: (largest: Int, rootMeanSquare: Double)
  /// Its memory as it comes, in MB.
  let memory: Double
  /// We promise its standard quality after so many seconds.
  let standardAfter: Double
  /// We promise a root mean square after so many seconds.
  let closeness: (seconds: Double, rootMeanSquare: Double)
  /// We promise a largest deviation after so many seconds.
  let largest: (seconds: Double, deviation: Int)
  /// We promise to need no more memory, in MB.
  let memoryAtMost: Double?

  static let all = [
    "S1": KnownRounding(
      standard: (1.5, 7, 1.441), best: (5, 1.287), memory: 280, standardAfter: 0.03,
      closeness: (2, 1.17), largest: (10, 3), memoryAtMost: nil),
    "S2": KnownRounding(
      standard: (6.2, 9, 1.437), best: (7, 1.245), memory: 360, standardAfter: 0.15,
      closeness: (10, 1.15), largest: (40, 4), memoryAtMost: nil),
    "S3": KnownRounding(
      standard: (39, 13, 1.701), best: (13, 1.670), memory: 1_170, standardAfter: 0.8,
      closeness: (30, 1.34), largest: (90, 7), memoryAtMost: 150),
  ]
}

/// Measures the rounding of one set of cells, to base 3.
struct RoundingMeasurement {
  private let matrix: RawMatrix

  init(_ matrix: RawMatrix) { self.matrix = matrix }

  /// Prints a line for each promise: ours, the promised and the best known figure.
  func report() {
    let cells = matrix.lattice
    print(
      "rounding \(matrix.id): \(matrix.innerCounts.count { $0 > 0 }) inner cells, "
        + "\(cells.count) lattice cells, \(cells.count { $0 != 0 }) of them not 0; "
        + "CPU seconds a thread, two threads within a budget")
    let known = KnownRounding.all[matrix.id]
    if let standard = known?.standard {
      let run = run(
        .sweeps(100, largestDeviation: standard.largest, rootMeanSquare: standard.rootMeanSquare))
      line(
        "max \(standard.largest) and RMS \(text(standard.rootMeanSquare))",
        "\(text(run.cpuSeconds)) s (\(text(run.seconds)) s passed)",
        known.map { "\($0.standardAfter) s" }, "\(standard.seconds) s")
    }
    let closeness = known?.closeness ?? (seconds: 10, rootMeanSquare: .nan)
    let close = run(seconds: closeness.seconds, largest: nil)
    line(
      "RMS after \(closeness.seconds) s", text(close.report.rootMeanSquare),
      known.map { text($0.closeness.rootMeanSquare) }, known.map { text($0.best.rootMeanSquare) },
      "max \(close.report.largestDeviation), least possible RMS at least "
        + text(close.report.rootMeanSquareBound))
    let target = known?.largest ?? (seconds: 10, deviation: 3)
    let low = run(seconds: target.seconds, largest: target.deviation)
    line(
      "max after \(target.seconds) s", "\(low.report.largestDeviation)",
      known.map { "\($0.largest.deviation)" }, known.map { "\($0.best.largest)" },
      "RMS \(text(low.report.rootMeanSquare)); reached "
        + (low.reached.map { "after \(text($0)) s" } ?? "never"))
    line(
      "most memory", "\(Int(max(close.memory, low.memory))) MB",
      known?.memoryAtMost.map { "\(Int($0)) MB" }, known.map { "\(Int($0.memory)) MB" })
    reportGrowth()
    let ups = [1, 2].map { count -> String in
      let cells = matrix.innerCounts.indices.filter { matrix.innerCounts[$0] == count }
      let up = cells.count { close.inner[$0] == 3 }
      return text(Double(up) / Double(max(1, cells.count)))
    }
    print("  rounded up: \(ups[0]) of ones, \(ups[1]) of twos; without bias 0.333 and 0.667")
  }

  /// Prints what a sweep takes for each small cell and lattice cell above it.
  private func reportGrowth() {
    let sweeps = 20
    let start = run(.sweeps(0)).cpuSeconds
    let sweep = (run(.sweeps(sweeps)).cpuSeconds - start) / Double(sweeps)
    let above = matrix.axes.reduce(1) { $0 * ($1.hierarchy.depth + 1) }
    let pairs = matrix.innerCounts.count { $0 == 1 || $0 == 2 } * above
    print(
      "  start \(text(start)) s, a sweep \(text(sweep * 1e3)) ms: "
        + "\(text(sweep * 1e9 / Double(pairs))) ns for each of \(pairs) pairs of a small cell and "
        + "a lattice cell above it")
  }

  /// A search and what it cost.
  private struct Run {
    let report: RoundingReport
    let inner: [Int32]
    let cpuSeconds: Double
    let seconds: Double
    /// CPU seconds a thread until the largest deviation aimed at was reached.
    let reached: Double?
    let memory: Double
  }

  private func run(seconds: Double, largest: Int?) -> Run {
    let meter = WorkMeter()
    return run(
      .budget(
        spent: { meter.cpuSeconds / Double(Self.lanes) / seconds }, largestDeviation: largest),
      lanes: Self.lanes, largest: largest)
  }

  /// Searches at once within a budget.
  private static let lanes = 2

  private func run(_ effort: RoundingEffort, lanes: Int = 1, largest: Int? = nil) -> Run {
    WorkMeter.resetPeakMemory()
    let meter = WorkMeter()
    var reached: Double?
    let rounded = roundSmallCounts(
      of: matrix, base: 3, effort: effort, seed: 1, control: ProtectionControl(lanes: lanes)
    ) { progress in
      if reached == nil, progress.largestDeviation <= largest ?? -1 {
        reached = meter.cpuSeconds / Double(lanes)
      }
    }
    return Run(
      report: rounded.report, inner: rounded.inner, cpuSeconds: meter.cpuSeconds,
      seconds: meter.seconds,
      reached: reached, memory: WorkMeter.peakMemory)
  }

  private func line(
    _ name: String, _ ours: String, _ promised: String?, _ known: String?, _ note: String = ""
  ) {
    print(
      "  \(name): \(ours); promised \(promised ?? "-"); best known \(known ?? "-")"
        + (note.isEmpty ? "" : "; \(note)"))
  }

  private func text(_ number: Double) -> String { String(format: "%.3f", number) }
}
