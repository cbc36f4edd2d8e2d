import Canvas
import Publication
import TableViews

/// The saved views, to open one.
struct KeptViewsDialog: Sendable, Equatable {
  /// A saved view, read as far as it can be.
  struct Entry: Sendable, Equatable {
    /// The name.
    let name: String
    /// The view; `nil` when it cannot be held now.
    let view: ViewState?
    /// Why it cannot, with the line; empty when it can.
    let problem: String
    /// What the filter looks through.
    let key: String

    /// What is chosen by it: the name of the table, or that it cannot be opened.
    var note: String { view?.table.id ?? "cannot be opened" }
  }
  /// All of them.
  private let entries: [Entry]
  /// Those that the filter lets through.
  private(set) var shown: [Entry]
  /// The chosen one.
  var selection = ListSelection()
  /// The filter.
  private(set) var filter = LineEditor()

  /// The views that were found; the one left open goes first.
  init(_ views: [KeptView], statistics: [StatisticDescription]) {
    let ordered = views.filter(\.isLeftOpen) + views.filter { !$0.isLeftOpen }
    entries = ordered.map { Entry($0, statistics: statistics) }
    shown = entries
  }

  /// The view that is chosen.
  var selected: Entry? { shown.indices.contains(selection.index) ? shown[selection.index] : nil }

  /// What Enter would open, or why it cannot.
  var description: String {
    guard let selected else {
      return entries.isEmpty ? "No view has been saved: S saves one." : "No view has these words."
    }
    return selected.view?.title ?? "! " + selected.problem
  }

  /// Applies a key to the filter and says whether it was one of its.
  mutating func type(_ key: KeyPress) -> Bool {
    guard filter.press(key) else { return false }
    let words = folded(filter.text).split(separator: " ")
    shown = entries.filter { entry in words.allSatisfy { entry.key.contains($0) } }
    selection = ListSelection()
    return true
  }

  /// The views in sight: between the filter and what Enter would open.
  func window(_ box: DialogBox) -> Range<Int> {
    ListSelection.window(
      around: selection.index, count: shown.count, height: max(1, box.textRows - 2))
  }
}

extension KeptViewsDialog.Entry {
  /// Reads a view that was found.
  init(_ kept: KeptView, statistics: [StatisticDescription]) {
    var view: ViewState?
    var problem = ""
    do throws(ViewFileProblem) {
      view = try ViewFile(text: kept.text).state(in: statistics)
    } catch {
      problem = "Line \(error.line): \(error.reason)"
    }
    name = kept.name
    self.view = view
    self.problem = problem
    key = folded([kept.name, view?.table.id ?? "", view?.title ?? ""].joined(separator: "\n"))
  }
}

extension ExplorerState {
  /// Shows the saved views that were found.
  mutating func found(_ views: [KeptView]) {
    // Whoever has gone on to something else meanwhile is not to be disturbed.
    guard dialog == nil else { return }
    catalogue.isTyping = false
    dialog = .keptViews(KeptViewsDialog(views, statistics: statistics))
  }

  /// A command while the saved views are shown.
  mutating func performInKeptViews(_ command: Command) -> [Effect] {
    guard case .keptViews(var views) = dialog else { return [] }
    switch command {
    case .accept:
      guard let view = views.selected?.view else { return [.bell] }
      dialog = nil
      // Of the table that is open it is one more change, which can be undone.
      if view.table.id == page?.view.state.table.id { return change { $0 = view } }
      return open(view)
    case .close where views.filter.isEmpty:
      dialog = nil
      return []
    case .close: _ = views.type(.control("u"))
    default:
      guard views.selection.move(command, count: views.shown.count) else { return [.bell] }
    }
    dialog = .keptViews(views)
    return []
  }

  /// A key of the filter.
  mutating func typeInKeptViews(_ key: KeyPress) -> Bool {
    guard case .keptViews(var views) = dialog, views.type(key) else { return false }
    dialog = .keptViews(views)
    return true
  }
}
