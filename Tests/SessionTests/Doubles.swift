import Publication
import Session
import Synchronization
import TestSupport

/// A source whose answers come when the test lets them, and that counts what it is asked.
final class HeldSource: TableSource {
  private let sample = SampleTableSource()
  private let waiting = Mutex<[@Sendable () -> Void]>([])
  private let log = Mutex<[String]>([])

  var statistics: [StatisticDescription] { sample.statistics }

  /// What was asked, in order.
  var asked: [String] { log.withLock { $0 } }

  func tabulate(
    _ query: TableQuery, generation: Generation, deliver: @escaping @Sendable (TableReply) -> Void
  ) {
    log.withLock { $0.append("tabulate \(generation)") }
    waiting.withLock { [sample] in
      $0.append { sample.tabulate(query, generation: generation, deliver: deliver) }
    }
  }

  func cancel(through generation: Generation) {
    log.withLock { $0.append("cancel \(generation)") }
  }

  /// Lets the oldest answer come.
  func release() {
    let first = waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    first?()
  }
}

/// An alarm that rings when the test says so.
final class HandAlarm: Alarm {
  private let bell = Mutex<(@Sendable () -> Void)?>(nil)

  func start(_ ring: @escaping @Sendable () -> Void) { bell.withLock { $0 = ring } }

  func stop() { bell.withLock { $0 = nil } }

  /// Whether it would ring.
  var isSet: Bool { bell.withLock { $0 != nil } }

  /// A tenth of a second has gone.
  func ring() { bell.withLock { $0 }?() }
}

/// What a test saw from another thread.
final class Seen<Value: Sendable>: Sendable {
  private let values = Mutex<[Value]>([])

  /// All of it, in order.
  var all: [Value] { values.withLock { $0 } }

  func add(_ value: Value) { values.withLock { $0.append(value) } }
}
