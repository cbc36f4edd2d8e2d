import Canvas
import TableViews

extension ExplorerState {
  /// Draws the heading: each text once over all columns that it belongs to.
  func drawHeading(_ page: TablePage, _ geometry: TableGeometry, on screen: inout Screen) {
    let rows = geometry.regions.heading
    drawCorner(page, geometry, row: rows.upperBound - 1, on: &screen)
    if let rule = geometry.regions.rule {
      screen.write(
        String(repeating: "─", count: screen.size.columns), row: rule, column: 0, face: .frame)
    }
    // On a low screen the outermost levels give way: the innermost stand next to the figures.
    let leafRows = min(page.layout.leafHeight, rows.count)
    let upperRows = rows.count - leafRows
    let firstLevel = page.layout.upperLevels - upperRows
    for line in 0..<max(0, upperRows) where firstLevel + line >= 0 {
      drawLevel(
        firstLevel + line, page, geometry, row: rows.lowerBound + line, on: &screen)
    }
    for column in geometry.columns {
      let lines = page.layout.leafLines[column.index].suffix(leafRows)
      let face: Face = column.index == page.column ? .cursorLabel : .heading
      for (index, text) in lines.enumerated() {
        let text = cut(text, to: column.width)
        screen.writeRight(
          text, row: rows.upperBound - lines.count + index, end: column.end, face: face)
      }
    }
    drawMarkers(page, geometry, row: rows.upperBound - 1, on: &screen)
  }

  private func drawCorner(
    _ page: TablePage, _ geometry: TableGeometry, row: Int, on screen: inout Screen
  ) {
    var start = 0
    for (name, width) in zip(page.view.stubNames, geometry.stubWidths) {
      screen.writeCut(name, row: row, column: start, face: .heading, limit: start + width)
      start += width + 1
    }
  }

  /// One level above the innermost: a text begins where it changes, and at the left edge.
  private func drawLevel(
    _ level: Int, _ page: TablePage, _ geometry: TableGeometry, row: Int, on screen: inout Screen
  ) {
    let columns = geometry.columns
    var first = 0
    while first < columns.count {
      var next = first + 1
      while next < columns.count, page.layout.columnChanges[columns[next].index] > level {
        next += 1
      }
      let texts = TableLayout.headingTexts(
        of: page.view.columns[columns[first].index], in: page.view.state)
      let holdsCursor = columns[first..<next].contains { $0.index == page.column }
      screen.writeCut(
        level < texts.count ? texts[level] : "", row: row, column: columns[first].start,
        face: holdsCursor ? .cursorLabel : .heading, limit: columns[next - 1].end)
      first = next
    }
  }

  /// `‹` and `›` where there are columns out of sight.
  private func drawMarkers(
    _ page: TablePage, _ geometry: TableGeometry, row: Int, on screen: inout Screen
  ) {
    if page.left > 0, let first = geometry.columns.first {
      screen.write("‹", row: row, column: first.start - 2, face: .frame)
    }
    if let last = geometry.columns.last, last.index < page.lastColumn {
      screen.write("›", row: row, column: screen.size.columns - 1, face: .frame)
    }
  }
}
