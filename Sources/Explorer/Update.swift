import Canvas
import Publication
import TableViews

/// Takes an event into account and says what to do in the world because of it.
public func update(_ state: inout ExplorerState, _ event: Event) -> [Effect] {
  switch event {
  case .key, .mouse: return state.steps(of: event).flatMap { state.take($0) }
  case .resize(let size):
    state.terminal = size
    state.fit()
  case .reply(let reply): return state.receive(reply)
  case .exported(let path): state.exported(path)
  case .exportFailed(let sentence): state.exportFailed(sentence)
  case .fileExists(let path): state.fileExists(path)
  case .copied(let request, let isTaken): state.copied(request, isTaken: isTaken)
  case .kept(let name): state.kept(name)
  case .keepFailed(let sentence): state.keepFailed(sentence)
  case .keptExists(let name): state.keptExists(name)
  case .found(let views): state.found(views)
  case .tick: state.pending?.isSlow = true
  }
  return []
}

extension KeyPress {
  /// The key as a sentence names it.
  var name: String {
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
    case .values(let values): values.isJump ? .jump : .values
    case .measures: .measures
    case .export(let export): export.isAsking ? .overwrite : .exportPath
    case .copy: .copy
    case .palette: .palette
    case .condition: .condition
    case .keep(let keep): keep.isAsking ? .replaceView : .viewName
    case .keptViews: .keptViews
    case nil: page != nil ? .table : catalogue.isTyping ? .catalogueFilter : .catalogue
    }
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
    case .palette:
      dialog = .palette(PaletteDialog(self))
      return []
    case .back: return revisit(-1)
    case .forward: return revisit(1)
    case .lastView: return revisit(trail.lastStep)
    case .openTab: return openTab()
    case .nextTab: return turnTab(1)
    case .previousTab: return turnTab(-1)
    case .closeTab: return closeTab()
    case .keptViews: return [.findKept]
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
    case .values, .jump: return performInValues(command)
    case .measures: return performInMeasures(command)
    case .exportPath, .overwrite: return performInExport(command)
    case .copy: return performInCopy(command)
    case .palette: return performInPalette(command)
    case .condition: return performInCondition(command)
    case .viewName, .replaceView: return performInKeep(command)
    case .keptViews: return performInKeptViews(command)
    }
  }

  /// Shows why something was not done.
  mutating func refuse(_ reason: String) -> [Effect] {
    message = .warning(reason)
    return [.bell]
  }

  /// Lets a key change the line being typed.
  mutating func type(_ key: KeyPress, in context: Context) -> Bool {
    switch context {
    case .catalogueFilter: return catalogue.type(key)
    case .find: return typeInFind(key)
    case .helpFilter: return typeInHelp(key)
    case .values, .jump: return typeInValues(key)
    case .exportPath: return typeInExport(key)
    case .palette: return typeInPalette(key)
    case .condition: return typeInCondition(key)
    case .viewName: return typeInKeep(key)
    case .keptViews: return typeInKeptViews(key)
    default: return false
    }
  }
}
