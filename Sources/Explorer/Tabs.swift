import Canvas
import Publication
import TableViews

/// A tab behind the one in front: what it shows and where it has been, without any figure.
struct Tab: Sendable, Equatable {
  /// Its list of tables.
  let catalogue: Catalogue
  /// The table that it shows; `nil` for the list of tables.
  let shown: ParkedPage?
  /// Tables that were left in it, by their id.
  let parked: [String: ParkedPage]
  /// The views that were shown in it.
  let trail: Trail

  /// What the line of tabs calls it.
  var name: String { shown?.last.view.table.id ?? "tables" }
}

/// The tabs behind the one in front, which stands between them.
struct Tabs: Sendable, Equatable {
  /// As many as there can be.
  static let most = 20

  /// Those before the one in front.
  var before: [Tab] = []
  /// Those behind it.
  var after: [Tab] = []

  /// All of them, the one in front included.
  var count: Int { before.count + 1 + after.count }
  /// Where the one in front stands.
  var index: Int { before.count }
}

extension ExplorerState {
  /// The tab in front, as it is kept when another comes to the front.
  private var tab: Tab {
    Tab(catalogue: catalogue, shown: page?.parked, parked: parked, trail: trail)
  }

  /// Opens a tab with the same view and history; in the list of tables one with the chosen table.
  mutating func openTab() -> [Effect] {
    tabs.before.append(tab)
    fit()
    return page == nil ? openSelected() : []
  }

  /// Brings the next tab to the front, or the one before, going round; steps typed ahead add up.
  mutating func turnTab(_ step: Int) -> [Effect] {
    var from = tabs.index
    if case .tab(let index, false) = pending?.arrival { from = index }
    return goToTab((from + step + tabs.count) % tabs.count)
  }

  /// Closes the tab in front: the one before it comes to the front, or else the next.
  mutating func closeTab() -> [Effect] {
    goToTab(tabs.index > 0 ? tabs.index - 1 : 1, closing: true)
  }

  /// Brings a tab to the front; the one in front stays until its view has come.
  mutating func goToTab(_ index: Int, closing: Bool = false) -> [Effect] {
    let all = tabs.before + [tab] + tabs.after
    guard all.indices.contains(index) else { return [.bell] }
    if index == tabs.index { return cancelPending() }
    if let shown = all[index].shown {
      return request(shown.last.view, arrival: .tab(index, closing: closing))
    }
    let effects = cancelPending()
    arrive(atTab: index, closing: closing, showing: nil)
    return effects
  }

  /// Shows a tab with the figures of its view, or its list of tables.
  mutating func arrive(atTab index: Int, closing: Bool, showing view: TableView?) {
    var all = tabs.before + [tab] + tabs.after
    let wanted = all[index]
    var index = index
    if closing {
      all.remove(at: tabs.index)
      if index > tabs.index { index -= 1 }
    }
    tabs = Tabs(before: Array(all[..<index]), after: Array(all[(index + 1)...]))
    catalogue = wanted.catalogue
    parked = wanted.parked
    trail = wanted.trail
    page = view.map(TablePage.init)
    fit()
    if let shown = wanted.shown { page?.resume(shown, size: size) }
  }

  /// Why nothing can be done with tabs, or `nil` when it can.
  func noTab(_ command: Command) -> String? {
    switch command {
    case .openTab where pending != nil: "a view is on its way; Esc stops that."
    case .openTab where tabs.count == Tabs.most: "there are \(Tabs.most) tabs."
    case .openTab where page == nil && catalogue.selected == nil: "no table has these words."
    case .nextTab where tabs.count == 1, .previousTab where tabs.count == 1,
      .closeTab where tabs.count == 1:
      "there is one tab."
    default: nil
    }
  }

  // MARK: The line of tabs

  /// Rows from which there is room for a line of tabs.
  private static let tallEnough = 10

  /// Rows that the line of tabs takes of a terminal of `size`: it is there when there are several.
  func tabRows(of size: Size) -> Int {
    tabs.count > 1 && size.rows >= Self.tallEnough ? 1 : 0
  }

  /// Fits what is shown to the terminal, below the line of tabs.
  mutating func fit() {
    size = Size(rows: terminal.rows - tabRows(of: terminal), columns: terminal.columns)
    page?.reveal(size: size)
  }

  /// The tabs on a line of so many columns: from the one where the tab in front is in sight.
  func placedTabs(columns: Int) -> [(index: Int, text: String, columns: Range<Int>)] {
    let all = tabs.before + [tab] + tabs.after
    let texts = all.enumerated().map { index, tab in
      index == tabs.index ? "[\(index + 1) \(tab.name)]" : " \(index + 1) \(tab.name) "
    }
    let widths = texts.map(columnCount)
    var first = 0
    while first < tabs.index, widths[first...tabs.index].reduce(0, +) > columns { first += 1 }
    var start = 0
    return (first..<all.count).map { index in
      let columns = start..<(start + widths[index])
      start = columns.upperBound
      return (index, texts[index], columns)
    }
  }

  /// Draws the line of tabs; brackets say which is in front.
  func drawTabs(on screen: inout Screen) {
    for (index, text, columns) in placedTabs(columns: screen.size.columns) {
      screen.writeCut(
        text, row: 0, column: columns.lowerBound, face: index == tabs.index ? .title : .crumb)
    }
  }

  /// What a click on the line of tabs means.
  func tabSteps(column: Int) -> [Step] {
    guard dialog == nil else { return [] }
    let hit = placedTabs(columns: size.columns).first { $0.columns.contains(column) }
    return hit.map { [.tab($0.index)] } ?? []
  }
}
