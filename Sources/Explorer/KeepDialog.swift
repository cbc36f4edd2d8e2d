import Canvas
import Publication
import TableViews

/// Under which name the view is saved.
struct KeepDialog: Sendable, Equatable {
  /// The view as it was when the dialog was opened.
  let view: ViewState
  /// The name being typed.
  var name: LineEditor
  /// Whether the user is asked to replace a view of this name.
  var isAsking = false
  /// Whether the view is being saved.
  var isWriting = false
  /// Why it was not saved.
  var failure: String?

  /// A dialog that proposes the id of the table.
  init(_ view: ViewState) {
    self.view = view
    name = LineEditor(view.table.id)
  }

  /// What would be saved, in words.
  var description: String {
    let counted = ViewFile(name: "", of: view, periods: .onNewData)
    let isCounted = counted != ViewFile(name: "", of: view, periods: .asShown)
    return isCounted
      ? "Codes are kept, and periods as counted from the latest: it opens on new data."
      : "Codes are kept: it opens on new data."
  }

  /// The request to save it.
  var request: KeepRequest {
    let name = name.text
    return KeepRequest(
      name: name, text: ViewFile(name: name, of: view, periods: .onNewData).text,
      overwrite: isAsking)
  }
}

extension ExplorerState {
  /// The view that is open, as it would be left for the next session; `nil` in the catalogue.
  public var leftOpen: String? {
    page.map { page in
      ViewFile(name: page.view.state.table.id, of: page.view.state, periods: .asShown).text
    }
  }

  /// A command while a view is named.
  mutating func performInKeep(_ command: Command) -> [Effect] {
    guard case .keep(var keep) = dialog else { return [] }
    switch command {
    case .accept where keep.isWriting: return [.bell]
    case .accept:
      keep.failure = ViewName.problem(keep.name.text)
      guard keep.failure == nil else {
        dialog = .keep(keep)
        return [.bell]
      }
      let request = keep.request
      keep.isAsking = false
      keep.isWriting = true
      dialog = .keep(keep)
      return [.keep(request)]
    case .close where keep.isAsking:
      keep.isAsking = false
      dialog = .keep(keep)
    case .close: dialog = nil
    default: return [.bell]
    }
    return []
  }

  /// A key of the name.
  mutating func typeInKeep(_ key: KeyPress) -> Bool {
    guard case .keep(var keep) = dialog, !keep.isWriting, keep.name.press(key) else {
      return false
    }
    keep.failure = nil
    dialog = .keep(keep)
    return true
  }

  /// The view was saved.
  mutating func kept(_ name: String) {
    if case .keep = dialog { dialog = nil }
    message = .information("Saved: \(name). o opens it again.")
  }

  /// The view was not saved.
  mutating func keepFailed(_ sentence: String) {
    guard case .keep(var keep) = dialog else {
      message = .warning(sentence)
      return
    }
    keep.isWriting = false
    keep.failure = sentence
    dialog = .keep(keep)
  }

  /// There is a view of this name.
  mutating func keptExists(_ name: String) {
    guard case .keep(var keep) = dialog, keep.name.text == name else {
      message = .warning("There is a view \(name) already; it was left as it is.")
      return
    }
    keep.isWriting = false
    keep.isAsking = true
    dialog = .keep(keep)
  }
}
