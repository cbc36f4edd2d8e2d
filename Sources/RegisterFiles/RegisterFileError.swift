public import DelimitedText

/// Why a register file, or a row of it, cannot be read, and where.
///
/// It knows the shape of what stands there but never the value, not even one that is no code: a
/// comma too many may have moved a person's number there. A person is described by length alone,
/// anything else with each letter as `a` or `A` and each digit as `9`.
public struct RegisterFileError: Error, Sendable, Hashable {
  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// There is no such file.
    case missingFile
    /// The path names a folder.
    case isFolder
    /// The path names a device, a pipe or a socket.
    case notRegular
    /// The file may not be read.
    case notAllowed
    /// The system refused, or the file became shorter while it was read.
    case unreadable(errno: Int32)
    /// There is nothing in it, not even a header.
    case emptyFile
    /// The first line names no column of the register.
    case noHeader
    /// The columns seem to be set apart by something else than a comma.
    case otherSeparator
    /// The header lacks these columns.
    case missingColumns([String])
    /// A column of the header is not one of the register.
    case unknownColumn
    /// A column stands twice in the header.
    case doubledColumn
    /// The header is not delimited text.
    case header(DelimitedTextError.Kind)
    /// A line has fewer fields than the header.
    case tooFewFields(expected: Int)
    /// A line has more fields than the header.
    case tooManyFields(expected: Int)
    /// The line is not delimited text; a quoted field ends on the line it begins on.
    case text(DelimitedTextError.Kind)
    /// A field holds the byte 0.
    case nulByte
    /// A field is empty whose column may not be.
    case empty
    /// A person is not a whole number from 1 to 2147483647.
    case notAPerson
    /// A code is not in its list.
    case unknownCode(list: String)
    /// A day is not written as in 2022-12-31.
    case notADay
    /// A day is written well, but the calendar has none such.
    case noSuchDay
    /// A month is not written as in 2022-12.
    case notAMonth
    /// A month is written well, but a year has none such.
    case noSuchMonth
    /// A number is not a whole number.
    case notANumber
    /// A number is none of those that can be in the column.
    case numberOutOfRange(ClosedRange<Int32>)
    /// A day is outside of ``RegisterField/days``.
    case dayOutOfRange
    /// A month is outside of ``RegisterField/months``.
    case monthOutOfRange
    /// A day or month is before that of the column `earlier`.
    case tooEarly(earlier: String)
    /// A flag is neither 0 nor 1.
    case notAFlag
  }
  /// The file, as it was named.
  public let file: String
  /// What is wrong.
  public let kind: Kind
  /// Where, or `nil` when it is about the file as a whole.
  public let position: TextPosition?
  /// The column of the layout, or `nil` when it is about the line or the file.
  public let column: String?
  /// The shape of the field, or what is known of the line.
  public let excerpt: String?
  /// The nearest code or column name, when one is near.
  public let suggestion: String?

  /// An error in a file.
  public init(
    file: String, kind: Kind, position: TextPosition? = nil, column: String? = nil,
    excerpt: String? = nil, suggestion: String? = nil
  ) {
    self.file = file
    self.kind = kind
    self.position = position
    self.column = column
    self.excerpt = excerpt
    self.suggestion = suggestion
  }

  /// Whether it is about a row, which can be dropped, and not about the whole file.
  public var concernsRow: Bool {
    switch kind {
    case .tooFewFields, .tooManyFields, .text, .nulByte, .empty, .notAPerson, .unknownCode,
      .notADay, .noSuchDay, .notAMonth, .noSuchMonth, .notANumber, .numberOutOfRange,
      .dayOutOfRange, .monthOutOfRange, .tooEarly, .notAFlag:
      true
    case .missingFile, .isFolder, .notRegular, .notAllowed, .unreadable, .emptyFile, .noHeader,
      .otherSeparator, .missingColumns, .unknownColumn, .doubledColumn, .header:
      false
    }
  }

  /// The error as it reads when `lines` more lines stand before it.
  func moved(down lines: Int) -> RegisterFileError {
    RegisterFileError(
      file: file, kind: kind,
      position: position.map { TextPosition(line: $0.line + lines, column: $0.column) },
      column: column, excerpt: excerpt, suggestion: suggestion)
  }
}
