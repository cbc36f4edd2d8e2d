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
  /// A label has its letters in this order.
  case letters

  /// Better before worse.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Hierarchy {
  /// The categories that fit `text`, best first, those that fit alike in their own order.
  ///
  /// Labels in both languages, codes and aliases are looked at, without regard to case and accents.
  /// An empty text fits everything.
  public func search(_ text: String) -> [CategoryIndex] {
    let key = SearchKey(text.trimmed)
    guard !key.text.isEmpty else { return Array(categories.indices) }
    return categories.indices
      .compactMap { index in rank(of: key, at: index).map { (rank: $0, index: index) } }
      .sorted { ($0.rank.rawValue, $0.index) < ($1.rank.rawValue, $1.index) }
      .map(\.index)
  }

  /// How well the category at `index` fits `text`, or `nil` when it does not.
  public func rank(of text: String, at index: CategoryIndex) -> SearchRank? {
    rank(of: SearchKey(text.trimmed), at: index)
  }

  func rank(of key: SearchKey, at index: CategoryIndex) -> SearchRank? {
    let category = categories[index]
    let code = SearchKey(category.code).text
    if code == key.text { return .code }
    var names = [SearchKey(category.label.english)]
    if category.label.national != category.label.english {
      names.append(SearchKey(category.label.national))
    }
    let labelCount = names.count
    names += category.aliases.map(SearchKey.init)
    if names.contains(key) { return .label }
    if names.prefix(labelCount).contains(where: { $0.text.hasPrefix(key.text) }) {
      return .labelStart
    }
    if code.hasPrefix(key.text) { return .codeStart }
    let words = key.words
    if !words.isEmpty, names.contains(where: { Self.words(of: $0, beginWith: words) }) {
      return .wordStart
    }
    if names.contains(where: { $0.text.contains(key.text) }) { return .part }
    guard key.text.count >= 3 else { return nil }
    return names.prefix(labelCount).contains { $0.hasSubsequence(key) } ? .letters : nil
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
