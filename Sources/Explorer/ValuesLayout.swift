import Canvas
import Classifications
import Publication
import TableViews

/// Where the list of values and what is known of the chosen one stand in their dialog.
struct ValuesLayout: Sendable {
  /// Columns of text from which there is room for both side by side.
  private static let wideText = 76
  /// The lines that what is known takes below the list, and the rows of text that there have to be
  /// for them.
  private static let factLines = [(lines: 3, rows: 12), (lines: 1, rows: 8)]

  /// The frame.
  let box: DialogBox
  /// Columns of the list, counted from the first for text.
  let listWidth: Int
  /// Rows of the list.
  let listRows: Int
  /// Whether what is known stands beside the list; else below.
  let isWide: Bool
  /// Lines for what is known.
  let factRows: Int

  /// The layout of `dialog` on a screen of `size`.
  init(_ dialog: ValuesDialog, size: Size) {
    let count = dialog.hierarchy.count
    let wide = DialogBox(size: size, wanted: max(count + 2, 10))
    isWide = wide.textWidth >= Self.wideText
    let below = DialogBox(size: size, wanted: count + 2 + (Self.factLines.first?.lines ?? 0))
    box = isWide ? wide : below
    let rows = box.textRows
    let linesBelow = Self.factLines.first { rows >= $0.rows }?.lines ?? 0
    factRows = isWide ? rows - 1 : linesBelow
    listWidth = isWide ? box.textWidth * 3 / 5 : box.textWidth
    listRows = max(1, box.textRows - 2 - (isWide ? 0 : factRows))
  }

  /// The values in sight.
  func window(_ dialog: ValuesDialog) -> Range<Int> {
    ListSelection.window(
      around: dialog.selection.index, count: dialog.listed.count, height: listRows)
  }
}

extension ValuesDialog {
  /// What is known of the chosen value, the first things first.
  var facts: [String] { chosen.map { view.facts(of: $0, at: place) } ?? [] }
}

extension ExplorerState {
  /// Draws the values of a dimension, what is searched for, and what is known of the chosen one.
  func drawValues(_ dialog: ValuesDialog, on screen: inout Screen) {
    let layout = ValuesLayout(dialog, size: screen.size)
    let box = layout.box
    let name = dialog.view.label(of: dialog.place)
    screen.drawBox(
      box, title: "\(dialog.isJump ? "Jump" : "Filter"): \(name)", note: "\(dialog.listed.count)")
    let label = "Search: "
    screen.write(label, row: box.top + 1, column: box.left + 2, face: .dialog)
    screen.drawLine(
      dialog.search, row: box.top + 1, column: box.left + 2 + columnCount(of: label),
      limit: box.left + box.columns - 2, hasCursor: true)
    let pattern = FuzzyPattern(dialog.search.text)
    screen.draw(
      layout.window(dialog).map { line($0, of: dialog, pattern) }, in: box, from: 1,
      width: layout.listWidth)
    drawFacts(of: dialog, layout, on: &screen)
    let outcome = dialog.refusal.map { "! " + $0 } ?? dialog.outcomeText
    screen.draw(
      [DialogLine(text: outcome, face: dialog.refusal == nil ? .status : .warning)], in: box,
      from: box.textRows - 1)
  }

  private func line(
    _ index: Int, of dialog: ValuesDialog, _ pattern: FuzzyPattern
  ) -> DialogLine {
    let category = dialog.listed[index]
    let hierarchy = dialog.hierarchy
    let isTree = dialog.search.isEmpty
    let mark = !dialog.hasMarks ? "" : dialog.marks.contains(category) ? "[x] " : "[ ] "
    let indent = isTree ? String(repeating: "  ", count: hierarchy.levels[category]) : ""
    let label = dialog.view.name(of: category, at: dialog.place)
    let above =
      isTree || hierarchy.levels[category] < 2
      ? "" : ", " + dialog.view.name(of: hierarchy.parents[category], at: dialog.place)
    let found = pattern.match(in: [FuzzyText(label)])?.places ?? []
    return DialogLine(
      text: mark + indent + label + above,
      face: index == dialog.selection.index ? .choice : .dialog,
      note: hierarchy.categories[category].code,
      marks: found.map { $0 + mark.count + indent.count })
  }

  private func drawFacts(of dialog: ValuesDialog, _ layout: ValuesLayout, on screen: inout Screen) {
    guard layout.factRows > 0 else { return }
    let box = layout.box
    guard layout.isWide else {
      for (index, fact) in dialog.facts.prefix(layout.factRows).enumerated() {
        screen.writeCut(
          fact, row: box.top + 2 + layout.listRows + index, column: box.left + 2, face: .status,
          limit: box.left + box.columns - 2)
      }
      return
    }
    let left = box.left + 2 + layout.listWidth + 1
    let width = box.textWidth - layout.listWidth - 3
    let rows = (box.top + 2)..<(box.top + 1 + layout.factRows)
    for row in rows { screen.write("│", row: row, column: left, face: .frame) }
    let lines = dialog.facts.flatMap { wrap($0, to: width) }
    for (row, line) in zip(rows, lines) {
      screen.write(line, row: row, column: left + 2, face: .status)
    }
  }
}
