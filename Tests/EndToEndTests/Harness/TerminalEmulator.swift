import CVterm

/// A terminal as a person sees it: bytes of a program in, rows of text out (libvterm).
///
/// PRECONDITIONS: `terminal` lives as long as `screen`; places lie within the size.
/// WHO GUARANTEES THEM: `deinit`; the loops over `rows` and `columns`.
/// TEST THAT BREAKS THEM: `the emulator shows what a program writes`.
@safe final class TerminalEmulator {
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private(set) var rows: Int
  private(set) var columns: Int

  /// An empty terminal of a size.
  init(rows: Int, columns: Int) throws {
    guard let terminal = unsafe vterm_new(Int32(rows), Int32(columns)),
      let screen = unsafe vterm_obtain_screen(terminal)
    else { throw HarnessError("libvterm gives no terminal") }
    unsafe self.terminal = terminal
    unsafe self.screen = screen
    self.rows = rows
    self.columns = columns
    unsafe vterm_set_utf8(terminal, 1)
    unsafe vterm_screen_enable_altscreen(screen, 1)
    unsafe vterm_screen_reset(screen, 1)
  }

  deinit {
    unsafe vterm_free(terminal)
  }

  /// Takes what a program wrote; returns what the terminal answers to it.
  func take(_ bytes: [UInt8]) -> [UInt8] {
    unsafe bytes.withUnsafeBytes { buffer in
      _ = unsafe vterm_input_write(
        terminal, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    var answer = [CChar](repeating: 0, count: 4096)
    let count = unsafe vterm_output_read(terminal, &answer, answer.count)
    return answer.prefix(count).map { UInt8(bitPattern: $0) }
  }

  /// Changes the size, as dragging the corner of the window does.
  func resize(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    unsafe vterm_set_size(terminal, Int32(rows), Int32(columns))
  }

  /// The rows as text, without trailing blanks.
  var text: [String] {
    (0..<rows).map { row in
      var line = (0..<columns).map { cell(row, $0).text }.joined()
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// One letter per cell: `r` reverse, `b` bold, `u` underlined, `a` several, blank for none.
  var attributes: [String] {
    (0..<rows).map { row in
      var line = String((0..<columns).map { cell(row, $0).attribute })
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// Where the cursor stands: row and column.
  var cursor: (row: Int, column: Int) {
    var place = VTermPos()
    unsafe vterm_state_get_cursorpos(vterm_obtain_state(terminal), &place)
    return (Int(place.row), Int(place.col))
  }

  private func cell(_ row: Int, _ column: Int) -> (text: String, attribute: Character) {
    var cell = VTermScreenCell()
    unsafe vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
    let letters = unsafe withUnsafeBytes(of: cell.chars) { buffer in
      unsafe Array(buffer.bindMemory(to: UInt32.self))
    }
    // The second half of a wide character.
    if letters[0] == UInt32.max { return ("", " ") }
    var text = String.UnicodeScalarView()
    for letter in letters.prefix(while: { $0 != 0 }) {
      if let scalar = Unicode.Scalar(letter) { text.append(scalar) }
    }
    let bold = cell.attrs.bold != 0
    let reverse = cell.attrs.reverse != 0
    let underline = cell.attrs.underline != 0
    let attribute: Character =
      switch (bold, reverse, underline) {
      case (false, false, false): " "
      case (true, false, false): "b"
      case (false, true, false): "r"
      case (false, false, true): "u"
      default: "a"
      }
    return (text.isEmpty ? " " : String(text), attribute)
  }
}
