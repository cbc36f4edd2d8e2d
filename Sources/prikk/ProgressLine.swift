import Glibc
import Publication
import Synchronization

/// Says in the terminal how far long work is, in one line that changes; elsewhere nothing.
final class ProgressLine: Sendable {
  private let last = Mutex("")
  private let isTerminal = isatty(STDERR_FILENO) == 1

  /// Says where the work is; may be called from any thread.
  func report(_ report: ProgressReport) {
    guard isTerminal else { return }
    let percent = report.fraction.map { " \(Int($0 * 100)) %" } ?? ""
    let line = report.activity + percent
    last.withLock { last in
      guard line != last else { return }
      last = line
      standardError("\r\u{1B}[K\(line)")
    }
  }

  /// Says which part of the registers is drawn.
  func report(_ part: SyntheticPart) {
    report(ProgressReport(activity: "Synthesizing \(part.rawValue)", fraction: nil))
  }

  /// Leaves nothing in the terminal.
  func end() {
    last.withLock { last in
      if !last.isEmpty { standardError("\r\u{1B}[K") }
      last = ""
    }
  }
}
