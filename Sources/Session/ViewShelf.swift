public import Explorer

/// Where saved views are; its closures are called from a queue, never from the terminal thread.
public struct ViewShelf: Sendable {
  /// Saves a view.
  public let keep: @Sendable (KeepRequest) -> ExportOutcome
  /// The views that there are.
  public let find: @Sendable () -> [KeptView]
  /// Leaves the view that is open when the session ends, for the next one.
  public let leave: @Sendable (String) -> Void

  /// A shelf.
  public init(
    keep: @escaping @Sendable (KeepRequest) -> ExportOutcome,
    find: @escaping @Sendable () -> [KeptView], leave: @escaping @Sendable (String) -> Void
  ) {
    self.keep = keep
    self.find = find
    self.leave = leave
  }

  /// No shelf: nothing is saved and nothing found.
  public static let none = ViewShelf(
    keep: { _ in .failed("Views cannot be saved here.") }, find: { [] }, leave: { _ in })
}
