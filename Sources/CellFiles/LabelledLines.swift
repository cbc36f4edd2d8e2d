public import Classifications
import DelimitedText
import Publication

/// Lines that say something of single cells: codes, totals among them, and a word.
public struct LabelledLines: Sendable {
  /// One category for each dimension, the root where the cell does not go by it; the word; the
  /// line.
  public let cells: [(categories: [CategoryIndex], label: String, line: Int)]

  /// Reads lines.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - file: Its name, for messages.
  ///   - label: The column of the word.
  ///   - dimensions: Those of the cells; a column that the file lacks is at its total.
  /// - Throws: ``CellFileError`` for a column or code that is not known, or no column of the word.
  public init(
    _ bytes: [UInt8], file: String, label: String, of dimensions: CellDimensions
  ) throws(CellFileError) {
    var rows = try CellRows(bytes, file: file, format: DelimitedFormat(header: bytes))
    let names = dimensions.columns.map(\.name)
    func fault(_ name: String, among known: [String]) -> CellFileError {
      CellFileError(
        file: file, kind: .missingColumn, position: rows.header, column: name,
        excerpt: rows.columns.joined(separator: ","),
        suggestion: nearestName(to: name, among: known))
    }
    guard let word = rows.columns.firstIndex(of: label) else {
      throw fault(label, among: rows.columns)
    }
    let columns = rows.columns.map { names.firstIndex(of: $0) }
    for (name, column) in zip(rows.columns, columns) where column == nil && name != label {
      throw CellFileError(
        file: file, kind: .unknownColumn(known: names), position: rows.header, column: name,
        excerpt: rows.columns.joined(separator: ","),
        suggestion: nearestName(to: name, among: names))
    }
    var cells: [(categories: [CategoryIndex], label: String, line: Int)] = []
    while let fields = try rows.next() {
      var categories = dimensions.dimensions.map { _ in 0 }
      for (field, column) in zip(fields, columns) {
        guard let column else { continue }
        guard let place = dimensions.place(of: field.text, inColumn: column) else {
          let lists = dimensions.columns[column].dimensions.flatMap {
            dimensions.dimensions[$0].hierarchy.categories.map(\.code)
          }
          throw CellFileError(
            file: file, kind: .unknownCode(hierarchy: names[column]), position: field.position,
            column: names[column], excerpt: field.text,
            suggestion: nearestName(to: field.text, among: lists))
        }
        categories[place.dimension] = place.category
      }
      cells.append((categories, fields[word].text, fields[word].position.line))
    }
    self.cells = cells
  }
}
