/// When an amount may be shown.
///
/// The parameters are the producer's: none of them is in a release.
public struct AmountRule: Sendable, Hashable {
  /// No sum of fewer units: "no amount where fewer than four units".
  public var fewestUnits = 4
  /// No sum of which one unit has more than this share, in per cent: "none that one unit
  /// dominates".
  public var largestShare = 50
  /// Within what share of its amounts, in per cent, a hidden sum must not be known.
  ///
  /// Some other table that agrees with all that is published has a sum that is so much higher or
  /// lower.
  public var uncertainty = 20
  /// No median of fewer units.
  public var fewestUnitsOfMedian = 10

  /// The rule with its usual parameters.
  public init() {}

  /// Whether a sum may not be shown for its own sake.
  /// - Parameters:
  ///   - units: units with an amount other than 0.
  ///   - largest: the largest distance of a unit's amount from 0.
  ///   - magnitudes: the distances of all units' amounts from 0, added up.
  /// - Returns: whether the rule forbids to show it.
  func isSensitive(units: Int, largest: Int, magnitudes: Int) -> Bool {
    hasFewUnits(units) || isDominated(largest: largest, of: magnitudes)
  }

  /// Whether a sum is of some units, but too few.
  func hasFewUnits(_ units: Int) -> Bool { units > 0 && units < fewestUnits }

  /// Whether one unit has more than its share of a sum.
  func isDominated(largest: Int, of magnitudes: Int) -> Bool {
    let (share, most) = (100 * Int128(largest), Int128(largestShare) * Int128(magnitudes))
    return share > most
  }

  /// How far a hidden sum must be able to be from its true value, in units of the amount.
  func needed(magnitudes: Int, scale: Int) -> Int32 {
    let share = Int128(uncertainty) * Int128(magnitudes)
    let divisor = 100 * Int128(scale)
    return Int32(clamping: max(1, (share + divisor - 1) / divisor))
  }
}
