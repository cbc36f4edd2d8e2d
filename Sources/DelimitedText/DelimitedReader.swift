/// Takes delimited text apart, record by record (RFC 4180; line ends LF, CRLF and CR alike).
///
/// A byte order mark at the beginning is skipped. A line end after the last record is not a record
/// of its own.
public struct DelimitedReader: Sendable {
  private let bytes: [UInt8]
  private let format: DelimitedFormat
  private var offset: Int
  private var line = 1
  private var lineStart: Int
  /// Bytes of this line, up to the offset, that only continue a character.
  private var continuationBytes = 0

  /// A reader at the beginning of `bytes`.
  public init(_ bytes: [UInt8], format: DelimitedFormat) {
    self.bytes = bytes
    self.format = format
    self.offset = bytes.starts(with: Byte.byteOrderMark) ? Byte.byteOrderMark.count : 0
    self.lineStart = offset
  }

  /// Every record of `bytes`.
  public static func records(
    of bytes: [UInt8], format: DelimitedFormat
  ) throws(DelimitedTextError) -> [DelimitedRecord] {
    var reader = DelimitedReader(bytes, format: format)
    var records: [DelimitedRecord] = []
    while let record = try reader.next() { records.append(record) }
    return records
  }

  /// The next record, or `nil` at the end of the text.
  /// - Throws: ``DelimitedTextError`` with its place; the reader is of no use afterwards.
  /// - Complexity: O(bytes of the record).
  public mutating func next() throws(DelimitedTextError) -> DelimitedRecord? {
    guard offset < bytes.count else { return nil }
    var fields: [DelimitedField] = []
    while true {
      fields.append(try nextField())
      guard offset < bytes.count, bytes[offset] == format.separator else { break }
      advance()
    }
    skipLineEnd()
    return DelimitedRecord(fields: fields)
  }

  private var position: TextPosition {
    TextPosition(line: line, column: offset - lineStart - continuationBytes + 1)
  }

  private mutating func nextField() throws(DelimitedTextError) -> DelimitedField {
    let start = position
    if offset < bytes.count, bytes[offset] == Byte.quote { return try quotedField(start) }
    let first = offset
    while offset < bytes.count, !endsField(bytes[offset]) {
      guard bytes[offset] != Byte.quote else {
        throw DelimitedTextError(kind: .quoteInPlainField, position: position)
      }
      advance()
    }
    return DelimitedField(
      text: try text(of: bytes[first..<offset], at: start), position: start, isQuoted: false)
  }

  /// - Precondition: the opening quote stands at the offset.
  private mutating func quotedField(
    _ start: TextPosition
  ) throws(DelimitedTextError) -> DelimitedField {
    advance()
    var content: [UInt8] = []
    while true {
      guard offset < bytes.count else {
        throw DelimitedTextError(kind: .unterminatedQuote, position: start)
      }
      let byte = bytes[offset]
      if byte == Byte.quote {
        advance()
        guard offset < bytes.count, bytes[offset] == Byte.quote else { break }
      }
      content.append(byte)
      if byte == Byte.lineFeed || byte == Byte.carriageReturn && !isBeforeLineFeed {
        advanceToNextLine()
      } else {
        advance()
      }
    }
    guard offset == bytes.count || endsField(bytes[offset]) else {
      throw DelimitedTextError(kind: .textAfterQuote, position: position)
    }
    return DelimitedField(
      text: try text(of: content[...], at: start), position: start, isQuoted: true)
  }

  private func endsField(_ byte: UInt8) -> Bool {
    byte == format.separator || byte == Byte.lineFeed || byte == Byte.carriageReturn
  }

  private var isBeforeLineFeed: Bool {
    offset + 1 < bytes.count && bytes[offset + 1] == Byte.lineFeed
  }

  private func text(
    of bytes: ArraySlice<UInt8>, at start: TextPosition
  ) throws(DelimitedTextError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DelimitedTextError(kind: .notUTF8, position: start)
    }
    return text
  }

  private mutating func skipLineEnd() {
    guard offset < bytes.count else { return }
    if bytes[offset] == Byte.carriageReturn, isBeforeLineFeed { advance() }
    advanceToNextLine()
  }

  private mutating func advance() {
    if bytes[offset] & 0xC0 == 0x80 { continuationBytes += 1 }
    offset += 1
  }

  private mutating func advanceToNextLine() {
    offset += 1
    line += 1
    lineStart = offset
    continuationBytes = 0
  }
}
