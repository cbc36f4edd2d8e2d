public import DelimitedText

/// Why cells or a hierarchy cannot be read from a file, and where.
public struct CellFileError: Error, Sendable, Hashable {
  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// The bytes are not delimited text.
    case text(DelimitedTextError.Kind)
    /// There is no header line.
    case noHeader
    /// The header names a column twice.
    case doubledColumn
    /// The header has no such column as was asked for.
    case missingColumn
    /// The header has a column that means nothing here.
    case unknownColumn(known: [String])
    /// A line has more or fewer fields than the header.
    case fieldCount(found: Int, expected: Int)
    /// The file has a header and nothing else.
    case empty
    /// No column is left to be a dimension.
    case noDimension
    /// A hierarchy file has one column only.
    case noParentColumn
    /// A code is empty.
    case emptyCode
    /// A code stands for the total, which is worked out and not read.
    case codeOfTotal
    /// A code of the first column of a hierarchy file stands on two lines.
    case repeatedCode
    /// A code of a hierarchy file stands below two parents, or on two levels.
    case notOneTree
    /// A code is not in the first column of the hierarchy file of its dimension.
    case unknownCode(hierarchy: String)
    /// A column above a dimension names another parent than the hierarchy file.
    case otherParent(hierarchy: String)
    /// A second hierarchy of a column has a code that another list of the column has.
    case codeOfAnotherList
    /// A second hierarchy of a column does not have one of its codes.
    case missingLeaf
    /// Two lines are about the same cell.
    case repeatedCell(earlierLine: Int)
    /// Two lines have different figures for the same cell.
    case otherFigure(earlierLine: Int)
    /// What stands as the status of a cell says nothing that is known.
    case unknownStatus
    /// A count or amount is not a whole number from 0.
    case notAWholeNumber
    /// A count or amount, or their sum, is larger than can be worked with.
    case tooLarge
    /// A largest amount is above the one before it, or above what is left of the sum.
    case impossibleLargest
    /// The lattice has more cells than fit in memory.
    case latticeTooLarge(cells: Int)
  }
  /// The file, as it was named.
  public let file: String
  /// What is wrong.
  public let kind: Kind
  /// Where, or `nil` when it is about the file as a whole.
  public let position: TextPosition?
  /// The column that it is about.
  public let column: String?
  /// What stands there: text of a hierarchy file or header; only its shape where figures may stand.
  public let excerpt: String?
  /// A known name or code that may be meant.
  public let suggestion: String?

  init(
    file: String, kind: Kind, position: TextPosition?, column: String? = nil,
    excerpt: String? = nil, suggestion: String? = nil
  ) {
    self.file = file
    self.kind = kind
    self.position = position
    self.column = column
    self.excerpt = excerpt
    self.suggestion = suggestion
  }

  /// About one field, of which only the shape is told.
  init(_ file: String, _ kind: Kind, at field: DelimitedField, column: String) {
    self.init(
      file: file, kind: kind, position: field.position, column: column,
      excerpt: Self.shape(field.text))
  }

  /// A text with digits as 9 and letters as a, so that no figure is shown.
  static func shape(_ text: String) -> String {
    String(text.prefix(20).map { $0.isNumber ? "9" : $0.isLetter ? "a" : $0 })
  }
}
