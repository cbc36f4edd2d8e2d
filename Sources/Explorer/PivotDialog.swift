import Classifications
import Publication
import TableViews

/// Where each dimension stands and at which level: a draft of a view, with what it would show.
struct PivotDialog: Sendable, Equatable {
  /// The view as it would be.
  private(set) var draft: ViewState
  /// The chosen dimension's place in the table.
  private(set) var place: Int
  /// Why the last key did nothing.
  private(set) var refusal: String?
  /// The table as the draft would have it, once that has been answered.
  var preview: TablePage?

  /// A draft that begins as `view`.
  init(_ view: ViewState) {
    draft = view
    place = (view.stub + view.heading + view.filter).first ?? 0
    refusal = nil
  }

  /// The dimensions in the order of the dialog.
  var order: [Int] { draft.stub + draft.heading + draft.filter }

  /// The part in which a dimension stands.
  func placement(of place: Int) -> Placement {
    draft.stub.contains(place) ? .stub : draft.heading.contains(place) ? .heading : .filter
  }

  /// The dimensions of a part.
  func places(in placement: Placement) -> [Int] {
    switch placement {
    case .stub: draft.stub
    case .heading: draft.heading
    case .filter: draft.filter
    }
  }

  /// What a dimension shows, in words.
  func selectionText(of place: Int) -> String { draft.selectionText(of: place) }

  /// What the draft would show: its title and its size.
  var description: [String] {
    func lines(_ places: [Int]) -> Int {
      places.reduce(1) { $0 * draft.lineCategories(of: $1).count }
    }
    let size =
      counted(lines(draft.stub), "row", "rows") + ", "
      + counted(lines(draft.heading) * draft.figureCount, "column", "columns")
    return [draft.title, size]
  }

  /// Applies a command and says whether it was one of the dialog's.
  mutating func apply(_ command: Command) -> Bool {
    refusal = nil
    switch command {
    case .up: choose(-1)
    case .down: choose(1)
    case .toPreviousPart: moveToPart(-1)
    case .toNextPart: moveToPart(1)
    case .earlier: moveWithin(-1)
    case .later: moveWithin(1)
    case .finer: changeLevel(1)
    case .coarser: changeLevel(-1)
    default: return false
    }
    return true
  }

  /// Says why the draft cannot be shown.
  mutating func refuse(_ reason: String) { refusal = reason }

  /// Chooses the dimension at a line of the dialog.
  mutating func choose(place: Int) { self.place = place }

  private mutating func choose(_ step: Int) {
    let order = order
    guard let index = order.firstIndex(of: place) else { return }
    place = order[max(0, min(index + step, order.count - 1))]
  }

  private mutating func moveToPart(_ step: Int) {
    let parts = Placement.allCases
    guard let index = parts.firstIndex(of: placement(of: place)) else { return }
    let next = index + step
    guard parts.indices.contains(next) else {
      refusal = step < 0 ? "It stands in the rows already." : "It stands above the table already."
      return
    }
    attempt { [place] view throws(ViewChangeRefused) in
      try view.move(place, to: parts[next], at: nil)
    }
  }

  private mutating func moveWithin(_ step: Int) {
    let part = placement(of: place)
    let places = places(in: part)
    guard part != .filter, let index = places.firstIndex(of: place),
      places.indices.contains(index + step)
    else {
      refusal = "There is nothing to change places with."
      return
    }
    attempt { [place] view throws(ViewChangeRefused) in
      try view.move(place, to: part, at: index + step)
    }
  }

  private mutating func changeLevel(_ step: Int) {
    guard placement(of: place) != .filter else {
      refusal = "Above the table a dimension has one value: f chooses it."
      return
    }
    if draft.isTime(place), step > 0, draft.selections[place] != .level(1) {
      return attempt { [place] view throws(ViewChangeRefused) in
        try view.select(.level(1), of: place)
      }
    }
    let hierarchy = draft.dimension(at: place).hierarchy
    let level = draft.deepestLevel(of: place) + step
    guard (0...hierarchy.depth).contains(level) else {
      refusal = step > 0 ? "There is no finer level." : "There is no coarser level."
      return
    }
    attempt { [place] view throws(ViewChangeRefused) in
      try view.select(level == 0 ? .single(0) : .level(level), of: place)
    }
  }

  private mutating func attempt(_ change: (inout ViewState) throws(ViewChangeRefused) -> Void) {
    var view = draft
    do {
      try change(&view)
      draft = view
    } catch {
      refusal = error.reason
    }
  }
}

extension ViewState {
  /// The deepest level that is shown of a dimension.
  func deepestLevel(of place: Int) -> Int {
    let hierarchy = dimension(at: place).hierarchy
    return categories(of: place).lazy.map { hierarchy.levels[$0] }.max() ?? 0
  }

  /// What is shown of a dimension, in words.
  func selectionText(of place: Int) -> String {
    let opened = unfolded[place].count
    return baseText(of: place) + (opened == 0 ? "" : ", \(opened) opened")
  }

  private func baseText(of place: Int) -> String {
    let hierarchy = dimension(at: place).hierarchy
    func label(_ category: CategoryIndex) -> String {
      hierarchy.categories[category].label.text(in: language)
    }
    guard !isTime(place) else { return periodText(of: place) }
    switch selections[place] {
    case .single(let category): return label(category)
    case .branch(let category): return "\(label(category)) and what is below it"
    case .level(let level):
      return "all at level \(hierarchy.levelLabels[level].text(in: language))"
    case .chosen(let categories):
      return counted(categories.count, "chosen value", "chosen values")
    }
  }
}

extension ExplorerState {
  /// A command while dimensions are moved.
  mutating func performInPivot(_ command: Command) -> [Effect] {
    guard case .pivot(var pivot) = dialog else { return [] }
    switch command {
    case .accept: return apply(pivot)
    case .close:
      dialog = nil
      return endPreview()
    default:
      let draft = pivot.draft
      guard pivot.apply(command) else { return [.bell] }
      dialog = .pivot(pivot)
      if pivot.draft != draft { return preview(pivot) }
      return pivot.refusal == nil ? [] : [.bell]
    }
  }
}
