import Canvas

/// The keys of a screen, drawn from the key table.
struct HelpDialog: Sendable, Equatable {
  /// A key with what it does.
  struct Entry: Sendable, Equatable {
    /// The entry of the key table.
    let binding: KeyBinding
    /// Why it cannot be used now.
    let reason: String?
  }
  /// All keys, by task.
  private let entries: [Entry]
  /// Those that the filter lets through.
  private(set) var shown: [Entry]
  /// The chosen one.
  var selection = ListSelection()
  /// The filter.
  private(set) var filter = LineEditor()
  /// Whether the filter is being typed.
  var isTyping = false

  /// The keys of the screen below.
  init(_ state: ExplorerState) {
    let bindings = state.bindings
    entries = HelpTopic.allCases.flatMap { topic in
      bindings.filter { $0.task == topic }
        .map { Entry(binding: $0, reason: state.unavailable($0.command)) }
    }
    shown = entries
  }

  /// The key that is chosen.
  var selected: Entry? { shown.indices.contains(selection.index) ? shown[selection.index] : nil }

  /// Applies a key to the filter and says whether it was one of its.
  mutating func type(_ key: KeyPress) -> Bool {
    guard filter.press(key) else { return false }
    let words = folded(filter.text).split(separator: " ")
    shown = entries.filter { entry in
      let key = folded("\(entry.binding.keyText) \(entry.binding.name ?? "") \(entry.binding.help)")
      return words.allSatisfy { key.contains($0) }
    }
    selection = ListSelection()
    return true
  }

  /// Shows all keys again.
  mutating func clearFilter() {
    filter = LineEditor()
    shown = entries
    selection = ListSelection()
    isTyping = false
  }
}

extension ExplorerState {
  /// A command while the keys are shown.
  mutating func performInHelp(_ command: Command) -> [Effect] {
    guard case .help(var help) = dialog else { return [] }
    switch command {
    case .accept:
      guard let entry = help.selected else { return [.bell] }
      dialog = nil
      return perform(entry.binding.command)
    case .close where help.isTyping: help.clearFilter()
    case .close:
      dialog = nil
      return []
    case .filterList: help.isTyping = true
    default:
      guard help.selection.move(command, count: help.shown.count) else { return [.bell] }
    }
    dialog = .help(help)
    return []
  }

  /// A key of the filter of the help.
  mutating func typeInHelp(_ key: KeyPress) -> Bool {
    guard case .help(var help) = dialog, help.type(key) else { return false }
    dialog = .help(help)
    return true
  }
}
