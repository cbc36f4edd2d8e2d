import Canvas

/// Keys of saved views.
extension KeyTable {
  /// Saves and opens views, in the table.
  static let keepKeys = [
    entry([.character("S")], .keep, "S", "save", "Save the view under a name.", .program),
    keptViewsKey,
  ]

  /// Opens a saved view.
  static let keptViewsKey = entry(
    [.character("o")], .keptViews, "o", "saved views", "Open a view that was saved or left open.",
    .program)

  /// While a view is named.
  static let viewName = [
    entry([.enter], .accept, "Enter", "save", "Save the view under this name.", .program),
    entry([.escape], .close, "Esc", "leave", "Save nothing.", .program),
  ]

  /// While a view of the same name would be replaced.
  static let replaceView = [
    entry(
      [.character("y"), .character("Y")], .accept, "y", "replace the view", "Replace the view.",
      .program),
    entry(
      [.character("n"), .character("N"), .escape], .close, "n", "another name",
      "Go back to the name.", .program),
  ]

  /// In the list of saved views.
  static let keptViews = [
    entry([.enter], .accept, "Enter", "open", "Open the chosen view.", .changing),
    entry([.escape], .close, "Esc", "back", "Take the search away, or go back.", .changing),
    entry([.up], .up, "Up", nil, "Go up one line.", .moving),
    entry([.down], .down, "Down", nil, "Go down one line.", .moving),
    entry([.pageUp], .pageUp, "PgUp", nil, "Go up one page.", .moving),
    entry([.pageDown], .pageDown, "PgDn", nil, "Go down one page.", .moving),
  ]
}
