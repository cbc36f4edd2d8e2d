import Dispatch
import Synchronization

/// Tells when a request has taken so long that the user should see it.
public protocol Alarm: Sendable {
  /// Begins to wait; `ring` is called once, from any thread, unless stopped before.
  func start(_ ring: @escaping @Sendable () -> Void)
  /// Waits no longer.
  func stop()
}

/// Rings after a tenth of a second.
public final class TenthOfASecond: Alarm {
  private let queue = DispatchQueue(label: "prikk.alarm")
  private let round = Mutex(0)

  /// An alarm that is not started.
  public init() {}

  /// Rings in a tenth of a second; one that was started before does not ring any more.
  public func start(_ ring: @escaping @Sendable () -> Void) {
    let mine = advance()
    queue.asyncAfter(deadline: .now() + .milliseconds(100)) { [weak self] in
      guard let self, self.round.withLock({ $0 == mine }) else { return }
      ring()
    }
  }

  /// Does not ring any more.
  public func stop() { _ = advance() }

  private func advance() -> Int {
    round.withLock { round in
      round += 1
      return round
    }
  }
}
