import Canvas

extension ExplorerState {
  /// Draws the name under which the view is saved.
  func drawKeep(_ dialog: KeepDialog, on screen: inout Screen) {
    let width = DialogBox(size: screen.size, wanted: 3).textWidth
    let said: (text: String, face: Face) =
      if let failure = dialog.failure {
        ("! " + failure, .warning)
      } else if dialog.isAsking {
        ("There is such a view already. Replace it (y) or not (n)?", .warning)
      } else {
        (dialog.isWriting ? "Saving…" : dialog.description, .status)
      }
    let lines = wrap(said.text, to: width).map { DialogLine(text: $0, face: said.face) }
    let box = DialogBox(size: screen.size, wanted: 2 + lines.count)
    screen.drawBox(box, title: "Save the view under a name", note: "")
    screen.drawLine(
      dialog.name, row: box.top + 1, column: box.left + 2, limit: box.left + box.columns - 2,
      hasCursor: !dialog.isAsking && !dialog.isWriting)
    screen.draw(lines, in: box, from: min(2, box.textRows - 1))
  }

  /// Draws the saved views.
  func drawKeptViews(_ dialog: KeptViewsDialog, on screen: inout Screen) {
    let box = DialogBox(size: screen.size, wanted: dialog.shown.count + 3)
    screen.drawBox(box, title: "Saved views", note: "\(dialog.shown.count)")
    let label = "Search: "
    screen.write(label, row: box.top + 1, column: box.left + 2, face: .dialog)
    screen.drawLine(
      dialog.filter, row: box.top + 1, column: box.left + 2 + columnCount(of: label),
      limit: box.left + box.columns - 2, hasCursor: true)
    screen.draw(
      dialog.window(box).map { index in
        let entry = dialog.shown[index]
        let face: Face = entry.view == nil ? .disabled : .dialog
        return DialogLine(
          text: entry.name, face: index == dialog.selection.index ? .choice : face,
          note: entry.note)
      }, in: box, from: 1)
    screen.draw(
      [DialogLine(text: dialog.description, face: .status)], in: box, from: box.textRows - 1)
  }
}
