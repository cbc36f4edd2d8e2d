import CNcurses
import Canvas
import Glibc

/// One full-screen curses window: the only place that draws with curses.
///
/// Never `stdscr`, `LINES` or `COLS`: they are mutable globals of C.
///
/// PRECONDITIONS: one thread; `window` and `screen` come from curses and are used until `close`.
/// WHO GUARANTEES THEM: `CursesTerminal`, which is not `Sendable` and drops the window on
/// `restore`.
/// TEST THAT BREAKS THEM: `nothing is drawn after the terminal was given back`.
@safe struct CursesWindow {
  private let screen: OpaquePointer
  private let window: UnsafeMutablePointer<WINDOW>
  private let files: [UnsafeMutablePointer<FILE>]
  private let looks: [Face: (attributes: attr_t, pair: Int16)]

  /// Takes the terminal over: the settings of the line, the other screen, the keys.
  init(
    line: TerminalLine, description: TerminalDescription, theme: Theme
  ) throws(TerminalError) {
    use_env(false)
    use_tioctl(true)
    guard let input = unsafe fdopen(line.input, "r"), let output = unsafe fdopen(line.output, "w"),
      let screen = unsafe newterm(description.name, output, input)
    else { throw .typeUnknown(description.name) }
    unsafe files = [input, output]
    unsafe self.screen = screen
    guard let window = unsafe newwin(0, 0, 0, 0) else {
      endwin()
      throw .system(call: "newwin", number: errno)
    }
    unsafe self.window = window
    raw()
    noecho()
    nonl()
    typeahead(-1)
    unsafe keypad(window, true)
    unsafe leaveok(window, true)
    // A block of lines that only moved up or down is scrolled by the terminal, not sent again.
    unsafe idlok(window, true)
    curs_set(0)
    looks = Self.looks(theme)
  }

  /// Its size.
  var size: Size {
    unsafe Size(rows: Int(getmaxy(window)), columns: Int(getmaxx(window)))
  }

  /// Follows the terminal to another size.
  func resize(to size: Size) {
    resize_term(Int32(size.rows), Int32(size.columns))
    unsafe wresize(window, Int32(size.rows), Int32(size.columns))
  }

  /// Makes the next `flush` paint everything anew.
  func forgetContent() {
    unsafe clearok(window, true)
    unsafe touchwin(window)
  }

  /// Puts a cluster that takes `columns` columns.
  func put(_ cell: Cell, columns: Int, row: Int, column: Int) {
    let look = looks[cell.face] ?? (0, 0)
    let laid = layOut(cell.text, columns: columns) { scalar in
      Int(wcwidth(wchar_t(bitPattern: scalar.value)))
    }
    for (offset, scalars) in laid.enumerated() where !scalars.isEmpty {
      var wide = cchar_t()
      let letters = scalars.map { wchar_t(bitPattern: $0.value) } + [0]
      unsafe setcchar(&wide, letters, look.attributes, look.pair, nil)
      unsafe mvwadd_wch(window, Int32(row), Int32(column + offset), &wide)
    }
  }

  /// Sends what changed, and shows the cursor at a place or hides it.
  func flush(cursor: Position?) {
    unsafe leaveok(window, cursor == nil)
    if let cursor { unsafe wmove(window, Int32(cursor.row), Int32(cursor.column)) }
    curs_set(cursor == nil ? 0 : 1)
    unsafe wnoutrefresh(window)
    doupdate()
  }

  /// Gives the line back as it was, for a while; the next `flush` takes it again.
  func pause() {
    endwin()
  }

  /// Gives the line back for good.
  func close() {
    endwin()
    unsafe delwin(window)
    unsafe delscreen(screen)
    unsafe files.forEach { unsafe fclose($0) }
  }

  private static func looks(_ theme: Theme) -> [Face: (attributes: attr_t, pair: Int16)] {
    if theme.palette != .none {
      start_color()
      use_default_colors()
    }
    var pairs: [Int16: Int16] = [:]
    var looks: [Face: (attributes: attr_t, pair: Int16)] = [:]
    for face in Face.allCases {
      let look = theme.look(of: face)
      var pair: Int16 = 0
      if let color = look.color {
        pair = pairs[color] ?? Int16(pairs.count + 1)
        pairs[color] = pair
        init_pair(pair, color, -1)
      }
      looks[face] = (bits(look.attributes), pair)
    }
    return looks
  }

  private static func bits(_ attributes: Look.Attributes) -> attr_t {
    var bits: attr_t = 0
    if attributes.contains(.bold) { bits |= cursesBold }
    if attributes.contains(.dim) { bits |= cursesDim }
    if attributes.contains(.reverse) { bits |= cursesReverse }
    if attributes.contains(.underline) { bits |= cursesUnderline }
    return bits
  }
}
