import Canvas
import Glibc

/// The file descriptors of a terminal: bytes in, bytes out, size, waiting.
///
/// PRECONDITIONS: buffers outlive the calls they are passed to; descriptors are open.
/// WHO GUARANTEES THEM: arrays and variables passed in place; `CursesTerminal` closes last.
/// TEST THAT BREAKS THEM: `a terminal that hangs up ends the program`.
struct TerminalLine {
  let input: Int32
  let output: Int32

  /// What there is to read when `wait` returns.
  struct Readiness {
    var hasInput = false
    var hasHungUp = false
    var hasSignal = false
    var hasWake = false
  }

  /// Standard input and output when both are a terminal, else the controlling terminal.
  ///
  /// The descriptors are duplicates, for curses to close.
  init() throws(TerminalError) {
    if isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
      input = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
      output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    } else {
      input = unsafe open("/dev/tty", O_RDWR | O_CLOEXEC)
      output = input < 0 ? -1 : fcntl(input, F_DUPFD_CLOEXEC, 3)
    }
    if input < 0 || output < 0 {
      close()
      throw .noTerminal
    }
  }

  /// Closes both ends.
  func close() {
    if input >= 0 { _ = Glibc.close(input) }
    if output >= 0 { _ = Glibc.close(output) }
  }

  /// The size the terminal has now, or `nil` when it does not say (0 rows or columns).
  var size: Size? {
    var window = winsize()
    let status = unsafe ioctl(output, UInt(TIOCGWINSZ), &window)
    guard status == 0, window.ws_row > 0, window.ws_col > 0 else { return nil }
    return Size(rows: Int(window.ws_row), columns: Int(window.ws_col))
  }

  /// Waits until there is something to read, or `patience` milliseconds (`nil`: as long as needed).
  func wait(signals: Int32, wake: Int32, patience: Int64?) -> Readiness {
    let events = Int16(POLLIN)
    var entries = [
      pollfd(fd: input, events: events, revents: 0),
      pollfd(fd: signals, events: events, revents: 0),
      pollfd(fd: wake, events: events, revents: 0),
    ]
    let limit = patience.map { Int32(clamping: max(0, $0)) } ?? -1
    guard unsafe poll(&entries, 3, limit) > 0 else { return Readiness() }
    let lost = Int16(POLLHUP) | Int16(POLLERR) | Int16(POLLNVAL)
    return Readiness(
      hasInput: entries[0].revents & events != 0,
      hasHungUp: entries[0].revents & lost != 0,
      hasSignal: entries[1].revents & events != 0,
      hasWake: entries[2].revents != 0)
  }

  /// Up to 4096 bytes that are there; empty at the end of the line or on an error.
  static func read(_ descriptor: Int32) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      var got = unsafe Glibc.read(descriptor, buffer.baseAddress, 4096)
      while got < 0, errno == EINTR {
        got = unsafe Glibc.read(descriptor, buffer.baseAddress, 4096)
      }
      count = max(0, got)
    }
  }

  /// Sends bytes past curses, for what it does not know of.
  ///
  /// Errors show when the line hangs up.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(output, $0.baseAddress, $0.count)
      }
      if sent < 0, errno == EINTR { continue }
      if sent <= 0 { return }
      rest = rest.dropFirst(sent)
    }
  }

  /// Milliseconds of a clock that only goes forward.
  static var now: Int64 {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
