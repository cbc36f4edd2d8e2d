import Classifications
import Publication
import TableViews

/// Which measures stand side by side.
struct MeasuresDialog: Sendable, Equatable {
  /// Names of the measures.
  let names: [String]
  /// The marked ones.
  private(set) var marks: Set<Int>
  /// The chosen line.
  var selection = ListSelection()

  /// The measures of a view.
  init(_ view: ViewState) {
    names = view.table.measures.map { $0.label.text(in: view.language) }
    marks = Set(view.measures)
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
      let marked = measures.marks.sorted()
      // Enter without a mark means the measure under the cursor.
      let shown = marked.isEmpty ? [measures.selection.index] : marked
      dialog = nil
      return change { view throws(ViewChangeRefused) in try view.show(measures: shown) }
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
