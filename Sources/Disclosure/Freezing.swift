import Classifications
public import Publication

/// How closely a pattern follows an earlier one.
public enum Freezing: Sendable, Hashable {
  /// What was hidden stays hidden, what was shown with somebody in it stays shown unless its count
  /// is small now.
  ///
  /// For figures that are published anew with few changes; where a new small count cannot be
  /// protected like that, no release is made.
  case firm
  /// What was hidden is the first to be hidden where something has to be.
  ///
  /// For the next period of a series.
  case preferred
}

extension CellInstruction {
  /// Instructions that make a pattern follow that of an earlier release.
  ///
  /// They hold nothing that is not public. Groups are found again by the identifiers of dimensions
  /// and by codes; those of dimensions or codes that are gone are left out.
  ///
  /// - Parameters:
  ///   - earlier: The matrices of the earlier release; those of amounts are passed over.
  ///   - earlierDimensions: The dimensions that they are described by.
  ///   - dimensions: Those of the statistic that is to be protected.
  ///   - freezing: How closely it is followed.
  ///   - periods: For codes of periods those of the periods that take over their pattern; others
  ///     keep their own.
  /// - Returns: An instruction for each group that it says something of.
  /// - Complexity: O(cells of the earlier release × dimensions).
  public static func following(
    _ earlier: [PublishedLattice], of earlierDimensions: [Dimension], in dimensions: [Dimension],
    _ freezing: Freezing, periods: [String: String] = [:]
  ) -> [CellInstruction] {
    // For each earlier dimension its place now, and of each category that of today.
    let places = earlierDimensions.map { old in dimensions.firstIndex { $0.id == old.id } }
    let categories = zip(earlierDimensions, places).map { old, place -> [CategoryIndex?] in
      old.hierarchy.categories.enumerated().map { index, category in
        if index == 0 { return place.map { _ in 0 } }
        let code = old.isTime ? periods[category.code] ?? category.code : category.code
        return place.flatMap { dimensions[$0].hierarchy.index(ofCode: code) }
      }
    }
    return earlier.filter { $0.described.content == .units }.flatMap { matrix in
      matrix.instructions(
        places: places, categories: categories, dimensions: earlierDimensions,
        count: dimensions.count, freezing)
    }
  }
}

extension PublishedLattice {
  /// The instructions for the groups of this matrix.
  fileprivate func instructions(
    places: [Int?], categories: [[CategoryIndex?]], dimensions: [Dimension], count: Int,
    _ freezing: Freezing
  ) -> [CellInstruction] {
    let shape = LatticeShape(description: described, dimensions: dimensions)
    // The group of each place of the lattice; `nil` where it is gone.
    var groups: [[CategoryIndex]?] = [Array(repeating: 0, count: count)]
    for (dimension, category) in described.limits {
      groups = [Self.adding(category, of: dimension, places, categories, to: groups[0])]
    }
    for (axis, positions) in zip(described.axes, shape.positions) {
      let held = positions.indices.filter { positions[$0] >= 0 }
      groups = groups.flatMap { group in
        held.map { Self.adding($0, of: axis.dimension, places, categories, to: group) }
      }
    }
    return groups.indices.compactMap { place in
      guard let group = groups[place] else { return nil }
      return switch freezing {
      case .firm where isHidden[place]: CellInstruction(group, .keepHidden)
      // A 0 may stand for what had no figure yet.
      case .firm: counts[place] > 0 ? CellInstruction(group, .showUnlessSmall) : nil
      case .preferred: isHidden[place] ? CellInstruction(group, .cost(1)) : nil
      }
    }
  }

  private static func adding(
    _ category: CategoryIndex, of dimension: Int, _ places: [Int?],
    _ categories: [[CategoryIndex?]], to group: [CategoryIndex]?
  ) -> [CategoryIndex]? {
    // A total over a dimension that is gone is the same group without it.
    guard let place = places[dimension] else { return category == 0 ? group : nil }
    guard var group, let category = categories[dimension][category] else { return nil }
    group[place] = category
    return group
  }
}
