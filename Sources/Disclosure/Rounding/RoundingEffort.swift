import Dispatch

/// How long a close rounding is searched for, and what is close enough.
public struct RoundingEffort: Sendable {
  /// When the search ends at the latest.
  enum Length: Sendable {
    /// After so many proposals for each cell that is rounded.
    case sweeps(Int)
    /// When the share of a budget that is spent, 0 to 1, reaches 1.
    case budget(@Sendable () -> Double)
  }
  /// When the search ends at the latest.
  let length: Length
  /// The largest deviation that is aimed at, if any: larger ones are made ever dearer.
  let largestDeviation: Int?
  /// The root mean square that is good enough, if any; without it the search goes on to the end.
  let rootMeanSquare: Double?

  /// Whether something is aimed at.
  var hasAim: Bool { largestDeviation != nil || rootMeanSquare != nil }

  /// So many proposals for each cell that is rounded: the result depends on nothing but the seed.
  ///
  /// 20 give a good pattern in a fraction of a second, 1 000 one that is hard to better. The search
  /// ends early when `rootMeanSquare` is reached without a deviation above the largest aimed at.
  public static func sweeps(
    _ sweeps: Int, largestDeviation: Int? = nil, rootMeanSquare: Double? = nil
  ) -> RoundingEffort {
    RoundingEffort(
      length: .sweeps(sweeps), largestDeviation: largestDeviation,
      rootMeanSquare: rootMeanSquare)
  }

  /// As long as the share of a budget, such as time, that is spent is below 1.
  ///
  /// The search cools down over it. The result depends on when the budget ends.
  public static func budget(
    spent: @escaping @Sendable () -> Double, largestDeviation: Int? = nil,
    rootMeanSquare: Double? = nil
  ) -> RoundingEffort {
    RoundingEffort(
      length: .budget(spent), largestDeviation: largestDeviation, rootMeanSquare: rootMeanSquare)
  }

  /// So many seconds from now on.
  public static func seconds(
    _ seconds: Double, largestDeviation: Int? = nil, rootMeanSquare: Double? = nil
  ) -> RoundingEffort {
    let start = DispatchTime.now().uptimeNanoseconds
    return budget(
      spent: { Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9 / seconds },
      largestDeviation: largestDeviation, rootMeanSquare: rootMeanSquare)
  }
}

/// How far a search for a close rounding has come, over the non-zero cells of its lattices.
public struct RoundingProgress: Sendable, Hashable {
  /// The share of the effort that is spent, 0 to 1.
  public let share: Double
  /// The largest absolute deviation of the best rounding so far.
  public let largestDeviation: Int
  /// Its root mean square.
  public let rootMeanSquare: Double
  /// A root mean square that no rounding can go below.
  public let bound: Double
  /// How far the root mean square may be above the least possible one.
  public var gap: Double { rootMeanSquare - bound }

  /// How good the best rounding so far is.
  var standing: ProtectionStanding {
    .rounding(largestDeviation: largestDeviation, rootMeanSquare: rootMeanSquare, bound: bound)
  }
}
