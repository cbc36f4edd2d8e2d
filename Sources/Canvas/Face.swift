/// What a cell of the screen is for.
///
/// The terminal decides how it looks. The letter is how golden screens write it.
public enum Face: Character, Sendable, Hashable, CaseIterable {
  /// Plain text and figures.
  case normal = " "
  /// Title of the table or screen.
  case title = "T"
  /// Heading of a column.
  case heading = "H"
  /// Label of a row.
  case stub = "S"
  /// A symbol in place of a figure.
  case symbol = "x"
  /// The cell under the cursor.
  case cursor = "C"
  /// Heading or stub of the cell under the cursor.
  case cursorLabel = "c"
  /// Breadcrumbs.
  case crumb = "b"
  /// Status line.
  case status = "s"
  /// A key in the footer.
  case key = "K"
  /// The words beside a key.
  case footer = "f"
  /// What is there but cannot be used now.
  case disabled = "d"
  /// Text of a dialog.
  case dialog = "D"
  /// Frame and title of a dialog.
  case frame = "F"
  /// The chosen line of a list.
  case choice = "P"
  /// A text being typed.
  case input = "I"
  /// Letters that a search found.
  case match = "M"
  /// A sentence that something went wrong.
  case warning = "W"
}
