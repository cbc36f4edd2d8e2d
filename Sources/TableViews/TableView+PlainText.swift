import Publication

extension TableView {
  /// The view as lines of text, as `prikk show` writes it: title, columns aligned, rows indented,
  /// then symbols, notes and source.
  ///
  /// - Parameters:
  ///   - width: columns that the text may take; a wider table is broken into panels that each
  ///     repeat the rows' labels. `nil` never breaks. Labels are never cut, so a single column with
  ///     its labels may still be wider.
  ///   - widthOf: columns that a text takes in a terminal; characters as people count them unless
  ///     told.
  /// - Returns: lines, each with its end.
  public func plainText(
    width: Int?, widthOf: @escaping (String) -> Int = { $0.count }
  ) -> String {
    func folded(_ texts: [String]) -> [String] {
      guard let width else { return texts }
      return texts.flatMap { PlainTextLayout.wrapped($0, to: width, widthOf) }
    }
    var lines = folded([title] + filterTexts + [basisText]) + [""]
    if rows.isEmpty || columns.isEmpty {
      lines.append("\(state.words(.noRows)).")
    } else {
      let layout = PlainTextLayout(view: self, widthOf: widthOf)
      for (position, panel) in layout.panels(width: width).enumerated() {
        if position > 0 { lines.append("") }
        lines += layout.lines(of: panel)
      }
    }
    lines.append("")
    lines += folded(closingLines)
    return lines.map { $0.trimmedEnd + "\n" }.joined()
  }

