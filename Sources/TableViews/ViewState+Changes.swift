public import Classifications
import Publication

/// Why a change of the view was not made; a sentence for the user, without any figure.
public struct ViewChangeRefused: Error, Sendable, Hashable {
  /// The sentence.
  public let reason: String

  /// A refusal.
  public init(reason: String) { self.reason = reason }
}

/// Every change that a key can make. None of them looks at a figure, except ``TableView`` sorting,
/// which sees published figures only. A change that is refused leaves the view as it was.
extension ViewState {
  /// Goes down into `category` of the dimension at `place`: its children are shown with it.
  ///
  /// A dimension of the filter has several values from then on and moves to the rows, innermost.
  public mutating func drill(into category: CategoryIndex, of place: Int) throws(ViewChangeRefused)
  {
    try requireChildren(of: category, at: place)
    try requireShown(category, at: place)
    guard selections[place] != .branch(category) || placement(of: place) == .filter else {
      throw ViewChangeRefused(reason: "\(name(of: category, at: place)) is open already.")
    }
    if let index = filter.firstIndex(of: place) {
      filter.remove(at: index)
      stub.append(place)
    }
    selections[place] = .branch(category)
    drillPath.append(place)
    settle()
  }

  /// Goes up one step in the dimension at `place`: from a value to its parent's branch, from a
  /// level to the one above, from chosen values to the branch that has them all.
  public mutating func goUp(in place: Int) throws(ViewChangeRefused) {
    guard !isTime(place) else { throw ViewChangeRefused(reason: noTotalReason(place)) }
    let hierarchy = dimension(at: place).hierarchy
    let selection = selections[place]
    switch selection {
    case .branch(let category) where category != 0:
      selections[place] = .branch(hierarchy.parents[category])
    case .single(let category) where category != 0:
      let parent = hierarchy.parents[category]
      selections[place] = filter.contains(place) ? .single(parent) : .branch(parent)
    case .level(let level) where level > 1:
      selections[place] = .level(level - 1)
    case .chosen(let categories):
      selections[place] = opened(place, at: hierarchy.commonAncestor(of: categories))
    default:
      let name = name(of: top(of: place), at: place)
      throw ViewChangeRefused(reason: "\(name) is at the top of \(label(of: place)).")
    }
    if let last = drillPath.lastIndex(of: place) { drillPath.remove(at: last) }
    settle()
  }

  /// The dimension that ``goUp(in:)`` should take for a Backspace: the one last drilled into.
  public var lastDrilled: Int? { drillPath.last }

  /// Shows `selection` of the dimension at `place`.
  ///
  /// A choice of one value is that single value.
  public mutating func select(_ selection: Selection, of place: Int) throws(ViewChangeRefused) {
    let hierarchy = dimension(at: place).hierarchy
    var selection = selection
    switch selection {
    case .single(let category):
      try requireHeld(category, at: place)
      try requireShown(category, at: place)
    case .branch(let category):
      try requireChildren(of: category, at: place)
      try requireShown(category, at: place)
    case .level(let level):
      guard level > 0 || !isTime(place) else {
        throw ViewChangeRefused(reason: noTotalReason(place))
      }
      guard hierarchy.levelLabels.indices.contains(level), level <= deepestHeld(of: place) else {
        throw ViewChangeRefused(reason: notHeldReason(place))
      }
    case .chosen(let categories):
      guard !categories.isEmpty else {
        throw ViewChangeRefused(reason: "\(label(of: place)) needs at least one value.")
      }
      for category in categories {
        try requireHeld(category, at: place)
        try requireShown(category, at: place)
      }
      let chosen = Set(categories).sorted()
      selection = chosen.count == 1 ? .single(chosen[0]) : .chosen(chosen)
    }
    if filter.contains(place), selection != .single(categories(selection, of: place)[0]) {
      throw ViewChangeRefused(reason: filterReason(place))
    }
    selections[place] = selection
    unfolded[place] = []
    drillPath.removeAll { $0 == place }
    settle()
  }

  /// Goes to the next base of per cent that the table has.
  public mutating func cyclePercent() {
    let bases = PercentBase.allCases.filter(offers)
    let position = bases.firstIndex(of: percent) ?? 0
    percent = bases[(position + 1) % bases.count]
    settle()
  }

  /// Shows figures in per cent of `base`.
  public mutating func show(percent base: PercentBase) throws(ViewChangeRefused) {
    guard offers(base) else {
      throw ViewChangeRefused(
        reason: base == .population
          ? "The table has no population to show per cent of."
          : countMeasure == nil ? "The table has no counts." : Self.noTotals)
    }
    percent = base
    settle()
  }

