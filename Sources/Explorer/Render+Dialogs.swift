import Canvas
import Classifications
import Publication
import TableViews

/// A line of a dialog.
struct DialogLine: Sendable, Hashable {
  /// The text.
  var text: String
  /// Its face.
  var face: Face = .dialog
  /// What stands at the right end.
  var note: String = ""
  /// The characters of the text that a search found.
  var marks: [Int] = []
}

extension ExplorerState {
  /// Draws what stands in front of the screen.
  func drawDialog(on screen: inout Screen) {
    switch dialog {
    case .find(let prompt): drawFind(prompt, on: &screen)
    case .text(let text): drawText(text, on: &screen)
    case .help(let help): drawHelp(help, on: &screen)
    case .pivot(let pivot): drawPivot(pivot, on: &screen)
    case .dimensions(let dimensions): drawDimensions(dimensions, on: &screen)
    case .values(let values): drawValues(values, on: &screen)
    case .measures(let measures): drawMeasures(measures, on: &screen)
    case .export(let export): drawExport(export, on: &screen)
    case .copy(let copy): drawCopy(copy, on: &screen)
    case .palette(let palette): drawPalette(palette, on: &screen)
    case .condition(let prompt): drawCondition(prompt, on: &screen)
    case .keep(let keep): drawKeep(keep, on: &screen)
    case .keptViews(let views): drawKeptViews(views, on: &screen)
    case nil: break
    }
  }

  private func drawFind(_ prompt: FindPrompt, on screen: inout Screen) {
    let row = FooterEntry.rows(size: screen.size).lowerBound - 1
    screen.fill(row: row, from: 0, to: screen.size.columns, face: .normal)
    let problem = problem(prompt)
    let end = screen.write("Find: ", row: row, column: 0, face: .status)
    let limit = max(end + 8, screen.size.columns - columnCount(of: problem))
    screen.writeCut(problem, row: row, column: limit, face: .warning)
    screen.drawLine(prompt.line, row: row, column: end, limit: limit, hasCursor: true)
  }

  /// What to say beside a text that is searched for: where it is when it is not in the view.
  private func problem(_ prompt: FindPrompt) -> String {
    guard !prompt.line.isEmpty, let page else { return "" }
    guard let elsewhere = prompt.elsewhere else {
      return prompt.matches.isEmpty ? " not found" : ""
    }
    let name = page.view.state.name(of: elsewhere.category, at: elsewhere.place)
    return " not in this view: Enter shows " + name
  }

  private func drawText(_ text: TextDialog, on screen: inout Screen) {
    let width = DialogBox(size: screen.size, wanted: .max).textWidth
    let lines = text.lines(width: width)
    let box = DialogBox(size: screen.size, wanted: lines.count)
    let shown = lines.dropFirst(min(text.top, max(0, lines.count - box.textRows)))
      .prefix(box.textRows)
    let note = lines.count > box.textRows ? "\(text.top + 1)/\(lines.count)" : ""
    screen.drawBox(box, title: text.title, note: note)
    screen.draw(
      shown.map { DialogLine(text: $0.text, face: $0.isHeading ? .heading : .dialog) }, in: box)
  }

  private func drawHelp(_ help: HelpDialog, on screen: inout Screen) {
    let box = DialogBox(size: screen.size, wanted: help.lines.count + help.headRows)
    screen.drawBox(box, title: "Keys", note: "\(help.shown.count)")
    if help.headRows > 0 {
      screen.drawLine(
        help.filter, row: box.top + 1, column: box.left + 2, limit: box.left + box.columns - 2,
        hasCursor: help.isTyping)
    }
    let window = help.window(box)
    let lines = help.lines[window].map { line -> DialogLine in
      switch line {
      case .topic(let topic): return DialogLine(text: topic.rawValue, face: .heading)
      case .entry(let index):
        let entry = help.shown[index]
        let key = entry.binding.keyText
        let pad = String(repeating: " ", count: max(1, 11 - columnCount(of: key)))
        let text =
          "  " + key + pad + entry.binding.help
          + (entry.reason.map { " Not now: \($0)" } ?? "")
        let face: Face = entry.reason == nil ? .dialog : .disabled
        return DialogLine(text: text, face: index == help.selection.index ? .choice : face)
      }
    }
    screen.draw(lines, in: box, from: help.headRows)
  }

  private func drawPivot(_ pivot: PivotDialog, on screen: inout Screen) {
    let lines = pivot.lines
    let box = pivot.box(size: screen.size)
    let refusal = pivot.refusal.map { wrap("! " + $0, to: box.textWidth) }
    let description =
      refusal.map { $0.prefix(1) + ($0.count > 1 ? [$0.dropFirst().joined(separator: " ")] : []) }
      ?? pivot.description
    screen.drawBox(box, title: "Pivot", note: "")
    let window = pivot.window(box)
    screen.draw(
      lines[window].map { line in
        guard let place = line.place else { return DialogLine(text: line.text, face: .heading) }
        let face: Face = place == pivot.place ? .choice : .dialog
        return DialogLine(text: "  " + line.text, face: face, note: pivot.selectionText(of: place))
      }, in: box)
    screen.draw(
      description.map { DialogLine(text: $0, face: pivot.refusal == nil ? .status : .warning) },
      in: box, from: box.textRows - description.count)
  }

