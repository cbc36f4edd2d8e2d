import CTerminalSignals
public import Canvas
import Glibc

/// A terminal, driven through ncurses: shows screens, brings keys, and is always given back.
///
/// All of it belongs to one thread. Another thread asks for attention by writing to the wake
/// descriptor (an eventfd), which comes out of `nextEvents` as `.wake`.
public final class CursesTerminal: Display {
  private let line: TerminalLine
  private let description: TerminalDescription
  private let isPlain: Bool
  private let stops: Bool
  private let clipboard: ClipboardSequence?
  private let signals: Int32
  private let wake: Int32
  private var window: CursesWindow?
  private var parser: InputParser
  private var pacing: FramePacing
  /// Whether the terminal shows a frame all at once when it is told where it begins and ends.
  private var synchronizes = false
  /// What the terminal shows, or `nil` when that is not known.
  private var shown: Screen?
  /// What it is to show, when the last frame is still on its way.
  private var waiting: Screen?

  /// The size now, in cells.
  public private(set) var size: Size

  /// Says with an error what would keep `init` from working; sends nothing.
  public static func check(environment: [String: String]) throws(TerminalError) {
    _ = try LocaleChoice(environment: environment)
    let line = try TerminalLine()
    defer { line.close() }
    _ = try TerminalDescription(environment: environment, descriptor: line.output)
  }

  /// Takes the terminal over.
  ///
  /// - Parameters:
  ///   - wakeDescriptor: An eventfd that other threads write to, or -1.
  ///   - environment: `TERM`, `NO_COLOR` and the locale are looked up here.
  ///   - stops: Whether Ctrl-Z gives the terminal to the shell; else it is a key like others.
  /// - Throws: What is wrong with the terminal; then nothing was sent to it.
  public init(
    wakeDescriptor: Int32, environment: [String: String], stops: Bool = true
  ) throws(TerminalError) {
    let locale = try LocaleChoice(environment: environment)
    let line = try TerminalLine()
    do throws(TerminalError) {
      description = try TerminalDescription(environment: environment, descriptor: line.output)
      unsafe setlocale(LC_CTYPE, locale.name)
      let reset = description.reset.map { CChar(bitPattern: $0) }
      signals = unsafe terminalSignalsInstall(line.output, reset, reset.count)
      if signals < 0 { throw .system(call: "tcgetattr", number: errno) }
      terminalSignalsTake(true)
      let palette = Theme.Palette(colors: description.colors, environment: environment)
      let opened = try CursesWindow(
        line: line, description: description, theme: Theme(palette: palette))
      window = opened
      size = line.size ?? opened.size
      opened.resize(to: size)
    } catch {
      terminalSignalsTake(false)
      terminalSignalsRemove()
      line.close()
      throw error
    }
    self.line = line
    isPlain = !locale.isUTF8
    self.stops = stops
    clipboard =
      description.isModern ? ClipboardSequence(environment: environment) : nil
    wake = wakeDescriptor
    parser = InputParser(keys: description.keys)
    pacing = FramePacing(asks: description.isANSI)
    if description.hasMouse { line.write(TerminalDescription.mouseOn) }
    // Before the first frame, which paints over whatever a bad terminal makes of it.
    if description.isModern { line.write(TerminalDescription.synchronizedQuestion) }
  }

  deinit {
    restore()
  }

  /// Gives the terminal back as it was; afterwards nothing is shown any more.
  public func restore() {
    guard let window = window else { return }
    if description.hasMouse { line.write(TerminalDescription.mouseOff) }
    drainAnswers()
    self.window = nil
    window.close()
    terminalSignalsTake(false)
    terminalSignalsRemove()
  }

  /// Shows a screen; only what differs from the last one is sent.
  ///
  /// While the last frame is still on its way over a slow line, the newest screen waits for its
  /// arrival.
  public func show(_ screen: Screen) {
    guard window != nil else { return }
    let screen = withSymbolBlanks(isPlain ? plainScreen(screen) : screen)
    guard pacing.isClear else {
      waiting = screen
      return
    }
    if draw(screen), pacing.drawn(at: TerminalLine.now) {
      line.write(TerminalDescription.question)
    }
  }

  /// Puts a text into the clipboard of the terminal, which may be at the other end of ssh;
  /// returns whether the terminal is of a kind that has one.
  public func copy(_ text: String) -> Bool {
    guard window != nil, let clipboard else { return false }
    line.write(clipboard.bytes(of: text))
    return true
  }

  /// Waits for input and returns all that is there, in order; never empty.
  public func nextEvents() -> [InputEvent] {
    var events: [InputEvent] = []
    while events.isEmpty {
      guard window != nil else { return [.terminate(signal: SIGHUP)] }
      let now = TerminalLine.now
      let deadline = [parser.deadline, waiting == nil ? nil : pacing.deadline].compactMap(\.self)
        .min()
      let ready = line.wait(signals: signals, wake: wake, patience: deadline.map { $0 - now })
      if ready.hasSignal { take(TerminalLine.read(signals), into: &events) }
      if ready.hasInput {
        let bytes = TerminalLine.read(line.input)
        if bytes.isEmpty { events.append(.terminate(signal: SIGHUP)) }
        take(parser.feed(bytes, at: TerminalLine.now), into: &events)
      } else if ready.hasHungUp {
        events.append(.terminate(signal: SIGHUP))
      }
      if ready.hasWake {
        _ = TerminalLine.read(wake)
        events.append(.wake)
      }
      take(parser.expire(at: TerminalLine.now), into: &events)
      pacing.expire(at: TerminalLine.now)
      showWaiting()
    }
    return events
  }
}

