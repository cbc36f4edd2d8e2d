public import Classifications

/// Which cells a view asks for: a block of categories from each dimension of a table.
public struct TableQuery: Sendable, Hashable {
  /// `StatisticDescription.id`.
  public let statistic: String
  /// `TableDescription.id`.
  public let table: String
  /// Categories wanted of each dimension of the table, in the table's order; never empty.
  public let axes: [[CategoryIndex]]
  /// What could be asked for instead should nearly all of it be hidden; empty when it is wanted
  /// whatever is hidden.
  public let coarser: [CoarserBlock]

  /// A query for the block `axes` of a table, in all its contents.
  public init(
    statistic: String, table: String, axes: [[CategoryIndex]], coarser: [CoarserBlock] = []
  ) {
    self.statistic = statistic
    self.table = table
    self.axes = axes
    self.coarser = coarser
  }

  /// The number of cells in the block, of one content.
  public var cellCount: Int { axes.reduce(1) { $0 * $1.count } }
}

/// A block of cells in which one dimension is coarser than in another.
public struct CoarserBlock: Sendable, Hashable {
  /// The dimension, and the level that it would have.
  public let way: CombinationNotHeld.WayOut
  /// Categories of each dimension of the table, as ``TableQuery/axes``.
  public let axes: [[CategoryIndex]]

  /// The block that `way` leads to.
  public init(way: CombinationNotHeld.WayOut, axes: [[CategoryIndex]]) {
    self.way = way
    self.axes = axes
  }
}

/// The cells of a query.
public struct TableAnswer: Sendable, Hashable {
  /// What was asked, however it was asked for: without what it could have been instead.
  public let query: TableQuery
  /// For each content of the table: the block's figures, row-major over the query's axes.
  public let figures: [[Figure]]
  /// Share of the release's cells that are hidden, for the status line: hidden and all cells.
  public let hiddenInRelease: Int
  /// All cells of the release.
  public let cellsInRelease: Int

  /// An answer.
  public init(
    query: TableQuery, figures: [[Figure]], hiddenInRelease: Int, cellsInRelease: Int
  ) {
    self.query = TableQuery(statistic: query.statistic, table: query.table, axes: query.axes)
    self.figures = figures
    self.hiddenInRelease = hiddenInRelease
    self.cellsInRelease = cellsInRelease
  }
}

/// A combination that no matrix of the release holds, and what to change so that one does.
public struct CombinationNotHeld: Error, Sendable, Hashable {
  /// One way to make the combination available.
  public struct WayOut: Sendable, Hashable {
    /// Index into the statistic's dimensions.
    public let dimension: Int
    /// The deepest level that would be held; 0 means only the total.
    public let level: Int

    /// Coarsen `dimension` to `level`.
    public init(dimension: Int, level: Int) {
      self.dimension = dimension
      self.level = level
    }
  }
  /// Dimensions that are asked for in detail: indices into the statistic's dimensions.
  public let dimensions: [Int]
  /// Each a set of changes that together suffice, fewest changes first.
  public let waysOut: [[WayOut]]

  /// The refusal of a combination.
  public init(dimensions: [Int], waysOut: [[WayOut]]) {
    self.dimensions = dimensions
    self.waysOut = waysOut
  }
}

/// How many of the figures of a block are hidden; those that are nil or that nothing can have do
/// not count.
public struct HiddenShare: Sendable, Hashable {
  /// Figures that are not for publication.
  public let hidden: Int
  /// Figures that are hidden or above 0.
  public let figures: Int

  /// The share of `hidden` among `figures`.
  public init(hidden: Int, figures: Int) {
    self.hidden = hidden
    self.figures = figures
  }

  /// The share in a block of figures.
  public init(_ block: [Figure]) {
    hidden = block.count { $0.status == .suppressed }
    figures = hidden + block.count { ($0.value ?? 0) != 0 }
  }

  /// Whether at least three in four of at least eight figures are hidden: there is more to see
  /// with less detail.
  public var isSparse: Bool { figures >= 8 && 4 * hidden >= 3 * figures }

  /// Whether a smaller share is hidden than of `other`; of as large a share, more is shown.
  public func shows(moreThan other: HiddenShare) -> Bool {
    let (own, others) = (hidden * other.figures, other.hidden * figures)
    return own < others || own == others && figures - hidden > other.figures - other.hidden
  }
}

/// A combination of which nearly all figures are hidden, and what would show most instead.
public struct CombinationTooSparse: Error, Sendable, Hashable {
  /// How much is hidden.
  public let share: HiddenShare
  /// The one dimension whose coarsening shows most.
  public let way: CombinationNotHeld.WayOut
  /// How much is hidden then.
  public let shareThen: HiddenShare
}

/// Why a query has no answer.
public enum TableFailure: Error, Sendable, Hashable {
  /// The release does not hold this combination of dimensions.
  case notHeld(CombinationNotHeld)
  /// Nearly all figures of this combination are hidden.
  case tooSparse(CombinationTooSparse)
  /// There is no such table.
  case unknownTable(String)
  /// The release could not be made or read; a sentence without any figure.
  case releaseUnavailable(String)
}
