public import Classifications
public import Publication

/// A row or a column of a view.
public struct ViewLine: Sendable, Hashable {
  /// One category per dimension of the stub (or heading), outermost first.
  public let categories: [CategoryIndex]
  /// Index into the table's measures; columns only, `nil` for rows.
  public let measure: Int?
  /// One text per dimension, plus the measure's for columns when there is more than one measure.
  /// Texts are repeated in every line; who draws leaves out repetitions.
  public let texts: [String]
  /// How deep each text is indented: levels below the first value shown of its dimension.
  public let indents: [Int]

  /// A row or column.
  public init(categories: [CategoryIndex], measure: Int?, texts: [String], indents: [Int]) {
    self.categories = categories
    self.measure = measure
    self.texts = texts
    self.indents = indents
  }
}

/// A cell of a view, ready to be shown.
public struct ViewCell: Sendable, Hashable {
  /// The figure with its decimals and no thousand mark (`12435`, `5.1`), or the symbol.
  public let text: String
  /// The figure as a number; `nil` when there is none.
  public let value: Double?
  /// Why there is no figure, or `published`.
  public let status: CellStatus

  /// A cell.
  public init(text: String, value: Double?, status: CellStatus) {
    self.text = text
    self.value = value
    self.status = status
  }

  /// The text as screens show it: thousands set apart by a no-break space's width, a plain blank.
  public var grouped: String { text }
}

/// A view with its figures: what is drawn and what is exported.
public struct TableView: Sendable, Hashable {
  /// The state that it shows.
  public let state: ViewState
  /// Contents, by variables: the title of the table shown.
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
  /// Cells with a figure.
  public let shownCount: Int
  /// Cells that are not for publication.
  public let hiddenCount: Int
  /// How figures come about, such as `per cent of the column's total (Both sexes)`.
  public let figureText: String
  /// Hidden cells and all cells of the release.
  public let hiddenInRelease: Int
  /// All cells of the release.
  public let cellsInRelease: Int

  /// The cell of a row and a column.
  public subscript(row: Int, column: Int) -> ViewCell { cells[row * columns.count + column] }
}
