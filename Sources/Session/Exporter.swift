public import Explorer

/// What became of a file that was to be written.
public enum ExportOutcome: Sendable, Hashable {
  /// It is there.
  case written
  /// There is a file of that name, and it was left as it is.
  case exists
  /// It is not there; a sentence that says why.
  case failed(String)
}

/// Writes a view to a file; called from a queue of its own, never from the terminal thread.
public typealias Exporter = @Sendable (ExportRequest) -> ExportOutcome

/// Appends text to the log of the session; called from the terminal thread.
public typealias SessionLogWriter = @Sendable (String) -> Void
