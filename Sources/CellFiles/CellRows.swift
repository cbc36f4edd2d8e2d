import DelimitedText

/// The lines of a file with a header, one at a time, each as long as the header.
struct CellRows {
  /// The names of the columns.
  let columns: [String]
  /// Where the header begins.
  let header: TextPosition
  private let file: String
  private var reader: DelimitedReader

  init(_ bytes: [UInt8], file: String, format: DelimitedFormat) throws(CellFileError) {
    self.file = file
    reader = DelimitedReader(bytes, format: format)
    guard let first = try Self.record(&reader, file: file) else {
      throw CellFileError(
        file: file, kind: .noHeader, position: TextPosition(line: 1, column: 1))
    }
    columns = first.texts
    header = first.fields[0].position
    var seen: Set<String> = []
    for field in first.fields where !seen.insert(field.text).inserted {
      throw CellFileError(
        file: file, kind: .doubledColumn, position: field.position, column: field.text,
        excerpt: columns.joined(separator: ","))
    }
  }

  /// The fields of the next line that is not blank.
  mutating func next() throws(CellFileError) -> [DelimitedField]? {
    guard let record = try Self.record(&reader, file: file) else { return nil }
    guard record.fields.count == columns.count else {
      throw CellFileError(
        file: file, kind: .fieldCount(found: record.fields.count, expected: columns.count),
        position: record.fields[0].position,
        excerpt: CellFileError.shape(record.texts.joined(separator: ",")))
    }
    return record.fields
  }

  private static func record(
    _ reader: inout DelimitedReader, file: String
  ) throws(CellFileError) -> DelimitedRecord? {
    do throws(DelimitedTextError) {
      while let record = try reader.next() {
        if !record.isBlank { return record }
      }
      return nil
    } catch {
      throw CellFileError(file: file, kind: .text(error.kind), position: error.position)
    }
  }
}
