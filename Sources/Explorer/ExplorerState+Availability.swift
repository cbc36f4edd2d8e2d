import Publication
import TableViews

extension ExplorerState {
  /// The keys of what is in front: without those that the table in view has no use for.
  var bindings: [KeyBinding] {
    KeyTable.bindings(context).filter { binding in
      switch binding.command {
      case .change: page?.view.state.timePlace != nil
      case .regions: page?.view.state.regionPlace != nil
      default: true
      }
    }
  }

  /// Why a command cannot be used now, or `nil` when it can.
  ///
  /// Footer and help say the same.
  func unavailable(_ command: Command) -> String? {
    if let refusal = rights.refusal(of: command) { return refusal }
    guard dialog == nil else { return nil }
    if let reason = noStep(command) ?? noTab(command) { return reason }
    guard let page else {
      return command == .open && catalogue.selected == nil ? "no table has these words." : nil
    }
    let state = page.view.state
    switch command {
    case .drill: return page.hasCells ? nil : "there is no row."
    case .goUp: return state.lastDrilled == nil ? "nothing is gone down into." : nil
    case .unfold, .fold, .unfoldAll: return reasonNotToFold(command)
    case .toggleAxis:
      return state.heading.isEmpty ? "the columns have no dimension." : nil
    case .totals:
      return state.hidesTotals || state.hasTotalLines ? nil : "no row or column is a total."
    case .rowsWhere:
      return page.hasCells || state.condition != nil ? nil : "there are no rows."
    case .sort: return page.hasCells ? nil : "there are no rows."
    case .jump: return page.hasCells ? nil : "there are no rows."
    case .why, .copyCell, .copyRows: return page.hasCells ? nil : "there is no cell."
    case .undo: return page.undo.isEmpty && pending == nil ? "nothing has been changed." : nil
    case .redo:
      return page.redo.isEmpty && pending == nil ? "nothing has been taken back." : nil
    case .findNext, .findPrevious:
      return page.searched.isEmpty ? "nothing has been searched for." : nil
    default: return nil
    }
  }
}
