public import Classifications

/// Which cells a view asks for: a block of categories from each dimension of a table.
public struct TableQuery: Sendable, Hashable {
  /// `StatisticDescription.id`.
  public let statistic: String
  /// `TableDescription.id`.
  public let table: String
  /// Categories wanted of each dimension of the table, in the table's order; never empty.
  public let axes: [[CategoryIndex]]

  /// A query for the block `axes` of a table, in all its contents.
  public init(statistic: String, table: String, axes: [[CategoryIndex]]) {
    self.statistic = statistic
    self.table = table
    self.axes = axes
  }

  /// The number of cells in the block, of one content.
  public var cellCount: Int { axes.reduce(1) { $0 * $1.count } }
}

/// The cells of a query.
public struct TableAnswer: Sendable, Hashable {
  /// What was asked.
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
    self.query = query
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

/// Why a query has no answer.
public enum TableFailure: Error, Sendable, Hashable {
  /// The release does not hold this combination of dimensions.
  case notHeld(CombinationNotHeld)
  /// There is no such table.
  case unknownTable(String)
  /// The release could not be made or read; a sentence without any figure.
  case releaseUnavailable(String)
}
