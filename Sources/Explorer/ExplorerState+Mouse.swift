import Canvas
import Classifications
import TableViews

extension ExplorerState {
  /// Rows that one notch of the wheel goes.
  private static let wheelRows = 3

  /// What the mouse means: a click selects, a second one goes down, the wheel scrolls.
  func steps(of action: MouseAction, at position: Position) -> [Step] {
    guard ScreenRegions.isUseful(size) else { return [] }
    let tabRows = tabRows(of: terminal)
    guard position.row >= tabRows else {
      return action == .click ? tabSteps(column: position.column) : []
    }
    let position = Position(row: position.row - tabRows, column: position.column)
    if FooterEntry.rows(size: size).contains(position.row) {
      // Two quick clicks are two.
      return [.click, .doubleClick].contains(action) ? footerSteps(position) : []
    }
    let steps =
      switch action {
      case .wheelUp: wheelSteps(.up)
      case .wheelDown: wheelSteps(.down)
      case .click, .doubleClick:
        dialog != nil
          ? dialogSteps(action, position)
          : page != nil ? tableSteps(action, position) : catalogueSteps(action, position)
      }
    return steps.isEmpty && message != nil ? [.dismiss] : steps
  }

  private func wheelSteps(_ command: Command) -> [Step] {
    guard KeyTable.bindings(context).contains(where: { $0.command == command }) else { return [] }
    return Array(repeating: .command(command), count: Self.wheelRows)
  }

  /// A click on a key of the footer presses it.
  private func footerSteps(_ position: Position) -> [Step] {
    let hit = footerEntries(size: size).first { entry in
      entry.row == position.row
        && (entry.column..<(entry.column + entry.width)).contains(position.column)
    }
    return hit.map { [.command($0.command)] } ?? []
  }

  private func catalogueSteps(_ action: MouseAction, _ position: Position) -> [Step] {
    let lines = catalogueLines
    let window = catalogueWindow(lines, size: size)
    let index = window.lines.lowerBound + position.row - window.row
    guard window.lines.contains(index), case .table(let table) = lines[index] else { return [] }
    return [.point(.table(table))] + (action == .doubleClick ? [.command(.open)] : [])
  }

  private func tableSteps(_ action: MouseAction, _ position: Position) -> [Step] {
    guard let page else { return [] }
    let geometry = TableGeometry(page, size: size)
    if position.row == geometry.regions.crumbs {
      return action == .click ? crumbSteps(page, column: position.column) : []
    }
    let column = geometry.columns.first {
      ($0.start - TableLayout.gap + 1...$0.end).contains(position.column)
    }
    guard page.hasCells else { return [] }
    let row = geometry.rows.lowerBound + position.row - geometry.regions.body.lowerBound
    let isRow = geometry.regions.body.contains(position.row) && geometry.rows.contains(row)
    let isHeading = geometry.regions.heading.contains(position.row)
    guard isRow || isHeading && column != nil else { return [] }
    let drillsColumns: Bool? =
      if isHeading {
        !page.view.state.heading.isEmpty
      } else if action == .click || column == nil {
        false
      } else { nil }
    let cell = Target.cell(
      row: isRow ? row : nil, column: column?.index, drillsColumns: drillsColumns)
    return [.point(cell)] + (action == .doubleClick ? [.command(.drill)] : [])
  }

  private func dialogSteps(_ action: MouseAction, _ position: Position) -> [Step] {
    guard let line = dialogLine(at: position), canSelectDialogLine(line) else { return [] }
    return [.point(.line(line))] + (action == .doubleClick ? [.command(.accept)] : [])
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
      let layout = ValuesLayout(values, size: size)
      return line(layout.box, head: 1, window: layout.window(values))
    case .dimensions(let dialog): return plain(dialog.places.count, dialog.selection.index)
    case .measures(let dialog): return plain(dialog.names.count, dialog.selection.index)
    case .copy(let dialog): return plain(CopyDialog.choices.count, dialog.selection.index)
    case .pivot(let pivot):
      let box = pivot.box(size: size)
      return line(box, head: 0, window: pivot.window(box))
    case .palette(let palette):
      let box = DialogBox(size: size, wanted: .max)
      return line(box, head: 1, window: palette.window(box))
    case .keptViews(let views):
      let box = DialogBox(size: size, wanted: views.shown.count + 3)
      return line(box, head: 1, window: views.window(box))
    case .find, .text, .export, .condition, .keep, nil: return nil
    }
  }

  /// Whether there is something to choose at a line of the dialog's list.
  private func canSelectDialogLine(_ line: Int) -> Bool {
    var copy = self
    return copy.selectDialogLine(line)
  }

  /// Chooses a line of the dialog's list, and says whether there is one to choose.
  mutating func selectDialogLine(_ line: Int) -> Bool {
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
    case .copy(var copy):
      copy.selection.index = line
      dialog = .copy(copy)
    case .pivot(var pivot):
      guard let place = pivot.lines[line].place else { return false }
      pivot.choose(place: place)
      dialog = .pivot(pivot)
    case .palette(var palette):
      palette.selection.index = line
      dialog = .palette(palette)
    case .keptViews(var views):
      views.selection.index = line
      dialog = .keptViews(views)
    case .find, .text, .export, .condition, .keep, nil: return false
    }
    return true
  }
}
