import Publication
import TableViews

extension ExplorerState {
  /// Why a command cannot be used now, or `nil` when it can. Footer and help say the same.
  func unavailable(_ command: Command) -> String? {
    guard dialog == nil else { return nil }
    guard let page else {
      return command == .open && catalogue.selected == nil ? "No table has these words." : nil
    }
    let state = page.view.state
    switch command {
    case .drill: return drillTarget == nil ? reasonNotToDrill(page) : nil
    case .goUp: return state.lastDrilled == nil ? "This is the top of every dimension." : nil
    case .toggleAxis:
      return state.heading.isEmpty ? "There is no dimension in the columns." : nil
    case .measures: return state.table.measures.count < 2 ? "This table has one measure." : nil
    case .sort: return page.hasCells ? nil : "There are no rows to sort."
    case .why: return page.hasCells ? nil : "There is no cell under the cursor."
    case .undo: return page.undo.isEmpty && pending == nil ? "Nothing has been changed." : nil
    case .redo:
      return page.redo.isEmpty && pending == nil ? "Nothing has been taken back." : nil
    case .findNext, .findPrevious:
      return page.searched.isEmpty ? "Nothing has been searched for: press /." : nil
    default: return nil
    }
  }

  private func reasonNotToDrill(_ page: TablePage) -> String {
    guard page.hasCells else { return "There is no row under the cursor." }
    return page.drillsColumns
      ? "The columns have no finer values here; Tab lets Enter go down in the rows."
      : "The row has no finer values here; Tab lets Enter go down in the columns."
  }
}
