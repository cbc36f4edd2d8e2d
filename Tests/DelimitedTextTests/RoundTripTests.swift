import DelimitedText
import Testing

@Suite struct RoundTripTests {
  private static let formats = [DelimitedFormat.commas, .semicolons, .tabs]
  private static let lineEnds = [DelimitedWriter.LineEnd.lineFeed, .carriageReturnLineFeed]

  /// Every text of at most `length` letters of `alphabet`.
  private func texts(of alphabet: [Unicode.Scalar], upTo length: Int) -> [String] {
    var texts = [""]
    var longest = [""]
    for _ in 0..<length {
      longest = longest.flatMap { text in
        alphabet.map { letter in
          var longer = text.unicodeScalars
          longer.append(letter)
          return String(longer)
        }
      }
      texts += longest
    }
    return texts
  }

  /// Unicode scalars, so that texts that only look alike differ.
  private func scalars(_ records: [[String]]) -> [[[Unicode.Scalar]]] {
    records.map { $0.map { Array($0.unicodeScalars) } }
  }

  private func check(_ records: [[String]]) throws {
    for format in Self.formats {
      for lineEnd in Self.lineEnds {
        var writer = DelimitedWriter(format: format, lineEnd: lineEnd)
        for record in records { writer.write(record) }
        let read = try DelimitedReader.records(of: writer.bytes, format: format)
        #expect(scalars(read.map(\.texts)) == scalars(records), "\(lineEnd) \(format)")
      }
    }
  }

  @Test func `every short field is read back as it was written`() throws {
    let nasty: [Unicode.Scalar] = [",", "\"", "\r", "\n", " ", ";", "\t", "ø", "\u{FEFF}"]
    try check(texts(of: nasty, upTo: 4).map { [$0] })
  }

  @Test func `every pair of short fields is read back as it was written`() throws {
    let all = texts(of: [",", "\"", "\r", "\n", " ", ";", "a", "\u{FEFF}"], upTo: 2)
    try check(all.flatMap { first in all.map { [first, $0] } })
  }

  @Test func `records of one to three fields keep their number of fields`() throws {
    let all = texts(of: ["\"", "\n"], upTo: 1)
    for first in all {
      try check([[first]])
      for second in all {
        try check([[first, second], [second]])
        try check([[first], [second, first, first]])
      }
    }
  }

  @Test func `whatever bytes are read, writing and reading them again changes nothing`() throws {
    let alphabet: [UInt8] = [0x61, 0x2C, 0x22, 0x0D, 0x0A, 0xC3, 0xB8]
    var inputs: [[UInt8]] = [[]]
    var longest: [[UInt8]] = [[]]
    for _ in 0..<5 {
      longest = longest.flatMap { bytes in alphabet.map { bytes + [$0] } }
      inputs += longest
    }
    var (readable, refused) = (0, 0)
    for bytes in inputs {
      guard let records = try? DelimitedReader.records(of: bytes, format: .commas) else {
        refused += 1
        continue
      }
      readable += 1
      var writer = DelimitedWriter(format: .commas, lineEnd: .lineFeed)
      for record in records { writer.write(record.texts) }
      let again = try DelimitedReader.records(of: writer.bytes, format: .commas)
      #expect(again.map(\.texts) == records.map(\.texts), "\(bytes)")
      for field in records.flatMap(\.fields) { checkPlace(of: field, in: bytes) }
    }
    #expect(readable + refused == 19_608)
    #expect(readable > 1000 && refused > 1000)
  }

  /// At the place that a field says stand its opening quote or its text.
  private func checkPlace(of field: DelimitedField, in bytes: [UInt8]) {
    var (line, column, offset) = (1, 1, 0)
    while offset < bytes.count, line < field.position.line || column < field.position.column {
      let endsLine =
        bytes[offset] == 0x0A
        || bytes[offset] == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A)
      if endsLine { (line, column) = (line + 1, 1) } else { column += 1 }
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    #expect(TextPosition(line: line, column: column) == field.position, "\(bytes)")
    let start = bytes[offset...]
    #expect(start.starts(with: field.isQuoted ? [0x22] : Array(field.text.utf8)), "\(bytes)")
  }
}
