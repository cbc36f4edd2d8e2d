import Canvas
import Classifications
import Publication
import TableViews

/// Which values of a dimension are shown: a list that is searched by typing.
struct ValuesDialog: Sendable, Equatable {
  /// The view that is filtered.
  let view: ViewState
  /// The dimension's place in the table.
  let place: Int
  /// Whether the dimension shows one value only, above the table.
  let isSingle: Bool
  /// Whether one goes to a value instead of choosing what is shown.
  let isJump: Bool
  /// What is searched for.
  private(set) var search = LineEditor()
  /// The values found: all in the order of the classification, or those searched for, best first.
  private(set) var listed: [CategoryIndex]
  /// The marked values.
  private(set) var marks: Set<CategoryIndex>
  /// The chosen line.
  var selection = ListSelection()
  /// Why the last key did nothing.
  private(set) var refusal: String?
  /// Whether marks have been set or taken away: then Enter shows what is marked.
  private var hasMarked = false

  /// The values of the dimension at `place` of `view`.
  init(_ view: ViewState, place: Int) {
    self.view = view
    self.place = place
    isSingle = view.filter.contains(place)
    isJump = false
    let hierarchy = view.dimension(at: place).hierarchy
    listed = hierarchy.categories.indices.filter { view.isOnList($0, at: place) }
    let shown = view.categories(of: place)
    marks = Set(shown)
    selection.index = shown.first.flatMap { listed.firstIndex(of: $0) } ?? 0
  }

  /// The values of the dimension at `place`, to go to one from that under the cursor.
  init(jumpFrom category: CategoryIndex, of place: Int, in view: ViewState) {
    self.view = view
    self.place = place
    isSingle = false
    isJump = true
    let hierarchy = view.dimension(at: place).hierarchy
    listed = hierarchy.categories.indices.filter { view.isOnList($0, at: place) }
    marks = []
    selection.index = listed.firstIndex(of: category) ?? 0
  }

  /// Whether values can be marked.
  var hasMarks: Bool { !isSingle && !isJump }

  /// The classification.
  var hierarchy: Hierarchy { view.dimension(at: place).hierarchy }

  /// The value that is chosen.
  var chosen: CategoryIndex? {
    listed.indices.contains(selection.index) ? listed[selection.index] : nil
  }

  /// What Enter would show.
  var outcome: Selection? {
    if isSingle { return chosen.map(Selection.single) }
    if hasMarked { return marks.isEmpty ? nil : .chosen(marks.sorted()) }
    return chosen.map { hierarchy.children[$0].isEmpty ? .single($0) : .branch($0) }
  }

  /// What Enter would show, in words.
  var outcomeText: String {
    guard let outcome else {
      return listed.isEmpty ? "Nothing is found." : "Mark at least one value."
    }
    func label(_ category: CategoryIndex) -> String {
      hierarchy.categories[category].label.text(in: view.language)
    }
    if isJump { return "Enter goes to " + (chosen.map(label) ?? "") }
    // Lines that are shown already are marked, too: Enter leaves those marks behind.
    let only = isSingle || hasMarked ? "" : "only "
    switch outcome {
    case .branch(let category): return "Enter shows \(only)\(label(category)) and what is below it"
    case .chosen(let categories):
      return "Enter shows " + counted(categories.count, "marked value", "marked values")
    default: return "Enter shows \(only)\(chosen.map(label) ?? "")"
    }
  }

  /// Marks the chosen value or takes its mark away.
  mutating func mark() {
    guard !isSingle, let chosen else {
      let name = view.label(of: place).lowercased()
      refusal = "To compare several values, move \(name) to rows or columns (p)."
      return
    }
    hasMarked = true
    if marks.remove(chosen) == nil { marks.insert(chosen) }
    _ = selection.move(.down, count: listed.count)
  }

  /// Marks all values listed, or none of them if all are marked.
  mutating func markAll() {
    guard !isSingle else { return mark() }
    hasMarked = true
    if marks.isSuperset(of: listed) { marks.subtract(listed) } else { marks.formUnion(listed) }
  }

  /// Forgets why the last key did nothing.
  mutating func clearRefusal() { refusal = nil }

  /// Applies a key to the search and says whether it was one of its.
  mutating func type(_ key: KeyPress) -> Bool {
    let before = chosen
    guard search.press(key) else { return false }
    listed = view.search(search.text, at: place)
    let kept = search.isEmpty ? before.flatMap { listed.firstIndex(of: $0) } : nil
    selection.index = kept ?? 0
    return true
  }

  /// Lists all values again.
  mutating func clearSearch() { _ = type(.control("u")) }
}

extension ExplorerState {
  /// A command while values are chosen.
  mutating func performInValues(_ command: Command) -> [Effect] {
    guard case .values(var values) = dialog else { return [] }
    values.clearRefusal()
    switch command {
    case .accept:
      guard let outcome = values.outcome else { return [.bell] }
      let place = values.place
      dialog = nil
      if values.isJump, let category = values.chosen {
        return jump(to: Focus(place: place, category: category))
      }
      let focus = values.chosen.map { [Focus(place: place, category: $0)] } ?? []
      return change(focus: focus) { view throws(ViewChangeRefused) in
        try view.select(outcome, of: place)
      }
    case .close:
      if values.search.isEmpty {
        dialog = nil
        return []
      }
      values.clearSearch()
    case .mark: values.mark()
    case .markAll: values.markAll()
    default:
      guard values.selection.move(command, count: values.listed.count) else { return [.bell] }
    }
    dialog = .values(values)
    return values.refusal == nil ? [] : [.bell]
  }

  /// A key of the search.
  mutating func typeInValues(_ key: KeyPress) -> Bool {
    guard case .values(var values) = dialog else { return false }
    values.clearRefusal()
    guard values.type(key) else { return false }
    dialog = .values(values)
    return true
  }
}
