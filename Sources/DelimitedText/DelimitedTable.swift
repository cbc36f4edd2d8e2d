/// Delimited text with a header line: records whose fields are asked for by column name.
public struct DelimitedTable: Sendable {
  /// Why bytes are not a table with the wanted columns, and where.
  public struct Failure: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Kind: Sendable, Hashable {
      /// The bytes are not delimited text.
      case text(DelimitedTextError.Kind)
      /// There is no header line.
      case noHeader
      /// The header has no such column.
      case missingColumn(String)
      /// A record has more or fewer fields than the header.
      case fieldCount(found: Int, expected: Int)
    }
    /// What is wrong.
    public let kind: Kind
    /// Where.
    public let position: TextPosition
  }

  /// The wanted fields of each record, in the order in which the columns were asked for.
  public let rows: [[DelimitedField]]

  /// Reads a table and picks its columns; blank lines are skipped, other columns are ignored.
  /// - Throws: ``Failure`` with the first thing that is wrong.
  public init(
    _ bytes: [UInt8], format: DelimitedFormat, columns: [String]
  ) throws(Failure) {
    var reader = DelimitedReader(bytes, format: format)
    guard let header = try Self.next(&reader) else {
      throw Failure(kind: .noHeader, position: TextPosition(line: 1, column: 1))
    }
    let names = header.texts
    var places: [Int] = []
    for column in columns {
      guard let place = names.firstIndex(of: column) else {
        throw Failure(kind: .missingColumn(column), position: header.fields[0].position)
      }
      places.append(place)
    }
    var rows: [[DelimitedField]] = []
    while let record = try Self.next(&reader) {
      guard record.fields.count == names.count else {
        throw Failure(
          kind: .fieldCount(found: record.fields.count, expected: names.count),
          position: record.fields[0].position)
      }
      rows.append(places.map { record.fields[$0] })
    }
    self.rows = rows
  }

  /// The next record that is not blank.
  private static func next(_ reader: inout DelimitedReader) throws(Failure) -> DelimitedRecord? {
    do throws(DelimitedTextError) {
      while let record = try reader.next() {
        if !record.isBlank { return record }
      }
      return nil
    } catch {
      throw Failure(kind: .text(error.kind), position: error.position)
    }
  }
}
