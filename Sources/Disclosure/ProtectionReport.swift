/// What protection did to the figures, for the producer only: it is no part of a release.
public struct ProtectionReport: Sendable, Hashable {
  /// For each matrix, in order, how far rounding moved its lattice; empty under suppression.
  public var rounding: [RoundingReport] = []
  /// How well matrices that count the same units agree; nothing under suppression.
  public var sharedGroups = SharedGroupsReport()
  /// What was hidden and how it was proved safe; `nil` under rounding.
  public var suppression: SuppressionReport?
  /// What was hidden of sums; `nil` when the statistic has none.
  public var amounts: SuppressionReport?
}

/// How far a rounded matrix is from its raw counts, over the non-zero cells of the lattice.
public struct RoundingReport: Sendable, Hashable {
  /// Identifier of the matrix.
  public let matrix: String
  /// Inner cells that were rounded.
  public let roundedCells: Int
  /// Lattice cells with a raw count.
  public let nonZeroCells: Int
  /// The largest absolute deviation.
  public let largestDeviation: Int
  /// The sum of absolute deviations.
  public let sumOfAbsolutes: Int
  /// The sum of squared deviations.
  public let sumOfSquares: Int
  /// A sum of squares that no rounding to multiples of the base can go below.
  public let leastSumOfSquares: Int

  /// The mean absolute deviation.
  public var meanAbsolute: Double { Double(sumOfAbsolutes) / Double(max(1, nonZeroCells)) }
  /// The root mean square of the deviations.
  public var rootMeanSquare: Double {
    (Double(sumOfSquares) / Double(max(1, nonZeroCells))).squareRoot()
  }
  /// A root mean square that no rounding to multiples of the base can go below.
  public var rootMeanSquareBound: Double {
    (Double(leastSumOfSquares) / Double(max(1, nonZeroCells))).squareRoot()
  }
}

/// What protection did to a cell of the lattice.
public enum CellRole: UInt8, Sendable, Hashable {
  /// Its figure is published, or none can occur.
  case published = 0
  /// Hidden for its own sake.
  case primary = 1
  /// Hidden to protect others.
  case secondary = 2
}

/// What was hidden in the matrices of a statistic, and what proves that it cannot be worked out.
///
/// A group that several matrices count in a period is one cell here; numbers are sums over periods.
public struct SuppressionReport: Sendable, Hashable {
  /// Cells with a count, over all matrices.
  public internal(set) var nonZeroCells = 0
  /// Cells hidden for their own sake.
  public internal(set) var primaryCells = 0
  /// Complements ("not in the measure") that are small; never published, protected all the same.
  public internal(set) var primaryComplements = 0
  /// Cells that are shown by instruction though the rule would hide them.
  public internal(set) var forcedPrimaries = 0
  /// Cells hidden to protect others.
  public internal(set) var secondaryCells = 0
  /// What hiding those costs, by the costs that the search kept small.
  public internal(set) var secondaryCost = 0
  /// No safe pattern costs less; proved by the prices of a linear program.
  public internal(set) var leastSecondaryCost = 0
  /// Equations between the cells that anyone can write down.
  public internal(set) var lines = 0
  /// Linear programs solved.
  public internal(set) var programs = 0
  /// Alternative tables, in whole numbers, that together give every primary another value.
  public internal(set) var witnesses = 0
  /// Cells that can be another number, but not as far away as the policy wants: what is published
  /// already tells.
  public internal(set) var easedCells = 0
  /// Every hidden cell, a group that several matrices count once.
  public internal(set) var hidden: [HiddenCell] = []
  /// For each matrix the role of each lattice cell, row-major.
  public internal(set) var roles: [[CellRole]]

  /// Nothing hidden yet in matrices of so many lattice cells.
  init(latticeCounts: [Int]) {
    roles = latticeCounts.map { Array(repeating: .published, count: $0) }
  }

  /// Adds what was done in a period; `report` has the roles of its `slices`.
  mutating func add(_ report: SuppressionReport, of slices: [PeriodSlice]) {
    nonZeroCells += report.nonZeroCells
    primaryCells += report.primaryCells
    primaryComplements += report.primaryComplements
    secondaryCells += report.secondaryCells
    secondaryCost += report.secondaryCost
    leastSecondaryCost += report.leastSecondaryCost
    lines += report.lines
    programs += report.programs
    witnesses += report.witnesses
    easedCells += report.easedCells
    hidden += report.hidden.map { $0.moved(from: slices) }
    for (slice, sliceRoles) in zip(slices, report.roles) {
      for (place, role) in zip(slice.placesInWhole, sliceRoles) {
        roles[slice.matrix][place] = role
      }
    }
  }
}

/// A hidden cell, for the producer only.
public struct HiddenCell: Sendable, Hashable {
  /// Where it stands first.
  public let place: AuditedPlace
  /// Whether it is hidden for its own sake.
  public let role: CellRole
  /// Its count.
  public let count: Int
  /// The least that it is in another table that agrees with all that is published: whoever attacks
  /// cannot rule it out.
  public let low: Int
  /// The most that it is in such a table.
  public let high: Int
  /// For a secondary cell, a primary one that has no such table without it.
  public let protects: AuditedPlace?
  /// For a secondary cell, the equation with most primaries that it is in.
  ///
  /// The total, then its parts; a complement stands where its group does.
  public let equation: [AuditedPlace]

  /// The cell in the whole matrices of which `slices` are periods.
  func moved(from slices: [PeriodSlice]) -> HiddenCell {
    func whole(_ place: AuditedPlace) -> AuditedPlace {
      let slice = slices[place.matrix]
      return AuditedPlace(
        matrix: slice.matrix, place: slice.placeInWhole(place.place))
    }
    return HiddenCell(
      place: whole(place), role: role, count: count, low: low, high: high,
      protects: protects.map(whole), equation: equation.map(whole))
  }
}
