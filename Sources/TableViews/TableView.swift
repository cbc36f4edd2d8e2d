public import Classifications
public import Publication

/// A row or a column of a view.
public struct ViewLine: Sendable, Hashable {
  /// One category per dimension of the stub (or heading), outermost first.
  public let categories: [CategoryIndex]
  /// Index into the table's measures; columns only, `nil` for rows.
  public let measure: Int?
  /// What a column's figures are made of the measure, beside it; `nil` for the measure itself.
  public let derivation: Derivation?
  /// One text per dimension; for columns also the measure's, when there is more than one measure
  /// or no dimension in the heading.
  ///
  /// Texts are repeated in every line; who draws leaves out repetitions.
  public let texts: [String]
  /// How deep each text is indented: values shown that its category is part of.
  public let indents: [Int]

  /// A row or column.
  public init(
    categories: [CategoryIndex], measure: Int?, derivation: Derivation? = nil, texts: [String],
    indents: [Int]
  ) {
    self.categories = categories
    self.derivation = derivation
    self.measure = measure
    self.texts = texts
    self.indents = indents
  }
}

/// A view with its figures: what is drawn and what is exported.
public struct TableView: Sendable, Hashable {
  /// The state that it shows.
  public let state: ViewState
  /// Contents by variables, and the period: the title of the table shown.
  public let title: String
  /// One line per filter dimension that is not at its total, such as `Sex: Females`.
  public let filterTexts: [String]
  /// Names of the stub dimensions.
  public let stubNames: [String]
  /// Names of the heading dimensions.
  public let headingNames: [String]
  /// Rows, in the order shown.
  public let rows: [ViewLine]
  /// Columns, in the order shown.
  public let columns: [ViewLine]
  /// Cells, row-major.
  public let cells: [ViewCell]
  /// Statuses other than published that occur, in the order of `CellStatus`.
  public let symbols: [CellStatus]
  /// Whether nil occurs.
  public let hasNil: Bool
  /// What the symbols and marks in view mean and which regions are left out, a line for each.
  public let legend: [String]
  /// Cells with a figure.
  public let shownCount: Int
  /// Cells that are not for publication.
  public let hiddenCount: Int
  /// Rows that are left out because every published figure is 0.
  public let emptyRowCount: Int
  /// Rows that are left out because they do not meet the condition.
  public let leftOutRowCount: Int
  /// How figures come about, such as `per cent of the column's total (Both sexes)`; of many
  /// formulas the first and how many more there are.
  public let figureText: String
  /// Hidden cells of the release.
  public let hiddenInRelease: Int
  /// All cells of the release.
  public let cellsInRelease: Int
  /// The published figures that cells are made of.
  var answer: TableAnswer?

  /// The cell of a row and a column.
  public subscript(row: Int, column: Int) -> ViewCell { cells[row * columns.count + column] }
}
