/// How a delimited text is written down: the separator between fields.
public struct DelimitedFormat: Sendable, Hashable {
  /// The byte between two fields; an ASCII character other than a quote or a line end.
  public let separator: UInt8

  /// A format with fields set apart by `separator`.
  /// - Precondition: the separator is ASCII and neither a quote nor a line end.
  public init(separator: UInt8) {
    precondition(separator < 0x80, "a separator is one ASCII byte")
    precondition(![Byte.quote, Byte.lineFeed, Byte.carriageReturn].contains(separator))
    self.separator = separator
  }

  /// Fields set apart by commas, as in RFC 4180.
  public static let commas = DelimitedFormat(separator: 0x2C)
  /// Fields set apart by semicolons, as Norwegian spreadsheets write them.
  public static let semicolons = DelimitedFormat(separator: 0x3B)
  /// Fields set apart by tabs.
  public static let tabs = DelimitedFormat(separator: 0x09)
}

/// The bytes that mean something whatever the separator is.
enum Byte {
  static let quote: UInt8 = 0x22
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
