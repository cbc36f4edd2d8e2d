import Classifications
import Publication
import TableViews

extension ExplorerState {
  /// A command on the table.
  mutating func performInTable(_ command: Command) -> [Effect] {
    if move(command) { return [] }
    switch command {
    case .drill: return drill()
    case .goUp: return goUp()
    case .unfold: return unfold()
    case .fold: return fold()
    case .unfoldAll: return unfoldAll()
    case .toggleAxis: page?.drillsColumns.toggle()
    case .percent: return change { $0.cyclePercent() }
    case .change:
      return change { view throws(ViewChangeRefused) in try view.cycleChange() }
    case .regions: return regroup()
    case .sort: return sort()
    case .totals: return change { $0.toggleTotals() }
    case .rowsWhere: dialog = page.flatMap(ConditionPrompt.init).map(Dialog.condition)
    case .labelStyle: return change { $0.cycleLabelStyle() }
    case .hideEmpty: return change { $0.toggleEmptyRows() }
    case .language: return change { $0.cycleLanguage() }
    case .undo: return travel(-1)
    case .redo: return travel(1)
    case .close: return leaveTable()
    case .copyCell: return copyCell()
    case .find: openFind()
    case .jump: return openJump()
    case .why: return inspect()
    case .findNext: return findAgain(forward: true)
    case .findPrevious: return findAgain(forward: false)
    default: return openDialog(command)
    }
    return []
  }

  /// Moves the cursor, and says whether the command was a movement.
  mutating func move(_ command: Command) -> Bool {
    guard let page else { return false }
    var (row, column) = (page.row, page.column)
    switch command {
    case .up: row -= 1
    case .down: row += 1
    case .left: column -= 1
    case .right: column += 1
    case .pageUp, .pageDown:
      self.page?.turnPages(command == .pageUp ? -1 : 1, size: size)
      return true
    case .top: row = 0
    case .bottom: row = page.lastRow
    case .firstColumn: column = 0
    case .lastColumn: column = page.lastColumn
    case .pageLeft: column = page.left - 1
    case .pageRight: column = (TableGeometry(page, size: size).columns.last?.index ?? column) + 1
    default: return false
    }
    self.page?.moveCursor(row: row, column: column, size: size)
    if command == .pageRight { self.page?.scrollColumns(to: column, size: size) }
    return true
  }

  /// What Enter goes down into: the innermost dimension that has something below.
  var drillTarget: Focus? {
    guard let page, page.hasCells else { return nil }
    let state = page.view.state
    let line = page.drillsColumns ? page.view.columns[page.column] : page.view.rows[page.row]
    let places = page.drillsColumns ? state.heading : state.stub
    for (place, category) in zip(places, line.categories).reversed()
    where !state.dimension(at: place).hierarchy.children[category].isEmpty {
      if state.selections[place] != .branch(category) {
        return Focus(place: place, category: category)
      }
    }
    return nil
  }

  private mutating func drill() -> [Effect] {
    guard let target = drillTarget else { return inspect() }
    return change(focus: [target]) { view throws(ViewChangeRefused) in
      try view.drill(into: target.category, of: target.place)
    }
  }

  private mutating func goUp() -> [Effect] {
    guard let page, let place = page.view.state.lastDrilled else { return [.bell] }
    var focus: [Focus] = []
    if case .branch(let category) = page.view.state.selections[place] {
      focus = [Focus(place: place, category: category)]
    }
    return change(focus: focus) { view throws(ViewChangeRefused) in
      try view.goUp(in: view.lastDrilled ?? place)
    }
  }

  /// Goes to the next list of regions, and tells which regions are left out of it.
  private mutating func regroup() -> [Effect] {
    let effects = change { view throws(ViewChangeRefused) in try view.cycleRegions() }
    if let target = pending?.target, target.regionPlace != nil {
      let done = target.regionText.map { ["Shown: \($0)."] } ?? ["Shown: regions as published."]
      pending?.telling = (done + target.regionNotes).joined(separator: " ")
    }
    return effects
  }

  private mutating func sort() -> [Effect] {
    guard let page, page.hasCells else { return [.bell] }
    let column = page.view.columns[page.column]
    return change { $0.cycleSort(by: column) }
  }

  /// Esc: stops waiting, or goes back to the list of tables.
  private mutating func leaveTable() -> [Effect] {
    if pending != nil { return cancelPending() }
    if let page { trail.leave(page.snapshot) }
    park()
    return []
  }

  /// Opens the dialog that a command asks for.
  private mutating func openDialog(_ command: Command) -> [Effect] {
    guard let page else { return [.bell] }
    if isOpening { return refuseWhileOpening() }
    let view = pending?.target ?? page.view.state
    switch command {
    case .notes: dialog = .text(TextDialog(notesOn: page.view))
    case .pivot: dialog = .pivot(PivotDialog(view))
    case .filter: dialog = .dimensions(DimensionsDialog(view))
    case .measures: dialog = .measures(MeasuresDialog(view))
    case .export: dialog = .export(ExportDialog(page.view))
    case .copyRows: dialog = .copy(CopyDialog())
    case .keep: dialog = .keep(KeepDialog(view))
    default: return [.bell]
    }
    return []
  }
}
