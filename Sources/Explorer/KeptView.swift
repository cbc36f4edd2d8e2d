/// A saved view as it lies on the disk: its text, whatever stands in it.
public struct KeptView: Sendable, Hashable {
  /// The name under which it was found.
  public let name: String
  /// The text of its file.
  public let text: String
  /// Whether it is the one that was left open, not one that was saved.
  public let isLeftOpen: Bool

  /// A view that was found.
  public init(name: String, text: String, isLeftOpen: Bool) {
    self.name = name
    self.text = text
    self.isLeftOpen = isLeftOpen
  }

  /// The name of the view that was left open; no saved one can have it.
  public static let leftOpenName = "(left open)"
}

/// A view to be saved.
public struct KeepRequest: Sendable, Hashable {
  /// The name that the user gave it.
  public let name: String
  /// The text of its file.
  public let text: String
  /// Whether a view of the same name is replaced.
  public let overwrite: Bool

  /// A request to save `text` under `name`.
  public init(name: String, text: String, overwrite: Bool) {
    self.name = name
    self.text = text
    self.overwrite = overwrite
  }
}