extension CursesTerminal {
  /// Draws the screen that waited, once the line is clear.
  private func showWaiting() {
    guard pacing.isClear, let screen = waiting else { return }
    waiting = nil
    if draw(screen), pacing.drawn(at: TerminalLine.now) {
      line.write(TerminalDescription.question)
    }
  }

  /// Draws the cells that differ; returns whether there were any.
  private func draw(_ screen: Screen) -> Bool {
    guard let window = window, shown != screen else { return false }
    let old = shown?.size == screen.size ? shown : nil
    if old == nil { window.forgetContent() }
    for row in 0..<screen.size.rows {
      for column in 0..<screen.size.columns {
        let cell = screen[row, column]
        guard cell != old?[row, column], !cell.text.isEmpty else { continue }
        let isWide = column + 1 < screen.size.columns && screen[row, column + 1].text.isEmpty
        window.put(cell, columns: isWide ? 2 : 1, row: row, column: column)
      }
    }
    if synchronizes { line.write(TerminalDescription.synchronizedBegin) }
    window.flush(cursor: screen.cursor)
    if synchronizes { line.write(TerminalDescription.synchronizedEnd) }
    shown = screen
    return true
  }

  /// Paints everything anew, after something else has used the terminal.
  private func repaint() {
    guard let screen = waiting ?? shown else { return }
    waiting = nil
    shown = nil
    _ = draw(screen)
  }

  private func take(_ inputs: [InputParser.Input], into events: inout [InputEvent]) {
    var inputs = inputs[...]
    while let input = inputs.popFirst() {
      switch input {
      case .acknowledged: pacing.answered()
      case .synchronizes: synchronizes = true
      case .event(.key(.control("z"))) where stops:
        inputs += suspend(group: true, into: &events)
      case .event(.key(.control("l"))): repaint()
      case .event(let event): events.append(event)
      }
    }
  }

  private func take(_ numbers: [UInt8], into events: inout [InputEvent]) {
    for number in Set(numbers.map(Int32.init)).sorted() {
      switch number {
      case SIGWINCH: followSize(into: &events)
      case SIGCONT: resume(into: &events)
      case SIGTSTP where !stops: continue
      case SIGTSTP: take(suspend(group: false, into: &events), into: &events)
      default: events.append(.terminate(signal: number))
      }
    }
  }

  /// Follows the terminal to its new size; a terminal that says 0 x 0 has not changed.
  ///
  /// One that has its old size again may have been smaller for a moment, and have lost what stood
  /// outside: it is painted anew.
  private func followSize(into events: inout [InputEvent]) {
    guard let now = line.size, now != size else { return repaint() }
    size = now
    shown = nil
    waiting = nil
    window?.resize(to: now)
    events.append(.resize(now))
  }

  /// Gives the terminal back, stops, and takes it again when continued; returns what was typed
  /// before it stopped.
  private func suspend(
    group: Bool, into events: inout [InputEvent]
  ) -> [InputParser.Input] {
    if description.hasMouse { line.write(TerminalDescription.mouseOff) }
    let typed = drainAnswers()
    window?.pause()
    terminalSignalsTake(false)
    terminalSignalsStop(group)
    terminalSignalsTake(true)
    // The signal that continued us has done its work.
    take(TerminalLine.read(signals).filter { $0 != UInt8(SIGCONT) }, into: &events)
    resume(into: &events)
    return typed
  }

  /// The terminal is ours again: nothing is certain about it, so everything is set and painted.
  private func resume(into events: inout [InputEvent]) {
    // Ends and begins again: a shell may have changed the settings of the line meanwhile.
    window?.pause()
    followSize(into: &events)
    if description.hasMouse { line.write(TerminalDescription.mouseOn) }
  }

  /// Reads what the terminal still has to say, so that it is not typed into the shell; returns the
  /// keys that were among it.
  @discardableResult
  private func drainAnswers() -> [InputParser.Input] {
    guard pacing.answers || pacing.isAwaiting else { return [] }
    if !pacing.isAwaiting { line.write(TerminalDescription.question) }
    let end = TerminalLine.now + FramePacing.firstPatience
    var typed: [InputParser.Input] = []
    while true {
      let patience = end - TerminalLine.now
      guard patience > 0 else { return typed }
      let ready = line.wait(signals: -1, wake: -1, patience: patience)
      guard ready.hasInput else { return typed }
      let bytes = TerminalLine.read(line.input)
      guard !bytes.isEmpty else { return typed }
      typed += parser.feed(bytes, at: TerminalLine.now)
      guard !typed.contains(.acknowledged) else { return typed }
    }
  }
}
