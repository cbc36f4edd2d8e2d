extension Hierarchy {
  /// The categories of editions of one classification in one tree, ordered by code below each
  /// parent, for series over a change of the list.
  ///
  /// A category that stands in several editions is described by the latest.
  /// - Precondition: editions have the same root and levels, and no category has different parents.
  public static func union(id: String, of editions: [Hierarchy]) -> Hierarchy {
    var categories: [String: Category] = [:]
    var children: [String: Set<String>] = [:]
    for edition in editions {
      for (index, category) in edition.categories.enumerated() {
        categories[category.code] = category
        guard index > 0 else { continue }
        let parent = edition.categories[edition.parents[index]].code
        precondition(
          children.allSatisfy { $0.key == parent || !$0.value.contains(category.code) },
          "\(category.code) stands below one parent")
        children[parent, default: []].insert(category.code)
      }
    }
    var nodes: [(category: Category, level: Int)] = []
    func add(_ code: String, level: Int) {
      guard let category = categories[code] else { return }
      nodes.append((category, level))
      for child in children[code, default: []].sorted() { add(child, level: level + 1) }
    }
    if let root = editions.first?.categories.first { add(root.code, level: 0) }
    precondition(nodes.count == categories.count, "every category is reached from the root")
    return Hierarchy(id: id, levelLabels: editions.last?.levelLabels ?? [], nodes: nodes)
  }
}
