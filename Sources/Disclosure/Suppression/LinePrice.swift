/// A multiple of a line's equation.
struct LinePrice: Hashable {
  let line: Int32
  let price: Int
}

/// Prices of lines as whole numbers, all multiplied alike; none when no small multiple does it.
///
/// They need not be exact: a condition holds for all prices, and is only used when the pattern
/// breaks it.
func wholePrices(_ prices: [Double], lines: [Int32], tolerance: Double) -> [LinePrice] {
  for factor in stride(from: 1.0, through: 60, by: 1) {
    let isWhole = prices.allSatisfy { price in
      let scaled = price * factor
      return abs(scaled - scaled.rounded()) < tolerance * factor && abs(scaled) < 1e6
    }
    guard isWhole else { continue }
    return zip(prices, lines).compactMap { price, line in
      let whole = Int((price * factor).rounded())
      return whole == 0 ? nil : LinePrice(line: line, price: whole)
    }
  }
  return []
}
