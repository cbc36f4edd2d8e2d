import Canvas
import Publication
import TableViews

/// Takes an event into account and says what to do in the world because of it.
public func update(_ state: inout ExplorerState, _ event: Event) -> [Effect] {
  switch event {
  case .key(let key): return state.press(key)
  case .mouse(let action, let position): return state.mouse(action, at: position)
  case .resize(let size):
    state.size = size
    state.page?.reveal(size: size)
  case .reply(let reply): return state.receive(reply)
  case .exported(let path): state.exported(path)
  case .exportFailed(let sentence): state.exportFailed(sentence)
  case .fileExists(let path): state.fileExists(path)
  case .tick: state.pending?.isSlow = true
  }
  return []
}

extension KeyPress {
  /// The key as a sentence names it.
  fileprivate var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "Ctrl-\(character.uppercased())"
    case .function(let number): "F\(number)"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .enter: "Enter"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .escape: "Esc"
    }
  }
}

extension ExplorerState {
  /// What the keys are for now.
  var context: Context {
    switch dialog {
    case .find: .find
    case .text: .text
    case .help(let help): help.isTyping ? .helpFilter : .help
    case .pivot: .pivot
    case .dimensions: .dimensions
    case .values: .values
    case .measures: .measures
    case .export(let export): export.isAsking ? .overwrite : .exportPath
    case nil: page != nil ? .table : catalogue.isTyping ? .catalogueFilter : .catalogue
    }
  }

  /// Handles a key through the key table.
  mutating func press(_ key: KeyPress) -> [Effect] {
    let wayOut = message?.wayOut
    let hadMessage = message != nil
    message = nil
    if let wayOut, dialog == nil, !catalogue.isTyping {
      if key == .enter || key == .character("y") { return takeWayOut(wayOut) }
      if key == .escape { return [] }
    }
    let context = context
    if let command = KeyTable.command(for: key, in: context) {
      // The first Esc takes a message away and nothing else, so that nothing is lost by accident.
      if command == .close, hadMessage, !context.isTyping, dialog == nil, pending == nil {
        return []
      }
      return perform(command)
    }
    if context.isTyping, type(key, in: context) { return [] }
    guard context == .table || context == .catalogue else { return [.bell] }
    return refuse("\(key.name) does nothing here; ? shows the keys.")
  }

  /// Does what a command asks for, or says why it cannot be done now.
  mutating func perform(_ command: Command) -> [Effect] {
    if let reason = unavailable(command) { return refuse("Not now: " + reason) }
    switch command {
    case .quit: return pending == nil ? [.quit] : [.cancel(through: generation), .quit]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .help:
      dialog = .help(HelpDialog(self))
      return []
    default: break
    }
    switch context {
    case .catalogue, .catalogueFilter: return performInCatalogue(command)
    case .table: return performInTable(command)
    case .find: return performInFind(command)
    case .text: return performInText(command)
    case .help, .helpFilter: return performInHelp(command)
    case .pivot: return performInPivot(command)
    case .dimensions: return performInDimensions(command)
    case .values: return performInValues(command)
    case .measures: return performInMeasures(command)
    case .exportPath, .overwrite: return performInExport(command)
    }
  }

  /// Shows why something was not done.
  mutating func refuse(_ reason: String) -> [Effect] {
    message = .warning(reason)
    return [.bell]
  }

  /// Lets a key change the line being typed.
  private mutating func type(_ key: KeyPress, in context: Context) -> Bool {
    switch context {
    case .catalogueFilter: return catalogue.type(key)
    case .find: return typeInFind(key)
    case .helpFilter: return typeInHelp(key)
    case .values: return typeInValues(key)
    case .exportPath: return typeInExport(key)
    default: return false
    }
  }
}
