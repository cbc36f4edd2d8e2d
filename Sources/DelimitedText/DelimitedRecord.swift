/// A place in a text, as an editor counts it.
public struct TextPosition: Sendable, Hashable, Comparable {
  /// The line, from 1.
  public let line: Int
  /// The character within the line, from 1; counts Unicode scalars.
  public let column: Int

  /// A place in a text.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether one place comes before another.
  public static func < (one: TextPosition, other: TextPosition) -> Bool {
    (one.line, one.column) < (other.line, other.column)
  }
}

/// One field of a record: its text without quotes, and where it begins.
public struct DelimitedField: Sendable, Hashable {
  /// The text; doubled quotes are single again.
  public let text: String
  /// Where the field begins, at its opening quote if it has one.
  public let position: TextPosition
  /// Whether the field stood in quotes: `""` is an empty text, nothing at all may mean "no value".
  public let isQuoted: Bool

  /// A field with its text and place.
  public init(text: String, position: TextPosition, isQuoted: Bool) {
    self.text = text
    self.position = position
    self.isQuoted = isQuoted
  }
}

/// One record: its fields, at least one.
public struct DelimitedRecord: Sendable, Hashable {
  /// The fields, in order.
  ///
  /// An empty line is one empty field.
  public let fields: [DelimitedField]

  /// A record of fields.
  public init(fields: [DelimitedField]) { self.fields = fields }

  /// The texts of the fields.
  public var texts: [String] { fields.map(\.text) }

  /// Whether the record is an empty line.
  public var isBlank: Bool { fields.count == 1 && fields[0].text.isEmpty && !fields[0].isQuoted }
}

/// Why bytes are not delimited text, and where.
public struct DelimitedTextError: Error, Sendable, Hashable {
  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// A quoted field has no closing quote; the place is that of its opening quote.
    case unterminatedQuote
    /// Something other than a separator or a line end follows a closing quote.
    case textAfterQuote
    /// A quote stands inside a field that does not begin with one.
    case quoteInPlainField
    /// The bytes of a field are not UTF-8; the place is where the field begins.
    case notUTF8
  }
  /// What is wrong.
  public let kind: Kind
  /// Where.
  public let position: TextPosition

  /// An error at a place.
  public init(kind: Kind, position: TextPosition) {
    self.kind = kind
    self.position = position
  }
}
