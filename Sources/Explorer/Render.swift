public import Canvas
import Publication

/// The picture of `state` on a terminal of `size`.
///
/// Only what is in sight costs anything.
public func render(_ state: ExplorerState, size: Size) -> Screen {
  let tabRows = state.tabRows(of: size)
  let content = Size(rows: size.rows - tabRows, columns: size.columns)
  var screen = Screen(size: content)
  let smallest = ScreenRegions.smallest
  guard ScreenRegions.isUseful(content) else {
    screen = Screen(size: size)
    let sentence = "Too small: prikk needs \(smallest.columns) x \(smallest.rows)."
    screen.write(
      cut(sentence, to: size.columns), row: max(0, size.rows / 2), column: 0, face: .warning)
    return screen
  }
  if let page = state.drawnPage {
    state.drawTable(page, on: &screen)
  } else {
    state.drawCatalogue(on: &screen)
  }
  state.drawDialog(on: &screen)
  state.drawFooter(on: &screen)
  if tabRows > 0 {
    screen = screen.lowered(by: tabRows)
    state.drawTabs(on: &screen)
  }
  return screen
}

extension Screen {
  /// Writes `text`, cut to what fits before `limit`.
  @discardableResult
  mutating func writeCut(
    _ text: String, row: Int, column: Int, face: Face, limit: Int? = nil
  ) -> Int {
    let limit = min(limit ?? size.columns, size.columns)
    guard column < limit else { return column }
    return write(cut(text, to: limit - column), row: row, column: column, face: face)
  }

  /// Writes `text` so that it ends before `end`.
  mutating func writeRight(_ text: String, row: Int, end: Int, face: Face) {
    write(text, row: row, column: max(0, end - columnCount(of: text)), face: face)
  }
}

extension ExplorerState {
  /// The row above the footer: a request that takes long, a message, or else `text`.
  func drawStatus(_ text: String, position: String, row: Int, on screen: inout Screen) {
    let width = screen.size.columns
    if let message {
      drawMessage(message, row: row, on: &screen)
      return
    }
    if let pending, pending.isSlow {
      screen.writeCut(pending.words, row: row, column: 0, face: .warning)
      return
    }
    let room = width - columnCount(of: position)
    let end = screen.writeCut(text, row: row, column: 0, face: .status, limit: room - 1)
    // One face up to the position: a change of face costs more bytes than the words.
    if !position.isEmpty { screen.fill(row: row, from: end, to: room, face: .status) }
    if room > 10 { screen.writeRight(position, row: row, end: width, face: .status) }
  }
}

extension ExplorerState {
  /// Draws a message that ends in `row`; a long one takes the lines above it, too.
  private func drawMessage(_ message: Message, row: Int, on screen: inout Screen) {
    let width = screen.size.columns
    let most = max(1, screen.size.rows / 3)
    var lines = wrap((message.isWarning ? "! " : "") + message.text, to: width)
    if lines.count > most {
      lines = lines.prefix(most - 1) + [cut(lines[(most - 1)...].joined(separator: " "), to: width)]
    }
    for (index, line) in lines.enumerated() {
      let row = row - lines.count + 1 + index
      screen.fill(row: row, from: 0, to: width, face: .normal)
      screen.write(line, row: row, column: 0, face: message.isWarning ? .warning : .status)
    }
  }
}

extension Pending {
  /// What is being waited for, in words.
  var words: String {
    var words = "Computing…"
    if let progress {
      words = progress.activity + "…"
      if let fraction = progress.fraction {
        words += " \(Int((min(max(fraction, 0), 1) * 100).rounded(.down))) %"
      }
    }
    return words + " (Esc gives it up)"
  }
}
