public import Canvas
public import Publication
public import TableViews

/// Everything that can happen to the explorer.
public enum Event: Sendable {
  /// A key was pressed.
  case key(KeyPress)
  /// The mouse did something.
  case mouse(MouseAction, Position)
  /// The terminal has a new size.
  case resize(Size)
  /// The source of the tables reports.
  case reply(TableReply)
  /// A file was written.
  case exported(path: String)
  /// A file was not written; a sentence that says why.
  case exportFailed(String)
  /// There is a file at the path, and it was left as it is.
  case fileExists(path: String)
  /// A text went to the clipboard of the terminal, or the terminal has none.
  case copied(CopyRequest, isTaken: Bool)
  /// A view was saved under a name.
  case kept(name: String)
  /// A view was not saved; a sentence that says why.
  case keepFailed(String)
  /// There is a view of the name, and it was left as it is.
  case keptExists(name: String)
  /// The saved views that there are.
  case found([KeptView])
  /// A request has been under way for a tenth of a second.
  case tick
}

/// A view to be written to a file.
public struct ExportRequest: Sendable, Hashable {
  /// What is written.
  public let document: TableDocument
  /// Where, as the user typed it.
  public let path: String
  /// Whether an existing file is replaced.
  public let overwrite: Bool
  /// What stands for a category on the screen, and so in the file.
  public let labelStyle: LabelStyle

  /// A request to write `document` to `path`.
  public init(document: TableDocument, path: String, overwrite: Bool, labelStyle: LabelStyle) {
    self.document = document
    self.labelStyle = labelStyle
    self.path = path
    self.overwrite = overwrite
  }
}

/// What the explorer asks the world to do.
public enum Effect: Sendable, Hashable {
  /// Ask the source for cells.
  case tabulate(Generation, TableQuery)
  /// Give up all requests up to and including this one.
  case cancel(through: Generation)
  /// Write a file.
  case export(ExportRequest)
  /// Put a text into the clipboard of the terminal.
  case copy(CopyRequest)
  /// Save a view.
  case keep(KeepRequest)
  /// Look for the saved views.
  case findKept
  /// Draw the whole screen again.
  case redraw
  /// Stop until the shell continues the program.
  case suspend
  /// End the program.
  case quit
  /// Make the terminal ring.
  case bell
}
