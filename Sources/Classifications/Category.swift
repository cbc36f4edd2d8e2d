/// The days on which a category is in force; ISO 8601 dates, `until` exclusive, `nil` open.
public struct Validity: Sendable, Hashable {
  /// First day in force, or `nil` when it has no known beginning.
  public let from: String?
  /// First day no longer in force, or `nil` when it still is.
  public let until: String?

  /// A validity from `from` up to and without `until`.
  public init(from: String?, until: String?) {
    self.from = from
    self.until = until
  }

  /// Whether the category is in force on `day` (ISO 8601).
  public func contains(_ day: String) -> Bool {
    (from.map { $0 <= day } ?? true) && (until.map { day < $0 } ?? true)
  }
}

/// One value of a classification: a code with its labels.
public struct Category: Sendable, Hashable {
  /// The code, text with leading zeros.
  public let code: String
  /// The label in the agency's two languages.
  public let label: Label
  /// Other spellings by which a search finds the category, such as the label with its years.
  public let aliases: [String]
  /// When the category is in force, or `nil` when the list does not say.
  public let validity: Validity?

  /// A category with its code, label, aliases and validity.
  public init(code: String, label: Label, aliases: [String] = [], validity: Validity? = nil) {
    self.code = code
    self.label = label
    self.aliases = aliases
    self.validity = validity
  }
}
