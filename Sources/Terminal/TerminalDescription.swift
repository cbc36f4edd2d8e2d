import CNcurses
import Canvas

/// What the terminal database says of a terminal, as far as curses does not see to it itself.
///
/// PRECONDITIONS: terminfo is asked only after `setupterm` or `newterm` succeeded, on the terminal
/// thread; the strings are copied at once.
/// WHO GUARANTEES THEM: `init`, which calls `setupterm` first and throws otherwise.
/// TEST THAT BREAKS THEM: `a terminal that is not known is refused before a byte is sent`.
struct TerminalDescription {
  /// The value of `TERM`.
  let name: String
  /// Colours; 0 when there are none.
  let colors: Int
  /// What ends everything that the program switched on: the last of it is the old screen.
  let reset: [UInt8]
  /// Whether the terminal speaks as ANSI terminals do and can be asked `CSI 5 n`.
  let isANSI: Bool
  /// Whether it has a mouse.
  let hasMouse: Bool
  /// Whether it understands, or swallows, what newer terminals know: a clipboard, questions about
  /// modes.
  ///
  /// The console of Linux does not.
  var isModern: Bool { isANSI && !name.hasPrefix("linux") }
  /// The sequences of its keys.
  let keys: [[UInt8]: KeyPress]

  /// Switches the mouse on: clicks and the wheel, in the SGR form.
  static let mouseOn = Array("\u{1B}[?1000h\u{1B}[?1006h".utf8)
  /// Switches the mouse off.
  static let mouseOff = Array("\u{1B}[?1006l\u{1B}[?1000l".utf8)
  /// Asks whether the terminal can be told to show a frame all at once (DEC mode 2026).
  static let synchronizedQuestion = Array("\u{1B}[?2026$p".utf8)
  /// Begins a frame that is shown all at once.
  static let synchronizedBegin = Array("\u{1B}[?2026h".utf8)
  /// Ends a frame, which is shown now.
  static let synchronizedEnd = Array("\u{1B}[?2026l".utf8)
  /// Asks for the acknowledgement `CSI 0 n`.
  static let question = Array("\u{1B}[5n".utf8)

  /// Looks the terminal up; nothing is sent to it.
  init(environment: [String: String], descriptor: Int32) throws(TerminalError) {
    guard let name = environment["TERM"], !name.isEmpty else { throw .typeUnset }
    self.name = name
    var result: Int32 = 0
    // With a place for the result, `setupterm` returns instead of ending the process.
    let status = unsafe setupterm(name, descriptor, &result)
    if name == "dumb" { throw .typeIncapable(name) }
    if status != OK && result != 1 { throw .typeUnknown(name) }
    guard status == OK, let move = Self.string("cup"), Self.string("clear") != nil else {
      throw .typeIncapable(name)
    }
    colors = max(0, Int(unsafe tigetnum("colors")))
    isANSI = move.starts(with: [0x1B, UInt8(ascii: "[")])
    hasMouse = isANSI && Self.string("kmous") != nil
    let endings = ["sgr0", "op", "cnorm", "rmkx", "rmcup"].compactMap(Self.string)
    let modes = (isANSI ? Self.synchronizedEnd : []) + (hasMouse ? Self.mouseOff : [])
    reset = modes + endings.joined()
    keys = Self.keySequences()
  }

  /// The sequences that the description gives, where they have the form of an escape sequence.
  private static func keySequences() -> [[UInt8]: KeyPress] {
    var named: [(String, KeyPress)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right),
      ("kpp", .pageUp), ("knp", .pageDown), ("khome", .home), ("kend", .end),
      ("kent", .enter), ("kbs", .backspace), ("kdch1", .delete), ("kcbt", .backTab),
    ]
    named += (1...12).map { ("kf\($0)", .function($0)) }
    var keys: [[UInt8]: KeyPress] = [:]
    for (capability, key) in named {
      guard let bytes = string(capability), bytes.count > 2, bytes.first == 0x1B else { continue }
      keys[bytes] = key
    }
    return keys
  }

  /// A string capability without the padding that terminals on wires needed (`$<5>`).
  private static func string(_ capability: String) -> [UInt8]? {
    guard let value = unsafe terminfoString(capability) else { return nil }
    let text = unsafe Array(String(cString: value).utf8)
    var bytes: [UInt8] = []
    var isPadding = false
    for (index, byte) in text.enumerated() {
      let next = index + 1 < text.count ? text[index + 1] : 0
      if byte == UInt8(ascii: "$"), next == UInt8(ascii: "<") { isPadding = true }
      if !isPadding { bytes.append(byte) }
      if byte == UInt8(ascii: ">") { isPadding = false }
    }
    return bytes
  }
}