  /// How figures come about, and whether they are about real units.
  var basisText: String {
    [figureText, state.syntheticText ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// Symbols, counts, notes, source and rule.
  private var closingLines: [String] {
    let document = self.document
    var lines = legend
    if emptyRowCount > 0 {
      lines.append(state.words(.leftOutRows(emptyRowCount)))
    }
    // The last notes say how figures come about: what stands under the title is not said again.
    let isSaid = state.figureText == figureText
    lines += isSaid ? document.notes.dropLast(state.formulas.count) : document.notes[...]
    lines.append("\(state.words(.source)): \(document.source)")
    lines.append("\(state.words(.confidentiality)): \(document.policy)")
    return lines
  }
}

/// Where texts stand in the lines of a plain table.
private struct PlainTextLayout {
  private let view: TableView
  private let widthOf: (String) -> Int
  private let stubTexts: [[String]]
  private let stubWidths: [Int]
  private let columnWidths: [Int]
  private let lastTexts: [[String]]
  private let headingCount: Int
  private let gap = 2

  init(view: TableView, widthOf: @escaping (String) -> Int) {
    self.view = view
    self.widthOf = widthOf
    stubTexts = Self.stubTexts(of: view)
    var stubWidths = view.stubNames.map(widthOf)
    for texts in stubTexts {
      for (position, text) in texts.enumerated() {
        stubWidths[position] = max(stubWidths[position], widthOf(text))
      }
    }
    self.stubWidths = stubWidths
    headingCount = view.columns.first?.texts.count ?? 0
    var widths = view.columns.map { _ in Self.wrappedWidth }
    for (position, cell) in view.cells.enumerated() {
      let column = position % widths.count
      widths[column] = max(widths[column], cell.grouped.utf8.count)
    }
    lastTexts = zip(view.columns, widths).map { column, width in
      Self.wrapped(column.texts.last ?? "", to: width, widthOf)
    }
    widths = lastTexts.map { $0.map(widthOf).max() ?? 0 }
    for (position, cell) in view.cells.enumerated() {
      let column = position % widths.count
      widths[column] = max(widths[column], cell.grouped.utf8.count)
    }
    columnWidths = widths
  }

  /// Headings wider than this, and than the column's figures, stand in several lines.
  private static let wrappedWidth = 12

  /// The words of `text` in lines of at most `width`, a longer word alone in its line.
  static func wrapped(
    _ text: String, to width: Int, _ widthOf: (String) -> Int
  ) -> [String] {
    text.split(separator: " ").reduce(into: [String]()) { lines, word in
      if let last = lines.last, widthOf("\(last) \(word)") <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
  }

  /// Indented texts of the rows; a text that stands in the row above is left out.
  private static func stubTexts(of view: TableView) -> [[String]] {
    var before: [Int] = []
    return view.rows.map { row in
      defer { before = row.categories }
      var isSame = true
      return row.texts.indices.map { position in
        isSame =
          isSame && before.indices.contains(position)
          && before[position] == row.categories[position] && position < row.texts.count - 1
        let indent = String(repeating: "  ", count: row.indents[position])
        return isSame ? "" : indent + row.texts[position]
      }
    }
  }

  /// Columns that stand side by side within `width`.
  func panels(width: Int?) -> [Range<Int>] {
    guard let width else { return [columnWidths.indices] }
    let stub = stubWidths.reduce(0) { $0 + $1 + gap } - gap
    var panels: [Range<Int>] = []
    var start = 0
    for column in columnWidths.indices where column > start {
      let needed = widened(start..<column + 1).reduce(stub) { $0 + gap + $1 }
      guard needed > width else { continue }
      panels.append(start..<column)
      start = column
    }
    panels.append(start..<columnWidths.count)
    return panels
  }

  func lines(of panel: Range<Int>) -> [String] {
    let widths = widened(panel)
    var lines: [String] = []
    let noNames = joined(view.stubNames.map { _ in "" })
    for depth in 0..<max(0, headingCount - 1) {
      lines.append(noNames + heading(depth, panel, widths))
    }
    let height = panel.map { lastTexts[$0].count }.max() ?? 1
    for line in 0..<max(1, height) {
      let stub = line == height - 1 ? joined(view.stubNames) : noNames
      lines.append(stub + lastHeading(line - height, panel, widths))
    }
    let total = stubWidths.reduce(-gap) { $0 + $1 + gap } + widths.reduce(0) { $0 + $1 + gap }
    lines.append(String(repeating: "-", count: total))
    for row in view.rows.indices {
      var line = joined(stubTexts[row])
      for (column, width) in zip(panel, widths) {
        line += blanks(gap) + right(view[row, column].grouped, width)
      }
      lines.append(line)
    }
    return lines
  }

  /// Column widths of a panel, the last column of a run as wide as the label over the run needs.
  private func widened(_ panel: Range<Int>) -> [Int] {
    var widths = Array(columnWidths[panel])
    for depth in 0..<max(0, headingCount - 1) {
      for run in runs(depth, panel) {
        let room = run.reduce(-gap) { $0 + widths[$1 - panel.lowerBound] + gap }
        let needed = widthOf(view.columns[run.lowerBound].texts[depth])
        if needed > room { widths[run.upperBound - 1 - panel.lowerBound] += needed - room }
      }
    }
    return widths
  }

  /// Columns of a panel that share their labels down to `depth`.
  private func runs(_ depth: Int, _ panel: Range<Int>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for column in panel {
      let texts = view.columns[column].texts.prefix(depth + 1)
      if let run = runs.last, view.columns[run.lowerBound].texts.prefix(depth + 1) == texts {
        runs[runs.count - 1] = run.lowerBound..<column + 1
      } else {
        runs.append(column..<column + 1)
      }
    }
    return runs
  }

  private func heading(_ depth: Int, _ panel: Range<Int>, _ widths: [Int]) -> String {
    runs(depth, panel).reduce(into: "") { line, run in
      let room = run.reduce(-gap) { $0 + widths[$1 - panel.lowerBound] + gap }
      let text = view.columns[run.lowerBound].texts[depth]
      line += blanks(gap) + text + blanks(room - widthOf(text))
    }
  }

  /// One line of the innermost headings; -1 is the lowest, so that short ones stand at the bottom.
  private func lastHeading(_ line: Int, _ panel: Range<Int>, _ widths: [Int]) -> String {
    zip(panel, widths).reduce(into: "") { result, column in
      let texts = lastTexts[column.0]
      let text = texts.count + line >= 0 ? texts[texts.count + line] : ""
      result += blanks(gap) + right(text, column.1)
    }
  }

  private func joined(_ stub: [String]) -> String {
    zip(stub, stubWidths).map { text, width in text + blanks(width - widthOf(text)) }
      .joined(separator: blanks(gap))
  }

  private func right(_ text: String, _ width: Int) -> String {
    blanks(width - widthOf(text)) + text
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

extension String {
  /// Without blanks at the end.
  fileprivate var trimmedEnd: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
