import Canvas
import Classifications
import TableViews

extension ExplorerState {
  /// Rows that one notch of the wheel goes.
  private static let wheelRows = 3

  /// Handles the mouse: a click selects, a second one goes down, the wheel scrolls.
  mutating func mouse(_ action: MouseAction, at position: Position) -> [Effect] {
    guard ScreenRegions.isUseful(size) else { return [] }
    if FooterEntry.rows(size: size).contains(position.row) {
      return action == .click ? clickFooter(position) : []
    }
    message = nil
    switch action {
    case .wheelUp: return turnWheel(.up)
    case .wheelDown: return turnWheel(.down)
    case .click, .doubleClick: break
    }
    if dialog != nil { return clickDialog(action, position) }
    if page != nil { return clickTable(action, position) }
    return clickCatalogue(action, position)
  }

  private mutating func turnWheel(_ command: Command) -> [Effect] {
    guard KeyTable.bindings(context).contains(where: { $0.command == command }) else { return [] }
    var effects: [Effect] = []
    for _ in 0..<Self.wheelRows { effects = perform(command) }
    return effects
  }

  /// A click on a key of the footer presses it.
  private mutating func clickFooter(_ position: Position) -> [Effect] {
    let entries = footerEntries(size: size)
    let hit = entries.first { entry in
      entry.row == position.row
        && (entry.column..<(entry.column + entry.width)).contains(position.column)
    }
    guard let hit else { return [] }
    message = nil
    return perform(hit.command)
  }

  private mutating func clickCatalogue(_ action: MouseAction, _ position: Position) -> [Effect] {
    let lines = catalogueLines
    let window = catalogueWindow(lines, size: size)
    let index = window.lines.lowerBound + position.row - window.row
    guard window.lines.contains(index), case .table(let table) = lines[index] else { return [] }
    catalogue.select(table)
    return action == .doubleClick ? openSelected() : []
  }

  private mutating func clickTable(_ action: MouseAction, _ position: Position) -> [Effect] {
    guard let page, page.hasCells else { return [] }
    let geometry = TableGeometry(page, size: size)
    let column = geometry.columns.first {
      ($0.start - TableLayout.gap + 1...$0.end).contains(position.column)
    }
    let row = geometry.rows.lowerBound + position.row - geometry.regions.body.lowerBound
    let isRow = geometry.regions.body.contains(position.row) && geometry.rows.contains(row)
    let isHeading = geometry.regions.heading.contains(position.row)
    guard isRow || isHeading && column != nil else { return [] }
    self.page?.moveCursor(
      row: isRow ? row : page.row, column: column?.index ?? page.column, size: size)
    if isHeading { self.page?.drillsColumns = !page.view.state.heading.isEmpty }
    if isRow, action == .click || column == nil { self.page?.drillsColumns = false }
    return action == .doubleClick ? perform(.drill) : []
  }

  private mutating func clickDialog(_ action: MouseAction, _ position: Position) -> [Effect] {
    guard let line = dialogLine(at: position), selectDialogLine(line) else { return [] }
    return action == .doubleClick ? perform(.accept) : []
  }

  /// The line of the dialog's list at a place of the screen.
  private func dialogLine(at position: Position) -> Int? {
    func line(_ box: DialogBox, head: Int, window: Range<Int>) -> Int? {
      let columns = (box.left + 1)..<(box.left + box.columns - 1)
      let line = position.row - box.top - 1 - head + window.lowerBound
      return columns.contains(position.column) && window.contains(line) ? line : nil
    }
    func plain(_ count: Int, _ selected: Int) -> Int? {
      let box = DialogBox(size: size, wanted: count)
      return line(
        box, head: 0,
        window: ListSelection.window(around: selected, count: count, height: box.textRows))
    }
    switch dialog {
    case .help(let help):
      let box = DialogBox(size: size, wanted: help.lines.count + help.headRows)
      return line(box, head: help.headRows, window: help.window(box))
    case .values(let values):
      let box = DialogBox(size: size, wanted: values.hierarchy.count + 2)
      return line(box, head: 1, window: values.window(box))
    case .dimensions(let dialog): return plain(dialog.places.count, dialog.selection.index)
    case .measures(let dialog): return plain(dialog.names.count, dialog.selection.index)
    case .pivot(let pivot):
      let box = DialogBox(size: size, wanted: pivot.lines.count + 3)
      return line(box, head: 0, window: pivot.window(box))
    case .find, .text, .export, nil: return nil
    }
  }

  /// Chooses a line of the dialog's list, and says whether there is one to choose.
  private mutating func selectDialogLine(_ line: Int) -> Bool {
    switch dialog {
    case .help(var help):
      guard case .entry(let index) = help.lines[line] else { return false }
      help.selection.index = index
      dialog = .help(help)
    case .values(var values):
      values.selection.index = line
      dialog = .values(values)
    case .dimensions(var dimensions):
      dimensions.selection.index = line
      dialog = .dimensions(dimensions)
    case .measures(var measures):
      measures.selection.index = line
      dialog = .measures(measures)
    case .pivot(var pivot):
      guard let place = pivot.lines[line].place else { return false }
      pivot.choose(place: place)
      dialog = .pivot(pivot)
    case .find, .text, .export, nil: return false
    }
    return true
  }
}
