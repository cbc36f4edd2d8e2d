import Canvas
import Glibc
import Terminal

/// A small program for the tests of `Terminal`: a table with a cursor, the last event in words,
/// and keys that end it in every bad way.
@main
struct TerminalFixture {
  private var row = 0
  private var top = 0
  private var last: [String] = []
  private var isTyping = false

  static func main() {
    var fixture = TerminalFixture()
    do throws(TerminalError) {
      var environment: [String: String] = [:]
      for name in ["TERM", "NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG"] {
        if let value = unsafe getenv(name) { environment[name] = unsafe String(cString: value) }
      }
      var wake: [Int32] = [-1, -1]
      _ = unsafe pipe(&wake)
      let terminal = try CursesTerminal(wakeDescriptor: wake[0], environment: environment)
      let status = fixture.run(terminal, wake: wake[1])
      terminal.restore()
      if fixture.last.contains("late") { terminal.show(Screen(size: Size(rows: 5, columns: 5))) }
      exit(status)
    } catch {
      print("terminal-fixture: \(error)")
      exit(2)
    }
  }

  private mutating func run(_ terminal: CursesTerminal, wake: Int32) -> Int32 {
    while true {
      terminal.show(screen(terminal.size))
      for event in terminal.nextEvents() {
        last.append("\(event)")
        switch event {
        case .terminate(let signal): return 128 + signal
        case .key(.down): row = min(row + 1, 999)
        case .key(.up): row = max(row - 1, 0)
        case .key(.pageDown): row = min(row + terminal.size.rows - 5, 999)
        case .key(.pageUp): row = max(row - terminal.size.rows + 5, 0)
        case .key(.character(let character)):
          if let status = act(on: character, wake: wake) { return status }
        default: break
        }
      }
      last = Array(last.suffix(3))
    }
  }

  /// Keys that do something else than being shown.
  private mutating func act(on character: Character, wake: Int32) -> Int32? {
    switch character {
    case "q": return 0
    case "Q": last.append("late"); return 0
    case "i": isTyping.toggle()
    case "w": _ = unsafe write(wake, "w", 1)
    case "T":
      fatalError("the fixture fails here")
    case "A":
      complain("last words\n")
      abort()
    case "S": raise(SIGSEGV)
    case "E":
      complain("bye\n")
      exit(3)
    default: break
    }
    return nil
  }

  private func complain(_ text: String) {
    _ = unsafe write(STDERR_FILENO, text, text.utf8.count)
  }

  private mutating func screen(_ size: Size) -> Screen {
    var screen = Screen(size: size)
    let visible = max(1, size.rows - 5)
    top = min(max(top, row - visible + 1), row)
    screen.write("prikk › Norge › Hárstták › Guovdageaidnu", row: 0, column: 0, face: .crumb)
    screen.write("Område                │  Begge │   Menn │ 漢字", row: 1, column: 0, face: .heading)
    for line in 0..<visible where line + 2 < size.rows - 2 {
      let number = top + line
      let isHere = number == row
      let y = line + 2
      screen.write(
        "\(1000 + number) Bærum på Åsgård", row: y, column: 0, face: isHere ? .cursorLabel : .stub)
      for (place, x) in [22, 31, 40].enumerated() {
        screen.write("│", row: y, column: x, face: .normal)
        let figure = place == 2 && number % 3 == 0 ? ":" : "\((number * 7919 + place) % 9999)"
        let padded = String(repeating: " ", count: max(0, 7 - figure.count)) + figure
        let face: Face = isHere && place == 0 ? .cursor : figure == ":" ? .symbol : .normal
        screen.write(padded, row: y, column: x + 1, face: face)
      }
    }
    screen.write(last.joined(separator: " "), row: size.rows - 2, column: 0, face: .status)
    let after = screen.write("q", row: size.rows - 1, column: 0, face: .key)
    screen.write(" quit  … row \(row)", row: size.rows - 1, column: after, face: .footer)
    if isTyping { screen.cursor = Position(row: size.rows - 1, column: 5) }
    return screen
  }
}
