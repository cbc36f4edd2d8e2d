import Canvas

/// Where a dialog stands on the screen: over the table, below the title, above the status line.
struct DialogBox: Sendable, Hashable {
  /// First row, of the frame.
  let top: Int
  /// First column, of the frame.
  let left: Int
  /// Rows, frame included.
  let rows: Int
  /// Columns, frame included.
  let columns: Int

  /// A box for `wanted` lines of text on a screen of `size`.
  init(size: Size, wanted: Int) {
    let footerRows = size.rows >= 24 ? 2 : 1
    let room = size.rows - footerRows - 1
    columns = max(4, min(size.columns, size.columns >= 60 ? size.columns - 8 : .max, 86))
    rows = max(3, min(room, wanted == .max ? room : wanted + 2))
    top = max(0, (room - rows) / 2)
    left = max(0, (size.columns - columns) / 2)
  }

  /// A box at the bottom that leaves `above` rows of the table in sight, where there is room.
  init(below above: Int, size: Size, wanted: Int) {
    let centred = DialogBox(size: size, wanted: wanted)
    let room = size.rows - (size.rows >= 24 ? 2 : 1) - 1
    columns = centred.columns
    left = centred.left
    rows = room - above >= 10 ? min(centred.rows, room - above) : centred.rows
    top = max(0, room - rows)
  }

  /// Columns for text.
  var textWidth: Int { max(1, columns - 4) }

  /// Rows for text.
  var textRows: Int { max(1, rows - 2) }
}
