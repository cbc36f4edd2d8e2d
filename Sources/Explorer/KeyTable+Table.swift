import Canvas

extension KeyTable {
  /// The keys of the table view.
  static let table =
    viewKeys + lookingKeys + foldingKeys + copyKeys + keepKeys + shell + movingKeys + program

  private static let foldingKeys = [
    entry(
      [.character("+")], .unfold, "+", "open", "Show the parts of the value below it.", .changing),
    entry(
      [.character("-")], .fold, "-", "fold",
      "Leave out what is open below the value, or beside it.",
      .changing),
    entry(
      [.character("*")], .unfoldAll, "*", nil,
      "Open all values by one level; fold them when all are open.", .changing),
    entry(
      [.character("t")], .totals, "t", "totals", "Leave out totals and subtotals, or show them.",
      .changing),
    entry(
      [.character("&")], .rowsWhere, "&", "rows",
      "Show rows by this column: > 1000, top 10, hidden.",
      .changing),
  ]

  private static let viewKeys = [
    entry(
      [.enter], .drill, "Enter", "down",
      "Go down into the value, or look into the cell.", .changing),
    entry(
      [.backspace], .goUp, "Bksp", "up", "Go up from the value last gone down into.", .changing),
    entry([.character("p")], .pivot, "p", "pivot", "Move dimensions, choose levels.", .changing),
    entry([.character("f")], .filter, "f", "filter", "Choose values of a dimension.", .changing),
    entry(
      [.character("%")], .percent, "%", "per cent",
      "Per cent of column, row, total, the value above, population, or none.", .changing),
    entry(
      [.character("d")], .change, "d", "difference",
      "Compare periods: difference, per cent change, index, or none.", .changing),
    entry(
      [.character("r")], .regions, "r", "regions",
      "Regions as published, or all periods on the list of one year.", .changing),
    entry(
      [.character("s")], .sort, "s", "sort",
      "Sort by this column: largest first, smallest first, as listed.", .changing),
    entry(
      [.character("m")], .measures, "m", "measures",
      "Choose figures side by side: measures, shares, changes, ranks.", .changing),
    entry(
      [.tab, .backTab], .toggleAxis, "Tab", "to columns",
      "Let Enter go down in the rows or in the columns.", .changing),
    entry([.character("u")], .undo, "u", "undo", "Take the last change back.", .changing),
    entry([.character("R"), .control("r")], .redo, "R", "redo", "Do it again.", .changing),
    entry(
      [.character("x")], .export, "x", "export", "Write the view to a CSV file.", .program),
  ]

  private static let lookingKeys = [
    entry(
      [.character("w")], .why, "w", "why", "All about the cell: why, shares, parts, other periods.",
      .looking),
    entry([.character("n")], .notes, "n", "notes", "Notes, source and rule.", .looking),
    entry([.character("/")], .find, "/", "find", "Find a label or a code.", .looking),
    entry([.control("n")], .findNext, "Ctrl-N", nil, "Find the next.", .looking),
    entry([.control("p")], .findPrevious, "Ctrl-P", nil, "Find the one before.", .looking),
    entry(
      [.character("J")], .jump, "J", "jump", "Go to a value of the rows, or of the columns.",
      .looking),
    entry(
      [.character("c")], .labelStyle, "c", "codes", "Show labels, codes, or both.", .looking),
    entry(
      [.character("e")], .hideEmpty, "e", "hide empty", "Leave out rows with nothing but 0.",
      .looking),
    entry([.character("L")], .language, "L", "language", "English or national labels.", .looking),
    entry(
      [.escape], .close, "Esc", "tables", "Stop waiting; else back to the list of tables.",
      .looking),
  ]

  private static let copyKeys = [
    entry(
      [.character("y")], .copyCell, "y", "copy", "Copy the cell to the terminal's clipboard.",
      .program),
    entry(
      [.character("Y")], .copyRows, "Y", nil,
      "Copy the view or the row, as TSV or Markdown.", .program),
  ]

  private static let movingKeys = [
    entry([.up, .character("k")], .up, "Up k", nil, "Go up one row.", .moving),
    entry([.down, .character("j")], .down, "Down j", nil, "Go down one row.", .moving),
    entry([.left, .character("h")], .left, "Left h", nil, "Go left one column.", .moving),
    entry([.right, .character("l")], .right, "Right l", nil, "Go right one column.", .moving),
    entry([.pageUp, .control("b")], .pageUp, "PgUp", nil, "Go up one page.", .moving),
    entry([.pageDown, .control("f")], .pageDown, "PgDn", nil, "Go down one page.", .moving),
    entry([.home, .character("g")], .top, "Home g", nil, "Go to the first row.", .moving),
    entry([.end, .character("G")], .bottom, "End G", nil, "Go to the last row.", .moving),
    entry([.character("0")], .firstColumn, "0", nil, "Go to the first column.", .moving),
    entry([.character("$")], .lastColumn, "$", nil, "Go to the last column.", .moving),
    entry([.character("<")], .pageLeft, "<", nil, "Go left one screen.", .moving),
    entry([.character(">")], .pageRight, ">", nil, "Go right one screen.", .moving),
  ]
}
