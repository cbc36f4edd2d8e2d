public import Canvas
public import Publication
import TableViews

/// What is wrong with a line of a session log.
public struct LogProblem: Error, Sendable, Hashable {
  /// Number of the line, from 1.
  public let line: Int
  /// The line.
  public let excerpt: String
  /// What is wrong with it, in a sentence.
  public let reason: String
  /// What to do about it.
  public let wayOut: String
}

/// Carries a session log out, without a terminal and without the time that the session took.
///
/// The same log and the same releases make the same screens. A view that is asked for comes before
/// the next line, unless that says `meanwhile`. Nothing is written: what became of a file stands in
/// the log.
public struct Replay {
  /// What the explorer has come to.
  public private(set) var state: ExplorerState
  /// Number of the line that was carried out last.
  public private(set) var line = 0
  /// Whether the session has been ended by a line.
  public private(set) var hasEnded = false

  private let lines: [Substring]
  private let keepsSize: Bool
  private let answer: (TableQuery, Generation) -> TableReply
  /// What goes to the clipboard, until the log says whether it did.
  private var copying: CopyRequest?
  private var awaited: (line: Int, query: TableQuery, generation: Generation)?
  /// The line that was refused last, as long as the log has not said so.
  private var refusal: LogProblem?

  /// A replay at the beginning of a log.
  /// - Parameters:
  ///   - log: The text of the log.
  ///   - statistics: What can be opened.
  ///   - size: The size of the screen, whatever the log says; `nil` follows the log.
  ///   - answer: Answers a request at once.
  /// - Throws: ``LogProblem`` when the text is not a log.
  public init(
    log: String, statistics: [StatisticDescription], size: Size?,
    answer: @escaping (TableQuery, Generation) -> TableReply
  ) throws(LogProblem) {
    lines = log.split(separator: "\n", omittingEmptySubsequences: false)
    keepsSize = size != nil
    self.answer = answer
    state = ExplorerState(statistics: statistics, size: size ?? Size(rows: 24, columns: 80))
    guard lines.first.map(String.init) == SessionRecorder.firstLine else {
      throw LogProblem(
        line: 1, excerpt: String(lines.first ?? ""), reason: "This is not a log of a session.",
        wayOut: "A log begins with the line “\(SessionRecorder.firstLine)”; "
          + "prikk explore --log FILE writes one.")
    }
    line = 1
  }

  /// Carries the next line out and returns its number; `nil` at the end, or when the session has
  /// been ended.
  public mutating func next() throws(LogProblem) -> Int? {
    while !hasEnded, line < lines.count {
      let text = lines[line]
      line += 1
      let words = text.split(separator: " ")
      guard let first = words.first, !first.hasPrefix("#") else { continue }
      let isMeanwhile = first == SessionRecorder.meanwhile
      try take(isMeanwhile ? Array(words.dropFirst()) : words, isMeanwhile: isMeanwhile)
      return line
    }
    if !hasEnded {
      deliver()
      hasEnded = true
    }
    if let refusal { throw refusal }
    return nil
  }

  /// What stands on the screen behind the line that was carried out last: what it asked for has
  /// come, unless the next line says that it had not.
  public var shown: ExplorerState {
    let rest = lines.dropFirst(line).map { $0.split(separator: " ").first }
    guard !hasEnded, rest.first(where: { $0 != nil }) != Substring(SessionRecorder.meanwhile) else {
      return state
    }
    var settled = self
    settled.deliver()
    return settled.state
  }

  private mutating func take(_ words: [Substring], isMeanwhile: Bool) throws(LogProblem) {
    if words.first == Substring(SessionRecorder.refused) {
      if refusal == nil { deliver() }
      refusal = nil
      return
    }
    if let refusal { throw refusal }
    if !isMeanwhile { deliver() }
    if let refusal { throw refusal }
    do throws(StepProblem) {
      if let effects = try takeEvent(words) { return follow(effects) }
      for step in try state.steps(words) { follow(state.take(step)) }
    } catch {
      throw problem(line, error)
    }
  }

