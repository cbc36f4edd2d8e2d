import TableViews

/// What goes to the clipboard, and in which form.
struct CopyDialog: Sendable, Equatable {
  /// A line of the menu.
  struct Choice: Sendable, Equatable {
    /// Whether all rows are copied, or the one under the cursor.
    let isWholeView: Bool
    /// How they are written.
    let form: CopyForm

    /// What session logs call it.
    var id: String { "\(isWholeView ? "view" : "row")-\(form.rawValue.lowercased())" }

    /// What the menu calls it.
    var name: String { "\(isWholeView ? "The view" : "This row") as \(form.rawValue)" }
  }
  /// The lines of the menu.
  static let choices = [true, false].flatMap { isWholeView in
    CopyForm.allCases.map { Choice(isWholeView: isWholeView, form: $0) }
  }
  /// The chosen line.
  var selection = ListSelection()
}

/// A text for the clipboard of the terminal.
public struct CopyRequest: Sendable, Hashable {
  /// As many bytes as terminals take: 100 000 characters of base64 with what stands around them.
  static let mostBytes = 74_994

  /// The text, without control characters but tabs and line ends.
  public let text: String
  /// What it is, such as `12 x 5 cells as TSV`.
  public let name: String
}

extension TablePage {
  /// The rows that a choice of the menu copies.
  func copiedRows(_ choice: CopyDialog.Choice) -> Range<Int> {
    choice.isWholeView ? view.rows.indices : row..<row + 1
  }

  /// How many cells a choice of the menu copies, such as `12 x 5 cells`.
  func copiedSize(_ choice: CopyDialog.Choice) -> String {
    "\(copiedRows(choice).count) x \(view.columns.count) cells"
  }
}

extension ExplorerState {
  /// Copies the cell under the cursor as it is written in files.
  func copyCell() -> [Effect] {
    guard let page, page.hasCells else { return [.bell] }
    let text = page.view[page.row, page.column].text
    return [.copy(CopyRequest(text: text, name: "the cell: \(text)"))]
  }

  /// A command while what to copy is chosen.
  mutating func performInCopy(_ command: Command) -> [Effect] {
    guard case .copy(var copy) = dialog, let page else { return [] }
    switch command {
    case .accept:
      dialog = nil
      return copied(CopyDialog.choices[copy.selection.index], of: page)
    case .close:
      dialog = nil
      return []
    default:
      guard copy.selection.move(command, count: CopyDialog.choices.count) else { return [.bell] }
    }
    dialog = .copy(copy)
    return []
  }

  private mutating func copied(_ choice: CopyDialog.Choice, of page: TablePage) -> [Effect] {
    let rows = page.copiedRows(choice)
    let size = page.copiedSize(choice)
    // Each cell takes two bytes at least: a text that is far too long is not made.
    let isLong = rows.count * page.view.columns.count * 2 > CopyRequest.mostBytes
    let text = isLong ? "" : page.view.copyText(rows: rows, as: choice.form)
    guard !isLong, text.utf8.count <= CopyRequest.mostBytes else {
      return refuse(
        "Too much for a clipboard: \(size); 75 kB go into it. x writes a file.")
    }
    return [.copy(CopyRequest(text: text, name: "\(size) as \(choice.form.rawValue)"))]
  }

  /// Tells what was copied, or that the terminal takes nothing.
  mutating func copied(_ request: CopyRequest, isTaken: Bool) {
    message =
      isTaken
      ? .information("Copied \(request.name)")
      : .warning("Not copied: this terminal lets no program use a clipboard. x writes a file.")
  }
}
