import Canvas
import TableViews

extension ExplorerState {
  /// Draws the keys of the screen, as many as fit; help and quit always do, the palette mostly.
  func drawFooter(on screen: inout Screen) {
    for entry in footerEntries(size: screen.size) {
      let keyFace: Face = entry.isEnabled ? .key : .disabled
      let nameFace: Face = entry.isEnabled ? .footer : .disabled
      let end = screen.write(entry.key, row: entry.row, column: entry.column, face: keyFace)
      screen.write(entry.name, row: entry.row, column: end + 1, face: nameFace)
    }
  }

  /// The keys of the footer, where they stand on a screen of `size`.
  func footerEntries(size: Size) -> [FooterEntry] {
    let bindings = bindings.filter { $0.name != nil }
    let entries = bindings.map { binding in
      FooterEntry(
        key: binding.keyText, name: footerName(binding), command: binding.command,
        isEnabled: unavailable(binding.command) == nil)
    }
    return FooterEntry.arranged(
      entries, rows: FooterEntry.rows(size: size), columns: size.columns)
  }

  /// What the footer calls a key now.
  private func footerName(_ binding: KeyBinding) -> String {
    let name = binding.name ?? ""
    if case .find(let prompt) = dialog, prompt.elsewhere != nil, binding.command == .accept {
      return "go there"
    }
    guard let page, dialog == nil else { return name }
    switch binding.command {
    case .drill:
      // As wide whatever it says: a footer that moves with the cursor would be sent anew.
      return switch (page.drillsColumns, drillTarget == nil) {
      case (true, true): "see cell   "
      case (true, false): "down column"
      case (false, true): "see cell"
      case (false, false): "down row"
      }
    case .toggleAxis: return page.drillsColumns ? "to rows" : "to columns"
    case .hideEmpty: return page.view.state.hidesEmptyRows ? "show empty" : "hide empty"
    case .totals: return page.view.state.hidesTotals ? "show totals" : "no totals"
    case .close: return pending == nil ? name : "stop"
    default: return name
    }
  }
}

/// A key in the footer.
struct FooterEntry: Sendable, Hashable {
  /// The key.
  let key: String
  /// What it does.
  let name: String
  /// What it asks for.
  let command: Command
  /// Whether it can be used now.
  let isEnabled: Bool
  /// Row of the screen.
  var row = 0
  /// Column of the screen.
  var column = 0

  /// Columns taken.
  var width: Int { columnCount(of: key) + 1 + columnCount(of: name) }

  /// The rows of the footer.
  static func rows(size: Size) -> Range<Int> {
    (size.rows - (size.rows >= 24 ? 2 : 1))..<size.rows
  }

  /// Columns from which the palette has room beside help and quit.
  private static let wideEnoughForPalette = 60

  /// Places the entries in their order; palette, help and quit keep their room at the end of the
  /// last row.
  static func arranged(_ entries: [FooterEntry], rows: Range<Int>, columns: Int) -> [FooterEntry] {
    let wayToAll: Command? = columns >= wideEnoughForPalette ? .palette : nil
    let pinned = entries.filter { [.help, .quit, wayToAll].contains($0.command) }
    let pinnedWidth = pinned.reduce(0) { $0 + $1.width + 2 }
    var placed: [FooterEntry] = []
    var row = rows.lowerBound
    var column = 0
    for var entry in entries where !pinned.contains(entry) {
      while row < rows.upperBound {
        let room = columns - (row == rows.upperBound - 1 ? pinnedWidth : 0)
        if column + entry.width <= room { break }
        row += 1
        column = 0
      }
      guard row < rows.upperBound else { break }
      entry.row = row
      entry.column = column
      placed.append(entry)
      column += entry.width + 2
    }
    column = columns - pinnedWidth + 2
    for var entry in pinned where column >= 0 {
      entry.row = rows.upperBound - 1
      entry.column = column
      placed.append(entry)
      column += entry.width + 2
    }
    return placed
  }
}
