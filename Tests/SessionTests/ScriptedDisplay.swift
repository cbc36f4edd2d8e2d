import Canvas
import Glibc
import Session

/// A display that plays a script and keeps what it was shown.
struct ScriptedDisplay: Display {
  /// What the script has come to when more input is asked for.
  enum Step {
    /// All of this has come.
    case inputs([InputEvent])
    /// Something happens elsewhere, and then nothing comes until something lies in the mailbox.
    case meanwhile(() -> Void)
  }
  /// The size now.
  var size: Size
  /// What is left of the script.
  var steps: [Step]
  /// All that was shown.
  var screens: [Screen] = []
  /// All that was copied.
  var copied: [String] = []
  /// Whether there is a clipboard.
  var hasClipboard = true
  private let wake: Int32

  init(size: Size = Size(rows: 24, columns: 80), mailbox: Mailbox, steps: [Step]) {
    self.size = size
    self.steps = steps
    wake = mailbox.descriptor
  }

  mutating func show(_ screen: Screen) { screens.append(screen) }

  mutating func copy(_ text: String) -> Bool {
    guard hasClipboard else { return false }
    copied.append(text)
    return true
  }

  mutating func nextEvents() -> [InputEvent] {
    guard !steps.isEmpty else { return [.terminate(signal: SIGHUP)] }
    switch steps.removeFirst() {
    case .inputs(let events):
      for event in events {
        if case .resize(let size) = event { self.size = size }
      }
      return events
    case .meanwhile(let action): action()
    }
    Self.wait(for: wake)
    return [.wake]
  }

  /// Waits until a descriptor is readable; gives up after a minute, so that a test cannot hang.
  static func wait(for descriptor: Int32) {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = unsafe poll(&request, 1, 60_000)
  }

  /// Whether a descriptor is readable now.
  static func isReadable(_ descriptor: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&request, 1, 0) == 1
  }
}

extension [InputEvent] {
  /// Keys from letters.
  static func typed(_ text: String) -> [InputEvent] { text.map { .key(.character($0)) } }
}
