extension TerminalWalk {
  /// Opens `prikk explore` and waits for its first screen, on which `text` stands.
  static func explore(
    _ arguments: String..., shows text: String, rows: Int = 40, columns: Int = 120,
    folder: String? = nil
  ) throws -> TerminalWalk {
    let walk = try TerminalWalk(
      BuiltProgram.prikk, ["explore"] + arguments, rows: rows, columns: columns,
      folder: folder)
    try walk.see(text)
    return walk
  }

  /// Whether the last frame has come whole: a question to the terminal stands behind each.
  var hasWholeFrame: Bool { bytes.suffix(4).elementsEqual("\u{1B}[5n".utf8) }

  /// Waits until all `texts` stand on the screen, none of `absent` does, and the frame is whole.
  func see(_ texts: String..., without absent: [String] = []) throws {
    var quietLooks = 0
    var seen = -1
    try wait(until: "\(texts) without \(absent) are on the screen") { walk in
      let screen = walk.screen
      func stands(_ text: String) -> Bool { screen.contains { $0.contains(text) } }
      guard texts.allSatisfy(stands), !absent.contains(where: stands) else { return false }
      if walk.hasWholeFrame { return true }
      // A program that was kept waiting for an answer stops asking; then quiet has to do.
      quietLooks = walk.byteCount == seen ? quietLooks + 1 : 0
      seen = walk.byteCount
      return quietLooks > 2
    }
  }

  /// The screen without the keys in its last two lines, which say what can be undone.
  var content: [String] { Array(screen.dropLast(2)) }

  /// The lines with figures that are on the screen.
  func figures(columns: Int) -> [FigureLine] { figureLines(screen, columns: columns) }

  /// Goes to a row or value by searching for it, and waits until the status line names it.
  func find(_ text: String, reaching label: String) throws {
    try press("/")
    try see("Find:")
    try press(.text(text))
    try see("Find: \(text)")
    try press(.enter)
    try see("| \(label):", without: ["Find:"])
  }
}

/// Whether line, screen, cursor and mouse are as they were before the program began.
func isGivenBack(_ walk: TerminalWalk) -> Bool {
  let tail = String(decoding: walk.bytes.suffix(4_000), as: UTF8.self)
  let switches = ["\u{1B}[?1049l", "\u{1B}[?1006l", "\u{1B}[?1000l", "\u{1B}[?25h"]
  return walk.settings == walk.settingsBefore && switches.allSatisfy(tail.contains)
}
