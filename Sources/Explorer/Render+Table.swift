import Canvas
import Classifications
import Publication
import TableViews

extension ExplorerState {
  /// Draws the table in view.
  func drawTable(_ page: TablePage, on screen: inout Screen) {
    let geometry = TableGeometry(page, size: screen.size)
    drawTitle(page, geometry, on: &screen)
    drawHeading(page, geometry, on: &screen)
    if page.hasCells {
      for row in geometry.rows { drawRow(row, page, geometry, on: &screen) }
    } else {
      screen.writeCut(
        page.view.state.words(
          page.view.state.condition == nil ? .emptyRows(key: "e") : .noRowMeets(key: "&")),
        row: geometry.regions.body.lowerBound,
        column: 0,
        face: .disabled)
    }
    drawCounts(page, geometry, on: &screen)
    guard page.hasCells else {
      drawStatus("", position: "", row: geometry.regions.status, on: &screen)
      return
    }
    // What stays the same on the way down comes first, so that only the end changes.
    let place = page.cursorPlace
    let cell = page.view[page.row, page.column]
    let meaning =
      cell.status == .published && !cell.isNil
      ? cell.grouped : page.view.state.meaning(of: cell)
    let words = [place.column, place.row].filter { !$0.isEmpty }.joined(separator: " | ")
    drawStatus(
      "\(words): \(meaning)", position: "\(page.row + 1)/\(page.view.rows.count)",
      row: geometry.regions.status, on: &screen)
  }

  private func drawTitle(
    _ page: TablePage, _ geometry: TableGeometry, on screen: inout Screen
  ) {
    let isComputing = pending?.isSlow == true
    let mark = isComputing ? " computing… " : ""
    let end = screen.size.columns - columnCount(of: mark)
    let rows = geometry.regions.title
    var lines = wrap(page.view.title, to: screen.size.columns)
    lines = lines.prefix(rows.count - 1) + [lines.dropFirst(rows.count - 1).joined(separator: " ")]
    for (row, line) in zip(rows, lines) {
      screen.writeCut(
        line, row: row, column: 0, face: .title,
        limit: row == rows.upperBound - 1 ? end : screen.size.columns)
    }
    screen.write(mark, row: rows.upperBound - 1, column: end, face: .warning)
    guard let row = geometry.regions.crumbs else { return }
    screen.writeCut(
      page.crumbs.map { $0.lead + $0.text }.joined(), row: row, column: 0, face: .crumb,
      limit: page.crumbsLimit(columns: screen.size.columns))
    screen.writeRight(
      page.view.state.syntheticText ?? "", row: row, end: screen.size.columns, face: .crumb)
  }

  private func drawRow(
    _ row: Int, _ page: TablePage, _ geometry: TableGeometry, on screen: inout Screen
  ) {
    let line = geometry.regions.body.lowerBound + row - geometry.rows.lowerBound
    let isCursorRow = row == page.row
    let from = row == geometry.rows.lowerBound ? 0 : page.layout.rowChanges[row]
    var start = 0
    for (dimension, width) in geometry.stubWidths.enumerated() {
      let isInnermost = dimension == geometry.stubWidths.count - 1
      if dimension >= from || isInnermost {
        let text = TableLayout.stubText(page.view.rows[row], dimension)
        let face: Face = isCursorRow && isInnermost ? .cursorLabel : .stub
        let blanks = text.prefix { $0 == " " }.count
        screen.writeCut(
          String(text.dropFirst(blanks)), row: line, column: start + min(blanks, width - 1),
          face: face, limit: start + width)
      }
      start += width + 1
    }
    for column in geometry.columns {
      let cell = page.view[row, column.index]
      var face: Face = cell.status == .published ? .normal : .symbol
      if isCursorRow, column.index == page.column {
        face = .cursor
        screen.fill(row: line, from: column.start, to: column.end, face: face)
      }
      drawFigure(cell.grouped, in: column, row: line, face: face, on: &screen)
    }
  }

  /// Draws a figure right-aligned.
  ///
  /// One that has no room is not cut: half a figure is a wrong one.
  private func drawFigure(
    _ text: String, in column: TableGeometry.VisibleColumn, row: Int, face: Face,
    on screen: inout Screen
  ) {
    let columns = columnCount(of: text)
    guard columns <= column.width else {
      screen.fill(row: row, from: column.start, to: column.end, face: face)
      screen.write(
        String(repeating: "#", count: column.width), row: row, column: column.start, face: face)
      return
    }
    screen.write(text, row: row, column: column.end - columns, face: face)
  }

  /// The symbols in view and how figures come about.
  ///
  /// What does not fit is cut at the beginning: the end says what figures are in per cent of.
  private func drawLegend(_ page: TablePage, rows: Range<Int>, on screen: inout Screen) {
    let width = screen.size.columns
    let symbols = page.symbolText
    if rows.count > 1 {
      let lines = page.legendLines(width: width)
      for (row, line) in zip(rows, lines.dropLast()) {
        let face: Face = symbols.isEmpty ? .status : .symbol
        screen.writeCut(line, row: row, column: 0, face: face)
      }
      screen.write(
        cutBeginning(of: lines.last ?? "", to: width), row: rows.upperBound - 1, column: 0,
        face: .status)
      return
    }
    let row = rows.lowerBound
    var column = screen.writeCut(symbols, row: row, column: 0, face: .symbol)
    if column > 0 { column += 3 }
    if column < width {
      screen.write(
        cutBeginning(of: page.view.figureText, to: width - column), row: row, column: column,
        face: .status)
    }
  }

  /// What is shown and hidden, and the meaning of the symbols in view.
  private func drawCounts(
    _ page: TablePage, _ geometry: TableGeometry, on screen: inout Screen
  ) {
    let view = page.view
    let symbols = page.symbolText
    let policy = view.state.statistic.policy.name.text(in: view.state.language)
    var counts = view.state.words(
      .shown(grouped(view.shownCount), hidden: grouped(view.hiddenCount)))
    if view.leftOutRowCount > 0 {
      counts += ", " + view.state.words(.rowsLeftOut(view.leftOutRowCount))
    }
    let release = view.state.words(
      .release(hidden: grouped(view.hiddenInRelease), of: grouped(view.cellsInRelease)))
    if !geometry.regions.legend.isEmpty {
      drawLegend(page, rows: geometry.regions.legend, on: &screen)
      if let row = geometry.regions.counts {
        screen.writeCut(
          [counts, policy, release].joined(separator: "   "), row: row, column: 0, face: .status)
      }
    } else if let row = geometry.regions.counts {
      let end = screen.writeCut(symbols, row: row, column: 0, face: .symbol)
      screen.writeCut(
        [counts, policy].joined(separator: "  "), row: row, column: end == 0 ? 0 : end + 2,
        face: .status)
    }
  }
}
