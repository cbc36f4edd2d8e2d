public import Classifications
public import Publication

/// Where a dimension of the table stands in a view.
public enum Placement: Sendable, Hashable, CaseIterable {
  /// In the rows.
  case stub
  /// In the columns.
  case heading
  /// Above the table, at one value.
  case filter
}

/// The values of a dimension that a view shows.
public enum Selection: Sendable, Hashable {
  /// One value. The only kind in a filter.
  case single(CategoryIndex)
  /// A value and its children: the value first, the children indented below it.
  case branch(CategoryIndex)
  /// The total and all values shown at a level.
  case level(Int)
  /// Chosen values, in hierarchy order.
  case chosen([CategoryIndex])
}

/// What figures are shown in per cent of.
public enum PercentBase: Sendable, Hashable, CaseIterable {
  /// Nothing: the measures of the view as they are.
  case none
  /// The total of the column.
  case column
  /// The total of the row.
  case row
  /// The total of the table: every dimension of stub and heading at the top of what is shown.
  case total
  /// The same figure of the value above: what a value is a share of.
  case parent
  /// The population of the same group; only where the table has a population.
  case population
}

/// What stands for a category.
public enum LabelStyle: Sendable, Hashable, CaseIterable {
  case labels
  case codes
  case both
}

/// The order of the rows.
public struct SortOrder: Sendable, Hashable {
  /// The column that decides: its terms (one category per heading dimension, in order).
  public let categories: [CategoryIndex]
  /// The column's measure: index into the table's measures.
  public let measure: Int
  /// What the column's figures are made of the measure, beside it; `nil` for the measure.
  public let derivation: Derivation?
  /// Largest first.
  public let isDescending: Bool

  /// An order by a column.
  public init(
    categories: [CategoryIndex], measure: Int, derivation: Derivation? = nil, isDescending: Bool
  ) {
    self.categories = categories
    self.measure = measure
    self.derivation = derivation
    self.isDescending = isDescending
  }
}

/// What a user looks at: which dimensions stand where, at which values, as which figures.
///
/// A value without any figure: a view is computed from a state and the answer to ``query``.
/// Dimensions are named by their place in `table.dimensions`.
public struct ViewState: Sendable, Hashable {
  /// The statistic.
  public let statistic: StatisticDescription
  /// The table.
  public let table: TableDescription
  /// Dimensions in the rows, outermost first.
  public internal(set) var stub: [Int]
  /// Dimensions in the columns, outermost first.
  public internal(set) var heading: [Int]
  /// Dimensions above the table, in the table's order.
  public internal(set) var filter: [Int]
  /// The values shown of each dimension.
  public internal(set) var selections: [Selection]
  /// Of each dimension the values opened in place, whose parts are shown besides, in order.
  public internal(set) var unfolded: [[CategoryIndex]]
  /// Measures side by side: indices into the table's measures, innermost in the heading.
  public internal(set) var measures: [Int]
  /// Figures made of measures that stand beside them.
  public internal(set) var derived: [DerivedFigure]
  /// What figures are shown in per cent of.
  public internal(set) var percent: PercentBase
  /// How figures stand to those of other periods.
  public internal(set) var change: PeriodChange
  /// The list of regions that all periods are shown on; `nil` shows each on the one in force.
  public internal(set) var regions: Regrouping.Edition?
  /// The order of the rows; `nil` is the order of the classification.
  public internal(set) var sort: SortOrder?
  /// Which rows are shown; `nil` shows all.
  public internal(set) var condition: RowCondition?
  /// Whether lines are left out that stand for others shown below them.
  public internal(set) var hidesTotals: Bool
  /// What stands for a category.
  public internal(set) var labelStyle: LabelStyle
  /// The language of labels.
  public internal(set) var language: Language
  /// Whether rows are left out in which every published figure is 0.
  public internal(set) var hidesEmptyRows: Bool
  /// Dimensions in the order in which they were drilled into, one entry for each step down.
  var drillPath: [Int]

  /// How `table` opens: dimensions of stub and heading at their first level below the total, a
  /// dimension of periods in the filter at the latest.
  public init(statistic: StatisticDescription, table: TableDescription) {
    self.statistic = statistic
    self.table = table
    func places(_ dimensions: [Int]) -> [Int] {
      dimensions.compactMap { table.dimensions.firstIndex(of: $0) }
    }
    let stub = places(table.opening.stub)
    let heading = places(table.opening.heading)
    self.stub = stub
    self.heading = heading
    self.filter = table.dimensions.indices.filter { !stub.contains($0) && !heading.contains($0) }
    self.selections = table.dimensions.map {
      .single(statistic.dimensions[$0].latestPeriod ?? 0)
    }
    self.unfolded = table.dimensions.map { _ in [] }
    self.measures = table.opening.measures
    self.derived = []
    self.percent = .none
    self.change = .none
    self.regions = nil
    self.sort = nil
    self.condition = nil
    self.hidesTotals = false
    self.labelStyle = .labels
    self.language = .english
    self.hidesEmptyRows = false
    self.drillPath = []
    for place in stub + heading { selections[place] = opened(place, at: 0) }
    for (dimension, selection) in table.opening.selections {
      guard let place = table.dimensions.firstIndex(of: dimension) else { continue }
      let hierarchy = statistic.dimensions[dimension].hierarchy
      switch selection {
      case .level(let level): selections[place] = .level(level)
      case .below(let code):
        selections[place] = opened(place, at: hierarchy.index(ofCode: code) ?? 0)
      case .only(let code): selections[place] = .single(hierarchy.index(ofCode: code) ?? 0)
      }
    }
  }

  /// The dimension at a place of the table.
  public func dimension(at place: Int) -> Dimension {
    statistic.dimensions[table.dimensions[place]]
  }

  /// Where the dimension at `place` stands.
  public func placement(of place: Int) -> Placement {
    stub.contains(place) ? .stub : heading.contains(place) ? .heading : .filter
  }

  /// The deepest level at which any matrix holds the dimension at `place`, for every content that
  /// the dimension concerns.
  public func deepestHeld(of place: Int) -> Int {
    let dimension = table.dimensions[place]
    let hierarchy = statistic.dimensions[dimension].hierarchy
    return table.contents.reduce(hierarchy.depth) { deepest, content in
      let depths = content.matrices.compactMap { matrix in
        statistic.matrices[matrix].axes.first { $0.dimension == dimension }?.depth
      }
      return min(deepest, depths.max() ?? deepest)
    }
  }

  /// `category` with its children, or with its siblings when it has none that are held.
  ///
  /// Periods are opened all at once.
  public func opened(_ place: Int, at category: CategoryIndex) -> Selection {
    guard !isTime(place) else { return .level(1) }
    let hierarchy = dimension(at: place).hierarchy
    let deepest = deepestHeld(of: place)
    func opens(_ index: CategoryIndex) -> Bool {
      !hierarchy.children[index].isEmpty && hierarchy.levels[index] < deepest
    }
    if opens(category) { return .branch(category) }
    let parent = hierarchy.parents[category]
    return opens(parent) ? .branch(parent) : .single(category)
  }
}
