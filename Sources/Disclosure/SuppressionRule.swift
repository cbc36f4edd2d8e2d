public import Classifications
public import Publication

/// Which counts are hidden for their own sake, and how little may be known of them.
public struct SuppressionRule: Sendable, Hashable {
  /// Counts below `threshold` are hidden: from 1 on, or from 0 on where zeros are protected.
  public var threshold: Int
  /// Higher thresholds: for each dimension that of the groups that go by a category of it other
  /// than the root.
  ///
  /// The largest of all that apply to a group counts, ``threshold`` among them.
  public var thresholds: [Int: Int] = [:]
  /// What is done with groups that nobody is in.
  public var zeros = ZeroTreatment.published
  /// Groups whose counts are public already, their period included: hiding them would protect
  /// nothing, so they are never hidden where the count is the public one.
  public var published: [PublishedGroup]
  /// What is to be done with some groups whatever the rule says; a later one overrides an earlier
  /// one of the same group.
  public var instructions: [CellInstruction] = []
  /// What it costs to hide a group to protect others.
  public var cost = HidingCost.information
  /// What nobody may be able to tell of a hidden count.
  public var range: HiddenRange
  /// How long fewer hidden groups are searched for; the pattern is safe in any case.
  public var effort = SuppressionEffort.brief

  /// Counts below `threshold` are hidden, zeros are published.
  /// - Precondition: a threshold above 1.
  public init(
    threshold: Int, published: [PublishedGroup] = [], range: HiddenRange = .reachesThreshold
  ) {
    precondition(threshold > 1, "a threshold hides something")
    self.threshold = threshold
    self.published = published
    self.range = range
  }
}

/// What is done with groups that nobody is in.
public enum ZeroTreatment: Sendable, Hashable {
  /// Their zeros are shown, so that everyone knows that a hidden count is at least 1.
  case published
  /// They are hidden as other small counts are, but for those that cannot have anybody.
  ///
  /// A hidden count can then be anything from 0; all cells of the lattice are worked on, the empty
  /// ones as well.
  case protected
}

/// What it costs to hide a group to protect others.
public enum HidingCost: Sendable, Hashable {
  /// The same for all groups: as few as possible are hidden.
  case cells
  /// Its count, and a little more: large counts are those that readers look for.
  case information
}

/// How long a search for fewer hidden groups goes on.
public enum SuppressionEffort: Sendable, Hashable {
  /// Patterns are planned line by line, and what that leaves open is closed group by group.
  case brief
  /// Plans are attacked and mended until nothing is open, several times.
  case thorough
}

/// What is to be done with a group, whatever the rule says.
public struct CellInstruction: Sendable, Hashable {
  /// What is to be done.
  public enum Order: Sendable, Hashable {
    /// Show it even if its count is below the threshold.
    ///
    /// It is public then, and the report counts it. Where it gives away another one that must be
    /// hidden, no release is made.
    case show
    /// Show it unless its count is below the threshold; it is never hidden to protect others.
    case showUnlessSmall
    /// Hide it as if its count were small: nobody may be able to tell which number it is.
    ///
    /// A group that nobody is in is shown all the same when zeros are.
    case hide
    /// Hide it whether that is needed or not; unless its count is small, others may find out what
    /// it is.
    ///
    /// It is the first to be hidden where others have to be protected.
    case keepHidden
    /// Let hiding it to protect others cost so much; 1 is the least that anything costs.
    case cost(Int)
  }
  /// One category for each dimension of the statistic, the period among them; the root where the
  /// group does not go by it.
  public let categories: [CategoryIndex]
  /// What is to be done with it.
  public let order: Order

  /// An instruction for a group.
  /// - Precondition: a cost above 0.
  public init(_ categories: [CategoryIndex], _ order: Order) {
    if case .cost(let cost) = order { precondition(cost > 0, "to hide a cell costs something") }
    self.categories = categories
    self.order = order
  }
}
