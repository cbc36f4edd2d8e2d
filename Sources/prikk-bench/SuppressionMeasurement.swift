import Classifications
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
  /// The columns that each matrix goes by; `county` is the level above `mun`.
  let matrices: [[String]]
  /// The fewest secondary cells known when hidden counts are known to be at least 1.
  let best: String
  /// What we promise of the same.
  let promised: String

  static let all = [
    PublicationList(
      name: "sex*age*geo", set: "S1", matrices: [["sex", "age", "mun"]],
      best: "92, optimal", promised: "92"),
    PublicationList(
      name: "cob*geo", set: "S1", matrices: [["cob", "mun"]], best: "72, optimal",
      promised: "72 within 1 s"),
    PublicationList(
      name: "sex*cob*geo", set: "S1", matrices: [["sex", "cob", "mun"]],
      best: "324, optimal", promised: "324 within 30 s"),
    PublicationList(
      name: "S1 list2", set: "S1",
      matrices: [
        ["sex", "age", "cob"], ["sex", "age", "county"], ["sex", "age", "mun"], ["cob", "mun"],
        ["sex", "cob", "county"],
      ], best: "214, optimal", promised: "214 within 30 s"),
    PublicationList(
      name: "S2 list2", set: "S2",
      matrices: [
        ["sex", "age", "edu", "back"], ["sex", "age", "edu", "county"], ["sex", "age", "mun"],
        ["edu", "mun"], ["back", "mun"], ["sex", "back", "county"],
      ], best: "341 in 84 s", promised: "285 in 2 s"),
    PublicationList(
      name: "S1 full", set: "S1", matrices: [["sex", "age", "cob", "mun"]],
      best: "3635 in 523 s", promised: "1800 within 60 s"),
    PublicationList(
      name: "S2 full", set: "S2", matrices: [["sex", "age", "edu", "back", "mun"]],
      best: "none finishes", promised: "safe within 60 s"),
    PublicationList(
      name: "S3 full", set: "S3", matrices: [["sex", "age", "edu", "back", "work", "mun"]],
      best: "not attempted", promised: "safe within 600 s"),
  ]
}

/// Measures hiding small counts on the publication lists of one set of cells, below four.
struct SuppressionMeasurement {
  private let cells: RawMatrix
  private let lanes: Int
  private let effort: SuppressionEffort

  /// A measurement on `cells`, with so many threads.
  init(_ cells: RawMatrix, lanes: Int, effort: SuppressionEffort) {
    self.effort = effort
    self.cells = cells
    self.lanes = lanes
  }

  /// Prints a line for each list of the set, or for those named, and each range.
  func report(only: Set<String>) {
    for list in PublicationList.all where list.set == cells.id {
      guard only.isEmpty || only.contains(list.name) else { continue }
      for range in [HiddenRange.anotherNumber, .reachesThresholdWhereItCan] {
        report(list, range: range)
      }
    }
  }

  private func report(_ list: PublicationList, range: HiddenRange) {
    let dimensions = cells.axes.map { axis in
      Publication.Dimension(
        id: axis.hierarchy.id, label: Label(axis.hierarchy.id), hierarchy: axis.hierarchy)
    }
    let matrices = list.matrices.enumerated().map { summed($1, id: "\(list.name) \($0)") }
    WorkMeter.resetPeakMemory()
    let meter = WorkMeter()
    let name = range == .anotherNumber ? "another number" : "reaches four"
    var rule = SuppressionRule(threshold: 4, range: range)
    rule.cost = .cells
    rule.effort = effort
    do throws(ProtectionFailure) {
      let report = try hideSmallCounts(
        in: matrices.map(\.raw), described: matrices.map(\.described), dimensions: dimensions,
        rule: rule, seed: 1, control: ProtectionControl(lanes: lanes))
      print(
        "  \(list.name), \(name): \(report.secondaryCells) secondary of "
          + "\(report.primaryCells) primary, \(report.nonZeroCells) not 0, at least "
          + "\(report.leastSecondaryCost)"
          + (range == .anotherNumber
            ? "; promised \(list.promised); best known \(list.best)" : "")
          + "; \(text(meter.seconds)) s, \(text(meter.cpuSeconds)) CPU s, "
          + "\(Int(WorkMeter.peakMemory)) MB, \(report.programs) programs"
          + (report.easedCells > 0 ? ", \(report.easedCells) eased" : ""))
      if list.name == "sex*cob*geo", range == .anotherNumber {
        try reportAudit(of: matrices, report: report, dimensions: dimensions)
      }
    } catch {
      print("  \(list.name), \(name): \(error.message) \(text(meter.seconds)) s")
    }
  }

