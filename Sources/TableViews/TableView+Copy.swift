/// How rows of a view are written for the clipboard.
public enum CopyForm: String, Sendable, Hashable, CaseIterable {
  /// The table alone, fields set apart by tabs: what spreadsheets take.
  case tabSeparated = "TSV"
  /// A table of Markdown with its title above, symbols and source below.
  case markdown = "Markdown"
}

extension TableView {
  /// Rows of the view with their headings, as text that has no control characters but tabs and line
  /// ends of its own.
  ///
  /// The figures and symbols are those of the screen; in TSV without marks for thousands and notes,
  /// so that they stay numbers and codes.
  public func copyText(rows shown: Range<Int>, as form: CopyForm) -> String {
    switch form {
    case .tabSeparated: tabSeparated(shown)
    case .markdown: markdown(shown)
    }
  }

  private func tabSeparated(_ shown: Range<Int>) -> String {
    func unmarked(_ line: ViewLine, at places: [Int]) -> [String] {
      zip(places, line.categories).map { state.text(of: $1, at: $0) }
        + line.texts.dropFirst(places.count)
    }
    let headings = columns.map { unmarked($0, at: state.heading).joined(separator: " ") }
    let head = (stubNames + headings).map(spreadsheetField)
    let body = shown.map { row in
      unmarked(rows[row], at: state.stub).map(spreadsheetField)
        + columns.indices.map { self[row, $0].text }
    }
    return ([head] + body).map { $0.joined(separator: "\t") + "\n" }.joined()
  }

  private func markdown(_ shown: Range<Int>) -> String {
    func line(_ fields: [String]) -> String { "| \(fields.joined(separator: " | ")) |\n" }
    let headings = columns.map { $0.texts.joined(separator: " ") }
    var text = "**\(markdownText(title))**\n\n"
    for said in filterTexts + [basisText] where !said.isEmpty {
      text += markdownParagraph(said) + "\n\n"
    }
    text += line((stubNames + headings).map(markdownText))
    text += line(stubNames.map { _ in "---" } + columns.map { _ in "---:" })
    for row in shown {
      let figures = columns.indices.map { markdownText(self[row, $0].grouped) }
      text += line(rows[row].texts.map(markdownText) + figures)
    }
    let source = "\(state.words(.source)): \(state.sourceText)"
    for said in legend + [source] { text += "\n" + markdownParagraph(said) + "\n" }
    return text
  }
}

/// A text in one line, without what a terminal or an editor would obey.
private func printable(_ text: String) -> String {
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: shown.append(" ")
    // What turns the direction of writing around makes a text look like another.
    case .format where scalar.properties.isBidiControl: continue
    default: shown.append(scalar)
    }
  }
  return String(shown)
}

/// A label that no spreadsheet takes for a formula or for the beginning of a quotation.
private func spreadsheetField(_ text: String) -> String {
  let text = printable(text)
  guard let first = text.first else { return text }
  return "=+-@\"".contains(first) ? "'" + text : text
}

/// A text that Markdown shows as it is, inside a line.
private func markdownText(_ text: String) -> String {
  printable(text).reduce(into: "") { result, character in
    if "\\`*_[]<>&|~$".contains(character) { result += "\\" }
    result.append(character)
  }
}

/// A text that Markdown shows as a paragraph: no list, heading or table.
private func markdownParagraph(_ text: String) -> String {
  let text = markdownText(text)
  let digits = text.prefix { $0.isASCII && $0.isNumber }
  let rest = text.dropFirst(digits.count)
  guard let next = rest.first, (digits.isEmpty ? "-+#=:" : ".)").contains(next) else { return text }
  return digits + "\\" + rest
}
