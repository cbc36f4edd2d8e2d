public import Explorer
import Glibc
import Synchronization

/// Where other threads leave what the terminal thread has to know.
///
/// Its descriptor becomes readable when something lies there, so that a terminal can wait for it
/// together with the keyboard.
public final class Mailbox: Sendable {
  private let events = Mutex<[Event]>([])
  private let reading: Int32
  private let writing: Int32

  /// An empty mailbox, or `nil` when the system has no descriptors left.
  public init?() {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    reading = ends[0]
    writing = ends[1]
  }

  deinit {
    close(reading)
    close(writing)
  }

  /// Readable while something lies there.
  public var descriptor: Int32 { reading }

  /// Leaves an event, from any thread.
  public func post(_ event: Event) {
    let wasEmpty = events.withLock { events in
      defer { events.append(event) }
      return events.isEmpty
    }
    guard wasEmpty else { return }
    var byte: UInt8 = 1
    _ = unsafe write(writing, &byte, 1)
  }

  /// Waits until something lies there, but no longer than `milliseconds`.
  func wait(atMost milliseconds: Int32) {
    var waiting = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
    _ = unsafe poll(&waiting, 1, milliseconds)
  }

  /// Takes all that lies there, in the order in which it came.
  public func takeAll() -> [Event] {
    var bytes: [UInt8] = Array(repeating: 0, count: 64)
    // First the descriptor, then the events: what comes in between wakes once too often, never
    // once too seldom.
    while unsafe read(reading, &bytes, bytes.count) == bytes.count {}
    return events.withLock { events in
      defer { events = [] }
      return events
    }
  }
}
