/// How a table is written as comma-separated values.
public struct CSVOptions: Sendable, Hashable {
  /// Which cells stand in a line.
  public enum Layout: Sendable, Hashable {
    /// Rows and columns as shown; a cell without a figure holds its symbol.
    case asShown
    /// One cell a line, all dimensions in front. With a status column the value of a cell without a
    /// figure is empty and the status says why, nil being 0 with the status `nil`; without it the
    /// value is the symbol.
    case long(statusColumn: Bool)
  }
  /// What stands for a category.
  public enum Terms: Sendable, Hashable, CaseIterable {
    /// Labels, headed by the names of dimensions.
    case labels
    /// Codes, headed by the ids of dimensions.
    case codes
    /// Both: a column of codes and one of labels for each dimension; in headings `code label`.
    case both
  }
  /// What stands between fields.
  public enum Separator: UInt8, Sendable, Hashable, CaseIterable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
  }

  /// Which cells stand in a line.
  public var layout: Layout
  /// What stands for a category.
  public var terms: Terms
  /// What stands between fields.
  public var separator: Separator
  /// Whether the decimal mark is a comma instead of a point.
  public var usesDecimalComma: Bool
  /// Whether the bytes begin with U+FEFF, by which spreadsheets know UTF-8.
  public var hasByteOrderMark: Bool
  /// Whether the title stands in front, alone in its line, and an empty line after it.
  public var hasTitle: Bool
  /// Whether unit, symbols, notes, source and the confidentiality rule follow after an empty line,
  /// each alone in its line.
  public var hasNotes: Bool
  /// Whether an apostrophe stands in front of texts that a spreadsheet would take for a formula:
  /// those that begin with `=`, `+`, `-`, `@`, a tab or a line end and are not plain numbers.
  ///
  /// Figures and symbols are never changed.
  public var guardsFormulas: Bool

  /// The table as shown, in labels, comma-separated, nothing around it, formulas guarded.
  public static let standard = CSVOptions(
    layout: .asShown, terms: .labels, separator: .comma, usesDecimalComma: false,
    hasByteOrderMark: false, hasTitle: false, hasNotes: false, guardsFormulas: true)

  /// Options, each given.
  public init(
    layout: Layout, terms: Terms, separator: Separator, usesDecimalComma: Bool,
    hasByteOrderMark: Bool, hasTitle: Bool, hasNotes: Bool, guardsFormulas: Bool
  ) {
    self.layout = layout
    self.terms = terms
    self.separator = separator
    self.usesDecimalComma = usesDecimalComma
    self.hasByteOrderMark = hasByteOrderMark
    self.hasTitle = hasTitle
    self.hasNotes = hasNotes
    self.guardsFormulas = guardsFormulas
  }
}
