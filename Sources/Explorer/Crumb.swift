import Canvas
import Classifications
import Publication
import TableViews

/// A part of the path to what is shown.
struct Crumb: Sendable, Hashable {
  /// What a click goes to.
  enum Target: Sendable, Hashable {
    /// The list of tables.
    case tables
    /// A value of the dimension at `place` above what is shown; the cursor stands on `from` then.
    case value(CategoryIndex, place: Int, from: CategoryIndex)
  }
  /// What stands before it.
  let lead: String
  /// What it says.
  let text: String
  /// What a click goes to; `nil` for what is shown now.
  let target: Target?
}

extension TablePage {
  /// The path to what is shown: the statistic, the values gone down into, and those filtered by.
  var crumbs: [Crumb] {
    let state = view.state
    let title = state.statistic.title.text(in: state.language)
    var crumbs = [
      Crumb(
        lead: "", text: state.timePlace == nil ? "\(title) \(state.statistic.period)" : title,
        target: .tables)
    ]
    let paths = state.breadcrumbs.filter { !state.filter.contains($0.place) }
    for (place, path) in paths { crumbs += self.crumbs(path, of: place, lead: " | ") }
    if let text = state.conditionText { crumbs.append(Crumb(lead: " | ", text: text, target: nil)) }
    if let text = state.sortText { crumbs.append(Crumb(lead: " | ", text: text, target: nil)) }
    for (place, path) in state.breadcrumbs where state.filter.contains(place) {
      crumbs += self.crumbs(path, of: place, lead: " | \(state.label(of: place)): ")
    }
    return crumbs
  }

  private func crumbs(_ path: [CategoryIndex], of place: Int, lead: String) -> [Crumb] {
    path.enumerated().map { index, category in
      let below = index + 1 < path.count ? path[index + 1] : nil
      return Crumb(
        lead: index == 0 ? lead : " > ", text: view.state.text(of: category, at: place),
        target: below.map { .value(category, place: place, from: $0) })
    }
  }

  /// The columns of the screen that each crumb takes when they end before `limit`.
  func placedCrumbs(limit: Int) -> [(crumb: Crumb, columns: Range<Int>)] {
    var end = 0
    return crumbs.map { crumb in
      let start = end + columnCount(of: crumb.lead)
      end = start + columnCount(of: crumb.text)
      return (crumb, min(start, limit)..<min(end, limit))
    }
  }

  /// Where the crumbs end: before what is said of the units at the right.
  func crumbsLimit(columns: Int) -> Int {
    let basis = view.state.syntheticText ?? ""
    return basis.isEmpty ? columns : columns - columnCount(of: basis) - 2
  }
}

extension ExplorerState {
  /// What a click on the path means: to go up to the value that was hit.
  func crumbSteps(_ page: TablePage, column: Int) -> [Step] {
    let hit = page.placedCrumbs(limit: page.crumbsLimit(columns: size.columns))
      .first { $0.columns.contains(column) }
    switch hit?.crumb.target {
    case .tables: return [.command(.close)]
    case .value(let category, let place, _): return [.ascend(place: place, category)]
    case nil: return []
    }
  }

  /// Goes up to a value of the path.
  mutating func ascend(to category: CategoryIndex, of place: Int) -> [Effect] {
    for crumb in page?.crumbs ?? [] {
      guard case .value(category, place: place, let from) = crumb.target else { continue }
      return change(focus: [Focus(place: place, category: from)]) {
        view throws(ViewChangeRefused) in
        let isFilter = view.filter.contains(place)
        try view.select(isFilter ? .single(category) : view.opened(place, at: category), of: place)
      }
    }
    return [.bell]
  }
}
