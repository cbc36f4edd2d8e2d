/// Keeps no more than one frame on the way to the terminal, so that a slow line stops soon after
/// the key is released.
///
/// Behind each frame goes a question (`CSI 5 n`); the next frame waits for the answer. A terminal
/// that does not answer in time is not asked again. Until the first answer has come no frame waits:
/// the first table is not held up by a terminal that never answers. Times are milliseconds of any
/// clock.
struct FramePacing {
  /// How long the first answer may take.
  static let firstPatience: Int64 = 250
  /// How long a later answer may take.
  static let patience: Int64 = 2_000

  private var isAsking: Bool
  private var hasAnswered = false
  /// When to give up on the answer that is awaited, or `nil` when none is.
  private(set) var deadline: Int64?

  /// Asks only when the terminal is known to understand.
  init(asks: Bool) {
    isAsking = asks
  }

  /// Whether a frame may be drawn now.
  var isClear: Bool { deadline == nil || !hasAnswered }

  /// Whether a question is on its way.
  var isAwaiting: Bool { deadline != nil }

  /// Whether the terminal answers when asked.
  var answers: Bool { isAsking && hasAnswered }

  /// A frame was drawn; returns whether a question is to follow it.
  mutating func drawn(at now: Int64) -> Bool {
    guard isAsking, deadline == nil else { return false }
    deadline = now + (hasAnswered ? Self.patience : Self.firstPatience)
    return true
  }

  /// The answer came, perhaps late.
  mutating func answered() {
    hasAnswered = true
    isAsking = true
    deadline = nil
  }

  /// Gives up when the deadline has passed.
  mutating func expire(at now: Int64) {
    guard let deadline, now >= deadline else { return }
    self.deadline = nil
    isAsking = false
  }
}