  /// Takes a line that is not a step; `nil` when it is one.
  private mutating func takeEvent(_ words: [Substring]) throws(StepProblem) -> [Effect]? {
    let rest = words.dropFirst()
    let text = LogText.decoded(rest.joined(separator: " "))
    switch words.first {
    case "size":
      let numbers = text.split(separator: "x").compactMap { Int($0) }
      guard numbers.count == 2, numbers.allSatisfy({ (1...10_000).contains($0) }) else {
        throw StepProblem("“\(text)” is not a size.", "Write it as 120x40: columns, then rows.")
      }
      let size = keepsSize ? state.terminal : Size(rows: numbers[1], columns: numbers[0])
      return update(&state, .resize(size))
    case "view": return state.open(try view(rest.map { LogText.decoded($0) }))
    case Substring(SessionRecorder.came):
      deliverOne()
      return []
    case "exported": return update(&state, .exported(path: text))
    case "exists": return update(&state, .fileExists(path: text))
    case "not-exported": return update(&state, .exportFailed(text))
    case "copied", "not-copied":
      guard let copying else {
        throw StepProblem("Nothing was being copied.", "Take the line out.")
      }
      return update(&state, .copied(copying, isTaken: words.first == "copied"))
    case "kept": return update(&state, .kept(name: text))
    case "kept-exists": return update(&state, .keptExists(name: text))
    case "not-kept": return update(&state, .keepFailed(text))
    case "found": return update(&state, .found(found(rest.map { LogText.decoded($0) })))
    default: return nil
    }
  }

  /// Saved views: each a name and a text.
  private func found(_ words: [String]) -> [KeptView] {
    stride(from: 0, to: words.count - 1, by: 2).map { place in
      KeptView(
        name: words[place], text: words[place + 1],
        isLeftOpen: words[place] == KeptView.leftOpenName)
    }
  }

  private func view(_ words: [String]) throws(StepProblem) -> ViewState {
    let tables = state.statistics.flatMap { statistic in statistic.tables.map { (statistic, $0) } }
    guard let id = words.first, let found = tables.first(where: { $0.1.id == id }) else {
      throw StepProblem(
        "There is no table “\(words.first ?? "")”.", "There are: ", tables.map(\.1.id))
    }
    guard let options = ViewOptions(arguments: Array(words.dropFirst())) else {
      throw StepProblem(
        "These are not options of a view.", "Write them as for prikk show, each with its value.")
    }
    var view = ViewState(statistic: found.0, table: found.1)
    do throws(ViewOptionError) {
      try view.configure(options)
    } catch {
      throw StepProblem(error.message, "prikk tables \(id) lists all codes.")
    }
    return view
  }

  /// Does what was asked of the world, as far as a replay does.
  private mutating func follow(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .tabulate(let generation, let query): awaited = (line, query, generation)
      case .bell: refusal = problem(line, refused)
      case .quit: hasEnded = true
      case .copy(let request): copying = request
      case .cancel, .export, .keep, .findKept, .redraw, .suspend: break
      }
    }
  }

  /// Lets the view come that was asked for, and those that are asked for because of it.
  private mutating func deliver() {
    while awaited != nil { deliverOne() }
  }

  /// Lets the view come that was asked for, and no other.
  private mutating func deliverOne() {
    guard let request = awaited else { return }
    awaited = nil
    guard state.isWaiting else { return }
    let effects = update(&state, .reply(answer(request.query, request.generation)))
    for case .tabulate(let generation, let query) in effects {
      awaited = (request.line, query, generation)
    }
    if effects.contains(.bell) { refusal = problem(request.line, refused) }
  }

  /// Why the explorer did not do what it was asked for.
  private var refused: StepProblem {
    StepProblem(
      state.message?.text ?? "Nothing can be done with this here.",
      "Take the line out, or write “\(SessionRecorder.refused)” below it if it is meant.")
  }

  private func problem(_ line: Int, _ problem: StepProblem) -> LogProblem {
    LogProblem(
      line: line, excerpt: String(lines[line - 1]), reason: problem.reason, wayOut: problem.wayOut)
  }
}
