import Canvas
import Explorer
import Publication
import TableViews
import TestSupport

/// A walk through the explorer: keys written as words, answers at once or held back.
struct Walk {
  /// Where the walk has come to.
  var state: ExplorerState
  /// All that was asked of the world, except the requests.
  var effects: [Effect] = []
  /// Requests whose answers are held back, oldest first.
  var held: [(generation: Generation, query: TableQuery)] = []
  /// Whether answers are held back.
  var isHolding = false
  private let source: SampleTableSource

  /// A walk over the sample statistic, beginning in the catalogue.
  init(size: Size = Size(rows: 24, columns: 80), source: SampleTableSource = SampleTableSource()) {
    self.source = source
    state = ExplorerState(statistics: source.statistics, size: size)
  }

  /// The screen at the end of the walk.
  var screen: Screen { render(state, size: state.terminal) }

  /// Goes the steps of a line of words.
  mutating func go(_ steps: String) {
    for step in steps.split(separator: " ") { take(String(step)) }
  }

  /// Takes an event into account.
  mutating func take(_ event: Event) {
    for effect in update(&state, event) {
      guard case .tabulate(let generation, let query) = effect else {
        effects.append(effect)
        continue
      }
      if isHolding { held.append((generation, query)) } else { answer(generation, query) }
    }
  }

  /// Lets the oldest answer come that was held back.
  mutating func release() {
    guard !held.isEmpty else { return }
    let first = held.removeFirst()
    answer(first.generation, first.query)
  }

  private mutating func answer(_ generation: Generation, _ query: TableQuery) {
    let reply = source.reply(to: query, generation: generation)
    if let reply { take(.reply(reply)) }
  }

  private mutating func take(_ step: String) {
    let parts = step.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let word = String(parts[0])
    let rest = parts.count > 1 ? String(parts[1]) : ""
    switch word {
    case "hold": isHolding = true
    case "release": release()
    case "tick": take(.tick)
    case "progress":
      take(
        .reply(.progress(state.generation, ProgressReport(activity: "Protecting", fraction: 0.4))))
    case "exported": take(.exported(path: rest))
    case "exists": take(.fileExists(path: rest))
    case "kept": take(.kept(name: rest))
    case "kept-exists": take(.keptExists(name: rest))
    case "not-kept": take(.keepFailed("There is no folder “\(rest)”: make it first."))
    case "found": take(.found(Self.views))
    case "failed": take(.exportFailed("There is no folder “\(rest)”: make it first."))
    case "type" where parts.count > 1: for letter in rest { take(.key(.character(letter))) }
    case "resize": take(.resize(Self.size(rest)))
    case "click": take(.mouse(.click, Self.position(rest)))
    case "double": take(.mouse(.doubleClick, Self.position(rest)))
    case "wheel": take(.mouse(rest == "up" ? .wheelUp : .wheelDown, Position(row: 8, column: 9)))
    default: take(.key(Self.key(step)))
    }
  }

  /// Saved views: two that open, one left open, and one whose code is gone.
  static let views = [
    KeptView(
      name: "By county", text: "prikk view 1\ntable sample-region\nlevel region=1\n",
      isLeftOpen: false),
    KeptView(
      name: "Gone", text: "prikk view 1\ntable sample-region\nfilter sex=7\n", isLeftOpen: false),
    KeptView(
      name: "Initiatives", text: "prikk view 1\ntable sample-initiative\npercent column\n",
      isLeftOpen: false),
    KeptView(
      name: KeptView.leftOpenName, text: "prikk view 1\ntable sample-region\nlabels codes\n",
      isLeftOpen: true),
  ]

  /// A size written as `80x24`: columns, then rows.
  static func size(_ text: String) -> Size {
    let numbers = text.split(separator: "x").compactMap { Int($0) }
    return Size(rows: numbers.last ?? 24, columns: numbers.first ?? 80)
  }

  private static func position(_ text: String) -> Position {
    let numbers = text.split(separator: ",").compactMap { Int($0) }
    return Position(row: numbers.first ?? 0, column: numbers.last ?? 0)
  }

  /// A key written as a word, or as itself.
  static func key(_ word: String) -> KeyPress {
    let named: [String: KeyPress] = [
      "Up": .up, "Down": .down, "Left": .left, "Right": .right, "PgUp": .pageUp,
      "PgDn": .pageDown, "Home": .home, "End": .end, "Enter": .enter, "Bksp": .backspace,
      "Del": .delete, "Tab": .tab, "BackTab": .backTab, "Esc": .escape, "Space": .character(" "),
      "F1": .function(1),
    ]
    if let key = named[word] { return key }
    if word.hasPrefix("Ctrl-"), let letter = word.lowercased().last { return .control(letter) }
    return .character(word.first ?? " ")
  }
}

extension SampleTableSource {
  /// The answer to a query, which this source gives before it returns.
  func reply(to query: TableQuery, generation: Generation) -> TableReply? {
    guard let release = releases.first(where: { $0.description.id == query.statistic }) else {
      return .failure(generation, .unknownTable(query.table))
    }
    do throws(TableFailure) {
      return .answer(generation, try release.answer(query))
    } catch {
      return .failure(generation, error)
    }
  }
}
