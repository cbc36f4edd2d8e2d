/// A key as the explorer knows it, whatever bytes the terminal sent.
public enum KeyPress: Sendable, Hashable {
  /// A character that was typed: one grapheme cluster.
  case character(Character)
  /// Ctrl and a lower-case letter.
  case control(Character)
  /// A function key, 1 to 12.
  case function(Int)
  case up
  case down
  case left
  case right
  case pageUp
  case pageDown
  case home
  case end
  case enter
  case backspace
  case delete
  case tab
  case backTab
  case escape
}

/// What a mouse did.
public enum MouseAction: Sendable, Hashable {
  /// The left button was pressed.
  case click
  /// The left button was pressed twice.
  case doubleClick
  case wheelUp
  case wheelDown
}

/// What can come from a terminal.
public enum InputEvent: Sendable, Hashable {
  case key(KeyPress)
  case mouse(MouseAction, Position)
  case resize(Size)
  /// Another thread asked for attention through the wake descriptor.
  case wake
  /// The terminal or the system asks the program to end (SIGTERM, SIGHUP, SIGINT, hang-up).
  case terminate(signal: Int32)
}

/// Something that can show screens and bring input: a terminal, or a test.
public protocol Display {
  /// The size now.
  var size: Size { get }
  /// Shows `screen`; only what differs from the last one costs anything.
  mutating func show(_ screen: Screen)
  /// Puts a text into the clipboard of whoever looks at the display; returns whether it has one.
  mutating func copy(_ text: String) -> Bool
  /// Waits for input and returns all that is there, in order; never empty.
  mutating func nextEvents() -> [InputEvent]
}
