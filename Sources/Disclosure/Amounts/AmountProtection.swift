import Cubes
import Publication

/// Hides sums and medians of amounts, when the counts are protected.
struct AmountProtection {
  /// When they may be shown.
  let rule: AmountRule
  /// What small inner counts were rounded to; `nil` when they were hidden.
  let base: Int?
  /// The counts of each matrix and period, as they are published.
  let counts: [(slice: PeriodSlice, cells: LatticeCells)]
  /// For each matrix of the statistic, which cells can have no figure.
  let applicability: [Applicability]
  /// The statistic's dimensions.
  let dimensions: [Dimension]
  /// Decides between patterns that are equally good.
  let seed: UInt64

  /// The published cells of each of `slices`, which have sums or medians, and what was hidden.
  func cells(
    of slices: [PeriodSlice], latticeCounts: [Int], control: ProtectionControl
  ) throws(ProtectionFailure) -> ([LatticeCells], SuppressionReport?) {
    guard !slices.isEmpty else { return ([], nil) }
    let results = try concurrently(slices.count, control: control) {
      (index, control) throws(ProtectionFailure) in
      try protected(slices[index], control: control)
    }
    var report = SuppressionReport(latticeCounts: latticeCounts)
    for (slice, result) in zip(slices, results) {
      if let own = result.report { report.add(own, of: [slice]) }
    }
    return (results.map(\.cells), report)
  }

  private func protected(
    _ slice: PeriodSlice, control: ProtectionControl
  ) throws(ProtectionFailure) -> (cells: LatticeCells, report: SuppressionReport?) {
    guard let amount = slice.described.content.amount,
      let counted = counts.first(where: {
        $0.slice.matrix == amount.units && $0.slice.period == slice.period
      })
    else { preconditionFailure("\(slice.raw.id) has units that are counted in its period") }
    let units = UnitCounts(
      of: slice.described, units: counted.slice, cells: counted.cells, base: base,
      dimensions: dimensions)
    if case .medians(let medians) = slice.raw.content {
      return (self.medians(medians, of: slice.raw.lattice, units: units), nil)
    }
    var system = try AmountSystem(
      slice.raw, described: slice.described, units: units, rule: rule,
      isBarred: applicability[slice.matrix].isBarred(in: slice), dimensions: dimensions)
    let seed = slice.period.seed(from: seed, dimensions)
    let suppression = try system.protected(seed: seed, control: control)
    return (suppression.cells(ofMatrix: 0), suppression.report)
  }

  /// Medians of enough units; nothing follows from one for another.
  ///
  /// A count that might be too small for all that is published counts as such, so that a median
  /// tells nothing of rounded counts.
  private func medians(
    _ medians: [Int32], of units: [Int32], units published: UnitCounts
  ) -> LatticeCells {
    var cells = LatticeCells(count: medians.count)
    for place in medians.indices {
      if published.isKnownEmpty[place] {
        cells.statuses[place] = CellStatus.notApplicable.rawValue
      } else if units[place] < rule.fewestUnitsOfMedian
        || published.mayBeFewer(than: rule.fewestUnitsOfMedian, at: place)
      {
        cells.statuses[place] = CellStatus.suppressed.rawValue
      } else {
        cells.counts[place] = medians[place]
      }
    }
    return cells
  }
}

/// Checks that every sum of the lattice fits, and that an amount has one matrix of sums: two could
/// not be protected one by one.
func checkAmounts(
  _ matrices: [RawMatrix], of description: StatisticDescription
) throws(ProtectionFailure) {
  var sums: [String: String] = [:]
  for (matrix, described) in zip(matrices, description.matrices) {
    switch (matrix.content, described.content) {
    case (.units, .units), (.medians, .median): continue
    case (.sums, .sum(let amount)):
      precondition(description.matrices[amount.units].content == .units, "units are counted")
      if let other = sums.updateValue(matrix.id, forKey: amount.id) {
        throw .matricesDisagree(other, matrix.id)
      }
      let all = matrix.rollUp(matrix.innerCounts.map { Int($0) })
      guard all.allSatisfy({ Int32(exactly: $0) != nil }) else {
        throw .sumTooLarge(matrix: matrix.id)
      }
    default: preconditionFailure("\(matrix.id) has what its description says")
    }
  }
}
