/// A key of a keyboard, and the bytes that xterm sends for it.
enum Key: Hashable, ExpressibleByStringLiteral {
  case text(String)
  case control(Character)
  case up, down, left, right, home, end, pageUp, pageDown
  case enter, backspace, delete, tab, backTab, escape
  case function(Int)
  /// The left button at a place, counted from 0: pressed and released.
  case click(row: Int, column: Int)
  case wheelUp(row: Int, column: Int)
  case wheelDown(row: Int, column: Int)

  init(stringLiteral value: String) {
    self = .text(value)
  }

  /// What the terminal sends.
  var bytes: String {
    switch self {
    case .text(let text): text
    case .control(let letter): String(UnicodeScalar((letter.asciiValue ?? 0) & 0x1F))
    case .up: "\u{1B}OA"
    case .down: "\u{1B}OB"
    case .right: "\u{1B}OC"
    case .left: "\u{1B}OD"
    case .home: "\u{1B}OH"
    case .end: "\u{1B}OF"
    case .pageUp: "\u{1B}[5~"
    case .pageDown: "\u{1B}[6~"
    case .enter: "\r"
    case .backspace: "\u{7F}"
    case .delete: "\u{1B}[3~"
    case .tab: "\t"
    case .backTab: "\u{1B}[Z"
    case .escape: "\u{1B}"
    case .function(let number): Self.functionKey(number)
    case .click(let row, let column):
      "\u{1B}[<0;\(column + 1);\(row + 1)M\u{1B}[<0;\(column + 1);\(row + 1)m"
    case .wheelUp(let row, let column): "\u{1B}[<64;\(column + 1);\(row + 1)M"
    case .wheelDown(let row, let column): "\u{1B}[<65;\(column + 1);\(row + 1)M"
    }
  }

  private static func functionKey(_ number: Int) -> String {
    let codes = [
      "OP", "OQ", "OR", "OS", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~",
    ]
    return codes.indices.contains(number - 1) ? "\u{1B}" + codes[number - 1] : ""
  }
}
