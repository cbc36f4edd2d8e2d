import Classifications
import Publication
import TableViews

extension ExplorerState {
  /// Lists the values of the rows, or of the columns while Enter goes down there, to go to one.
  mutating func openJump() -> [Effect] {
    guard let page, page.hasCells else { return [.bell] }
    if isOpening { return refuseWhileOpening() }
    let state = page.view.state
    let line = page.drillsColumns ? page.view.columns[page.column] : page.view.rows[page.row]
    let places = page.drillsColumns ? state.heading : state.stub
    // Of several dimensions the one with the longest list: there a search helps most.
    let counts = places.map { state.dimension(at: $0).hierarchy.count }
    guard let longest = counts.firstIndex(of: counts.max() ?? 0) else { return [.bell] }
    dialog = .values(
      ValuesDialog(jumpFrom: line.categories[longest], of: places[longest], in: state))
    return []
  }

  /// Goes to a value: in the view where it is shown, else down to where it is.
  mutating func jump(to target: Focus) -> [Effect] {
    guard let page else { return [] }
    let state = page.view.state
    guard pending == nil, state.categories(of: target.place).contains(target.category) else {
      return go(to: target)
    }
    let (lines, places) =
      state.stub.contains(target.place)
      ? (page.view.rows, state.stub) : (page.view.columns, state.heading)
    let position = places.firstIndex(of: target.place) ?? 0
    guard lines.contains(where: { $0.categories[position] == target.category }) else {
      let name = state.name(of: target.category, at: target.place)
      return refuse("\(name) has nothing but 0 and is left out: e shows it.")
    }
    self.page?.moveCursor(to: target, size: size)
    return []
  }

  /// Shows a value that the view does not have, with its neighbours: gone down into step by step,
  /// so that one can go up again.
  mutating func go(to target: Focus) -> [Effect] {
    change(focus: [target]) { view throws(ViewChangeRefused) in
      guard !view.filter.contains(target.place) else {
        return try view.select(.single(target.category), of: target.place)
      }
      let path = view.dimension(at: target.place).hierarchy.path(to: target.category)
      try view.select(view.opened(target.place, at: 0), of: target.place)
      for category in path.dropFirst().dropLast() {
        try view.drill(into: category, of: target.place)
      }
    }
  }
}
