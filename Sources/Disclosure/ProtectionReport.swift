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
  /// Cells hidden to protect others.
  public internal(set) var secondaryCells = 0
  /// Equations between the cells that anyone can write down.
  public internal(set) var lines = 0
  /// Linear programs solved.
  public internal(set) var programs = 0
  /// Alternative tables, in whole numbers, that together give every primary another value.
  public internal(set) var witnesses = 0
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
    lines += report.lines
    programs += report.programs
    witnesses += report.witnesses
    for (slice, sliceRoles) in zip(slices, report.roles) {
      for (place, role) in zip(slice.placesInWhole, sliceRoles) {
        roles[slice.matrix][place] = role
      }
    }
  }
}