  /// Sorts by a column: largest first, then smallest first, then back to the classification.
  public mutating func cycleSort(by column: ViewLine) {
    let measure = column.measure ?? 0
    let derivation = column.derivation
    let isSame =
      sort.map {
        $0.categories == column.categories && $0.measure == measure && $0.derivation == derivation
      } ?? false
    func order(isDescending: Bool) -> SortOrder {
      SortOrder(
        categories: column.categories, measure: measure, derivation: derivation,
        isDescending: isDescending)
    }
    switch sort {
    case .some(let current) where isSame && current.isDescending:
      sort = order(isDescending: false)
    case .some where isSame:
      sort = nil
    default:
      sort = order(isDescending: true)
    }
    settle()
  }

  /// Sorts the rows by `order`, or as the classification when it is `nil`.
  public mutating func sort(by order: SortOrder?) throws(ViewChangeRefused) {
    if let order, !hasColumn(of: order) {
      throw ViewChangeRefused(reason: "The view has no such column to sort by.")
    }
    sort = order
  }

  /// Goes to the next way of naming categories: labels, codes, both.
  public mutating func cycleLabelStyle() {
    labelStyle =
      switch labelStyle {
      case .labels: .codes
      case .codes: .both
      case .both: .labels
      }
  }

  /// Shows categories as labels, codes or both.
  public mutating func show(labels style: LabelStyle) { labelStyle = style }

  /// Leaves out rows whose published figures are all 0, or shows them again.
  public mutating func toggleEmptyRows() { hidesEmptyRows.toggle() }

  /// Changes the language of labels.
  public mutating func cycleLanguage() { language = language == .english ? .national : .english }

  /// Shows labels in `language`.
  public mutating func show(language: Language) { self.language = language }

  /// Shows these measures and what is derived of measures side by side, and no percentages instead
  /// of them.
  public mutating func show(
    measures: [Int], derived: [DerivedFigure] = []
  ) throws(ViewChangeRefused) {
    guard !measures.isEmpty || !derived.isEmpty else {
      throw ViewChangeRefused(reason: "A table needs at least one measure.")
    }
    guard measures.allSatisfy(table.measures.indices.contains),
      Set(measures).count == measures.count
    else { throw ViewChangeRefused(reason: "The table has no such measures.") }
    for figure in derived where !offers(figure) { throw refusal(of: figure) }
    self.measures = measures
    self.derived = derived.enumerated().filter { !derived[..<$0].contains($1) }.map(\.element)
    percent = .none
    settle()
  }

  private func refusal(of figure: DerivedFigure) -> ViewChangeRefused {
    guard table.measures.indices.contains(figure.measure) else {
      return ViewChangeRefused(reason: "The table has no such measures.")
    }
    guard figure.derivation.change == .none else {
      return ViewChangeRefused(reason: noChangeReason(figure.derivation.change))
    }
    let name = heading(ofMeasure: figure.measure)
    return ViewChangeRefused(
      reason: hasTotals(figure.derivation.percent)
        ? "\(name) does not add up to a total to show per cent of." : Self.noTotals)
  }

  static let noTotals = "Periods have no total."

  /// The path to what is shown: for each dimension that is not at its total, the labels from the
  /// root down, such as `["Norway", "Agder"]`.
  public var breadcrumbs: [(place: Int, path: [CategoryIndex])] {
    (filter + stub + heading).compactMap { place in
      let top = top(of: place)
      guard top != 0 else { return nil }
      let path = dimension(at: place).hierarchy.path(to: top)
      return (place, isTime(place) ? [top] : path)
    }
  }

  /// Forgets what no longer exists after a change: steps down that were undone, a column sorted by.
  mutating func settle() {
    settleFolding()
    drillPath.removeAll { place in
      switch selections[place] {
      case .branch(let category): category == 0
      // What was gone down into may be folded.
      case .single(let category): category == 0 || filter.contains(place)
      case .level, .chosen: true
      }
    }
    if !offers(percent) { percent = .none }
    if !offers(change) { change = .none }
    derived = derived.filter(offers)
    if figurePlans.isEmpty { measures = table.opening.measures }
    if let sort, !hasColumn(of: sort) { self.sort = nil }
    if let condition,
      !hasColumn(condition.categories, measure: condition.measure, condition.derivation)
    {
      self.condition = nil
    }
  }

  private func hasColumn(of order: SortOrder) -> Bool {
    hasColumn(order.categories, measure: order.measure, order.derivation)
  }
}
