import Canvas
import Publication
import TableViews

/// Where the view is written.
struct ExportDialog: Sendable, Equatable {
  /// What is written: the view as it was when the dialog was opened.
  let document: TableDocument
  /// What stands for a category.
  let labelStyle: LabelStyle
  /// The path being typed.
  var path: LineEditor
  /// Whether the user is asked to replace an existing file.
  var isAsking = false
  /// Whether the file is being written.
  var isWriting = false
  /// Why it was not written.
  var failure: String?

  /// A dialog that proposes a name for `view`.
  init(_ view: TableView) {
    document = view.document
    labelStyle = view.state.labelStyle
    path = LineEditor(view.state.table.id + ".csv")
  }
}

extension ExplorerState {
  /// A command while a file is named.
  mutating func performInExport(_ command: Command) -> [Effect] {
    guard case .export(var export) = dialog else { return [] }
    switch command {
    case .accept where export.isWriting: return [.bell]
    case .accept:
      if export.path.isEmpty {
        export.failure = "A file needs a name."
        dialog = .export(export)
        return [.bell]
      }
      let overwrite = export.isAsking
      export.isAsking = false
      export.isWriting = true
      export.failure = nil
      dialog = .export(export)
      return [
        .export(
          ExportRequest(
            document: export.document, path: export.path.text, overwrite: overwrite,
            labelStyle: export.labelStyle))
      ]
    case .close where export.isAsking:
      export.isAsking = false
      dialog = .export(export)
    case .close: dialog = nil
    default: return [.bell]
    }
    return []
  }

  /// A key of the path.
  mutating func typeInExport(_ key: KeyPress) -> Bool {
    guard case .export(var export) = dialog, !export.isWriting, export.path.press(key) else {
      return false
    }
    export.failure = nil
    dialog = .export(export)
    return true
  }

  /// The file was written.
  mutating func exported(_ path: String) {
    if case .export = dialog { dialog = nil }
    message = .information("Written: \(path)")
  }

  /// The file was not written.
  mutating func exportFailed(_ sentence: String) {
    guard case .export(var export) = dialog else {
      message = .warning(sentence)
      return
    }
    export.isWriting = false
    export.failure = sentence
    dialog = .export(export)
  }

  /// There is a file of this name.
  mutating func fileExists(_ path: String) {
    guard case .export(var export) = dialog, export.path.text == path else {
      message = .warning("There is a file \(path) already; it was left as it is.")
      return
    }
    export.isWriting = false
    export.isAsking = true
    dialog = .export(export)
  }
}
