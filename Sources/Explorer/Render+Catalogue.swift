import Canvas
import Classifications
import Publication
import TableViews

extension ExplorerState {
  /// A line of the list of tables.
  enum CatalogueLine: Hashable {
    /// Name of a statistic: index into the statistics.
    case statistic(Int)
    /// A table: index into what the catalogue shows.
    case table(Int)
  }

  /// The lines of the list: each statistic above its tables.
  var catalogueLines: [CatalogueLine] {
    var lines: [CatalogueLine] = []
    var last = -1
    for (index, entry) in catalogue.shown.enumerated() {
      if entry.statistic != last { lines.append(.statistic(entry.statistic)) }
      last = entry.statistic
      lines.append(.table(index))
    }
    return lines
  }

  /// The lines in sight, and the row of the screen of the first.
  func catalogueWindow(_ lines: [CatalogueLine], size: Size) -> (lines: Range<Int>, row: Int) {
    let details = size.rows >= 20 ? 6 : 0
    let height = max(1, size.rows - 3 - FooterEntry.rows(size: size).count - details)
    let selected = lines.firstIndex(of: .table(catalogue.selection)) ?? 0
    return (ListSelection.window(around: selected, count: lines.count, height: height), 2)
  }

  /// Draws the list of statistics and their tables.
  func drawCatalogue(on screen: inout Screen) {
    let size = screen.size
    screen.writeCut("prikk: statistics and their tables", row: 0, column: 0, face: .title)
    drawCatalogueFilter(on: &screen)
    let lines = catalogueLines
    let window = catalogueWindow(lines, size: size)
    let idWidth = min(
      size.columns / 3, catalogue.shown.lazy.map { columnCount(of: $0.id) }.max() ?? 0)
    for (offset, line) in lines[window.lines].enumerated() {
      let row = window.row + offset
      switch line {
      case .statistic(let index):
        let statistic = statistics[index]
        let name = "\(statistic.title.english) \(statistic.period)"
        let end = screen.writeCut(name, row: row, column: 0, face: .heading)
        let words = [
          statistic.agency.english, statistic.isSynthetic ? "synthetic data" : "",
          statistic.policy.name.english,
        ]
        screen.writeCut(
          words.filter { !$0.isEmpty }.joined(separator: ", "), row: row, column: end + 2,
          face: .stub)
      case .table(let index):
        drawCatalogueTable(index, idWidth: idWidth, row: row, on: &screen)
      }
    }
    if lines.isEmpty {
      screen.writeCut("No table has these words.", row: 2, column: 2, face: .disabled)
    }
    let statusRow = FooterEntry.rows(size: size).lowerBound - 1
    if size.rows >= 20 { drawCatalogueDetails(row: statusRow - 6, on: &screen) }
    let count = counted(catalogue.shown.count, "table", "tables")
    drawStatus(count, position: "", row: statusRow, on: &screen)
  }

  private func drawCatalogueFilter(on screen: inout Screen) {
    guard catalogue.isTyping || !catalogue.filter.isEmpty else { return }
    let label = "Filter: "
    let end = screen.write(label, row: 1, column: 0, face: .status)
    screen.drawLine(
      catalogue.filter, row: 1, column: end, limit: screen.size.columns,
      hasCursor: catalogue.isTyping)
  }

  private func drawCatalogueTable(
    _ index: Int, idWidth: Int, row: Int, on screen: inout Screen
  ) {
    let entry = catalogue.shown[index]
    let statistic = statistics[entry.statistic]
    // The title of the view that opens: tables of one content differ in what they are by.
    let title = ViewState(statistic: statistic, table: statistic.tables[entry.table]).title
    let isSelected = index == catalogue.selection
    let face: Face = isSelected ? .choice : .normal
    screen.write(isSelected ? ">" : " ", row: row, column: 0, face: face)
    screen.writeCut(entry.id, row: row, column: 2, face: face, limit: 2 + idWidth)
    screen.writeCut(title, row: row, column: idWidth + 4, face: face)
  }

  /// What is known of the chosen table.
  private func drawCatalogueDetails(row: Int, on screen: inout Screen) {
    screen.write(
      String(repeating: "─", count: screen.size.columns), row: row, column: 0, face: .frame)
    guard let entry = catalogue.selected else { return }
    let statistic = statistics[entry.statistic]
    let table = statistic.tables[entry.table]
    let dimensions = table.dimensions.map { statistic.dimensions[$0].label.english }
    let lines = [
      table.title.english,
      "By " + enumeration(dimensions),
      "Shows " + enumeration(table.measures.map(\.label.english)),
      statistic.source.english,
    ]
    for (index, line) in lines.enumerated() {
      screen.writeCut(
        line, row: row + 1 + index, column: 0, face: index == 0 ? .title : .status)
    }
  }
}

extension Screen {
  /// Draws a line of text that is being typed, scrolled so that its cursor is in sight.
  mutating func drawLine(
    _ line: LineEditor, row: Int, column: Int, limit: Int, hasCursor: Bool
  ) {
    let room = max(1, min(limit, size.columns) - column - 1)
    var first = line.cursor
    var used = 0
    while first > 0 {
      let width = abs(displayWidth(of: line.characters[first - 1]))
      if used + width > room { break }
      used += width
      first -= 1
    }
    fill(row: row, from: column, to: limit, face: .input)
    write(String(line.characters[first...]), row: row, column: column, face: .input, limit: limit)
    if hasCursor, (0..<size.rows).contains(row), column + used < size.columns {
      cursor = Position(row: row, column: column + used)
    }
  }
}
