import Canvas
import Classifications
import Publication
import TableViews

/// A text that is searched for while it is typed.
struct FindPrompt: Sendable, Equatable {
  /// What is typed.
  var line = LineEditor()
  /// Where the search began.
  let origin: Snapshot
  /// The lines of the view in which the text occurs.
  var matches: [LineMatch] = []
  /// A value that is not in the view but in its classifications.
  var elsewhere: Focus?
}

extension ExplorerState {
  /// Begins a search.
  mutating func openFind() {
    guard let page else { return }
    dialog = .find(FindPrompt(origin: page.snapshot))
  }

  /// A command while a search is typed.
  mutating func performInFind(_ command: Command) -> [Effect] {
    guard case .find(let prompt) = dialog else { return [] }
    switch command {
    case .accept:
      dialog = nil
      if let elsewhere = prompt.elsewhere { return go(to: elsewhere) }
      if prompt.matches.isEmpty, !prompt.line.isEmpty {
        return refuse("No match for “\(prompt.line.text)”.")
      }
    case .close:
      dialog = nil
      page?.return(to: prompt.origin, size: size)
    case .findNext: return findAgain(forward: true)
    case .findPrevious: return findAgain(forward: false)
    default: return [.bell]
    }
    return []
  }

  /// A key of the text searched for: the cursor goes to the first place from where it began.
  mutating func typeInFind(_ key: KeyPress) -> Bool {
    guard case .find(var prompt) = dialog, prompt.line.press(key), var page else { return false }
    page.searched = prompt.line.text
    page.return(to: prompt.origin, size: size)
    prompt.matches = page.view.matches(prompt.line.text)
    prompt.elsewhere = page.view.state.elsewhere(prompt.line.text, unlike: prompt.matches)
    if let match = page.nextMatch(of: prompt.matches, forward: true, orHere: true) {
      page.moveCursor(to: match, size: size)
    }
    self.page = page
    dialog = .find(prompt)
    return true
  }

  /// Goes to the next or the previous place where the text occurs.
  mutating func findAgain(forward: Bool) -> [Effect] {
    guard var page, !page.searched.isEmpty else { return [.bell] }
    let matches = page.view.matches(page.searched)
    guard let match = page.nextMatch(of: matches, forward: forward, orHere: false) else {
      return refuse("“\(page.searched)” is not in this view.")
    }
    page.moveCursor(to: match, size: size)
    self.page = page
    return []
  }
}

extension ViewState {
  /// The value that fits `text` best in the classifications of rows, columns and filter, when the
  /// lines of the view fit badly or not at all.
  fileprivate func elsewhere(_ text: String, unlike matches: [LineMatch]) -> Focus? {
    let hasGoodMatch = matches.contains { match in
      dimension(at: match.place).hierarchy.rank(of: text, at: match.category) != .letters
    }
    guard !hasGoodMatch else { return nil }
    var best: (rank: SearchRank, focus: Focus)?
    for place in stub + heading + filter {
      let hierarchy = dimension(at: place).hierarchy
      let isTime = isTime(place)
      guard let category = hierarchy.search(text).first(where: { $0 > 0 || !isTime }),
        let rank = hierarchy.rank(of: text, at: category)
      else { continue }
      if let best, best.rank <= rank { continue }
      best = (rank, Focus(place: place, category: category))
    }
    guard let best, matches.isEmpty || best.rank < .letters else { return nil }
    return best.focus
  }
}

extension TablePage {
  /// The match after or before the cursor, going round; rows come before columns.
  func nextMatch(of matches: [LineMatch], forward: Bool, orHere: Bool) -> LineMatch? {
    let rows = matches.filter(\.isRow).sorted { $0.index < $1.index }
    let lines = rows.isEmpty ? matches : rows
    let here = rows.isEmpty ? column : row
    if forward {
      return lines.first { orHere ? $0.index >= here : $0.index > here } ?? lines.first
    }
    return lines.last { $0.index < here } ?? lines.last
  }

  /// Puts the cursor on a line that was found.
  mutating func moveCursor(to match: LineMatch, size: Size) {
    moveCursor(
      row: match.isRow ? match.index : row, column: match.isRow ? column : match.index, size: size)
  }
}
