import Classifications
import Publication
import TableViews

/// What stands where in a dialog: drawing and the mouse look at the same lines.
extension HelpDialog {
  /// A line of the list of keys.
  enum Line: Sendable, Hashable {
    /// Title of a group.
    case topic(HelpTopic)
    /// A key: index into `shown`.
    case entry(Int)
  }

  /// Rows that the filter takes.
  var headRows: Int { isTyping || !filter.isEmpty ? 1 : 0 }

  /// The lines: each group below its title.
  var lines: [Line] {
    var lines: [Line] = []
    var last: HelpTopic?
    for (index, entry) in shown.enumerated() {
      if entry.binding.task != last { lines.append(.topic(entry.binding.task)) }
      last = entry.binding.task
      lines.append(.entry(index))
    }
    return lines
  }

  /// The lines in sight.
  func window(_ box: DialogBox) -> Range<Int> {
    let lines = lines
    let selected = lines.firstIndex(of: .entry(selection.index)) ?? 0
    return ListSelection.window(
      around: selected, count: lines.count, height: box.textRows - headRows)
  }
}

extension PivotDialog {
  /// A line of the dialog: the title of a part, or a dimension.
  struct Line: Sendable, Hashable {
    /// The dimension's place in the table; `nil` for a title.
    let place: Int?
    /// The text.
    let text: String
  }

  /// The parts with their dimensions.
  var lines: [Line] {
    Placement.allCases.flatMap { placement -> [Line] in
      let title =
        switch placement {
        case .stub: "Rows"
        case .heading: "Columns"
        case .filter: "Above the table"
        }
      return [Line(place: nil, text: title)]
        + places(in: placement).map { place in
          Line(place: place, text: draft.dimension(at: place).label.text(in: draft.language))
        }
    }
  }
}

extension PivotDialog {
  /// The lines in sight: above the two lines that say what the draft would show.
  func window(_ box: DialogBox) -> Range<Int> {
    let lines = lines
    let selected = lines.firstIndex { $0.place == place } ?? 0
    return ListSelection.window(
      around: selected, count: lines.count, height: max(1, box.textRows - 2))
  }
}
