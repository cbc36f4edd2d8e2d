/// Draws positions by weight, each in two steps however many there are (the alias method of Walker
/// and Vose).
struct WeightedChoice: Sendable {
  private let thresholds: [Double]
  private let aliases: [Int]

  /// A choice among the positions of `weights`.
  /// - Precondition: weights are not negative and not all zero.
  init(_ weights: [Double]) {
    let sum = weights.reduce(0, +)
    precondition(sum > 0 && weights.allSatisfy { $0 >= 0 }, "weights say what is likely")
    var shares = weights.map { $0 * Double(weights.count) / sum }
    var aliases = Array(weights.indices)
    var small = weights.indices.filter { shares[$0] < 1 }
    var large = weights.indices.filter { shares[$0] >= 1 }
    while let poor = small.popLast(), let rich = large.last {
      aliases[poor] = rich
      shares[rich] -= 1 - shares[poor]
      if shares[rich] < 1 {
        large.removeLast()
        small.append(rich)
      }
    }
    // What is left differs from 1 by rounding only; but a weight of 0 is never drawn.
    for position in large { shares[position] = 1 }
    thresholds = shares
    self.aliases = aliases
  }

  /// One position.
  func draw(_ generator: inout SeededGenerator) -> Int {
    let position = generator.below(thresholds.count)
    return generator.unit() < thresholds[position] ? position : aliases[position]
  }

  /// How often each position comes up in `total` draws.
  func counts(total: Int, _ generator: inout SeededGenerator) -> [Int] {
    var counts = Array(repeating: 0, count: thresholds.count)
    for _ in 0..<total { counts[draw(&generator)] += 1 }
    return counts
  }
}

/// Each position as often as `counts` says, in order of the positions.
func repeated(_ counts: [Int]) -> [Int] {
  counts.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
}

/// Splits `total` by `weights` into whole numbers that add up to it: differences of rounded partial
/// sums, so that each is less than 1 from its exact share.
/// - Precondition: weights are not negative and not all zero.
func apportioned(_ total: Int, by weights: [Double]) -> [Int] {
  let sum = weights.reduce(0, +)
  precondition(sum > 0, "weights say where a total goes")
  var (partial, given) = (0.0, 0)
  var parts: [Int] = []
  parts.reserveCapacity(weights.count)
  for weight in weights {
    partial += weight
    let through = min(total, Int((Double(total) * (partial / sum) + 0.5).rounded(.down)))
    parts.append(through - given)
    given = through
  }
  return parts
}
