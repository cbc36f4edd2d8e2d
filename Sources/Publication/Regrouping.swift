public import Classifications

/// How regions of one list go over into those of the list that replaced it, so that a series can be
/// shown on either.
///
/// Tells which categories of the list in force make up a category of the other one. It is about
/// codes only: no figure is divided, and what is not a sum is not made into one.
public struct Regrouping: Sendable, Hashable {
  /// One of the two lists.
  public enum Edition: Sendable, Hashable, CaseIterable {
    /// The list that was replaced.
    case earlier
    /// The list that replaced it.
    case later

    /// The other list.
    public var other: Self { self == .earlier ? .later : .earlier }
  }

  /// What a category of one list is on another.
  public enum Parts: Sendable, Hashable {
    /// The sum of these categories, the fewest that there are.
    case sum([CategoryIndex])
    /// No sum: these categories are in it, but not as a whole.
    case torn([CategoryIndex])
    /// The category is on neither list, or not on the one asked for.
    case absent
  }

  /// Year of the list that was replaced, such as `2019`.
  public let earlierYear: String
  /// Year of the list that replaced it, such as `2020`.
  public let laterYear: String
  /// The first day on which the later list is in force.
  public let changeDay: String
  /// For each category of the earlier list what it is on the later one.
  private let onLater: [Parts]
  /// For each category of the later list what it is on the earlier one.
  private let onEarlier: [Parts]

  /// The lists in `hierarchy`, which holds both.
  ///
  /// `correspondence` says where leaves of the earlier
  /// one go. A leaf that it does not name is on both.
  /// - Precondition: every code of the correspondence is a leaf of the hierarchy.
  public init(
    _ correspondence: Correspondence, in hierarchy: Hierarchy, earlierYear: String,
    laterYear: String, changeDay: String
  ) {
    self.earlierYear = earlierYear
    self.laterYear = laterYear
    self.changeDay = changeDay
    let lists = RegionLists(correspondence, in: hierarchy)
    onLater = hierarchy.categories.indices.map { lists.parts(of: $0, from: .earlier) }
    onEarlier = hierarchy.categories.indices.map { lists.parts(of: $0, from: .later) }
  }

  /// The year of a list.
  public func year(of edition: Edition) -> String {
    edition == .earlier ? earlierYear : laterYear
  }

  /// The list in force on a day; the later one when the day is not known.
  public func edition(on day: String?) -> Edition {
    day.map { $0 < changeDay } == true ? .earlier : .later
  }

  /// Whether a category is on a list.
  public func contains(_ category: CategoryIndex, on edition: Edition) -> Bool {
    let parts = edition == .earlier ? onLater[category] : onEarlier[category]
    return parts != .absent
  }

  /// What a category of the list `edition` is when the list `inForce` is in force.
  public func parts(
    of category: CategoryIndex, on edition: Edition, inForce: Edition
  ) -> Parts {
    guard contains(category, on: edition) else { return .absent }
    if edition == inForce { return .sum([category]) }
    return edition == .earlier ? onLater[category] : onEarlier[category]
  }

  /// Where a category of `edition` is on the other list: what it is a sum of there, or what it has
  /// a part of or is a part of.
  public func successors(of category: CategoryIndex, on edition: Edition) -> [CategoryIndex] {
    switch parts(of: category, on: edition, inForce: edition.other) {
    case .sum(let categories), .torn(let categories): categories
    case .absent: []
    }
  }
}

/// Two lists in one hierarchy and how their leaves go into each other.
private struct RegionLists {
  private let hierarchy: Hierarchy
  /// For each leaf of a list the leaves of the other that it shares units with.
  private let shared: [Regrouping.Edition: [CategoryIndex: Set<CategoryIndex>]]
  /// For each category the number of its leaves that are on a list.
  private let leafCounts: [Regrouping.Edition: [Int]]

  init(_ correspondence: Correspondence, in hierarchy: Hierarchy) {
    self.hierarchy = hierarchy
    let isLeaf = Set(hierarchy.leaves)
    func leaf(_ code: String) -> CategoryIndex {
      guard let index = hierarchy.index(ofCode: code), isLeaf.contains(index) else {
        preconditionFailure("\(code) is a leaf of \(hierarchy.id)")
      }
      return index
    }
    var forward: [CategoryIndex: Set<CategoryIndex>] = [:]
    var backward: [CategoryIndex: Set<CategoryIndex>] = [:]
    for source in correspondence.sources {
      for target in correspondence.targets(of: source) {
        forward[leaf(source), default: []].insert(leaf(target.code))
        backward[leaf(target.code), default: []].insert(leaf(source))
      }
    }
    for leaf in hierarchy.leaves where forward[leaf] == nil && backward[leaf] == nil {
      forward[leaf] = [leaf]
      backward[leaf] = [leaf]
    }
    shared = [.earlier: forward, .later: backward]
    leafCounts = shared.mapValues { leaves in
      var counts = Array(repeating: 0, count: hierarchy.count)
      for leaf in leaves.keys {
        for category in hierarchy.path(to: leaf) { counts[category] += 1 }
      }
      return counts
    }
  }

  /// What a category of the list `edition` is on the other one.
  func parts(of category: CategoryIndex, from edition: Regrouping.Edition) -> Regrouping.Parts {
    let own = leaves(of: category, on: edition)
    guard !own.isEmpty else { return .absent }
    var needed: Set<CategoryIndex> = []
    for leaf in own { needed.formUnion(shared[edition]?[leaf] ?? []) }
    let torn = needed.filter { shared[edition.other]?[$0]?.isSubset(of: own) != true }
    if !torn.isEmpty { return .torn(torn.sorted()) }
    if leaves(of: category, on: edition.other) == needed { return .sum([category]) }
    return .sum(cover(of: needed, on: edition.other, noDeeperThan: hierarchy.levels[category]))
  }

  private func leaves(
    of category: CategoryIndex, on edition: Regrouping.Edition
  ) -> Set<CategoryIndex> {
    Set(hierarchy.descendants(of: category).filter { shared[edition]?[$0] != nil })
  }

  /// The fewest categories that have exactly the leaves `needed` of a list; one that has a single
  /// child on it stands for the child only above `level`.
  private func cover(
    of needed: Set<CategoryIndex>, on edition: Regrouping.Edition, noDeeperThan level: Int
  ) -> [CategoryIndex] {
    var found: [CategoryIndex: Int] = [:]
    for leaf in needed {
      for category in hierarchy.path(to: leaf) { found[category, default: 0] += 1 }
    }
    let whole = leafCounts[edition] ?? []
    var cover: Set<CategoryIndex> = []
    for leaf in needed {
      let path = hierarchy.path(to: leaf).filter { found[$0] == whole[$0] }
      guard let first = path.first else { continue }
      let same = path.filter { whole[$0] == whole[first] && hierarchy.levels[$0] <= level }
      cover.insert(same.last ?? first)
    }
    return cover.sorted()
  }
}

extension Regrouping {
  /// The municipalities of 2019 and those of 2020, for a dimension over `hierarchy`, which has
  /// them all; `library.municipalities` unless told.
  public static func municipalities(
    of library: ClassificationLibrary, in hierarchy: Hierarchy? = nil
  ) -> Regrouping {
    Regrouping(
      library.municipality2019To2020, in: hierarchy ?? library.municipalities, earlierYear: "2019",
      laterYear: "2020", changeDay: "2020-01-01")
  }
}
