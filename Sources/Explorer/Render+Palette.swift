import Canvas

extension ExplorerState {
  /// Draws the palette: what is typed, and what it finds.
  func drawPalette(_ palette: PaletteDialog, on screen: inout Screen) {
    let box = DialogBox(size: screen.size, wanted: .max)
    screen.drawBox(box, title: "Commands and tables", note: "\(palette.shown.count)")
    let end = screen.write(": ", row: box.top + 1, column: box.left + 2, face: .dialog)
    screen.drawLine(
      palette.search, row: box.top + 1, column: end, limit: box.left + box.columns - 2,
      hasCursor: true)
    guard !palette.shown.isEmpty else {
      let nothing = DialogLine(text: "Nothing is found.", face: .disabled)
      screen.draw([nothing], in: box, from: 1)
      return
    }
    let lines = palette.window(box).map { index -> DialogLine in
      let hit = palette.shown[index]
      let face: Face = hit.item.reason == nil ? .dialog : .disabled
      return DialogLine(
        text: hit.item.text + (hit.item.reason.map { " Not now: \($0)" } ?? ""),
        face: index == palette.selection.index ? .choice : face, note: hit.item.note,
        marks: hit.places)
    }
    screen.draw(lines, in: box, from: 1)
    guard let reason = palette.selected?.reason else { return }
    screen.draw(
      [DialogLine(text: "Not now: \(reason)", face: .warning)], in: box, from: box.textRows - 1)
  }
}

extension Screen {
  /// Shows the characters of `text` at `places`, as it was written before `limit`, as found.
  mutating func mark(_ places: [Int], of text: String, row: Int, column: Int, limit: Int) {
    guard !places.isEmpty else { return }
    let shown = cut(text, to: limit - column)
    let whole = shown == text ? shown.count : shown.count - 1
    let places = Set(places)
    var column = column
    for (place, character) in shown.enumerated() {
      let next = column + columnCount(of: String(character))
      if place < whole, places.contains(place) {
        write(String(character), row: row, column: column, face: .match)
      }
      column = next
    }
  }
}
