import Classifications
import Publication
import TableViews

extension ExplorerState {
  /// The dimensions that Enter, `+` and `-` are about and the values under the cursor, innermost
  /// first.
  private var valuesAtCursor: [Focus] {
    guard let page, page.hasCells else { return [] }
    let state = page.view.state
    let line = page.drillsColumns ? page.view.columns[page.column] : page.view.rows[page.row]
    let places = page.drillsColumns ? state.heading : state.stub
    return zip(places, line.categories).reversed().map { Focus(place: $0, category: $1) }
  }

  /// What `+` opens: the innermost value under the cursor that has closed parts.
  private var unfoldTarget: Focus? {
    guard let state = page?.view.state else { return nil }
    return valuesAtCursor.first { state.canUnfold($0.category, of: $0.place) }
  }

  /// What `-` closes: what was opened in place first, at the value under the cursor or above it;
  /// then what is open there otherwise.
  private var foldTarget: Focus? {
    guard let state = page?.view.state else { return nil }
    let targets = valuesAtCursor.compactMap { value -> (at: Focus, folded: Focus)? in
      guard let category = state.foldTarget(of: value.category, at: value.place) else { return nil }
      return (value, Focus(place: value.place, category: category))
    }
    let inPlace = targets.filter { state.unfolded[$0.folded.place].contains($0.folded.category) }
    for group in [inPlace, targets] {
      if let target = group.first(where: { $0.at == $0.folded }) ?? group.first {
        return target.folded
      }
    }
    return nil
  }

  /// Shows the parts of the value under the cursor below it.
  mutating func unfold() -> [Effect] {
    guard let target = unfoldTarget else { return [.bell] }
    return change(focus: [target]) { view throws(ViewChangeRefused) in
      try view.unfold(target.category, of: target.place)
    }
  }

  /// Closes the value under the cursor, or the one that it is part of.
  mutating func fold() -> [Effect] {
    guard let target = foldTarget else { return [.bell] }
    return change(focus: [target]) { view throws(ViewChangeRefused) in
      try view.fold(target.category, of: target.place)
    }
  }

  /// Opens all values of a dimension by one level, or closes them.
  mutating func unfoldAll() -> [Effect] {
    guard let page, let innermost = valuesAtCursor.first else { return [.bell] }
    let state = page.view.state
    let opening = valuesAtCursor.first { value in
      state.categories(of: value.place).contains { state.canUnfold($0, of: value.place) }
    }
    let opened = valuesAtCursor.first { !state.unfolded[$0.place].isEmpty }
    let place = (opening ?? opened ?? innermost).place
    return change { view throws(ViewChangeRefused) in try view.unfoldAll(of: place) }
  }

  /// Why nothing can be opened or closed in place, or `nil` when it can.
  func reasonNotToFold(_ command: Command) -> String? {
    guard let page, let value = valuesAtCursor.first else {
      return page?.drillsColumns == true ? "there is no column." : "there is no row."
    }
    let other = page.drillsColumns ? "Tab turns to the rows." : "Tab turns to the columns."
    var view = page.view.state
    do throws(ViewChangeRefused) {
      switch command {
      case .unfold where unfoldTarget == nil: try view.unfold(value.category, of: value.place)
      case .fold where foldTarget == nil: try view.fold(value.category, of: value.place)
      default: return nil
      }
      return nil
    } catch {
      return view.heading.isEmpty ? error.reason : "\(error.reason) \(other)"
    }
  }
}
