internal import DelimitedText

/// Files by path, relative to the data folder; the bytes come from whoever asks.
struct DataFiles {
  private let bytes: (String) -> [UInt8]?

  init(_ bytes: @escaping (String) -> [UInt8]?) { self.bytes = bytes }

  /// The wanted columns of the comma-separated file at `path`.
  func rows(
    at path: String, columns: [String]
  ) throws(ClassificationError) -> [[DelimitedField]] {
    guard let bytes = bytes(path) else {
      throw ClassificationError(path: path, kind: .missingFile, position: nil)
    }
    do throws(DelimitedTable.Failure) {
      return try DelimitedTable(bytes, format: .commas, columns: columns).rows
    } catch {
      throw ClassificationError(path: path, kind: .table(error.kind), position: error.position)
    }
  }

  /// The whole number that a field says.
  func number(_ field: DelimitedField, in path: String) throws(ClassificationError) -> Int {
    guard let number = Int(field.text) else {
      throw ClassificationError(
        path: path, kind: .notANumber(field.text), position: field.position)
    }
    return number
  }

  /// Labels of levels by list, from level 0 on; `national` is the column of the agency's language.
  func levelLabels(
    at path: String, national: String
  ) throws(ClassificationError) -> [String: [Label]] {
    var labels: [String: [Label]] = [:]
    for row in try rows(at: path, columns: ["classification", "level", "english", national]) {
      let level = try number(row[1], in: path)
      guard level == labels[row[0].text, default: []].count else {
        throw ClassificationError(
          path: path, kind: .levelOutOfOrder(level), position: row[1].position)
      }
      labels[row[0].text, default: []].append(
        Label(english: row[2].text, national: row[3].text))
    }
    return labels
  }
}
