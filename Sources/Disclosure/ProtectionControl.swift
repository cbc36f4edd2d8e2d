/// How work that takes a while is followed and stopped.
public struct ProtectionControl: Sendable {
  /// How many threads may work at once.
  public let lanes: Int
  /// Asked every now and then; `true` makes the work end with ``ProtectionFailure/cancelled``.
  public let isCancelled: @Sendable () -> Bool
  private let tell: @Sendable (ProtectionProgress) -> Void

  /// Work on `lanes` threads; `progress` is told how far it has come, from any thread.
  public init(
    lanes: Int, isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (ProtectionProgress) -> Void = { _ in }
  ) {
    precondition(lanes > 0, "work needs a thread")
    self.lanes = lanes
    self.isCancelled = isCancelled
    tell = progress
  }

  /// Tells how far the work has come, 0 to 1, and how good what it has is, where that is known.
  func progress(_ share: Double, _ standing: ProtectionStanding? = nil) {
    tell(ProtectionProgress(share: share, standing: standing))
  }
}

/// How far protection has come.
///
/// For the producer only: it is made from raw figures.
public struct ProtectionProgress: Sendable, Hashable {
  /// The share of the work that is done, 0 to 1.
  public let share: Double
  /// How good the best so far is; `nil` when nothing is known yet.
  public let standing: ProtectionStanding?
}

/// How good the best that protection has found so far is.
public enum ProtectionStanding: Sendable, Hashable {
  /// Over the non-zero cells of the matrices that are rounded together at the moment: the largest
  /// absolute deviation, the root mean square, and one that no rounding can go below.
  case rounding(largestDeviation: Int, rootMeanSquare: Double, bound: Double)
  /// Cells hidden to protect others, what hiding them costs, and what no safe pattern costs less
  /// than; of the periods that have been begun.
  case suppression(secondaryCells: Int, cost: Int, leastCost: Int)

  /// What pieces of work that are done beside each other have come to together.
  static func together(_ pieces: some Sequence<ProtectionStanding?>) -> ProtectionStanding? {
    pieces.reduce(nil) { sum, piece in
      guard case .suppression(let cells, let cost, let least) = piece else { return sum ?? piece }
      guard case .suppression(let others, let othersCost, let othersLeast) = sum else {
        return piece
      }
      return .suppression(
        secondaryCells: others + cells, cost: othersCost + cost,
        leastCost: othersLeast + least)
    }
  }
}
