public import Canvas
import Publication
public import TableViews

/// Writes a session down as it goes: one line for each thing that the user asked for, in words that
/// need neither the keyboard nor the screen it was asked on.
///
/// A line is handed out before it is carried out, so that a log of a crash ends with its cause.
/// Letters typed one after the other lengthen their line. There are no figures in it: a log is
/// carried out against a release (``Replay``), which has them.
public struct SessionRecorder: Sendable {
  /// The first line of a log.
  static let firstLine = "prikk log 1"

  /// What has been typed in the line that is not ended yet.
  private var openText: String?

  /// A recorder at the beginning of a session.
  public init() {}

  /// How a log begins: the size of the screen and the view that is opened, if any.
  public func beginning(size: Size, opening: ViewState?) -> String {
    var lines = [Self.firstLine, Self.words(size)]
    if let opening { lines.append(Self.words(opening)) }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Does what ``Explorer/update(_:_:)`` does, and writes down what was asked for.
  public mutating func update(
    _ state: inout ExplorerState, _ event: Event, write: (String) -> Void
  ) -> [Effect] {
    let steps = state.steps(of: event)
    if steps.isEmpty, let words = Self.words(of: event) {
      writeLine(words, isMeanwhile: state.isWaiting, write)
    }
    guard !steps.isEmpty else {
      let effects = Explorer.update(&state, event)
      // One view leads to the next: what is asked for in between finds the first there.
      if case .reply = event, state.isWaiting, effects.contains(where: \.isRequest) {
        writeLine(Self.came, isMeanwhile: true, write)
      }
      if effects.contains(.bell) { writeLine(Self.refused, isMeanwhile: false, write) }
      return effects
    }
    var all: [Effect] = []
    for step in steps {
      self.write(step, of: state, write)
      let effects = state.take(step)
      if effects.contains(.bell) { writeLine(Self.refused, isMeanwhile: false, write) }
      all += effects
    }
    return all
  }

  /// Ends the line that is open, if any.
  public mutating func end(write: (String) -> Void) {
    if openText != nil { write("\n") }
    openText = nil
  }

  /// The line behind a view that came while another is asked for because of it.
  static let came = "came"
  /// The line behind one that could not be carried out.
  static let refused = "refused"
  /// The first word of a line that came while a view was still waited for.
  static let meanwhile = "meanwhile"

  private mutating func write(_ step: Step, of state: ExplorerState, _ write: (String) -> Void) {
    guard case .type(let character) = step else {
      return writeLine(
        state.words(of: step).joined(separator: " "), isMeanwhile: state.isWaiting, write)
    }
    // A letter that would join the one before it has a line of its own, to stay one by itself.
    if let open = openText, !state.isWaiting, (open + [character]).count == open.count + 1 {
      openText = open + [character]
      return write(LogText.encoded(String(character)))
    }
    end(write: write)
    let words = state.words(of: step).joined(separator: " ")
    if state.isWaiting { return write("\(Self.meanwhile) \(words)\n") }
    openText = String(character)
    write(words)
  }

  private mutating func writeLine(
    _ words: String, isMeanwhile: Bool, _ write: (String) -> Void
  ) {
    end(write: write)
    write((isMeanwhile ? Self.meanwhile + " " : "") + words + "\n")
  }

  /// The words of what is not a step; `nil` for what a replay makes itself.
  private static func words(of event: Event) -> String? {
    switch event {
    case .resize(let size): words(size)
    case .exported(let path): "exported " + LogText.encoded(path)
    case .fileExists(let path): "exists " + LogText.encoded(path)
    case .exportFailed(let sentence): "not-exported " + LogText.encoded(sentence)
    case .copied(_, let isTaken): isTaken ? "copied" : "not-copied"
    case .kept(let name): "kept " + LogText.encoded(name)
    case .keptExists(let name): "kept-exists " + LogText.encoded(name)
    case .keepFailed(let sentence): "not-kept " + LogText.encoded(sentence)
    case .found(let views): (["found"] + views.flatMap(words(of:))).joined(separator: " ")
    case .key, .mouse, .reply, .tick: nil
    }
  }

  /// The name of a saved view and its text, so that the log needs no file beside it.
  private static func words(of view: KeptView) -> [String] {
    [LogText.encoded(view.name), LogText.encoded(view.text.isEmpty ? "\n" : view.text)]
  }

  private static func words(_ size: Size) -> String { "size \(size.columns)x\(size.rows)" }

  private static func words(_ view: ViewState) -> String {
    (["view", view.table.id] + ViewOptions(view).arguments).map { LogText.encoded($0) }
      .joined(separator: " ")
  }
}

extension Effect {
  /// Whether cells are asked for.
  fileprivate var isRequest: Bool {
    if case .tabulate = self { true } else { false }
  }
}
