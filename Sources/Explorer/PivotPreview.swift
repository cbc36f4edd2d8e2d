import Canvas
import Publication
import TableViews

extension PivotDialog {
  /// Where the dialog stands: at the bottom, so that the table shows above it where there is room.
  func box(size: Size) -> DialogBox { DialogBox(below: 6, size: size, wanted: lines.count + 3) }
}

extension ExplorerState {
  /// The table that is drawn: the one in view, or what the draft of a pivot would make of it.
  var drawnPage: TablePage? {
    if case .pivot(let pivot) = dialog { pivot.preview ?? page } else { page }
  }

  /// Asks for what the draft of a pivot would show; what was asked for an older draft is given up.
  ///
  /// While a change of the view is on its way nothing is asked for: it would be given up.
  mutating func preview(_ pivot: PivotDialog) -> [Effect] {
    guard pending == nil || isPreviewing else { return [] }
    guard pivot.draft == page?.view.state else {
      return request(pivot.draft, arrival: .preview)
    }
    var pivot = pivot
    pivot.preview = nil
    dialog = .pivot(pivot)
    return endPreview()
  }

  /// Shows what the draft of a pivot would make of the table in view.
  mutating func preview(_ view: TableView) {
    guard case .pivot(var pivot) = dialog, var page, pivot.draft == view.state else { return }
    page.show(view, focus: [], size: size)
    pivot.preview = page
    dialog = .pivot(pivot)
  }

  /// Says in the dialog why the draft cannot be shown; the table is the one in view again.
  mutating func refusePreview(_ reason: String) {
    guard case .pivot(var pivot) = dialog else { return }
    pivot.preview = nil
    pivot.refuse(reason)
    dialog = .pivot(pivot)
  }

  /// Applies the draft of a pivot; what has been shown of it already needs not be asked for.
  mutating func apply(_ pivot: PivotDialog) -> [Effect] {
    dialog = nil
    guard let shown = pivot.preview?.view, shown.state == pivot.draft, pending == nil else {
      return change { $0 = pivot.draft }
    }
    return show(shown, arrival: .change([]))
  }

  /// Gives up what was asked for a draft.
  mutating func endPreview() -> [Effect] { isPreviewing ? cancelPending() : [] }

  private var isPreviewing: Bool { pending?.arrival == .preview }
}
