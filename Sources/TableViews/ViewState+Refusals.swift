import Classifications
public import Publication

extension ViewState {
  /// A sentence for a combination that the release does not hold, with what to change.
  public func refusalText(_ refusal: CombinationNotHeld) -> String {
    let names = refusal.dimensions.map {
      lowered(statistic.dimensions[$0].label.text(in: language))
    }
    let combination = listed(names, and: "and")
    let begin = combination.isEmpty ? "This combination" : "The combination of \(combination)"
    guard !refusal.waysOut.isEmpty else { return "\(begin) is not held in this detail." }
    let ways = refusal.waysOut.prefix(3).map(text(of:))
    return "\(begin) is not held in this detail: \(ways.joined(separator: ", or "))."
  }

  /// A sentence for a combination of which nearly all is hidden, with what shows most instead.
  public func refusalText(_ refusal: CombinationTooSparse) -> String {
    let (share, then) = (refusal.share, refusal.shareThen)
    return "\(share.hidden) of \(share.figures) figures are not for publication in this detail: "
      + "\(text(of: [refusal.way])) to see \(then.figures - then.hidden) of \(then.figures)."
  }

  /// Coarsens dimensions as a way out says, each as little as needed.
  public mutating func apply(_ ways: [CombinationNotHeld.WayOut]) {
    for way in ways {
      guard let place = table.dimensions.firstIndex(of: way.dimension) else { continue }
      selections[place] = coarsened(selections[place], of: place, to: way.level)
      let levels = dimension(at: place).hierarchy.levels
      unfolded[place].removeAll { levels[$0] >= way.level }
    }
    settle()
  }

  /// What ``apply(_:)`` has made of each dimension, such as `age is now at its total`.
  public func doneTexts(_ ways: [CombinationNotHeld.WayOut]) -> [String] {
    ways.map { way in
      let dimension = statistic.dimensions[way.dimension]
      let name = lowered(dimension.label.text(in: language))
      if way.level == 0 { return "\(name) is now at its total" }
      let level = lowered(dimension.hierarchy.levelLabels[way.level].text(in: language))
      return "\(name) is now by \(level)"
    }
  }

  private func text(of ways: [CombinationNotHeld.WayOut]) -> String {
    let changes = ways.map { way in
      let dimension = statistic.dimensions[way.dimension]
      let name = lowered(dimension.label.text(in: language))
      if way.level == 0 { return "set \(name) to its total" }
      let level = lowered(dimension.hierarchy.levelLabels[way.level].text(in: language))
      return "show \(name) by \(level)"
    }
    return listed(changes, and: "and")
  }

  private func coarsened(_ selection: Selection, of place: Int, to level: Int) -> Selection {
    let hierarchy = dimension(at: place).hierarchy
    func lifted(_ category: CategoryIndex, to level: Int) -> CategoryIndex {
      hierarchy.path(to: category).last { hierarchy.levels[$0] <= level } ?? 0
    }
    switch selection {
    case .single(let category):
      return .single(lifted(category, to: level))
    case .branch(let category):
      guard level > 0 else { return .single(0) }
      return .branch(lifted(category, to: level - 1))
    case .level(let shown):
      return level == 0 ? .single(0) : .level(min(shown, level))
    case .chosen(let categories):
      let kept = Set(categories.map { lifted($0, to: level) }).sorted()
      return kept.count == 1 ? .single(kept[0]) : .chosen(kept)
    }
  }

  // MARK: Checks of changes

  func requireHeld(_ category: CategoryIndex, at place: Int) throws(ViewChangeRefused) {
    let hierarchy = dimension(at: place).hierarchy
    guard hierarchy.categories.indices.contains(category) else {
      throw ViewChangeRefused(reason: "\(label(of: place)) has no such value.")
    }
    guard category > 0 || !isTime(place) else {
      throw ViewChangeRefused(reason: noTotalReason(place))
    }
    guard hierarchy.levels[category] <= deepestHeld(of: place) else {
      throw ViewChangeRefused(reason: notHeldReason(place))
    }
  }

  func requireChildren(of category: CategoryIndex, at place: Int) throws(ViewChangeRefused) {
    guard !isTime(place) else { throw ViewChangeRefused(reason: noTotalReason(place)) }
    try requireHeld(category, at: place)
    let hierarchy = dimension(at: place).hierarchy
    guard let child = hierarchy.children[category].first else {
      throw ViewChangeRefused(reason: "\(name(of: category, at: place)) has no finer level.")
    }
    try requireHeld(child, at: place)
  }

  func notHeldReason(_ place: Int) -> String {
    let deepest = deepestHeld(of: place)
    let dimension = dimension(at: place)
    let level = dimension.hierarchy.levelLabels[deepest].text(in: language)
    return deepest == 0
      ? "This table has \(lowered(label(of: place))) only as a total."
      : "This table has \(lowered(label(of: place))) no finer than \(lowered(level))."
  }
}
