import Canvas

/// Keys, what they do, and how footer and help call it.
struct KeyBinding: Sendable, Hashable {
  /// Any of these.
  let keys: [KeyPress]
  /// What they ask for.
  let command: Command
  /// The keys as footer and help write them.
  let keyText: String
  /// One or two words for the footer; `nil` keeps the entry out of it.
  let name: String?
  /// A sentence for the help.
  let help: String
  /// Where the help lists it.
  let task: HelpTopic
}

/// The one table that drives handling, footer and help.
enum KeyTable {
  /// The bindings of a context, the most useful first.
  static func bindings(_ context: Context) -> [KeyBinding] {
    switch context {
    case .catalogue: catalogue
    case .catalogueFilter: catalogueFilter
    case .table: table
    case .find: find
    case .text: text
    case .help: help
    case .helpFilter: helpFilter
    case .pivot: pivot
    case .dimensions: dimensions
    case .values: values
    case .jump: jump
    case .measures: measures
    case .exportPath: exportPath
    case .overwrite: overwrite
    case .copy: copy
    case .palette: palette
    case .condition: condition
    case .viewName: viewName
    case .replaceView: replaceView
    case .keptViews: keptViews
    }
  }

  /// What a key asks for in a context.
  static func command(for key: KeyPress, in context: Context) -> Command? {
    (bindings(context) + everywhere).first { $0.keys.contains(key) }?.command
  }

  private static let catalogue =
    [
      entry([.enter], .open, "Enter", "open", "Open the chosen table.", .changing),
      entry([.character("/")], .find, "/", "filter", "Keep tables that have some words.", .looking),
      entry([.escape], .close, "Esc", nil, "Show all tables again, or stop waiting.", .looking),
      keptViewsKey,
    ] + listMoves + shell + program

  private static let catalogueFilter = [
    entry([.enter], .accept, "Enter", "keep the filter", "Go to the tables found.", .looking),
    entry([.escape], .close, "Esc", "show all", "Show all tables again.", .looking),
    entry([.up], .up, "Up", nil, "Go up one line.", .moving),
    entry([.down], .down, "Down", nil, "Go down one line.", .moving),
  ]

  private static let find = [
    entry([.enter], .accept, "Enter", "stay here", "Stay on the line found.", .looking),
    entry([.control("n"), .down], .findNext, "Ctrl-N", "next", "Go to the next line.", .looking),
    entry(
      [.control("p"), .up], .findPrevious, "Ctrl-P", "previous", "Go to the line before.",
      .looking),
    entry([.escape], .close, "Esc", "go back", "Go back to where the search began.", .looking),
  ]

  private static let text =
    [
      entry(
        [.escape, .enter, .character("q")], .close, "Esc", "close", "Close the text.", .looking)
    ] + listMoves

  private static let help =
    [
      entry([.enter], .accept, "Enter", "do it", "Do what the chosen line says.", .program),
      entry([.character("/")], .filterList, "/", "search", "Keep lines with some words.", .looking),
      entry(
        [.escape, .character("q"), .character("?")], .close, "Esc", "close", "Close the help.",
        .program),
    ] + listMoves

  private static let helpFilter = [
    entry([.enter], .accept, "Enter", "do it", "Do what the chosen line says.", .program),
    entry([.up], .up, "Up", nil, "Go up one line.", .moving),
    entry([.down], .down, "Down", nil, "Go down one line.", .moving),
    entry([.escape], .close, "Esc", "all keys", "Show all keys again.", .looking),
  ]

  private static let pivot = [
    entry(
      [.up, .character("k")], .up, "Up/Down", "choose", "Choose the dimension above.", .moving),
    entry([.down, .character("j")], .down, "Down", nil, "Choose the dimension below.", .moving),
    entry(
      [.left, .character("h")], .toPreviousPart, "Left/Right", "move",
      "Move it one part up: columns to rows.", .changing),
    entry(
      [.right, .character("l")], .toNextPart, "Right", nil,
      "Move it one part down: rows to columns.", .changing),
    entry([.character("+")], .finer, "+", "finer", "Show a finer level.", .changing),
    entry([.character("-")], .coarser, "-", "coarser", "Show a coarser level.", .changing),
    entry([.character("<")], .earlier, "<", "outwards", "Put it before the others.", .changing),
    entry([.character(">")], .later, ">", "inwards", "Put it after the others.", .changing),
    entry([.enter], .accept, "Enter", "apply", "Show the view like this.", .changing),
    entry([.escape], .close, "Esc", "leave", "Leave the view as it was.", .changing),
  ]

