/// The Metropolis rule of annealing, with the same numbers on every machine: no function of the C
/// library decides what is accepted.
enum Metropolis {
  /// −ln(u) for u = ½/1024, 1½/1024, ...: what a move may cost, in heats, for each of 1 024 equally
  /// likely draws.
  ///
  /// ln((j + 1) / j) = 2 (z + z³/3 + z⁵/5 + …) with z = 1 / (2j + 1), in half steps of u.
  static let limits: [Double] = {
    let count = 1024
    var values = Array(repeating: 0.0, count: count)
    var sum = 0.0
    for half in stride(from: 2 * count - 1, through: 1, by: -1) {
      let z = 1 / Double(2 * half + 1)
      var (term, odd) = (z, 1.0)
      while term > 1e-18 {
        sum += 2 * term / odd
        term *= z * z
        odd += 2
      }
      if half & 1 == 1 { values[half / 2] = sum }
    }
    return values
  }()

  /// The heat when a share of the search is over: falls geometrically.
  static func heat(from hot: Double, to cold: Double, after share: Double) -> Double {
    // (cold / hot)^share by repeated square roots.
    var (factor, root, rest) = (1.0, cold / hot, min(share, 1))
    for _ in 0..<20 {
      root = root.squareRoot()
      rest *= 2
      if rest >= 1 {
        factor *= root
        rest -= 1
      }
    }
    return hot * factor
  }
}
