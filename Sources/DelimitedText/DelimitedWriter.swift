/// Puts records together as delimited text: UTF-8, a field in quotes only where it must be.
///
/// What it writes, ``DelimitedReader`` reads back as the same fields.
public struct DelimitedWriter: Sendable {
  /// How a record ends.
  public enum LineEnd: String, Sendable, Hashable {
    /// One line feed.
    case lineFeed = "\n"
    /// Carriage return and line feed, as RFC 4180 has it.
    case carriageReturnLineFeed = "\r\n"
  }

  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []
  private let format: DelimitedFormat
  private let lineEnd: LineEnd

  /// A writer that has written nothing.
  public init(format: DelimitedFormat, lineEnd: LineEnd) {
    self.format = format
    self.lineEnd = lineEnd
  }

  /// Writes one record and its line end.
  /// - Precondition: there is at least one field.
  public mutating func write(_ fields: [String]) {
    precondition(!fields.isEmpty, "a record has a field")
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(format.separator) }
      // A lone empty field would be a blank line, which many readers skip.
      write(field, quoted: fields.count == 1 && field.isEmpty || needsQuotes(field))
    }
    bytes.append(contentsOf: lineEnd.rawValue.utf8)
  }

  /// Writes an empty line, which sets parts of a file apart; readers skip it.
  public mutating func writeBlankLine() {
    bytes.append(contentsOf: lineEnd.rawValue.utf8)
  }

  /// Whether a field would be read differently without quotes: it holds a separator, a quote or a
  /// line end, begins with what could be taken for a byte order mark, or begins or ends in a space,
  /// which some readers drop.
  private func needsQuotes(_ field: String) -> Bool {
    let content = field.utf8
    return content.first == 0x20 || content.last == 0x20
      || content.starts(with: Byte.byteOrderMark)
      || content.contains {
        $0 == format.separator || $0 == Byte.quote || $0 == Byte.lineFeed
          || $0 == Byte.carriageReturn
      }
  }

  private mutating func write(_ field: String, quoted: Bool) {
    guard quoted else {
      bytes.append(contentsOf: field.utf8)
      return
    }
    bytes.append(Byte.quote)
    for byte in field.utf8 {
      if byte == Byte.quote { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(Byte.quote)
  }
}
