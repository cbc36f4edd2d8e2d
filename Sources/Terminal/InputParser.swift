import Canvas

/// Turns the bytes of a terminal into events.
///
/// A pure value: time comes in as milliseconds, and whoever holds it asks `deadline` how long an
/// unfinished sequence may wait. Sequences that are not known are swallowed whole, never typed.
struct InputParser {
  /// What the bytes said.
  enum Input: Hashable {
    case event(InputEvent)
    /// The answer to `CSI 5 n`.
    case acknowledged
    /// The answer that the terminal knows DEC mode 2026.
    case synchronizes
  }

  /// How long a lone Esc may be the beginning of a sequence.
  static let escapePatience: Int64 = 25
  /// How long a sequence that has begun may take to end.
  static let sequencePatience: Int64 = 100
  /// Two clicks at one place within this time are a double click.
  static let doubleClickTime: Int64 = 400
  /// No sequence is longer; what goes on is swallowed.
  static let longestSequence = 4096

  private let keys: [[UInt8]: KeyPress]
  private var pending: [UInt8] = []
  private var lastClick: (place: Position, time: Int64)?
  /// When what is pending will not be waited for any longer, or `nil` when nothing is.
  private(set) var deadline: Int64?

  /// A parser that knows, besides the usual sequences, those of the terminal's description.
  init(keys: [[UInt8]: KeyPress] = [:]) {
    self.keys = keys
  }

  /// The inputs that `bytes`, read at `now`, complete.
  mutating func feed(_ bytes: some Sequence<UInt8>, at now: Int64) -> [Input] {
    pending.append(contentsOf: bytes)
    return parse(at: now, isLast: false)
  }

  /// The inputs that are left when the deadline has passed.
  mutating func expire(at now: Int64) -> [Input] {
    guard let deadline, now >= deadline else { return [] }
    return parse(at: now, isLast: true)
  }

  /// Takes token after token from the front of what is pending.
  private mutating func parse(at now: Int64, isLast: Bool) -> [Input] {
    var inputs: [Input] = []
    var text = String.UnicodeScalarView()
    func flush() {
      for character in String(text) where displayWidth(of: character) >= 0 {
        inputs.append(.event(.key(.character(character))))
      }
      text = String.UnicodeScalarView()
    }
    var rest = pending[...]
    // Invariant: everything before `rest` is in `inputs`, then in `text`.
    scan: while let token = InputToken(front: rest, isLast: isLast) {
      rest = rest.dropFirst(token.length)
      switch token.kind {
      case .unfinished: break scan
      case .scalar(let scalar): text.append(scalar)
      case .swallowed: flush()
      case .key(let key):
        flush()
        inputs.append(.event(.key(key)))
      case .sequence(let bytes):
        flush()
        if let input = input(of: bytes, at: now) { inputs.append(input) }
      }
    }
    flush()
    if rest.count > Self.longestSequence { rest = [] }
    pending = Array(rest)
    let patience = pending == [0x1B] ? Self.escapePatience : Self.sequencePatience
    deadline = pending.isEmpty ? nil : now + patience
    return inputs
  }

  /// What a whole escape sequence means, or `nil` when it means nothing here.
  private mutating func input(of bytes: ArraySlice<UInt8>, at now: Int64) -> Input? {
    if let key = keys[Array(bytes)] { return .event(.key(key)) }
    if let report = MouseReport(bytes) { return mouse(report, at: now).map(Input.event) }
    if Array(bytes) == Array("\u{1B}[0n".utf8) { return .acknowledged }
    if let answer = modeAnswer(bytes) { return answer ? .synchronizes : nil }
    return KeySequence.key(of: bytes).map { .event(.key($0)) }
  }

  /// Whether a report of DEC mode 2026 says that it can be set and reset; `nil` of other sequences.
  private func modeAnswer(_ bytes: ArraySlice<UInt8>) -> Bool? {
    let start = Array("\u{1B}[?2026;".utf8)
    guard bytes.starts(with: start), bytes.suffix(2).elementsEqual("$y".utf8) else { return nil }
    let value = bytes.dropFirst(start.count).dropLast(2)
    return value.elementsEqual("1".utf8) || value.elementsEqual("2".utf8)
  }

  private mutating func mouse(_ report: MouseReport, at now: Int64) -> InputEvent? {
    guard let action = report.action else { return nil }
    guard action == .click else { return .mouse(action, report.position) }
    if let lastClick, lastClick.place == report.position,
      now - lastClick.time <= Self.doubleClickTime
    {
      self.lastClick = nil
      return .mouse(.doubleClick, report.position)
    }
    lastClick = (report.position, now)
    return .mouse(.click, report.position)
  }
}
