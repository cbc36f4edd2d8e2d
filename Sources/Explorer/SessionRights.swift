/// What the person at the terminal may do besides looking at tables.
public struct SessionRights: Sendable, Hashable {
  /// Whether there is a shell that Ctrl-Z goes to.
  public let hasShell: Bool
  /// Whether views may be written to files.
  public let writesFiles: Bool
  /// Whether views are saved from one session to the next.
  public let keepsViews: Bool

  /// Rights, each given.
  public init(hasShell: Bool, writesFiles: Bool, keepsViews: Bool) {
    self.hasShell = hasShell
    self.keepsViews = keepsViews
    self.writesFiles = writesFiles
  }

  /// Those of somebody at their own terminal.
  public static let own = SessionRights(
    hasShell: true, writesFiles: true, keepsViews: true)

  /// Why a command is not for this session, or `nil` when it is.
  func refusal(of command: Command) -> String? {
    switch command {
    case .suspend where !hasShell: "this session has no shell to go to."
    case .export where !writesFiles: "this session writes no files; y and Y copy."
    case .keep where !keepsViews, .keptViews where !keepsViews:
      "this session keeps nothing for the next."
    default: nil
    }
  }
}