  private static let dimensions =
    [
      entry([.enter], .accept, "Enter", "values", "Choose values of the dimension.", .changing),
      entry([.escape], .close, "Esc", "leave", "Leave the view as it is.", .changing),
    ] + listMoves

  private static let values = [
    entry([.enter], .accept, "Enter", "apply", "Show what the last line says.", .changing),
    entry(
      [.character(" ")], .mark, "Space", "mark", "Mark the value, or take the mark away.",
      .changing),
    entry([.control("a")], .markAll, "Ctrl-A", "all/none", "Mark all listed, or none.", .changing),
    entry([.escape], .close, "Esc", "back", "Take the search away, or go back.", .changing),
    entry([.up], .up, "Up", nil, "Go up one line.", .moving),
    entry([.down], .down, "Down", nil, "Go down one line.", .moving),
    entry([.pageUp], .pageUp, "PgUp", nil, "Go up one page.", .moving),
    entry([.pageDown], .pageDown, "PgDn", nil, "Go down one page.", .moving),
  ]

  private static let measures =
    [
      entry([.enter], .accept, "Enter", "apply", "Show the marked measures.", .changing),
      entry(
        [.character(" ")], .mark, "Space", "mark", "Mark the measure, or take the mark away.",
        .changing),
      entry([.escape], .close, "Esc", "leave", "Leave the view as it is.", .changing),
    ] + listMoves

  private static let exportPath = [
    entry([.enter], .accept, "Enter", "write", "Write the view to the file.", .program),
    entry([.escape], .close, "Esc", "leave", "Write nothing.", .program),
  ]

  private static let condition = [
    entry([.enter], .accept, "Enter", "apply", "Show the rows that meet it.", .changing),
    entry([.escape], .close, "Esc", "leave", "Leave the rows as they are.", .changing),
  ]

  private static let overwrite = [
    entry(
      [.character("y"), .character("Y")], .accept, "y", "replace the file", "Replace the file.",
      .program),
    entry(
      [.character("n"), .character("N"), .escape], .close, "n", "another name",
      "Go back to the name.", .program),
  ]

  private static let copy =
    [
      entry([.enter], .accept, "Enter", "copy", "Copy what is chosen.", .program),
      entry([.escape], .close, "Esc", "leave", "Copy nothing.", .program),
    ] + listMoves

  private static let listMoves = [
    entry([.up, .character("k")], .up, "Up k", nil, "Go up one line.", .moving),
    entry([.down, .character("j")], .down, "Down j", nil, "Go down one line.", .moving),
    entry([.pageUp], .pageUp, "PgUp", nil, "Go up one page.", .moving),
    entry([.pageDown], .pageDown, "PgDn", nil, "Go down one page.", .moving),
    entry([.home, .character("g")], .top, "Home g", nil, "Go to the first line.", .moving),
    entry([.end, .character("G")], .bottom, "End G", nil, "Go to the last line.", .moving),
  ]

  /// What works on every screen and in every dialog.
  static let everywhere = [
    entry([.control("c")], .quit, "Ctrl-C", nil, "End the program.", .program)
  ]

  /// What works on every screen that is not a dialog.
  static let program = [
    entry([.character("?"), .function(1)], .help, "?", "help", "Show the keys.", .program),
    entry(
      [.character("q")], .quit, "q", "quit", "End the program.", .program),
    entry([.control("l")], .redraw, "Ctrl-L", nil, "Draw the screen again.", .program),
    entry([.control("z")], .suspend, "Ctrl-Z", nil, "Go to the shell; fg comes back.", .program),
  ]

  /// An entry of the table.
  static func entry(
    _ keys: [KeyPress], _ command: Command, _ keyText: String, _ name: String?, _ help: String,
    _ task: HelpTopic
  ) -> KeyBinding {
    KeyBinding(
      keys: keys, command: command, keyText: keyText, name: name, help: help, task: task)
  }
}
