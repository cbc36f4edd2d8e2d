/// A language in which labels exist.
public enum Language: String, Sendable, Hashable, CaseIterable {
  /// English, which every label has.
  case english = "en"
  /// The language of the agency: bokmål for Norway, Danish for Denmark.
  case national
}

/// Which language ``Language/national`` is.
public enum NationalLanguage: String, Sendable, Hashable, CaseIterable {
  /// Norwegian bokmål.
  case norwegian = "nb"
  /// Danish.
  case danish = "da"
}

/// A text in the two languages that a statistics agency publishes in.
public struct Label: Sendable, Hashable {
  /// The English text.
  public let english: String
  /// The text in the language of the agency (Norwegian bokmål or Danish).
  public let national: String

  /// A label with a text for each language.
  public init(english: String, national: String) {
    self.english = english
    self.national = national
  }

  /// A label that reads the same in both languages, such as the name of a municipality.
  public init(_ text: String) {
    self.init(english: text, national: text)
  }

  /// The text in `language`.
  public func text(in language: Language) -> String {
    language == .english ? english : national
  }
}