  /// Attacks every hidden cell of what was protected, and again with one more cell shown.
  private func reportAudit(
    of matrices: [(raw: RawMatrix, described: MatrixDescription)], report: SuppressionReport,
    dimensions: [Publication.Dimension]
  ) throws(ProtectionFailure) {
    var roles = report.roles
    for edit in 0..<2 {
      let published = zip(matrices, roles).map { matrix, roles in
        PublishedLattice(
          described: matrix.described, counts: matrix.raw.lattice,
          isHidden: roles.map { $0 != .published })
      }
      let meter = WorkMeter()
      let report = try audit(
        published, dimensions: dimensions, zerosArePublished: true, fewest: 2)
      print(
        "    audit\(edit == 0 ? "" : " with one cell shown"): \(report.hiddenCells) hidden, "
          + "\(report.narrow.count) of them told; promised 5 s, 0.1 s after an edit; "
          + "\(text(meter.seconds)) s, \(report.programs) programs")
      if let shown = roles[0].firstIndex(of: .secondary) { roles[0][shown] = .published }
    }
  }

  /// The sums of the cells over all columns but these.
  private func summed(
    _ columns: [String], id: String
  ) -> (raw: RawMatrix, described: MatrixDescription) {
    var axes: [(dimension: Int, depth: Int)] = []
    for (dimension, axis) in cells.axes.enumerated() {
      let labels = axis.hierarchy.levelLabels.map(\.english)
      for (depth, label) in labels.enumerated().dropFirst() where columns.contains(label) {
        axes.append((dimension, depth))
      }
    }
    precondition(axes.count == columns.count, "\(id) goes by columns of the set")
    let raws = axes.map { axis in
      RawMatrix.Axis(
        hierarchy: cells.axes[axis.dimension].hierarchy.truncated(toLevel: axis.depth),
        totals: .sum)
    }
    // For each dimension what an inner category adds to the place among those of the sums.
    var steps = cells.axes.map { $0.innerCategories.map { _ in 0 } }
    var stride = 1
    for (axis, raw) in zip(axes, raws).reversed() {
      let inner = raw.innerCategories.map { raw.hierarchy.categories[$0].code }
      let full = cells.axes[axis.dimension].hierarchy
      for (place, leaf) in full.leaves.enumerated() {
        let shown = full.path(to: leaf).last { full.levels[$0] <= axis.depth } ?? leaf
        let code = full.categories[shown].code
        steps[axis.dimension][place] = (inner.firstIndex(of: code) ?? 0) * stride
      }
      stride *= inner.count
    }
    var counts = Array(repeating: Int32(0), count: stride)
    var places = [0]
    for step in steps { places = places.flatMap { place in step.map { place + $0 } } }
    for (place, count) in zip(places, cells.innerCounts) { counts[place] += count }
    return (
      RawMatrix(id: id, axes: raws, innerCounts: counts),
      MatrixDescription(
        id: id, label: Label(id),
        axes: axes.map { MatrixAxis(dimension: $0.dimension, depth: $0.depth) })
    )
  }

  private func text(_ number: Double) -> String { String(format: "%.2f", number) }
}
