/// The place of a category in a ``Hierarchy``; 0 is the root.
public typealias CategoryIndex = Int

/// A classification with its levels: one root (the total) and its parts, down to the leaves.
///
/// Categories stand depth first, a parent before its children, in the order in which the agency
/// shows them. The root has level 0. Branches may end at different levels.
public struct Hierarchy: Sendable, Hashable {
  /// Identifier of the classification, such as `no-municipalities-2019`.
  public let id: String
  /// Name of each level, from the root's ("The country") to the deepest ("Municipality").
  public let levelLabels: [Label]
  /// The categories, depth first.
  public let categories: [Category]
  /// Parent of each category; the root is its own parent.
  public let parents: [CategoryIndex]
  /// Level of each category; 0 for the root.
  public let levels: [Int]
  /// Children of each category, in order; empty for a leaf.
  public let children: [[CategoryIndex]]
  /// Categories without children, in order.
  ///
  /// A unit of a register has exactly one of them.
  public let leaves: [CategoryIndex]
  private let indexByCode: [String: CategoryIndex]

  /// A hierarchy from categories that stand depth first.
  ///
  /// `nodes` are the categories with their levels; the first is the root and alone at level 0.
  /// - Precondition: codes are unique; a level is at most one more than that of the node before;
  ///   there is a label for each level.
  public init(
    id: String, levelLabels: [Label], nodes: [(category: Category, level: Int)]
  ) {
    precondition(nodes.first?.level == 0, "a hierarchy begins with its root")
    var path: [CategoryIndex] = []
    var parents: [CategoryIndex] = []
    var children: [[CategoryIndex]] = Array(repeating: [], count: nodes.count)
    var indexByCode: [String: CategoryIndex] = [:]
    for (index, node) in nodes.enumerated() {
      precondition(index == 0 || node.level > 0, "a hierarchy has one root")
      precondition(node.level <= path.count, "a level is skipped above \(node.category.code)")
      path.removeSubrange(node.level...)
      let parent = path.last ?? 0
      parents.append(parent)
      if index > 0 { children[parent].append(index) }
      path.append(index)
      let earlier = indexByCode.updateValue(index, forKey: node.category.code)
      precondition(earlier == nil, "code \(node.category.code) stands twice in \(id)")
    }
    let levels = nodes.map(\.level)
    precondition(levelLabels.count == (levels.max() ?? 0) + 1, "each level has a label")
    self.id = id
    self.levelLabels = levelLabels
    self.categories = nodes.map(\.category)
    self.parents = parents
    self.levels = levels
    self.children = children
    self.leaves = children.indices.filter { children[$0].isEmpty }
    self.indexByCode = indexByCode
  }

  /// The number of categories, the root included.
  public var count: Int { categories.count }

  /// The deepest level.
  public var depth: Int { levelLabels.count - 1 }

  /// The category with `code`, or `nil` when there is none.
  public func index(ofCode code: String) -> CategoryIndex? { indexByCode[code] }

  /// The categories shown at `level`: those of that level and leaves above it, in order.
  public func categories(atLevel level: Int) -> [CategoryIndex] {
    categories.indices.filter { levels[$0] == level || levels[$0] < level && children[$0].isEmpty }
  }

  /// `index` and all that is below it.
  public func descendants(of index: CategoryIndex) -> Range<CategoryIndex> {
    var end = index + 1
    while end < count, levels[end] > levels[index] { end += 1 }
    return index..<end
  }

  /// The path from the root to `index`, both included.
  public func path(to index: CategoryIndex) -> [CategoryIndex] {
    var path = [index]
    var current = index
    while current != 0 {
      current = parents[current]
      path.append(current)
    }
    return path.reversed()
  }

  /// The hierarchy without what is deeper than `level`.
  public func truncated(toLevel level: Int) -> Hierarchy {
    guard level < depth else { return self }
    let nodes = categories.indices.filter { levels[$0] <= level }
      .map { (category: categories[$0], level: levels[$0]) }
    return Hierarchy(
      id: id, levelLabels: Array(levelLabels.prefix(level + 1)), nodes: nodes)
  }
}
