internal import DelimitedText

extension Hierarchy {
  /// Reads `classifications/<id>.csv`: categories depth first, the root first.
  ///
  /// `levelLabels` are the labels of the levels of every list, by its id; `national` is the column
  /// with the labels in the agency's language.
  /// - Throws: ``ClassificationError`` for a list that is not one tree with unique codes.
  init(
    id: String, levelLabels: [String: [Label]], files: DataFiles, national: String = "bokmal"
  ) throws(ClassificationError) {
    let path = "classifications/\(id).csv"
    var nodes: [(category: Category, level: Int)] = []
    var codes: Set<String> = []
    let columns = [
      "level", "code", "english", national, "aliases", "validFrom", "validUntil",
    ]
    for row in try files.rows(at: path, columns: columns) {
      let level = try files.number(row[0], in: path)
      let code = row[1].text
      if let kind = Self.mistake(code: code, level: level, after: nodes.last?.level) {
        throw ClassificationError(path: path, kind: kind, position: row[0].position)
      }
      guard codes.insert(code).inserted else {
        throw ClassificationError(
          path: path, kind: .repeatedCode(code), position: row[1].position)
      }
      nodes.append((Self.category(row), level))
    }
    guard let depth = nodes.map(\.level).max() else {
      throw ClassificationError(path: path, kind: .empty, position: nil)
    }
    let labels = levelLabels[id] ?? []
    guard labels.count == depth + 1 else {
      throw ClassificationError(
        path: path, kind: .levelLabels(found: labels.count, expected: depth + 1), position: nil)
    }
    self.init(id: id, levelLabels: labels, nodes: nodes)
  }

  /// What is wrong with a category at `level` that follows one at `previous`, if anything.
  private static func mistake(
    code: String, level: Int, after previous: Int?
  ) -> ClassificationError.Kind? {
    guard let previous else { return level == 0 ? nil : .notOneRoot }
    if level <= 0 { return .notOneRoot }
    return level > previous + 1 ? .skippedLevel(code: code) : nil
  }

  private static func category(_ row: [DelimitedField]) -> Category {
    let texts = row.map(\.text)
    let (from, until) = (texts[5], texts[6])
    let validity = Validity(
      from: from.isEmpty ? nil : from, until: until.isEmpty ? nil : until)
    return Category(
      code: texts[1], label: Label(english: texts[2], national: texts[3]),
      aliases: texts[4].isEmpty ? [] : texts[4].split(separator: ";").map(String.init),
      validity: from.isEmpty && until.isEmpty ? nil : validity)
  }
}
