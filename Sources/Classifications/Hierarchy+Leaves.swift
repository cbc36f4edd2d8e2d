extension Hierarchy {
  /// The codes of the leaves, in order.
  public var leafCodes: [String] { leaves.map { categories[$0].code } }

  /// The position of each leaf among the leaves, by code.
  public var leafPositions: [String: Int32] {
    Dictionary(
      uniqueKeysWithValues: leaves.enumerated().map { (categories[$1].code, Int32($0)) })
  }

  /// For each code, its position among the leaves; -1 for a code that is no leaf here.
  public func leafPositions(of codes: [String]) -> [Int32] {
    let positions = leafPositions
    return codes.map { positions[$0] ?? -1 }
  }

  /// The category that reads `text`: as its code, a label in either language or an alias.
  /// - Complexity: O(categories).
  public func index(matching text: String) -> CategoryIndex? {
    index(ofCode: text)
      ?? categories.firstIndex {
        $0.label.english == text || $0.label.national == text || $0.aliases.contains(text)
      }
  }
}
