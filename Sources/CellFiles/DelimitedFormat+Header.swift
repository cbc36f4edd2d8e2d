public import DelimitedText

extension DelimitedFormat {
  /// How the fields of a file are set apart, as its first line shows: by tabs, semicolons or
  /// commas.
  ///
  /// The one that stands there most often outside quotes; commas where there is none.
  public init(header bytes: [UInt8]) {
    let marks = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      if let mark = marks.firstIndex(of: byte) { counts[mark] += 1 }
    }
    let most = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    self.init(separator: marks[most])
  }
}
