/// When an amount may be shown.
///
/// The parameters are the producer's: none of them is in a release.
public struct AmountRule: Sendable, Hashable {
  /// No sum of fewer units: "no amount where fewer than four units".
  public var fewestUnits = 4
  /// No sum of which a few units have too much: one with more than half, unless said otherwise.
  public var dominance = [Dominance(units: 1, share: 50)]
  /// No sum from which a unit that knows its own amount can tell that of the largest other one
  /// within so many per cent (the p per cent rule); `nil` when that does not count.
  public var priorPercent: Int?
  /// How far from its value a sum that is hidden for its own sake must be able to be.
  public var width = HiddenWidth.uncertainty
  /// Within what share of its amounts, in per cent, a hidden sum must not be known.
  ///
  /// Some other table that agrees with all that is published has a sum that is so much higher or
  /// lower.
  public var uncertainty = 20
  /// No median of fewer units.
  public var fewestUnitsOfMedian = 10

  /// The rule with its usual parameters.
  public init() {}

  /// How many of the largest contributions to a sum the rule looks at.
  public var ranks: Int {
    dominance.reduce(priorPercent == nil ? 0 : 2) { max($0, $1.units) }
  }

  /// Whether a sum may not be shown for its own sake.
  func isSensitive(_ sum: Contributions) -> Bool {
    hasFewUnits(sum.units) || dominance.contains { $0.isBroken(by: sum) }
      || priorPercent.map { sum.isKnown(within: $0) } ?? false
  }

  /// Whether a sum is of some units, but too few.
  func hasFewUnits(_ units: Int) -> Bool { units > 0 && units < fewestUnits }

  /// How far above its true value a hidden sum must be able to be, and how far below where it is
  /// not, in figures of the matrix; `.max` for what does not count.
  func needed(of sum: Contributions, scale: Int) -> (higher: Int32, lower: Int32) {
    let share = Self.figures(
      Int128(uncertainty) * Int128(sum.magnitudes), over: 100 * Int128(scale))
    guard width == .ofRule else { return (share, share) }
    let widths =
      dominance.filter { $0.isBroken(by: sum) }.map { rule in
        // Someone who takes all of a sum to be the largest ones' must be off by what they lack.
        Self.figures(
          100 * Int128(sum.largest(rule.units)) - Int128(rule.share) * Int128(sum.magnitudes),
          over: Int128(rule.share) * Int128(scale))
      }
      + [priorPercent].compactMap(\.self).map { percent in
        Self.figures(
          Int128(percent) * Int128(sum.largest(1)) - 100 * Int128(sum.rest(after: 2)),
          over: 100 * Int128(scale))
      }
    return (widths.reduce(share, max), .max)
  }

  /// A quotient rounded up, at least 1.
  private static func figures(_ amount: Int128, over divisor: Int128) -> Int32 {
    Int32(clamping: max(1, (amount + divisor - 1) / divisor))
  }
}

/// Says that a few units have too much of a sum: the (n, k) rule.
public struct Dominance: Sendable, Hashable {
  /// How many units, n.
  public var units: Int
  /// The most that they may have together, k, in per cent.
  public var share: Int

  /// A sum of which the `units` largest have more than `share` per cent is not shown.
  /// - Precondition: some units, and a share above 0 and below 100.
  public init(units: Int, share: Int) {
    precondition(units > 0, "somebody dominates")
    precondition((1..<100).contains(share), "a share of a sum")
    self.units = units
    self.share = share
  }

  /// Whether the largest contributions are more than their share.
  func isBroken(by sum: Contributions) -> Bool {
    100 * Int128(sum.largest(units)) > Int128(share) * Int128(sum.magnitudes)
  }
}

/// How far from its value a sum that is hidden for its own sake must be able to be.
public enum HiddenWidth: Sendable, Hashable {
  /// ``AmountRule/uncertainty`` above or below.
  case uncertainty
  /// So far above that the rule would allow to show it, and ``AmountRule/uncertainty`` at least.
  ///
  /// For the (n, k) rule with n largest x₁ … xₙ of a sum X that is (100/k)·(x₁ + … + xₙ) − X; for
  /// the p per cent rule (p/100)·x₁ − (X − x₁ − x₂). Nobody can then tell a largest amount more
  /// closely than from a sum that is shown.
  ///
  /// Source: Handbook on Statistical Disclosure Control, section 4.2.
  case ofRule
}

/// Who contributes how much to one sum.
struct Contributions {
  /// Units with an amount other than 0.
  var units: Int
  /// The largest distances of a unit's amount from 0, the largest first.
  var ranked: [Int]
  /// The distances of all units' amounts from 0, added up.
  var magnitudes: Int

  /// The largest contributions of `count` units together.
  func largest(_ count: Int) -> Int { ranked.prefix(count).reduce(0, +) }

  /// What is left of the sum without its `count` largest contributions.
  func rest(after count: Int) -> Int { magnitudes - largest(count) }

  /// Whether the second largest unit can tell the amount of the largest one within so many per
  /// cent, by taking away its own.
  func isKnown(within percent: Int) -> Bool {
    100 * Int128(rest(after: 2)) < Int128(percent) * Int128(largest(1))
  }
}
