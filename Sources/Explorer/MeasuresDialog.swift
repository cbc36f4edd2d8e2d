import Classifications
import Publication
import TableViews

/// Which measures, and which figures made of them, stand side by side.
struct MeasuresDialog: Sendable, Equatable {
  /// Names of the measures, then of what can be derived of them.
  let names: [String]
  /// What can be derived of them.
  let derivable: [DerivedFigure]
  /// The marked ones.
  private(set) var marks: Set<Int>
  /// The chosen line.
  var selection = ListSelection()

  /// The measures of a view.
  init(_ view: ViewState) {
    let measures = view.table.measures.map { $0.label.text(in: view.language) }
    let derivable = view.derivableFigures
    self.derivable = derivable
    names =
      measures
      + derivable.map { view.heading(ofMeasure: $0.measure, derivation: $0.derivation) }
    marks = Set(view.measures)
      .union(
        derivable.indices.filter { view.derived.contains(derivable[$0]) }.map {
          measures.count + $0
        })
  }

  /// The measures and what is derived of them that Enter shows: those marked, or else the one under
  /// the cursor.
  var chosen: (measures: [Int], derived: [DerivedFigure]) {
    let marked = marks.isEmpty ? [selection.index] : marks.sorted()
    let measureCount = names.count - derivable.count
    return (
      marked.filter { $0 < measureCount },
      marked.filter { $0 >= measureCount }.map { derivable[$0 - measureCount] }
    )
  }

  /// What session logs call the lines.
  func ids(in view: ViewState) -> [String] {
    view.table.measures.map(\.id)
      + derivable.map { "\(view.table.measures[$0.measure].id):\($0.derivation.id)" }
  }

  /// Marks the chosen measure or takes its mark away.
  mutating func mark() {
    if marks.remove(selection.index) == nil { marks.insert(selection.index) }
  }
}

extension ExplorerState {
  /// A command while measures are chosen.
  mutating func performInMeasures(_ command: Command) -> [Effect] {
    guard case .measures(var measures) = dialog else { return [] }
    switch command {
    case .accept:
      let shown = measures.chosen
      dialog = nil
      return change { view throws(ViewChangeRefused) in
        try view.show(measures: shown.measures, derived: shown.derived)
      }
    case .close:
      dialog = nil
      return []
    case .mark: measures.mark()
    default:
      guard measures.selection.move(command, count: measures.names.count) else { return [.bell] }
    }
    dialog = .measures(measures)
    return []
  }
}
