import Canvas
import Classifications
import Publication
import TableViews

/// A text to read, with headings.
struct TextDialog: Sendable, Equatable {
  /// A paragraph, or a heading.
  struct Paragraph: Sendable, Equatable {
    /// The text.
    let text: String
    /// Whether it stands above others.
    let isHeading: Bool
  }
  /// Title of the frame.
  let title: String
  /// The text.
  let paragraphs: [Paragraph]
  /// First line in sight.
  var top = 0

  /// The lines at a width; a blank one before each heading.
  func lines(width: Int) -> [(text: String, isHeading: Bool)] {
    var lines: [(text: String, isHeading: Bool)] = []
    for paragraph in paragraphs {
      if paragraph.isHeading, !lines.isEmpty { lines.append(("", false)) }
      for line in wrap(paragraph.text, to: width) { lines.append((line, paragraph.isHeading)) }
    }
    return lines
  }
}

extension TextDialog {
  /// Why the cell under the cursor is as it is: the rule in the same words for every cell.
  init(why page: TablePage) {
    let view = page.view
    let state = view.state
    let policy = state.statistic.policy
    let cell = view[page.row, page.column]
    var paragraphs: [Paragraph] = []
    func add(_ heading: String, _ texts: [String]) {
      let texts = texts.filter { !$0.isEmpty }
      guard !texts.isEmpty else { return }
      paragraphs.append(Paragraph(text: heading, isHeading: true))
      paragraphs += texts.map { Paragraph(text: $0, isHeading: false) }
    }
    let place = page.cursorPlace
    add("The cell", [place.column, place.row, Self.meaning(of: cell)])
    add("How the figures come about", [view.figureText])
    add(
      "The rule: " + policy.name.text(in: state.language),
      [
        policy.explanation.text(in: state.language), "“\(policy.sentence)”", policy.source,
      ])
    self.init(title: "Why this cell is as it is", paragraphs: paragraphs)
  }

  /// What stands in a cell, in a sentence.
  private static func meaning(of cell: ViewCell) -> String {
    switch cell.status {
    case .published: "\(cell.grouped) is published."
    case .suppressed:
      "\(cell.text) means: not for publication. Neither the figure nor the reason why this cell "
        + "was chosen can be told; cells are hidden for themselves or to protect others."
    case .notApplicable:
      "\(cell.text) means: category not applicable. No figure can occur in this combination."
    case .missing:
      "\(cell.text) means: data not available. There is nothing to divide by, or nothing was "
        + "collected."
    }
  }

  /// The notes on a view.
  init(notesOn view: TableView) {
    let state = view.state
    let language = state.language
    var paragraphs: [Paragraph] = []
    func add(_ heading: String, _ texts: [String]) {
      let texts = texts.filter { !$0.isEmpty }
      guard !texts.isEmpty else { return }
      paragraphs.append(Paragraph(text: heading, isHeading: true))
      paragraphs += texts.map { Paragraph(text: $0, isHeading: false) }
    }
    add("On this table", state.table.notes.map { $0.text(in: language) })
    add("On the statistic", state.statistic.notes.map { $0.text(in: language) })
    let policy = state.statistic.policy
    add(
      "Confidentiality: " + policy.name.text(in: language),
      [
        policy.explanation.text(in: language), "“\(policy.sentence)”", policy.source,
      ])
    add(
      "Symbols",
      CellStatus.allCases.compactMap { status in
        status.symbol.map { "\($0)  \(status.meaning)" }
      })
    add(
      "Source",
      [
        state.statistic.agency.text(in: language), state.statistic.source.text(in: language),
      ])
    self.init(title: "Notes", paragraphs: paragraphs)
  }
}

extension ExplorerState {
  /// A command while a text is read.
  mutating func performInText(_ command: Command) -> [Effect] {
    guard case .text(var text) = dialog else { return [] }
    let box = DialogBox(size: size, wanted: .max)
    let last = max(0, text.lines(width: box.textWidth).count - box.textRows)
    switch command {
    case .close:
      dialog = nil
      return []
    case .up: text.top -= 1
    case .down: text.top += 1
    case .pageUp: text.top -= box.textRows
    case .pageDown: text.top += box.textRows
    case .top: text.top = 0
    case .bottom: text.top = last
    default: return [.bell]
    }
    text.top = max(0, min(text.top, last))
    dialog = .text(text)
    return []
  }
}

extension TablePage {
  /// The column and the row of the cursor in full words.
  var cursorPlace: (column: String, row: String) {
    guard hasCells else { return ("", "") }
    let state = view.state
    let line = view.columns[column]
    var columnWords = words(line, places: state.heading)
    if line.measure != nil || columnWords.isEmpty {
      let measure = line.measure ?? state.measures.first ?? 0
      if state.table.measures.indices.contains(measure) {
        columnWords.append(state.table.measures[measure].label.text(in: state.language))
      }
    }
    let rowWords = words(view.rows[row], places: state.stub)
    return (columnWords.joined(separator: ", "), rowWords.joined(separator: ", "))
  }

  private func words(_ line: ViewLine, places: [Int]) -> [String] {
    zip(places, line.categories).map { place, category in
      let hierarchy = view.state.dimension(at: place).hierarchy
      return hierarchy.categories[category].label.text(in: view.state.language)
    }
  }
}
