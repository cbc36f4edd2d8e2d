/// A confidentiality rule of a statistic.
public enum Policy: Sendable, Hashable {
  /// Every inner count of 1 ..< `base` becomes 0 or `base`, and every figure is a sum of those.
  ///
  /// `sweeps` is how long the search for a close pattern goes on: proposals per rounded cell.
  /// 25 gives a good pattern in a fraction of a second, 1 000 one that is hard to better.
  case smallCountRounding(base: Int, sweeps: Int)
  /// Small counts are hidden, and others with them so that none can be worked out.
  case suppression(SuppressionRule)
}

/// What nobody may be able to tell of a count that is hidden for its own sake.
public enum HiddenRange: Sendable, Hashable {
  /// That it is below the threshold, for all that is published; where that cannot be, no release is
  /// made.
  case reachesThreshold
  /// That it is below the threshold; where what is published already tells, it can at least be
  /// another number, and the report counts it.
  case reachesThresholdWhereItCan
  /// Which number it is.
  case anotherNumber
}

/// Why no release was made, without any figure.
public enum ProtectionFailure: Error, Sendable, Hashable {
  /// The work was given up on request.
  case cancelled
  /// A matrix has counts where its description says that none can occur.
  case countWhereNoneCanOccur(matrix: String)
  /// Two matrices give the same group different counts, so they cannot be protected together.
  case matricesDisagree(String, String)
  /// The counts of a matrix do not add up along a line of its lattice.
  case doesNotAddUp(matrix: String)
  /// A matrix has a sum that is too large for its unit.
  case sumTooLarge(matrix: String)
  /// So many hidden cells cannot be as far from their counts as the policy wants, whatever else is
  /// hidden: what is published already gives too much away.
  case outOfReach(cells: Int)
  /// No safe pattern was found, or the finished one did not stand the final check.
  case notProtected

  /// What happened, for the producer.
  public var message: String {
    switch self {
    case .cancelled: "the work was given up."
    case .countWhereNoneCanOccur(let matrix):
      "\(matrix) has figures where its description says that there are none."
    case .matricesDisagree(let first, let second):
      "\(first) and \(second) have different figures for the same group."
    case .doesNotAddUp(let matrix): "the figures of \(matrix) do not add up."
    case .sumTooLarge(let matrix): "a sum of \(matrix) is too large."
    case .outOfReach(let cells):
      "\(cells) hidden cells are known too closely from what is published already."
    case .notProtected: "no pattern of hidden cells was found that is proved to be safe."
    }
  }
}
