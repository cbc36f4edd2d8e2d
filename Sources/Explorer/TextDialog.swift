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
  private(set) var paragraphs: [Paragraph]
  /// What is known of a cell, when the text is about one.
  private(set) var inspection: Inspection?
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
  private init(title: String, paragraphs: [Paragraph], inspection: Inspection? = nil) {
    self.title = title
    self.paragraphs = paragraphs
    self.inspection = inspection
  }

  /// What is known of a cell.
  init(_ inspection: Inspection) {
    self.init(
      title: inspection.state.words(.whyTitle),
      paragraphs: Self.paragraphs(inspection.parts), inspection: inspection)
  }

  /// Shows more of what is known of the cell.
  mutating func show(_ inspection: Inspection) {
    paragraphs = Self.paragraphs(inspection.parts)
    self.inspection = inspection
  }

  /// The notes on a view.
  init(notesOn view: TableView) {
    let state = view.state
    let language = state.language
    let policy = state.statistic.policy
    self.init(
      title: state.words(.notesTitle),
      paragraphs: Self.paragraphs([
        (
          state.words(.onTable),
          state.table.notes.map { $0.text(in: language) } + state.allValueNotes
            + [state.regionFormula].compactMap(\.self) + state.regionNotes
        ),
        (state.words(.onStatistic), state.statistic.notes.map { $0.text(in: language) }),
        (
          state.words(.confidentiality(policy.name.text(in: language))),
          [
            policy.explanation.text(in: language),
            language == .english ? "“\(policy.sentence)”" : "", policy.source,
          ]
        ),
        (
          state.words(.symbols),
          state.legend(of: CellStatus.allCases, hasNil: state.statistic.areZerosExact)
        ),
        (state.words(.howFiguresComeAbout), state.formulas),
        (state.words(.sourceHeading), [state.sourceText]),
      ]))
  }

  /// Texts below their headings; a heading without texts is left out.
  private static func paragraphs(_ parts: [(heading: String, texts: [String])]) -> [Paragraph] {
    parts.flatMap { part -> [Paragraph] in
      let texts = part.texts.filter { !$0.isEmpty }
      guard !texts.isEmpty else { return [] }
      return [Paragraph(text: part.heading, isHeading: true)]
        + texts.map { Paragraph(text: $0, isHeading: false) }
    }
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
      return endInspection()
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
    let measure = line.measure ?? state.measures.first ?? 0
    switch state.percent {
    case _ where line.derivation != nil:
      columnWords.append(state.heading(ofMeasure: measure, derivation: line.derivation))
    case .column, .row, .total, .parent: columnWords += state.percentTexts
    case .none, .population:
      if state.table.measures.indices.contains(measure) {
        columnWords.append(state.heading(ofMeasure: measure))
      }
    }
    if line.derivation == nil, let change = state.changeText { columnWords.append(change) }
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
