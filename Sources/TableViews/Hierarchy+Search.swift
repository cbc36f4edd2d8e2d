public import Classifications

/// How well a category fits a search; better ones first.
public enum SearchRank: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// Its code is what was typed.
  case code
  /// Its label or an alias is what was typed.
  case label
  /// Its label begins so.
  case labelStart
  /// Its code begins so.
  case codeStart
  /// Each word typed begins a word of a label or an alias.
  case wordStart
  /// A label or an alias has it somewhere.
  case part
  /// A label or an alias has its letters in this order, well enough for a ``FuzzyPattern``.
  case letters

  /// Better before worse.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Hierarchy {
  /// The categories that fit `text`, best first, those that fit alike in their own order; of those
  /// that have its letters the one first in which they score most.
  ///
  /// Labels in both languages, codes and aliases are looked at, without regard to case and accents.
  /// An empty text fits everything.
  public func search(_ text: String) -> [CategoryIndex] {
    let key = SearchKey(text.trimmed)
    guard !key.text.isEmpty else { return Array(categories.indices) }
    return categories.indices
      .compactMap { index in fit(of: key, at: index).map { (fit: $0, index: index) } }
      .sorted { left, right in
        (left.fit.rank.rawValue, right.fit.score, left.index)
          < (right.fit.rank.rawValue, left.fit.score, right.index)
      }
      .map(\.index)
  }

  /// How well the category at `index` fits `text`, or `nil` when it does not.
  public func rank(of text: String, at index: CategoryIndex) -> SearchRank? {
    rank(of: SearchKey(text.trimmed), at: index)
  }

  func rank(of key: SearchKey, at index: CategoryIndex) -> SearchRank? {
    fit(of: key, at: index)?.rank
  }

  /// The rank, and within the last rank how well the letters fit.
  private func fit(
    of key: SearchKey, at index: CategoryIndex
  ) -> (rank: SearchRank, score: Int)? {
    let names = names(at: index)
    if let rank = rank(of: key, at: index, named: names) { return (rank, 0) }
    guard key.text.count >= 3 else { return nil }
    let pattern = FuzzyPattern(key.text)
    return names.compactMap { pattern.match(in: [FuzzyText($0.text)])?.score }.max()
      .map { (.letters, $0) }
  }

  /// The labels of a category in both languages, then its aliases.
  private func names(at index: CategoryIndex) -> [SearchKey] {
    let category = categories[index]
    return [SearchKey(category.label.english), SearchKey(category.label.national)]
      + category.aliases.map(SearchKey.init)
  }

  /// The rank of what was typed as it stands.
  private func rank(
    of key: SearchKey, at index: CategoryIndex, named names: [SearchKey]
  ) -> SearchRank? {
    let category = categories[index]
    let code = SearchKey(category.code).text
    if code == key.text { return .code }
    if names.contains(key) { return .label }
    if names.prefix(2).contains(where: { $0.text.hasPrefix(key.text) }) {
      return .labelStart
    }
    if code.hasPrefix(key.text) { return .codeStart }
    let words = key.words
    if !words.isEmpty, names.contains(where: { Self.words(of: $0, beginWith: words) }) {
      return .wordStart
    }
    return names.contains { $0.text.contains(key.text) } ? .part : nil
  }

  private static func words(of name: SearchKey, beginWith starts: [Substring]) -> Bool {
    let words = name.words
    return starts.allSatisfy { start in words.contains { $0.hasPrefix(start) } }
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
