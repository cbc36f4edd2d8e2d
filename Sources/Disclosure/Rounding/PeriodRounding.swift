import Cubes
import Publication

/// Rounds the counts of a statistic period by period, from the earliest on.
///
/// An inner cell with the same small count as in the period before keeps its rounded value: else
/// the mean of several periods would tell the count, and the difference of two would show that
/// something was drawn, not that something has happened. The other cells are drawn so that the
/// lattice of the period is close with those that are kept. An earlier period never depends on a
/// later one.
///
/// Matrices of a period that count the same units are rounded together.
struct PeriodRounding {
  private let slices: [PeriodSlice]
  private let dimensions: [Dimension]
  private let base: Int
  private let earlier: EarlierRelease?

  init(
    _ slices: [PeriodSlice], dimensions: [Dimension], base: Int, earlier: EarlierRelease?
  ) {
    self.slices = slices
    self.dimensions = dimensions
    self.base = base
    self.earlier = earlier
  }

  /// The rounded slices, in order.
  /// - Throws: ``ProtectionFailure/cancelled``.
  func run(
    sweeps: Int, seed: UInt64, control: ProtectionControl
  ) throws(ProtectionFailure) -> (matrices: [RoundedMatrix], shared: SharedGroupsReport) {
    var rounded: [RoundedMatrix?] = slices.map { _ in nil }
    var report = SharedGroupsReport()
    let groups = inOrderOfTime()
    for (place, group) in groups.enumerated() {
      let raw = group.map { slices[$0].raw }
      let shared = SharedGroups.find(in: raw, described: group.map { slices[$0].described })
      for part in SharedGroups.connected(shared, matrices: raw.indices) {
        let members = part.matrices.map { group[$0] }
        let first = slices[members[0]]
        let matrices = roundSmallCounts(
          of: members.map { slices[$0].raw }, shared: part.shared,
          kept: members.map { keptCells(of: $0, rounded: rounded) }, base: base,
          effort: .sweeps(sweeps),
          generator: SeededGenerator(
            seed: first.period.seed(from: seed, dimensions), stream: first.matrix),
          control: control,
          progress: {
            control.progress((Double(place) + $0.share) / Double(groups.count), $0.standing)
          })
        guard !control.isCancelled() else { throw .cancelled }
        for (member, matrix) in zip(members, matrices) { rounded[member] = matrix }
        report.add(part.shared, lattices: matrices.map(\.lattice))
      }
    }
    return (rounded.compactMap(\.self), report)
  }

  /// The slices of each period, earlier periods first; labels of one day in their order.
  private func inOrderOfTime() -> [[Int]] {
    let groups = Dictionary(grouping: slices.indices) { slices[$0].period }
    return groups.sorted { Self.isEarlier(time(of: $0.key), time(of: $1.key)) }.map(\.value)
  }

  /// When a period is: the day and number of each of its categories.
  private func time(of period: Period) -> [(day: String, category: Int)] {
    zip(dimensions, period.categories).map { dimension, category in
      (category == 0 ? "" : dimension.referenceDay(of: category) ?? "", category)
    }
  }

  private static func isEarlier(
    _ one: [(day: String, category: Int)], _ other: [(day: String, category: Int)]
  ) -> Bool {
    for (left, right) in zip(one, other) where left != right { return left < right }
    return false
  }

  /// The inner cells of a slice whose rounding is given, with whether they are up: from the same
  /// period in the earlier release, or else from the period before.
  private func keptCells(of index: Int, rounded: [RoundedMatrix?]) -> [Int: Bool] {
    let slice = slices[index]
    var kept: [Int: Bool] = [:]
    if let before = sliceBefore(index), let matrix = rounded[before] {
      keep(&kept, of: slice.raw, raw: slices[before].raw.innerCounts, rounded: matrix.inner)
    }
    if let published = earlier?.innerCounts(of: slice, dimensions: dimensions) {
      keep(&kept, of: slice.raw, raw: published.raw, rounded: published.rounded)
    }
    return kept
  }

  /// Keeps what has the same small count as before.
  private func keep(
    _ kept: inout [Int: Bool], of matrix: RawMatrix, raw: [Int32], rounded: [Int32]
  ) {
    for (cell, count) in matrix.innerCounts.enumerated()
    where count > 0 && count < base && raw[cell] == count {
      kept[cell] = rounded[cell] == base
    }
  }

  /// The slice of the same matrix, looked at in the same way, in the latest period before.
  private func sliceBefore(_ index: Int) -> Int? {
    let own = time(of: slices[index].period)
    return slices.indices.filter { other in
      slices[other].matrix == slices[index].matrix
        && zip(dimensions, zip(slices[other].period.categories, slices[index].period.categories))
          .allSatisfy { $0.observes == nil || $1.0 == $1.1 }
        && Self.isEarlier(time(of: slices[other].period), own)
    }
    .max { Self.isEarlier(time(of: slices[$0].period), time(of: slices[$1].period)) }
  }
}
