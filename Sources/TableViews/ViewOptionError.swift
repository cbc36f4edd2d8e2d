internal import Classifications

/// What is wrong with an option that describes a view.
public struct ViewOptionError: Error, Sendable, Hashable {
  /// What the value of the option should have been.
  public enum Kind: Sendable, Hashable {
    /// The id of a dimension of the table.
    case dimension
    /// A code of the dimension with this id.
    case code(dimension: String)
    /// A level of the dimension with this id.
    case level(dimension: String)
    /// The id of a measure of the table.
    case measure
    /// One of a few words.
    case word
    /// Of this form, such as `dimension=code`.
    case form(String)
    /// Something that agrees with the other options; the sentence says with what it does not.
    case agreement(String)
    /// Something that the table has; the sentence says what it lacks.
    case held(String)
  }
  /// Name of the option, without dashes.
  public let option: String
  /// What was given.
  public let value: String
  /// What is wrong with it.
  public let kind: Kind
  /// Everything that could have been given.
  public let allowed: [String]
  /// What may have been meant, nearest first.
  public let suggestions: [String]

  init(
    _ option: String, _ value: String, _ kind: Kind, allowed: [String] = [],
    suggestions: [String]? = nil
  ) {
    self.option = option
    self.value = value
    self.kind = kind
    self.allowed = allowed
    self.suggestions = suggestions ?? nearest(to: value, among: allowed)
  }

  /// The error in one or a few sentences, with the option.
  public var message: String { "--\(option): \(sentences)" }

  /// The error in one or a few sentences.
  var sentences: String {
    let reason =
      switch kind {
      case .dimension: "“\(value)” is not a dimension of this table."
      case .code(let dimension): "“\(value)” is not a value of \(dimension)."
      case .level(let dimension): "“\(value)” is not a level of \(dimension)."
      case .measure: "“\(value)” is not a measure of this table."
      case .word: "“\(value)” is not possible here."
      case .form(let form): "“\(value)” is not of the form \(form)."
      case .agreement(let sentence), .held(let sentence): sentence
      }
    var sentences = [reason]
    if !suggestions.isEmpty {
      sentences.append("Did you mean \(listed(suggestions, and: "or"))?")
    }
    if !allowed.isEmpty {
      let shown = allowed.prefix(Self.shownCount).joined(separator: ", ")
      let rest = allowed.count - min(allowed.count, Self.shownCount)
      sentences.append("Possible: \(shown)\(rest > 0 ? " and \(rest) more" : "").")
    }
    return sentences.joined(separator: " ")
  }

  private static let shownCount = 12
}

/// The candidates that are most like `text`: those that begin so, then those that the fewest slips
/// of the finger would make of it; at most three.
func nearest(to text: String, among candidates: [String]) -> [String] {
  let key = SearchKey(text).text
  guard !key.isEmpty else { return [] }
  let ranked = candidates.enumerated().compactMap { position, candidate -> (Int, Int, String)? in
    let other = SearchKey(candidate).text
    if other.hasPrefix(key) { return (0, position, candidate) }
    let slips = editDistance(Array(key), Array(other))
    return slips <= max(1, key.count / 2) ? (slips, position, candidate) : nil
  }
  let fewest = ranked.map(\.0).min() ?? 0
  return ranked.filter { $0.0 <= fewest + 1 }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    .prefix(3).map(\.2)
}
