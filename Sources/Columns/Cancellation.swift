import Synchronization

/// A wish to stop, raised by whoever asked for a count and looked at once per block of rows.
///
/// One object belongs to one request; it is never lowered again.
public final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)

  /// A flag that is not raised.
  public init() {}

  /// Asks the work to stop; may be called from any thread, any number of times.
  public func cancel() { flag.store(true, ordering: .relaxed) }

  /// Whether the work has been asked to stop.
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
