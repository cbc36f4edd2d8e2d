import CellFiles
import Cubes
import Disclosure
import Foundation
import Publication

/// What is published of a set of cells, and what is known of hiding its small counts.
///
/// Source: DISCLOSURE.md of the project, section 2 (best known, CPU seconds on one small machine)
/// and section 4 (what we promise).
private struct PublicationList {
  let name: String
  let set: String
  /// The tables; `county` is the level above `mun`.
  let tables: String
  /// The fewest secondary cells known when hidden counts are known to be at least 1.
  let best: String
  /// What we promise of the same.
  let promised: String

  static let all = [
    PublicationList(
      name: "sex*age*geo", set: "S1", tables: "sex*age*mun",
      best: "92, optimal", promised: "92"),
    PublicationList(
      name: "cob*geo", set: "S1", tables: "cob*mun", best: "72, optimal",
      promised: "72 within 1 s"),
    PublicationList(
      name: "sex*cob*geo", set: "S1", tables: "sex*cob*mun",
      best: "324, optimal", promised: "324 within 30 s"),
    PublicationList(
      name: "S1 list2", set: "S1",
      tables: "sex*age*cob,sex*age*county,sex*age*mun,cob*mun,sex*cob*county",
      best: "214, optimal", promised: "214 within 30 s"),
    PublicationList(
      name: "S2 list2", set: "S2",
      tables:
        "sex*age*edu*back,sex*age*edu*county,sex*age*mun,edu*mun,back*mun,sex*back*county",
      best: "341 in 84 s", promised: "285 in 2 s"),
    PublicationList(
      name: "S1 full", set: "S1", tables: "sex*age*cob*mun",
      best: "3635 in 523 s", promised: "1800 within 60 s"),
    PublicationList(
      name: "S2 full", set: "S2", tables: "sex*age*edu*back*mun",
      best: "none finishes", promised: "safe within 60 s"),
    PublicationList(
      name: "S3 full", set: "S3", tables: "sex*age*edu*back*work*mun",
      best: "not attempted", promised: "safe within 600 s"),
  ]
}

/// Measures hiding small counts on the publication lists of one set of cells, below four.
struct SuppressionMeasurement {
  private let set: String
  private let cells: CellTable
  private let dimensions: CellDimensions
  private let lanes: Int
  private let effort: SuppressionEffort

  /// A measurement on the cells of a set, with so many threads.
  init(
    _ set: String, _ cells: CellTable, lanes: Int, effort: SuppressionEffort
  ) throws(CellFileError) {
    self.set = set
    self.cells = cells
    dimensions = try CellDimensions(columns: cells.axes.map { ($0.name, $0.hierarchy) }, sums: [])
    self.effort = effort
    self.lanes = lanes
  }

  /// Prints a line for each list of the set, or for those named, and each range.
  func report(only: Set<String>) throws {
    for list in PublicationList.all where list.set == set {
      guard only.isEmpty || only.contains(list.name) else { continue }
      for range in [HiddenRange.anotherNumber, .reachesThresholdWhereItCan] {
        try report(list, range: range)
      }
    }
  }

  private func report(_ list: PublicationList, range: HiddenRange) throws {
    let tables = try dimensions.tables(list.tables)
    let description = dimensions.description(tables: tables)
    let matrices = try zip(tables, description.matrices).map { axes, described in
      try cells.margin(axes, of: dimensions, id: described.id)
    }
    WorkMeter.resetPeakMemory()
    let meter = WorkMeter()
    var rule = SuppressionRule(threshold: 4, range: range)
    rule.cost = .cells
    rule.effort = effort
    do throws(ProtectionFailure) {
      let made = try protect(
        matrices, description: description, policy: .suppression(rule), seed: 1, provenance: "",
        control: ProtectionControl(lanes: lanes))
      guard let report = made.report.suppression else { return }
      print(line(list, range, report) + costs(meter, report))
      if list.name == "sex*cob*geo", range == .anotherNumber {
        try reportAudit(of: matrices, description: description, report: report)
      }
    } catch {
      print("  \(list.name), \(name(of: range)): \(error.message) \(text(meter.seconds)) s")
    }
  }

  private func line(
    _ list: PublicationList, _ range: HiddenRange, _ report: SuppressionReport
  ) -> String {
    var line = "  \(list.name), \(name(of: range)): \(report.secondaryCells) secondary of "
    line += "\(report.primaryCells) primary, \(report.nonZeroCells) not 0, at least "
    line += "\(report.leastSecondaryCost)"
    if range == .anotherNumber {
      line += "; promised \(list.promised); best known \(list.best)"
    }
    return line
  }

  private func costs(_ meter: WorkMeter, _ report: SuppressionReport) -> String {
    var costs = "; \(text(meter.seconds)) s, \(text(meter.cpuSeconds)) CPU s, "
    costs += "\(Int(WorkMeter.peakMemory)) MB, \(report.programs) programs"
    if report.easedCells > 0 { costs += ", \(report.easedCells) eased" }
    return costs
  }

  private func name(of range: HiddenRange) -> String {
    range == .anotherNumber ? "another number" : "reaches four"
  }

  /// Attacks every hidden cell of what was protected, and again after each of some edits.
  private func reportAudit(
    of matrices: [RawMatrix], description: StatisticDescription, report: SuppressionReport
  ) throws(ProtectionFailure) {
    let meter = WorkMeter()
    var set = try AuditedSet(
      description.matrices.indices.map { index in
        PublishedLattice(
          described: description.matrices[index], counts: matrices[index].lattice,
          isHidden: report.roles[index].map { $0 != .published })
      }, dimensions: description.dimensions, zerosArePublished: true, fewest: 2)
    let audit = set.report()
    print(
      "    audit: \(audit.hiddenCells) hidden, \(audit.narrow.count) of them told; promised 5 s; "
        + "\(text(meter.seconds)) s, \(audit.programs) programs")
    let secondaries = report.hidden.filter { $0.role == .secondary }
    let edited = stride(from: 0, to: secondaries.count, by: max(1, secondaries.count / 20))
      .map { secondaries[$0] }
    var edits = [EditCosts("shown"), EditCosts("hidden again")]
    for cell in edited {
      try edits[0].measure {
        () throws(ProtectionFailure) in
        try set.show(cell.place, as: Int32(cell.count))
        return set.report()
      }
      edits[1].measure {
        set.hide(cell.place)
        return set.report()
      }
    }
    for edit in edits { print("    audit with one cell \(edit.text); promised 0.1 s") }
  }

  private func text(_ number: Double) -> String { String(format: "%.2f", number) }
}

/// What audits after edits cost.
private struct EditCosts {
  private let name: String
  private var seconds: [Double] = []
  private var cpuSeconds = 0.0
  private var programs = 0
  private var told = 0

  /// Edits of a kind.
  init(_ name: String) { self.name = name }

  /// Measures one more.
  mutating func measure<Failure>(
    _ edit: () throws(Failure) -> AuditReport
  ) throws(Failure) {
    let meter = WorkMeter()
    let report = try edit()
    seconds.append(meter.seconds)
    cpuSeconds += meter.cpuSeconds
    programs += report.programs
    told += report.narrow.count
  }

  /// The mean and the longest.
  var text: String {
    let count = Double(max(1, seconds.count))
    return String(
      format: "%@: %d edits, mean %.3f s (%.3f CPU s), most %.3f s; %.1f programs, %.1f told",
      name, seconds.count, seconds.reduce(0, +) / count, cpuSeconds / count, seconds.max() ?? 0,
      Double(programs) / count, Double(told) / count)
  }
}
