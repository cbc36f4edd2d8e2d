import Canvas

/// The screen with the blanks right before a symbol in the symbol's face, where nobody sees it.
///
/// A page of hidden cells replaces `  3` by `  :`; blanks of another face would cost two changes
/// of face for every cell. It depends on the row alone, so that rows that scroll stay the same.
func withSymbolBlanks(_ screen: Screen) -> Screen {
  var thrifty = screen
  for row in 0..<screen.size.rows {
    for column in 0..<screen.size.columns where screen[row, column].face == .symbol {
      var start = column
      while start > 0, column - start < mostSymbolBlanks, screen[row, start - 1] == .blank {
        start -= 1
      }
      if start < column { thrifty.fill(row: row, from: start, to: column, face: .symbol) }
    }
  }
  return thrifty
}

/// As many as a short figure has digits besides the one that the symbol itself replaces.
private let mostSymbolBlanks = 2
