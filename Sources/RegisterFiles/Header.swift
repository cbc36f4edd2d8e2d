import Classifications
import DelimitedText
import Registers

/// The first line of a register file: which column of the layout each column of the file is.
struct Header {
  /// The column of the layout, by column of the file.
  let places: [Int]
  /// Where the line after the header begins.
  let bodyStart: Int
  /// Lines up to the header, it included.
  let lineCount: Int

  /// Finds and reads the header, the first line that is not blank.
  init(
    of source: ByteSource, layout: RegisterLayout, file: String
  ) throws(RegisterFileError) {
    var length = min(source.size, 1 << 16)
    while true {
      var prefix = Array(repeating: UInt8(0), count: length)
      let failure = source.read(0..<length, into: &prefix, at: 0)
      guard failure == 0 else {
        throw RegisterFileError(file: file, kind: .unreadable(errno: failure))
      }
      if let found = firstLine(of: prefix, isWhole: length == source.size) {
        guard !found.line.isEmpty else { throw RegisterFileError(file: file, kind: .emptyFile) }
        let names = HeaderNames(
          layout: layout, file: file, line: found.number, bytes: Array(prefix[found.line]))
        places = try names.places()
        bodyStart = found.next
        lineCount = found.number
        return
      }
      length = min(source.size, 2 * length)
    }
  }
}

/// The first line of a text that is not blank; no line when all are.
///
/// - Returns: `nil` when more of the text is needed to know.
private func firstLine(
  of prefix: [UInt8], isWhole: Bool
) -> (line: Range<Int>, next: Int, number: Int)? {
  let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  var start = prefix.starts(with: mark) ? mark.count : 0
  var number = 1
  // Invariant: the lines before `start` are blank.
  while true {
    var end = start
    while end < prefix.count, !Byte.endsLine(prefix[end]) { end += 1 }
    // One byte more than the line end, which may be of two.
    guard isWhole || end + 1 < prefix.count else { return nil }
    var next = min(end + 1, prefix.count)
    if next < prefix.count, prefix[end] == Byte.carriageReturn, prefix[next] == Byte.lineFeed {
      next += 1
    }
    if end > start || end == prefix.count { return (start..<end, next, number) }
    start = next
    number += 1
  }
}

/// The names in a header, held against those of the layout.
private struct HeaderNames {
  let layout: RegisterLayout
  let file: String
  let line: Int
  let bytes: [UInt8]

  /// The column of the layout for each name.
  ///
  /// A name that is not of the layout is never repeated: the line may be a row and no header.
  func places() throws(RegisterFileError) -> [Int] {
    let names = try fields()
    let known = names.map { name in layout.fields.firstIndex { $0.name == name.text } }
    if known.allSatisfy({ $0 == nil }) {
      throw error(names.count == 1 && isSeparated ? .otherSeparator : .noHeader, at: 1)
    }
    for (number, place) in known.enumerated() {
      let column = names[number].position.column - 1
      guard let place else {
        let missing = layout.fields.indices.filter { !known.contains($0) }
        throw error(
          .unknownColumn, at: column, excerpt: "column \(number + 1)",
          suggestion: nearestName(
            to: names[number].text, among: missing.map { layout.fields[$0].name })
        )
      }
      guard !known[..<number].contains(place) else {
        throw error(.doubledColumn, at: column, column: layout.fields[place].name)
      }
    }
    let missing = layout.fields.indices.filter { !known.contains($0) }
    guard missing.isEmpty else {
      throw error(.missingColumns(missing.map { layout.fields[$0].name }), at: 1)
    }
    return known.compactMap { $0 }
  }

  private func fields() throws(RegisterFileError) -> [DelimitedField] {
    do throws(DelimitedTextError) {
      return try LineReader.fields(of: bytes)
    } catch {
      throw self.error(.header(error.kind), at: error.position.column - 1)
    }
  }

  /// Whether the names of the layout are there, set apart by semicolons or tabs.
  private var isSeparated: Bool {
    [DelimitedFormat.semicolons, .tabs].contains { format in
      let names = (try? DelimitedReader.records(of: bytes, format: format))?.first?.texts ?? []
      return names.count > 1 && layout.fields.contains { names.contains($0.name) }
    }
  }

  private func error(
    _ kind: RegisterFileError.Kind, at character: Int, column: String? = nil,
    excerpt: String? = nil, suggestion: String? = nil
  ) -> RegisterFileError {
    RegisterFileError(
      file: file, kind: kind, position: TextPosition(line: line, column: character),
      column: column, excerpt: excerpt, suggestion: suggestion)
  }
}
