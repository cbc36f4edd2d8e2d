public import Classifications
import Publication

/// Opening values in place: their parts are shown below them and all other lines stay.
extension ViewState {
  /// Shows the parts of `category`, which is in view, below it.
  public mutating func unfold(_ category: CategoryIndex, of place: Int) throws(ViewChangeRefused) {
    try requireChildren(of: category, at: place)
    guard !filter.contains(place) else { throw ViewChangeRefused(reason: filterReason(place)) }
    let shown = categories(of: place)
    guard shown.contains(category) else {
      throw ViewChangeRefused(reason: "\(name(of: category, at: place)) is not in view.")
    }
    guard !isOpen(category, at: place) else {
      throw ViewChangeRefused(reason: "\(name(of: category, at: place)) is open already.")
    }
    var opened = self
    opened.unfolded[place] = (unfolded[place] + [category]).sorted()
    opened.settle()
    guard opened.categories(of: place) != shown else {
      throw ViewChangeRefused(
        reason: "\(name(of: category, at: place)) has nothing below it in the periods in view.")
    }
    self = opened
  }

  /// Leaves out all that is shown below `category`, which is in view.
  public mutating func fold(_ category: CategoryIndex, of place: Int) throws(ViewChangeRefused) {
    guard !isTime(place) else { throw ViewChangeRefused(reason: noTotalReason(place)) }
    let below = dimension(at: place).hierarchy.descendants(of: category)
    let shown = categories(of: place)
    guard shown.contains(category), shown.contains(where: { $0 > category && below.contains($0) })
    else {
      throw ViewChangeRefused(
        reason: "Nothing is open below \(name(of: category, at: place)).")
    }
    unfolded[place].removeAll(where: below.contains)
    let listed = categories(selections[place], of: place)
    let kept = listed.filter { $0 == category || !below.contains($0) }
    if kept.count < listed.count {
      selections[place] = kept.count == 1 ? .single(kept[0]) : .chosen(kept)
    }
    settle()
  }

  /// Opens the values of the dimension at `place` by one level, the highest one that is closed;
  /// closes all that were opened in place when nothing is left to open.
  public mutating func unfoldAll(of place: Int) throws(ViewChangeRefused) {
    guard !isTime(place) else { throw ViewChangeRefused(reason: noTotalReason(place)) }
    guard !filter.contains(place) else { throw ViewChangeRefused(reason: filterReason(place)) }
    let levels = dimension(at: place).hierarchy.levels
    let shown = categories(of: place)
    let closed = shown.filter { canUnfold($0, of: place) }
    for level in Set(closed.map { levels[$0] }).sorted() {
      var opened = self
      opened.unfolded[place] += closed.filter { levels[$0] == level }
      opened.unfolded[place].sort()
      opened.settle()
      // Parts that are not in force in a period in view cannot be opened.
      guard opened.categories(of: place) == shown else {
        self = opened
        return
      }
    }
    guard !unfolded[place].isEmpty else {
      let deepest = closed.isEmpty && deepestHeld(of: place) < dimension(at: place).hierarchy.depth
      throw ViewChangeRefused(
        reason: deepest ? notHeldReason(place) : "\(label(of: place)) has nothing more to open.")
    }
    unfolded[place] = []
    settle()
  }

  /// Whether `category`, which is in view, has parts that are held and not shown.
  /// - Complexity: O(chosen values).
  public func canUnfold(_ category: CategoryIndex, of place: Int) -> Bool {
    let hierarchy = dimension(at: place).hierarchy
    return !isTime(place) && !filter.contains(place) && !hierarchy.children[category].isEmpty
      && hierarchy.levels[category] < deepestHeld(of: place) && !isOpen(category, at: place)
  }

  /// What folding `category`, which is in view, would close: itself when something is open below
  /// it, or else the nearest value shown above it; `nil` when there is neither.
  /// - Complexity: O(chosen values × levels).
  public func foldTarget(of category: CategoryIndex, at place: Int) -> CategoryIndex? {
    guard !isTime(place), !filter.contains(place) else { return nil }
    if hasShownBelow(category, at: place) { return category }
    return dimension(at: place).hierarchy.path(to: category).dropLast()
      .last { isShown($0, at: place) }
  }

  /// Whether all parts of `category` are shown with it.
  private func isOpen(_ category: CategoryIndex, at place: Int) -> Bool {
    if unfolded[place].contains(category) { return true }
    let hierarchy = dimension(at: place).hierarchy
    switch selections[place] {
    case .single: return false
    case .branch(let parent): return parent == category
    case .level(let level): return hierarchy.levels[category] + 1 == level
    case .chosen(let chosen): return hierarchy.children[category].allSatisfy(chosen.contains)
    }
  }

  private func hasShownBelow(_ category: CategoryIndex, at place: Int) -> Bool {
    let hierarchy = dimension(at: place).hierarchy
    let below = hierarchy.descendants(of: category)
    if unfolded[place].contains(where: below.contains) { return true }
    switch selections[place] {
    case .single: return false
    case .branch(let parent): return parent == category
    case .level(let level): return hierarchy.levels[category] < level && below.count > 1
    case .chosen(let chosen): return chosen.contains { $0 != category && below.contains($0) }
    }
  }

  private func isShown(_ category: CategoryIndex, at place: Int) -> Bool {
    let hierarchy = dimension(at: place).hierarchy
    let parent = hierarchy.parents[category]
    if category > 0, unfolded[place].contains(parent) { return true }
    switch selections[place] {
    case .single(let single): return single == category
    case .branch(let top): return top == category || category > 0 && top == parent
    case .level(let level):
      return category == 0 || hierarchy.levels[category] == level
        || hierarchy.levels[category] < level && hierarchy.children[category].isEmpty
    case .chosen(let chosen): return chosen.contains(category)
    }
  }

  /// Forgets values opened that are no longer in view, and says what is open in one way only.
  mutating func settleFolding() {
    for place in unfolded.indices where !unfolded[place].isEmpty {
      guard !filter.contains(place) else {
        unfolded[place] = []
        continue
      }
      let shown = Set(categories(of: place))
      unfolded[place].removeAll { !shown.contains($0) }
      if case .single(let category) = selections[place], unfolded[place].contains(category) {
        selections[place] = .branch(category)
      }
      if case .branch(let category) = selections[place] {
        unfolded[place].removeAll { $0 == category }
      }
    }
  }

  func filterReason(_ place: Int) -> String {
    "\(label(of: place)) is in the filter, which has one value: "
      + "move it to the rows or columns to see several."
  }
}

extension ViewState {
  /// Opens the values that `options` name; after figures, whose periods say what is in force.
  mutating func configureFolding(_ options: ViewOptions) throws(ViewOptionError) {
    for (place, text) in try values(of: options.open, option: "open") {
      var opened: Set<CategoryIndex> = []
      for code in text.split(separator: ",") {
        opened.insert(try category(String(code), at: place, option: "open"))
      }
      // Parents first: what is opened in what is opened is in view by then.
      for category in opened.sorted() {
        try change("open", code(of: category, at: place)) { state throws(ViewChangeRefused) in
          try state.unfold(category, of: place)
        }
      }
    }
  }
}
