import Canvas
import Classifications
import TableViews

/// What a user asks for, whichever key, click or log it comes from.
///
/// Keys and clicks mean steps (``ExplorerState/steps(of:)``), and only steps change anything
/// (``ExplorerState/take(_:)``): so what is written to a session log is what was done.
enum Step: Sendable, Hashable {
  /// A command, which acts on what is chosen.
  case command(Command)
  /// Something is chosen.
  case point(Target)
  /// A value of the path to what is shown is gone up to; its dimension's place in the table.
  case ascend(place: Int, CategoryIndex)
  /// A tab comes to the front: its number, from 0.
  case tab(Int)
  /// A character is typed into a line.
  case type(Character)
  /// A line that is typed is changed otherwise.
  case edit(LineEdit)
  /// What a message offers is done.
  case takeOffer
  /// A message is taken away.
  case dismiss
  /// A key was pressed that means nothing here; its name.
  case unbound(String)
}

/// What can be chosen.
enum Target: Sendable, Hashable {
  /// A table of the catalogue: index into what it shows.
  case table(Int)
  /// A cell, or only its row or its column, and whether Enter goes down in the columns.
  case cell(row: Int?, column: Int?, drillsColumns: Bool?)
  /// A line of the dialog's list.
  case line(Int)
}

/// What changes a line that is typed, beside characters.
enum LineEdit: String, Sendable, Hashable, CaseIterable {
  case eraseBefore = "erase-before"
  case eraseHere = "erase-here"
  case cursorLeft = "cursor-left"
  case cursorRight = "cursor-right"
  case cursorToStart = "cursor-to-start"
  case cursorToEnd = "cursor-to-end"
  case eraseAll = "erase-all"

  /// The key of a ``LineEditor`` that does it.
  var key: KeyPress {
    switch self {
    case .eraseBefore: .backspace
    case .eraseHere: .delete
    case .cursorLeft: .left
    case .cursorRight: .right
    case .cursorToStart: .home
    case .cursorToEnd: .end
    case .eraseAll: .control("u")
    }
  }
}

extension ExplorerState {
  /// What a key or the mouse means now; nothing for other events.
  func steps(of event: Event) -> [Step] {
    switch event {
    case .key(let key): [step(of: key)]
    case .mouse(let action, let position): steps(of: action, at: position)
    default: []
    }
  }

  /// What a key means now, by the key table.
  private func step(of key: KeyPress) -> Step {
    if message?.wayOut != nil, dialog == nil, !catalogue.isTyping {
      if key == .enter || key == .character("y") { return .takeOffer }
      if key == .escape { return .dismiss }
    }
    let context = context
    if let command = KeyTable.command(for: key, in: context) {
      // The first Esc takes a message away and nothing else, so that nothing is lost by accident.
      let isInTheWay = message != nil && !context.isTyping && dialog == nil && pending == nil
      return command == .close && isInTheWay ? .dismiss : .command(command)
    }
    if context.isTyping {
      if case .character(let character) = key { return .type(character) }
      if let edit = LineEdit.allCases.first(where: { $0.key == key }) { return .edit(edit) }
    }
    return .unbound(key.name)
  }

  /// Does what a step asks for; a message that stands there goes.
  mutating func take(_ step: Step) -> [Effect] {
    let offer = message?.wayOut
    message = nil
    switch step {
    case .command(let command): return perform(command)
    case .point(let target):
      choose(target)
      return []
    case .ascend(let place, let category): return ascend(to: category, of: place)
    case .tab(let index): return goToTab(index)
    case .type(let character): return type(.character(character), in: context) ? [] : [.bell]
    case .edit(let edit): return type(edit.key, in: context) ? [] : [.bell]
    case .takeOffer: return offer.map { takeWayOut($0) } ?? [.bell]
    case .dismiss: return []
    case .unbound(let key):
      guard context == .table || context == .catalogue else { return [.bell] }
      return refuse("\(key) does nothing here; ? shows the keys.")
    }
  }

  /// Chooses a target; one that is not there changes nothing.
  private mutating func choose(_ target: Target) {
    switch target {
    case .table(let index): catalogue.select(index)
    case .cell(let row, let column, let drillsColumns):
      guard let page, page.hasCells else { return }
      self.page?.moveCursor(
        row: row ?? page.row, column: column ?? page.column, size: size)
      if let drillsColumns { self.page?.drillsColumns = drillsColumns }
    case .line(let line): _ = selectDialogLine(line)
    }
  }
}
