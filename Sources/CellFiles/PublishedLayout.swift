import Classifications
import DelimitedText

/// Where in a line of published cells the codes, the figure and the status stand.
struct PublishedLayout {
  /// The columns of codes: name, field, fields of the levels above it, its own hierarchy.
  let codes: [(name: String, field: Int, levels: [Int], hierarchy: CellHierarchy?)]
  /// Columns that tell why cells are hidden.
  let tellingColumns: [String]
  private let figure: (field: Int, name: String)
  private let status: (field: Int, name: String)?
  private let hidden: Set<String>?
  private let hierarchies: [CellHierarchy]
  private let file: String

  private static let figureNames = ["freq", "count", "n", "value", "sum"]
  private static let statusNames = ["status", "suppressed", "sdcstatus", "sdc"]
  private static let totalCodes = [
    "Total", "TOTAL", "total", "Tot", "TOT", "_T", "T", "I alt", "Alle", "All",
  ]
  private static let noFigures: Set = ["", ":", "x", "X", ".", "..", "*", "NA", "c", "C"]
  private static let hiddenWords: Set = [
    "suppressed", "hidden", "u", "x", "m", "true", "1", "primary", "secondary", "c", "d", "q",
  ]
  private static let shownWords: Set = [
    "published", "s", "z", "a", "p", "safe", "shown", "false", "0", "", "nil",
  ]
  private static let absentWords: Set = ["not-applicable", "missing", "not-yet"]

  init(
    _ rows: CellRows, file: String, columns: PublishedColumns, hierarchies: [CellHierarchy]
  ) throws(CellFileError) {
    let names = rows.columns
    func missing(_ name: String) -> CellFileError {
      CellFileError(
        file: file, kind: .missingColumn, position: rows.header, column: name,
        excerpt: names.joined(separator: ","),
        suggestion: nearestName(to: name, among: names))
    }
    func field(_ name: String) throws(CellFileError) -> Int {
      guard let place = names.firstIndex(of: name) else { throw missing(name) }
      return place
    }
    func usual(_ known: [String]) -> Int? {
      known.lazy.compactMap { name in names.firstIndex { $0.lowercased() == name } }.first
    }
    let status =
      try columns.status.map { name throws(CellFileError) in try field(name) }
      ?? usual(Self.statusNames)
    let figure =
      try columns.figure.map { name throws(CellFileError) in try field(name) }
      ?? usual(Self.figureNames) ?? status.flatMap { $0 > 0 ? $0 - 1 : nil }
    guard let figure else { throw missing("freq") }
    tellingColumns = names.indices.filter {
      names[$0].lowercased() == "primary" && $0 != status && $0 != figure
    }.map { names[$0] }
    let used = hierarchies.filter { names.contains($0.columns[0]) }
    let above = Set(used.flatMap { $0.columns.dropFirst() })
    let taken = Set([figure, status].compactMap { $0 }.map { names[$0] } + tellingColumns + [""])
    // Further figures have a column of their status each.
    let further = Set(
      names.filter { names.contains("\($0)_status") }.flatMap { [$0, "\($0)_status"] })
    let chosen =
      columns.codes
      ?? names.filter { !taken.contains($0) && !above.contains($0) && !further.contains($0) }
    guard !chosen.isEmpty else {
      throw CellFileError(
        file: file, kind: .noDimension, position: rows.header,
        excerpt: names.joined(separator: ","))
    }
    codes = try chosen.map { name throws(CellFileError) in
      let own = used.filter { $0.columns[0] == name }
      let levels = own.flatMap { $0.columns.dropFirst() }.compactMap { names.firstIndex(of: $0) }
      return (name, try field(name), levels, own.first)
    }
    self.figure = (figure, names[figure])
    self.status = status.map { ($0, names[$0]) }
    self.hierarchies = used
    hidden = columns.hidden
    self.file = file
  }

  /// What a line says; `nil` when it says that there is no such cell.
  func line(_ fields: [DelimitedField]) throws(CellFileError) -> PublishedLine? {
    let codes = self.codes.map { code in
      [fields[code.field].text] + code.levels.map { fields[$0].text }
    }
    for (code, column) in zip(codes, self.codes) where code[0].isEmpty {
      throw CellFileError(file, .emptyCode, at: fields[column.field], column: column.name)
    }
    let position = fields[0].position
    if let status {
      let word = fields[status.field].text
      if let hidden {
        if hidden.contains(word) {
          return PublishedLine(codes: codes, figure: nil, position: position)
        }
      } else {
        let plain = word.lowercased()
        if Self.absentWords.contains(plain) { return nil }
        if Self.hiddenWords.contains(plain) {
          return PublishedLine(codes: codes, figure: nil, position: position)
        }
        guard Self.shownWords.contains(plain) else {
          throw CellFileError(
            file: file, kind: .unknownStatus, position: fields[status.field].position,
            column: status.name, excerpt: word)
        }
      }
    }
    let text = fields[figure.field].text
    return PublishedLine(
      codes: codes,
      figure: Self.noFigures.contains(text) ? nil : try number(fields[figure.field]),
      position: position)
  }

  /// A whole number, also as R writes it: `12.0`, `1e+05`; `-` is nil.
  private func number(_ field: DelimitedField) throws(CellFileError) -> Int32 {
    if field.text == "-" { return 0 }
    guard let number = Double(field.text), number >= 0, number == number.rounded() else {
      throw CellFileError(file, .notAWholeNumber, at: field, column: figure.name)
    }
    guard let exact = Int32(exactly: number) else {
      throw CellFileError(file, .tooLarge, at: field, column: figure.name)
    }
    return exact
  }

  /// The code of a column that is its total, if one is.
  func total(among codes: Set<String>) -> String? {
    Self.totalCodes.first { codes.contains($0) }
  }

  /// The dimensions of the lines.
  func dimensions(
    _ lines: [PublishedLine], totals: [String?]
  ) throws(CellFileError) -> CellDimensions {
    var seen: Set<String> = []
    let further = hierarchies.filter { !seen.insert($0.columns[0]).inserted }
    return try CellDimensions(
      columns: codes.enumerated().map { place, code in
        (code.name, code.hierarchy?.hierarchy ?? flat(lines, place, total: totals[place]))
      },
      sums: further)
  }

  private func flat(_ lines: [PublishedLine], _ column: Int, total: String?) -> Hierarchy {
    var found = Set(lines.map { $0.codes[column][0] })
    let root = total ?? "Total"
    found.remove(root)
    return Hierarchy(
      id: codes[column].name,
      levelLabels: [Label(root)] + (found.isEmpty ? [] : [Label(codes[column].name)]),
      nodes: [(Category(code: root, label: Label(root)), 0)]
        + found.sorted().map { (Category(code: $0, label: Label($0)), 1) })
  }
}
