import Canvas
import Classifications
import Publication
import TableViews

/// Everything that can be done on this screen and every table, found by a few letters.
struct PaletteDialog: Sendable, Equatable {
  /// What an entry leads to.
  enum Action: Sendable, Hashable {
    /// A command of the screen below.
    case command(Command)
    /// A table: index into the statistics, and into the statistic's tables.
    case table(statistic: Int, table: Int)
  }
  /// An entry.
  struct Item: Sendable, Equatable {
    /// What it leads to.
    let action: Action
    /// What it does, or what the table is about.
    let text: String
    /// Its key, or the table's statistic.
    let note: String
    /// Why it cannot be used now.
    let reason: String?
    /// What is searched: the text and the words that are not shown in it.
    let searched: [FuzzyText]
  }
  /// An entry that was found.
  struct Hit: Sendable, Equatable {
    /// The entry.
    let item: Item
    /// The letters of its text that were found.
    let places: [Int]
  }
  /// All entries, commands first.
  private let items: [Item]
  /// Those found, best first.
  private(set) var shown: [Hit]
  /// The chosen one.
  var selection = ListSelection()
  /// What is searched for.
  private(set) var search = LineEditor()

  /// The commands of the screen that `state` shows, and all tables.
  init(_ state: ExplorerState) {
    let commands = state.bindings.filter { $0.command != .palette }.map { binding in
      let text = binding.name.map { "\($0): \(binding.help)" } ?? binding.help
      return Item(
        action: .command(binding.command), text: text, note: binding.keyText,
        reason: state.unavailable(binding.command),
        searched: [text, binding.keyText].map(FuzzyText.init))
    }
    let tables = state.statistics.indices.flatMap { statistic in
      Self.tables(of: state.statistics[statistic], at: statistic)
    }
    items = commands + tables
    shown = items.map { Hit(item: $0, places: []) }
  }

  private static func tables(of statistic: StatisticDescription, at index: Int) -> [Item] {
    statistic.tables.enumerated().map { place, table in
      let text = table.id + "  " + ViewState(statistic: statistic, table: table).title
      let name = "\(statistic.title.english) \(statistic.period)"
      let others = [statistic.id, table.title.national, statistic.title.national]
      return Item(
        action: .table(statistic: index, table: place), text: text, note: name, reason: nil,
        searched: ([text, name] + others).map(FuzzyText.init))
    }
  }

  /// The entry that is chosen.
  var selected: Item? {
    shown.indices.contains(selection.index) ? shown[selection.index].item : nil
  }

  /// Applies a key to the search and says whether it was one of its.
  mutating func type(_ key: KeyPress) -> Bool {
    guard search.press(key) else { return false }
    let pattern = FuzzyPattern(search.text)
    shown = items.enumerated()
      .compactMap { index, item in
        pattern.match(in: item.searched).map { (index: index, item: item, match: $0) }
      }
      .sorted { ($1.match.score, $0.index) < ($0.match.score, $1.index) }
      .map { Hit(item: $0.item, places: $0.match.places) }
    selection = ListSelection()
    return true
  }

  /// The entries in sight: between what is typed and why the chosen one cannot be used.
  func window(_ box: DialogBox) -> Range<Int> {
    ListSelection.window(
      around: selection.index, count: shown.count, height: max(1, box.textRows - 2))
  }
}

extension ExplorerState {
  /// A command while the palette is open.
  mutating func performInPalette(_ command: Command) -> [Effect] {
    guard case .palette(var palette) = dialog else { return [] }
    switch command {
    case .accept:
      guard let item = palette.selected else { return [.bell] }
      dialog = nil
      switch item.action {
      case .command(let command): return perform(command)
      case .table(let statistic, let table): return openTable(table, of: statistic)
      }
    case .close: dialog = nil
    default:
      guard palette.selection.move(command, count: palette.shown.count) else { return [.bell] }
      dialog = .palette(palette)
    }
    return []
  }

  /// A key of the palette's search.
  mutating func typeInPalette(_ key: KeyPress) -> Bool {
    guard case .palette(var palette) = dialog, palette.type(key) else { return false }
    dialog = .palette(palette)
    return true
  }
}
