import Publication

/// A figure as an exact ratio of published figures: a count over 1, a percentage over its base, a
/// sum over its units.
struct Fraction {
  /// The upper part, with the factor of a ratio.
  let numerator: Int128
  /// The lower part, not 0.
  let denominator: Int128

  /// A count, or `factor` times `part` over `whole`; `nil` when a part is not published or the base
  /// is 0.
  init?(_ part: Figure, of whole: Figure?, times factor: Int = 100) {
    guard case .count(let part) = part else { return nil }
    guard let whole else {
      numerator = Int128(part)
      denominator = 1
      return
    }
    guard case .count(let whole) = whole, whole != 0 else { return nil }
    numerator = Int128(factor) * Int128(part)
    denominator = Int128(whole)
  }

  private init(_ numerator: Int128, over denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// How this figure stands to `base`; `nil` when that would divide by 0.
  func compared(with base: Fraction, as change: PeriodChange) -> Fraction? {
    let own = numerator * base.denominator
    let other = base.numerator * denominator
    switch change {
    case .none: return self
    case .difference: return Fraction(own - other, over: denominator * base.denominator)
    case .percent: return other == 0 ? nil : Fraction(100 * (own - other), over: other)
    case .index: return other == 0 ? nil : Fraction(100 * own, over: other)
    }
  }

  /// Units of the last of `decimals`, rounded half away from zero.
  func scaled(decimals: Int) -> Int {
    let doubled = 2 * numerator * Int128(powerOfTen(decimals))
    return Int(clamping: halfAway(doubled, denominator))
  }
}
