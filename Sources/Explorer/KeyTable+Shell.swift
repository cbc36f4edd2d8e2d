import Canvas

extension KeyTable {
  /// Keys that reach everything, from every screen that is not a dialog.
  static let shell = [
    entry(
      [.character(":")], .palette, ":", "commands", "Find a command or a table by a few letters.",
      .program),
    entry(
      [.character("[")], .back, "[", "back", "Go back to the view before, of any table.",
      .looking),
    entry([.character("]")], .forward, "]", "forward", "Go forward again.", .looking),
    entry(
      [.character("`")], .lastView, "`", nil, "Change between this view and the last one.",
      .looking),
    entry(
      [.character("T")], .openTab, "T", "new tab",
      "Open a tab: with this view, or with the chosen table of the list.", .program),
    entry([.character("}")], .nextTab, "}", nil, "Go to the next tab.", .program),
    entry([.character("{")], .previousTab, "{", nil, "Go to the tab before.", .program),
    entry([.character("X")], .closeTab, "X", nil, "Close this tab.", .program),
  ]

  /// The keys of the list of values to go to.
  static let jump = [
    entry([.enter], .accept, "Enter", "go there", "Go to the chosen value.", .moving),
    entry([.up, .control("p")], .up, "Up/Down", "choose", "Go up one line.", .moving),
    entry([.down, .control("n")], .down, "Down", nil, "Go down one line.", .moving),
    entry([.pageUp], .pageUp, "PgUp", nil, "Go up one page.", .moving),
    entry([.pageDown], .pageDown, "PgDn", nil, "Go down one page.", .moving),
    entry(
      [.escape], .close, "Esc", "back", "Take the search away, or stay where you are.", .moving),
  ]

  /// The keys of the palette.
  static let palette = [
    entry([.enter], .accept, "Enter", "do it", "Do it, or open the table.", .program),
    entry([.up, .control("p")], .up, "Up/Down", "choose", "Go up one line.", .moving),
    entry([.down, .control("n")], .down, "Down", nil, "Go down one line.", .moving),
    entry([.pageUp], .pageUp, "PgUp", nil, "Go up one page.", .moving),
    entry([.pageDown], .pageDown, "PgDn", nil, "Go down one page.", .moving),
    entry([.escape], .close, "Esc", "close", "Close the palette.", .program),
  ]
}
