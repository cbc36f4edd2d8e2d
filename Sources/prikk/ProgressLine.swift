import Disclosure
import Glibc
import Publication
import Synchronization

/// Says in the terminal how far long work is, in one line that changes; elsewhere nothing.
final class ProgressLine: Sendable {
  private let last = Mutex<(line: String, time: ContinuousClock.Instant?)>(("", nil))
  private let isTerminal = isatty(STDERR_FILENO) == 1

  /// The width of the narrowest terminal that is cared for, and one to spare.
  private static let width = 79
  /// Numbers that change faster cannot be read, and cost the work time.
  private static let pause = Duration.milliseconds(100)

  /// Says where the work is; may be called from any thread.
  func report(_ report: ProgressReport) {
    show { report.activity + (report.fraction.map(Self.percent) ?? "") }
  }

  /// Says how far protection is, and how good the best so far is.
  func report(_ progress: ProtectionProgress, of activity: String) {
    show {
      activity + Self.percent(progress.share)
        + (progress.standing.map { "  " + Self.sentence($0) } ?? "")
    }
  }

  /// Says which part of the registers is drawn.
  func report(_ part: SyntheticPart) {
    report(ProgressReport(activity: "Synthesizing \(part.rawValue)", fraction: nil))
  }

  /// Leaves nothing in the terminal.
  func end() {
    last.withLock { last in
      if !last.line.isEmpty { standardError("\r\u{1B}[K") }
      last = ("", nil)
    }
  }

  private func show(_ text: () -> String) {
    guard isTerminal else { return }
    last.withLock { last in
      let now = ContinuousClock.now
      if let time = last.time, now - time < Self.pause { return }
      let line = String(text().prefix(Self.width))
      guard line != last.line else { return }
      last = (line, now)
      standardError("\r\u{1B}[K\(line)")
    }
  }

  private static func percent(_ share: Double) -> String { " \(Int(share * 100)) %" }

  private static func sentence(_ standing: ProtectionStanding) -> String {
    switch standing {
    case .rounding(let largest, let rootMeanSquare, let bound):
      "max \(largest), RMS \(decimal(rootMeanSquare, 3)) (at least \(decimal(bound, 3)))"
    case .suppression(let cells, let cost, let least):
      "\(cells) hidden for others, cost \(cost) (at least \(least))"
    }
  }
}
