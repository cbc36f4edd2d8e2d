import Canvas
import Classifications
import Publication
import TableViews

/// What drawing a view needs to know about all its lines, computed once when its figures come.
struct TableLayout: Sendable, Equatable {
  /// Blanks between two columns.
  static let gap = 2
  /// The lines that a heading is made to fit into, if its column gets no wider than allowed.
  static let wantedLeafLines = 3
  /// The most lines that a heading takes at its innermost level.
  static let mostLeafLines = 6

  /// Columns of the terminal that each column of the view takes, its gap not included.
  let columnWidths: [Int]
  /// All columns with their gaps.
  let totalWidth: Int
  /// The innermost heading of each column, broken into lines.
  let leafLines: [[String]]
  /// Lines of the innermost heading.
  let leafHeight: Int
  /// Levels of the heading above the innermost.
  let upperLevels: Int
  /// For each column the outermost level at which it differs from the one before.
  let columnChanges: [Int]
  /// For each row the outermost stub dimension in which it differs from the one before.
  let rowChanges: [Int]
  /// Columns that the labels of each stub dimension would like to have.
  let stubWidths: [Int]

  /// The layout of `view`.
  init(_ view: TableView) {
    let state = view.state
    let headings = view.columns.map { Self.headingTexts(of: $0, in: state) }
    let figureWidths = Self.figureWidths(view)
    let widths = zip(figureWidths, headings).map { figures, texts in
      max(figures, Self.leafWidth(texts.last ?? ""))
    }
    let lines = zip(widths, headings).map { width, texts in
      Self.leafLines(texts.last ?? "", width: width)
    }
    columnWidths = widths
    totalWidth = widths.reduce(0) { $0 + $1 + Self.gap }
    leafLines = lines
    leafHeight = lines.lazy.map(\.count).max() ?? 1
    upperLevels = (headings.lazy.map(\.count).max() ?? 1) - 1
    columnChanges = Self.changes(headings)
    rowChanges = Self.changes(view.rows.map(\.categories))
    stubWidths = view.stubNames.indices.map { dimension in
      view.rows.lazy.map { row in
        columnCount(of: Self.stubText(row, dimension))
      }.reduce(columnCount(of: view.stubNames[dimension]), max)
    }
  }

  /// The texts above a column, outermost first; never empty.
  ///
  /// The one that rows are sorted by has a mark at its end.
  static func headingTexts(of column: ViewLine, in state: ViewState) -> [String] {
    var texts = column.texts
    if texts.isEmpty, let measure = column.measure ?? state.measures.first {
      texts = [state.heading(ofMeasure: measure)]
    }
    let last = texts.popLast() ?? ""
    guard let sort = state.sort, sort.categories == column.categories,
      sort.measure == column.measure ?? sort.measure, sort.derivation == column.derivation
    else { return texts + [last] }
    return texts + [last + (sort.isDescending ? "▼" : "▲")]
  }

  /// A label of a row with its indent.
  static func stubText(_ row: ViewLine, _ dimension: Int) -> String {
    guard dimension < row.texts.count else { return "" }
    let indent = dimension < row.indents.count ? row.indents[dimension] : 0
    return String(repeating: "  ", count: indent) + row.texts[dimension]
  }

  private static func figureWidths(_ view: TableView) -> [Int] {
    var widths = Array(repeating: 1, count: view.columns.count)
    guard !widths.isEmpty else { return widths }
    for (index, cell) in view.cells.enumerated() {
      let column = index % widths.count
      // A figure with its blanks takes at most a third more than its letters: only what could be
      // wider than the column so far is measured.
      let letters = cell.text.utf8.count
      guard letters + letters / 3 + 1 > widths[column] else { continue }
      widths[column] = max(widths[column], columnCount(of: cell.grouped))
    }
    return widths
  }

  /// Columns for an innermost heading: its longest word, or a third of it when it is long.
  private static func leafWidth(_ text: String) -> Int {
    let longest = text.split(separator: " ").lazy.map { displayWidth(of: $0) }.max() ?? 0
    let whole = columnCount(of: text)
    return min(max(longest, min(whole, 10), whole / wantedLeafLines + 2), 16, max(1, whole))
  }

  private static func leafLines(_ text: String, width: Int) -> [String] {
    let lines = wrap(text, to: width)
    guard lines.count > mostLeafLines else { return lines }
    let rest = lines[(mostLeafLines - 1)...].joined(separator: " ")
    return lines.prefix(mostLeafLines - 1) + [cut(rest, to: width)]
  }

  private static func changes<Element: Equatable>(_ lines: [[Element]]) -> [Int] {
    lines.indices.map { index in
      guard index > 0 else { return 0 }
      let (line, before) = (lines[index], lines[index - 1])
      return zip(line, before).prefix { $0 == $1 }.reduce(0) { count, _ in count + 1 }
    }
  }
}
