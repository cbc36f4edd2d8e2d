import Canvas
import Publication
import TableViews

extension ExplorerState {
  /// A command on the list of tables.
  mutating func performInCatalogue(_ command: Command) -> [Effect] {
    let pageRows = max(1, size.rows - 4)
    switch command {
    case .up: catalogue.select(catalogue.selection - 1)
    case .down: catalogue.select(catalogue.selection + 1)
    case .pageUp: catalogue.select(catalogue.selection - pageRows)
    case .pageDown: catalogue.select(catalogue.selection + pageRows)
    case .top: catalogue.select(0)
    case .bottom: catalogue.select(Int.max - 1)
    case .find: catalogue.isTyping = true
    case .accept: catalogue.isTyping = false
    case .close:
      if pending != nil { return cancelPending() }
      catalogue.isTyping = false
      catalogue.clearFilter()
    case .open: return openSelected()
    default: return [.bell]
    }
    return []
  }

  /// Opens the chosen table as it was left, or as it opens.
  mutating func openSelected() -> [Effect] {
    guard let entry = catalogue.selected else { return [.bell] }
    return openTable(entry.table, of: entry.statistic)
  }

  /// Opens a table of a statistic as it was left, or as it opens.
  mutating func openTable(_ table: Int, of statistic: Int) -> [Effect] {
    let statistic = statistics[statistic]
    let table = statistic.tables[table]
    catalogue.select(table: table.id)
    if let page, page.view.state.table.id == table.id {
      message = .information("\(table.id) is in view.")
      return cancelPending()
    }
    if let left = parked[table.id] { return request(left.last.view, arrival: .opening(left)) }
    return request(ViewState(statistic: statistic, table: table), arrival: .opening(nil))
  }
}
