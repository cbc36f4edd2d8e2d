import Classifications
import Publication

/// The texts of rows and columns, each category's made once.
struct LineTexts {
  private let state: ViewState
  private let stub: [[CategoryIndex: Entry]]
  private let heading: [[CategoryIndex: Entry]]

  private struct Entry {
    let text: String
    let indent: Int
  }

  init(state: ViewState) {
    self.state = state
    stub = state.stub.map { Self.entries(of: $0, in: state) }
    heading = state.heading.map { Self.entries(of: $0, in: state) }
  }

  private static func entries(of place: Int, in state: ViewState) -> [CategoryIndex: Entry] {
    let hierarchy = state.dimension(at: place).hierarchy
    let shown = state.lineCategories(of: place)
    let isShown = Set(shown)
    let marks = state.noteMarks(at: place)
    var entries: [CategoryIndex: Entry] = [:]
    for category in shown {
      let ancestors = hierarchy.path(to: category).dropLast()
      entries[category] = Entry(
        text: (marks[category] ?? ValueMark()).marking(state.text(of: category, at: place)),
        indent: ancestors.reduce(0) { $0 + (isShown.contains($1) ? 1 : 0) })
    }
    return entries
  }

  /// A row of the stub's `categories`.
  func row(_ categories: [CategoryIndex]) -> ViewLine {
    line(categories, measure: nil, entries: stub)
  }

  /// A column of the heading's `categories` for a figure; the figure is named unless it is alone.
  func column(_ categories: [CategoryIndex], plan: FigurePlan, isAlone: Bool) -> ViewLine {
    let line = line(categories, measure: plan.measure, entries: heading)
    let isNamed = !isAlone || categories.isEmpty || plan.derivation != nil
    let name = state.heading(ofMeasure: plan.measure, derivation: plan.derivation)
    return ViewLine(
      categories: categories, measure: plan.measure, derivation: plan.derivation,
      texts: line.texts + (isNamed ? [name] : []), indents: line.indents + (isNamed ? [0] : []))
  }

  private func line(
    _ categories: [CategoryIndex], measure: Int?, entries: [[CategoryIndex: Entry]]
  ) -> ViewLine {
    var texts: [String] = []
    var indents: [Int] = []
    texts.reserveCapacity(categories.count + 1)
    indents.reserveCapacity(categories.count + 1)
    for (entry, category) in zip(entries, categories) {
      texts.append(entry[category]?.text ?? "")
      indents.append(entry[category]?.indent ?? 0)
    }
    return ViewLine(categories: categories, measure: measure, texts: texts, indents: indents)
  }
}
