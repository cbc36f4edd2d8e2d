public import Canvas
import Dispatch
public import Explorer
import Glibc
public import Publication

/// The loop between a display and the source of the tables: keys and answers in, effects out.
public struct Session {
  /// Why a session ended.
  public enum Ending: Sendable, Hashable {
    /// The user asked for it.
    case quit
    /// The terminal or the system did.
    case terminated(signal: Int32)
  }

  private let source: any TableSource
  private let mailbox: Mailbox
  private let exporter: Exporter
  private let alarm: any Alarm
  private let shelf: ViewShelf
  private let log: SessionLogWriter?
  private let writing = DispatchQueue(label: "prikk.export")

  /// A session that asks `source`, writes through `exporter`, saves views on `shelf`, and is
  /// written down by `log`.
  ///
  /// The display that it runs on has to wake when `mailbox` has something.
  public init(
    source: any TableSource, mailbox: Mailbox, exporter: @escaping Exporter, alarm: any Alarm,
    shelf: ViewShelf = .none, log: SessionLogWriter? = nil
  ) {
    self.source = source
    self.mailbox = mailbox
    self.exporter = exporter
    self.alarm = alarm
    self.shelf = shelf
    self.log = log
  }

  /// Runs until the user quits or the terminal goes away.
  /// - Parameters:
  ///   - display: Where it is shown and where the keys come from.
  ///   - state: What is shown first.
  ///   - effects: What is to be done first, such as the request of a table that opens at once.
  /// - Returns: Why it ended.
  public func run(
    display: inout some Display, state: ExplorerState, effects: [Effect]
  ) -> Ending {
    var state = state
    var recorder = SessionRecorder()
    // The terminal may have been resized since the state was made.
    let isResized = state.terminal != display.size
    let first = effects + (isResized ? take(.resize(display.size), &state, &recorder) : [])
    if perform(first, display: &display) { return end(.quit, state, &recorder) }
    // A table of a release at hand is there in a moment: then nothing else is drawn before it.
    if state.isWaiting { mailbox.wait(atMost: 80) }
    answerAll(&state, &recorder)
    display.show(render(state, size: display.size))
    while true {
      let inputs = display.nextEvents()
      for input in inputs {
        let event: Event
        switch input {
        case .terminate(let signal):
          return end(.terminated(signal: signal), state, &recorder)
        case .wake: continue
        case .key(let key): event = .key(key)
        case .mouse(let action, let position): event = .mouse(action, position)
        case .resize(let size): event = .resize(size)
        }
        let effects = take(event, &state, &recorder)
        if perform(effects, display: &display) { return end(.quit, state, &recorder) }
      }
      answerAll(&state, &recorder)
      display.show(render(state, size: display.size))
    }
  }

  /// Takes into account all that lies in the mailbox, and what comes of it.
  private func answerAll(_ state: inout ExplorerState, _ recorder: inout SessionRecorder) {
    while true {
      let events = mailbox.takeAll()
      if events.isEmpty { break }
      for event in events {
        for effect in take(event, &state, &recorder) { start(effect) }
      }
    }
    if !state.isWaiting { alarm.stop() }
  }

  /// Takes an event into account, and writes it down if that is asked for.
  private func take(
    _ event: Event, _ state: inout ExplorerState, _ recorder: inout SessionRecorder
  ) -> [Effect] {
    guard let log else { return update(&state, event) }
    return recorder.update(&state, event, write: log)
  }

  /// Does what `update` asked for; returns whether the session is to end.
  private func perform(_ effects: [Effect], display: inout some Display) -> Bool {
    for effect in effects {
      switch effect {
      case .quit: return true
      case .redraw: display.show(Screen(size: display.size))
      case .copy(let request):
        mailbox.post(.copied(request, isTaken: display.copy(request.text)))
      default: start(effect)
      }
    }
    return false
  }

  /// Does what needs no display.
  private func start(_ effect: Effect) {
    switch effect {
    case .tabulate(let generation, let query):
      alarm.start { [mailbox] in mailbox.post(.tick) }
      source.tabulate(query, generation: generation) { [mailbox] in mailbox.post(.reply($0)) }
    case .cancel(let generation): source.cancel(through: generation)
    case .export(let request):
      writing.async { [exporter, mailbox] in
        switch exporter(request) {
        case .written: mailbox.post(.exported(path: request.path))
        case .exists: mailbox.post(.fileExists(path: request.path))
        case .failed(let sentence): mailbox.post(.exportFailed(sentence))
        }
      }
    case .keep(let request):
      writing.async { [shelf, mailbox] in
        switch shelf.keep(request) {
        case .written: mailbox.post(.kept(name: request.name))
        case .exists: mailbox.post(.keptExists(name: request.name))
        case .failed(let sentence): mailbox.post(.keepFailed(sentence))
        }
      }
    case .findKept:
      writing.async { [shelf, mailbox] in mailbox.post(.found(shelf.find())) }
    case .suspend: raise(SIGTSTP)
    case .redraw, .copy, .quit, .bell: break
    }
  }

  /// Gives up what is under way, leaves the open view for the next session, and waits for a file
  /// that is being written.
  private func end(
    _ ending: Ending, _ state: ExplorerState, _ recorder: inout SessionRecorder
  ) -> Ending {
    if let log { recorder.end(write: log) }
    alarm.stop()
    source.cancel(through: state.generation)
    writing.sync {
      if let view = state.leftOpen { shelf.leave(view) }
    }
    return ending
  }
}
