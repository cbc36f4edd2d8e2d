public import Classifications

/// A table of the catalogue: what it counts, by what, and how it opens.
public struct TableDescription: Sendable, Hashable {
  /// Name on the command line, unique over all statistics, such as `aap-education`.
  public let id: String
  /// The first part of the title, such as "Recipients of work assessment allowance".
  public let title: Label
  /// The dimensions of the table: indices into the statistic's dimensions.
  public let dimensions: [Int]
  /// What is counted, each from the first matrix that holds the combination asked for.
  public let contents: [TableContent]
  /// What can be shown in a cell.
  public let measures: [Measure]
  /// How the table opens.
  public let opening: OpeningView
  /// Notes on this table.
  public let notes: [Label]

  /// A table from its parts.
  public init(
    id: String, title: Label, dimensions: [Int], contents: [TableContent], measures: [Measure],
    opening: OpeningView, notes: [Label]
  ) {
    self.id = id
    self.title = title
    self.dimensions = dimensions
    self.contents = contents
    self.measures = measures
    self.opening = opening
    self.notes = notes
  }
}

/// A count that a table shows or divides by.
public struct TableContent: Sendable, Hashable {
  /// Identifier within the table, such as `recipients` or `population`.
  public let id: String
  /// What is counted.
  public let label: Label
  /// Matrices that hold it, in order of preference: indices into the statistic's matrices.
  ///
  /// A dimension of the table that no listed matrix has does not concern the content (the
  /// population has no work intensity): its axis is then ignored.
  public let matrices: [Int]

  /// A content held by `matrices`.
  public init(id: String, label: Label, matrices: [Int]) {
    self.id = id
    self.label = label
    self.matrices = matrices
  }
}

/// What a cell of a view shows.
public struct Measure: Sendable, Hashable {
  /// How the value comes about.
  ///
  /// Numbers are indices into the table's contents.
  public enum Kind: Sendable, Hashable {
    /// The count itself.
    case count(Int)
    /// Per cent that content is of another (recipients of the population).
    case percentOfContent(Int, base: Int)
    /// Per cent of the total of a dimension (index into the statistic's dimensions).
    case percentOfTotal(Int, dimension: Int)
    /// The sum of an amount.
    case sum(Int)
    /// The sums of amounts, some of them taken from the others, over the number of units, which is
    /// another content.
    case mean([Int], less: [Int] = [], units: Int)
    /// The median of an amount.
    case median(Int)
  }
  /// Name on the command line, such as `persons` or `percent-of-population`.
  public let id: String
  /// Heading.
  public let label: Label
  /// How the value comes about.
  public let kind: Kind
  /// Decimals shown.
  public let decimals: Int
  /// What it is measured in, such as "kroner"; `nil` for the statistic's unit or per cent.
  public let unit: Label?

  /// A measure of `kind` shown with `decimals`.
  public init(id: String, label: Label, kind: Kind, decimals: Int, unit: Label? = nil) {
    self.id = id
    self.label = label
    self.kind = kind
    self.decimals = decimals
    self.unit = unit
  }
}

/// How a table opens.
///
/// Dimensions are indices into the statistic's dimensions; those that are
/// named nowhere stand in the filter at their total.
public struct OpeningView: Sendable, Hashable {
  /// Dimensions of the rows, outermost first.
  public let stub: [Int]
  /// Dimensions of the columns, outermost first.
  public let heading: [Int]
  /// Measures shown side by side: indices into the table's measures.
  public let measures: [Int]
  /// What a dimension shows, where that is not its first level, its latest period or its total.
  public let selections: [Int: Selection]

  /// What a dimension of an opening view shows; categories are named by code.
  public enum Selection: Sendable, Hashable {
    /// All categories of a level.
    case level(Int)
    /// A category and its parts.
    case below(String)
    /// A category alone.
    case only(String)
  }

  /// An opening view.
  public init(
    stub: [Int], heading: [Int], measures: [Int], selections: [Int: Selection] = [:]
  ) {
    self.selections = selections
    self.stub = stub
    self.heading = heading
    self.measures = measures
  }
}
