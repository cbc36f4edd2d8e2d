import Canvas
import Classifications
import Publication
import TableViews

/// The list of statistics and their tables.
struct Catalogue: Sendable, Equatable {
  /// A table of the list.
  struct Entry: Sendable, Equatable {
    /// Index into the statistics.
    let statistic: Int
    /// Index into the statistic's tables.
    let table: Int
    /// Id of the table.
    let id: String
    /// What the filter looks through.
    let key: String
  }
  /// All tables.
  private let entries: [Entry]
  /// Those that the filter lets through.
  private(set) var shown: [Entry]
  /// Index into `shown`.
  private(set) var selection: Int
  /// The filter.
  private(set) var filter: LineEditor
  /// Whether the filter is being typed.
  var isTyping: Bool

  /// The tables of `statistics`.
  init(_ statistics: [StatisticDescription]) {
    var entries: [Entry] = []
    for (index, statistic) in statistics.enumerated() {
      for (place, table) in statistic.tables.enumerated() {
        let words = [
          statistic.id, statistic.title.english, statistic.title.national, statistic.period,
          table.id, table.title.english, table.title.national,
          ViewState(statistic: statistic, table: table).title,
        ]
        let key = folded(words.joined(separator: "\n"))
        entries.append(Entry(statistic: index, table: place, id: table.id, key: key))
      }
    }
    self.entries = entries
    shown = entries
    selection = 0
    filter = LineEditor()
    isTyping = false
  }

  /// The table that is chosen.
  var selected: Entry? { shown.indices.contains(selection) ? shown[selection] : nil }

  /// Chooses another entry, or the nearest there is.
  mutating func select(_ index: Int) {
    selection = max(0, min(index, shown.count - 1))
  }

  /// Chooses the table with an id.
  mutating func select(table id: String) {
    if !shown.contains(where: { $0.id == id }) { clearFilter() }
    if let index = shown.firstIndex(where: { $0.id == id }) { selection = index }
  }

  /// Applies a key to the filter and says whether it was one of its.
  mutating func type(_ key: KeyPress) -> Bool {
    guard filter.press(key) else { return false }
    apply()
    return true
  }

  /// Shows all tables again.
  mutating func clearFilter() {
    filter = LineEditor()
    apply()
  }

  /// Keeps the tables in which the filter occurs as it stands, or else all its words.
  ///
  /// The choice stays if it is one of them.
  private mutating func apply() {
    let chosen = selected?.id
    let words = folded(filter.text).split(separator: " ")
    let phrase = words.joined(separator: " ")
    shown = entries.filter { words.isEmpty || $0.key.contains(phrase) }
    if shown.isEmpty {
      shown = entries.filter { entry in words.allSatisfy { entry.key.contains($0) } }
    }
    selection = shown.firstIndex { $0.id == chosen } ?? 0
  }
}
