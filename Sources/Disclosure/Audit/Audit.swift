public import Publication

/// A cell of a published set: a place in the lattice of a matrix.
public struct AuditedPlace: Sendable, Hashable {
  /// Index of the matrix.
  public let matrix: Int
  /// Row-major index in its lattice.
  public let place: Int

  /// A place in the lattice of matrix number `matrix`.
  public init(matrix: Int, place: Int) {
    self.matrix = matrix
    self.place = place
  }
}

/// What everyone can tell of a hidden cell.
public struct AuditedCell: Sendable, Hashable {
  /// Where it stands first.
  public let place: AuditedPlace
  /// The least whole number that it can be.
  public let low: Int
  /// The greatest that it can be; `nil` when there is no end.
  public let high: Int?
  /// The published cells from which that follows, in order.
  public let becauseOf: [AuditedPlace]

  /// Whether it can be one number only.
  public var isKnown: Bool { low == high }
}

/// The outcome of an attack on a published set.
public struct AuditReport: Sendable, Hashable {
  /// Hidden cells, a group that several matrices count once.
  public internal(set) var hiddenCells = 0
  /// Hidden cells that can be told within fewer numbers than were asked for, with what they follow
  /// from.
  public internal(set) var narrow: [AuditedCell] = []
  /// Programs solved; of a set that is edited, since the last report.
  public internal(set) var programs = 0
  /// Whether the attack went through all hidden cells; otherwise the published figures contradict
  /// each other, or the solver gave up.
  public internal(set) var isComplete = true
}

/// One matrix of a published set: its figures and which of them are hidden, nothing raw.
public struct PublishedLattice: Sendable {
  /// What the matrix counts by.
  public let described: MatrixDescription
  /// Row-major counts of the whole lattice; anything where hidden.
  public let counts: [Int32]
  /// Whether each is hidden.
  public let isHidden: [Bool]

  /// A matrix with its hidden cells.
  /// - Precondition: a mark for each count.
  public init(described: MatrixDescription, counts: [Int32], isHidden: [Bool]) {
    precondition(counts.count == isHidden.count, "a mark for each count")
    self.described = described
    self.counts = zip(counts, isHidden).map { $1 ? 0 : $0 }
    self.isHidden = isHidden
  }

  /// A matrix of a release; what cannot have a figure counts as 0.
  public init(_ matrix: ProtectedMatrix) {
    let figures = (0..<matrix.cellCount).map { matrix.figure(atCell: $0) }
    self.init(
      described: matrix.description, counts: figures.map { Int32(clamping: $0.value ?? 0) },
      isHidden: figures.map { $0.status == .suppressed })
  }
}

/// Attacks a published set: which hidden cells can be told, and from which published ones.
///
/// Knows what everyone knows: the equations of the lattice, quotients that are printed, and that a
/// hidden cell is at least 1 when zeros are published, at least 0 otherwise. One solution of a
/// program tells of all cells what they can be; only cells that are still too narrow have programs
/// of their own. The bounds are those of linear programs, so that whole numbers may be known more
/// closely still. Periods are attacked beside each other, and several looks at the same units as if
/// they were others.
///
/// - Parameters:
///   - published: The matrices, which count the same units.
///   - dimensions: The dimensions of the statistic.
///   - ratios: Quotients of counts that are published beside them.
///   - zerosArePublished: Whether a hidden cell is known to be at least 1.
///   - fewest: A cell that can be fewer different numbers than this is narrow; at least 2.
/// - Returns: The hidden cells that are narrow, with what gives them away.
/// - Throws: When the published figures do not fit together.
/// - Complexity: The programs dominate; some hundreds for thousands of hidden cells. A set of which
///   cells are hidden and shown is attacked anew as far as it needs to be: ``AuditedSet``.
public func audit(
  _ published: [PublishedLattice], dimensions: [Dimension], ratios: [PublishedRatio] = [],
  zerosArePublished: Bool, fewest: Int
) throws(ProtectionFailure) -> AuditReport {
  var set = try AuditedSet(
    published, dimensions: dimensions, ratios: ratios, zerosArePublished: zerosArePublished,
    fewest: fewest)
  return set.report()
}
