/// A code with its label.
public struct Term: Sendable, Hashable {
  /// The code.
  public let code: String
  /// The label, in the language of the view.
  public let label: String

  /// A term.
  public init(code: String, label: String) {
    self.code = code
    self.label = label
  }
}

/// A view without its layout: what a file can hold.
///
/// Every writer of `TableFiles` starts here.
public struct TableDocument: Sendable, Hashable {
  /// A cell: the figure's text (`12435`, `5.1`) or the symbol, and the status.
  public struct Cell: Sendable, Hashable {
    /// Figure or symbol.
    public let text: String
    /// Why there is no figure, or `published`.
    public let status: CellStatus
    /// Whether the figure is nil, exactly 0, and the text the symbol for it.
    public let isNil: Bool

    /// A cell.
    public init(text: String, status: CellStatus, isNil: Bool = false) {
      self.text = text
      self.status = status
      self.isNil = isNil
    }
  }
  /// Contents, by variables, and the values of filters.
  public let title: String
  /// What the counts count.
  public let unit: String
  /// Id and name of each stub dimension.
  public let stubNames: [Term]
  /// Id and name of each heading dimension; the last one is the measure.
  public let headingNames: [Term]
  /// For each column one term per heading dimension.
  public let columns: [[Term]]
  /// For each row one term per stub dimension.
  public let rows: [[Term]]
  /// Cells, row-major.
  public let cells: [Cell]
  /// Notes on the table and the statistic.
  public let notes: [String]
  /// Agency, document and period.
  public let source: String
  /// The confidentiality rule in few words.
  public let policy: String
  /// Symbols that occur.
  public let symbols: [CellStatus]
  /// What symbols and marked values in view mean, a line for each.
  public let legend: [String]

  /// A document from its parts.
  public init(
    title: String, unit: String, stubNames: [Term], headingNames: [Term], columns: [[Term]],
    rows: [[Term]], cells: [Cell], notes: [String], source: String, policy: String,
    symbols: [CellStatus], legend: [String]
  ) {
    self.title = title
    self.unit = unit
    self.stubNames = stubNames
    self.headingNames = headingNames
    self.columns = columns
    self.rows = rows
    self.cells = cells
    self.notes = notes
    self.source = source
    self.policy = policy
    self.symbols = symbols
    self.legend = legend
  }
}