  private func drawDimensions(_ dialog: DimensionsDialog, on screen: inout Screen) {
    let places = dialog.places
    let box = DialogBox(size: screen.size, wanted: places.count)
    screen.drawBox(box, title: "Filter: which dimension", note: "")
    let window = ListSelection.window(
      around: dialog.selection.index, count: places.count, height: box.textRows)
    screen.draw(
      window.map { index in
        let place = places[index]
        let view = dialog.view
        return DialogLine(
          text: view.dimension(at: place).label.text(in: view.language),
          face: index == dialog.selection.index ? .choice : .dialog,
          note: view.selectionText(of: place))
      }, in: box)
  }

  private func drawMeasures(_ dialog: MeasuresDialog, on screen: inout Screen) {
    let box = DialogBox(size: screen.size, wanted: dialog.names.count)
    screen.drawBox(box, title: "Figures side by side", note: "")
    let window = ListSelection.window(
      around: dialog.selection.index, count: dialog.names.count, height: box.textRows)
    screen.draw(
      window.map { index in
        DialogLine(
          text: (dialog.marks.contains(index) ? "[x] " : "[ ] ") + dialog.names[index],
          face: index == dialog.selection.index ? .choice : .dialog)
      }, in: box)
  }

  private func drawCopy(_ dialog: CopyDialog, on screen: inout Screen) {
    guard let page else { return }
    let box = DialogBox(size: screen.size, wanted: CopyDialog.choices.count)
    screen.drawBox(box, title: "Copy to the clipboard of the terminal", note: "")
    let window = ListSelection.window(
      around: dialog.selection.index, count: CopyDialog.choices.count, height: box.textRows)
    screen.draw(
      window.map { index in
        let choice = CopyDialog.choices[index]
        return DialogLine(
          text: choice.name, face: index == dialog.selection.index ? .choice : .dialog,
          note: page.copiedSize(choice))
      }, in: box)
  }

  private func drawExport(_ dialog: ExportDialog, on screen: inout Screen) {
    let width = DialogBox(size: screen.size, wanted: 3).textWidth
    var said: [DialogLine] = []
    if let failure = dialog.failure {
      said = wrap("! " + failure, to: width).map { DialogLine(text: $0, face: .warning) }
    } else if dialog.isAsking {
      said = wrap("There is such a file already. Replace it (y) or not (n)?", to: width)
        .map { DialogLine(text: $0, face: .warning) }
    } else {
      let state = dialog.isWriting ? "Writing…" : "The view as it is shown goes into this file."
      said = wrap(state, to: width).map { DialogLine(text: $0, face: .status) }
    }
    let box = DialogBox(size: screen.size, wanted: 2 + said.count)
    screen.drawBox(box, title: "Export to a CSV file", note: "")
    screen.drawLine(
      dialog.path, row: box.top + 1, column: box.left + 2, limit: box.left + box.columns - 2,
      hasCursor: !dialog.isAsking && !dialog.isWriting)
    screen.draw(said, in: box, from: min(2, box.textRows - 1))
  }
}

extension Screen {
  /// Draws the frame of a dialog and clears what is inside.
  mutating func drawBox(_ box: DialogBox, title: String, note: String) {
    let last = box.left + box.columns - 1
    let bar = String(repeating: "─", count: max(0, box.columns - 2))
    for row in box.top..<(box.top + box.rows) {
      let isEdge = row == box.top || row == box.top + box.rows - 1
      let ends = row == box.top ? ("┌", "┐") : isEdge ? ("└", "┘") : ("│", "│")
      fill(row: row, from: box.left, to: last + 1, face: .dialog)
      write(ends.0, row: row, column: box.left, face: .frame)
      if isEdge { write(bar, row: row, column: box.left + 1, face: .frame) }
      write(ends.1, row: row, column: last, face: .frame)
    }
    writeCut(" \(title) ", row: box.top, column: box.left + 2, face: .frame, limit: last - 1)
    if !note.isEmpty {
      writeRight(" \(note) ", row: box.top + box.rows - 1, end: last - 1, face: .frame)
    }
  }

  /// Draws lines inside a dialog, beginning at its line `from`, perhaps in fewer columns.
  mutating func draw(
    _ lines: [DialogLine], in box: DialogBox, from: Int = 0, width: Int? = nil
  ) {
    let left = box.left + 2
    let right = min(box.left + box.columns - 2, width.map { left + $0 } ?? .max)
    for (index, line) in lines.enumerated() where from + index < box.textRows {
      let row = box.top + 1 + from + index
      let noteWidth = min(columnCount(of: line.note), (right - left) / 2)
      if line.face == .choice { fill(row: row, from: left, to: right, face: .choice) }
      let limit = noteWidth == 0 ? right : right - noteWidth - 1
      writeCut(line.text, row: row, column: left, face: line.face, limit: limit)
      mark(line.marks, of: line.text, row: row, column: left, limit: limit)
      writeRight(cut(line.note, to: noteWidth), row: row, end: right, face: line.face)
    }
  }
}
