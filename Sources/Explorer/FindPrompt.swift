import Canvas
import TableViews

/// A text that is searched for while it is typed.
struct FindPrompt: Sendable, Equatable {
  /// What is typed.
  var line: LineEditor
  /// Where the search began.
  let origin: Snapshot
  /// Whether something was found.
  var isFound: Bool
}

extension ExplorerState {
  /// Begins a search.
  mutating func openFind() {
    guard let page else { return }
    dialog = .find(FindPrompt(line: LineEditor(), origin: page.snapshot, isFound: true))
  }

  /// A command while a search is typed.
  mutating func performInFind(_ command: Command) -> [Effect] {
    guard case .find(let prompt) = dialog else { return [] }
    switch command {
    case .accept: dialog = nil
    case .close:
      dialog = nil
      page?.moveCursor(row: prompt.origin.row, column: prompt.origin.column, size: size)
    case .findNext: return findAgain(forward: true)
    case .findPrevious: return findAgain(forward: false)
    default: break
    }
    return []
  }

  /// A key of the text searched for: the cursor goes to the first place from where it began.
  mutating func typeInFind(_ key: KeyPress) -> Bool {
    guard case .find(var prompt) = dialog, prompt.line.press(key), var page else { return false }
    let text = folded(prompt.line.text)
    let (row, column) = (prompt.origin.row, prompt.origin.column)
    let place = text.isEmpty ? nil : page.find(text, row: row, column: column, step: 0)
    prompt.isFound = text.isEmpty || place != nil
    page.searched = text
    page.moveCursor(row: place?.row ?? row, column: place?.column ?? column, size: size)
    self.page = page
    dialog = .find(prompt)
    return true
  }

  /// Goes to the next or the previous place where the text occurs.
  mutating func findAgain(forward: Bool) -> [Effect] {
    guard var page, !page.searched.isEmpty else { return [.bell] }
    let step = forward ? 1 : -1
    guard let place = page.find(page.searched, row: page.row, column: page.column, step: step)
    else { return refuse("“\(page.searched)” is not in this view.") }
    page.moveCursor(row: place.row, column: place.column, size: size)
    self.page = page
    return []
  }
}

extension TablePage {
  /// The first row with `text`, else the first column, going round from the cursor's.
  /// - Parameter step: 0 begins with the line of the cursor, 1 behind it, -1 before it backwards.
  func find(_ text: String, row: Int, column: Int, step: Int) -> (row: Int, column: Int)? {
    if let found = Self.search(layout.rowKeys, text, from: row, step: step) {
      return (found, column)
    }
    if let found = Self.search(layout.columnKeys, text, from: column, step: step) {
      return (row, found)
    }
    return nil
  }

  private static func search(_ keys: [String], _ text: String, from: Int, step: Int) -> Int? {
    guard !keys.isEmpty else { return nil }
    for distance in 0..<keys.count {
      let offset = step < 0 ? -1 - distance : step + distance
      let index = (from + offset + 2 * keys.count) % keys.count
      if keys[index].contains(text) { return index }
    }
    return nil
  }
}
