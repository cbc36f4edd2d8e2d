/// What moves cost while rounding is searched for, and how much cost is accepted.
///
/// φ(d) = d² + λ · max(0, |d| − M)², with M one base and λ = 3: large deviations are disliked more
/// than their square.
struct MoveCosts {
  /// φ(d − base) − φ(d), then φ(d + base) − φ(d), each for d from −`reach` to `reach`.
  let changes: [Int32]
  /// −ln(u) for u = ½/1024, 1½/1024, ...: exponentially distributed when u is drawn.
  private let exponentials: [Double]
  private let base: Int32
  private let reach: Int32 = 255

  init(base: Int32) {
    self.base = base
    let reach = self.reach
    changes = [-base, base].flatMap { change in
      (-reach...reach).map {
        MoveCosts.penalty($0 + change, base: base) - MoveCosts.penalty($0, base: base)
      }
    }
    exponentials = MoveCosts.exponentials(1024)
  }

  private static func penalty(_ deviation: Int32, base: Int32) -> Int32 {
    let excess = max(0, abs(deviation) - base)
    return deviation * deviation + 3 * excess * excess
  }

  /// Where the changes of a move begin.
  func firstEntry(goingUp: Bool) -> Int { goingUp ? 2 * Int(reach) + 1 : 0 }

  /// The entry of a deviation among the changes of a move.
  func clamped(_ deviation: Int32) -> Int { Int(max(-reach, min(reach, deviation)) + reach) }

  /// The highest cost that a proposal may have, by the Metropolis rule for the `draw`-th of 1 024.
  func limit(_ draw: Int, temperature: Double) -> Int {
    Int(temperature * exponentials[draw])
  }

  /// The temperature when a share of the search is over: falls geometrically.
  func temperature(after share: Double) -> Double {
    let hot = 4.0 * Double(base * base)
    let cold = 0.75 * Double(base * base)
    // (cold / hot)^share by repeated square roots, which are the same on every machine.
    var (factor, root, rest) = (1.0, cold / hot, share)
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

  /// ln((j + 1) / j) = 2 (z + z³/3 + z⁵/5 + …) with z = 1 / (2j + 1), in half steps of u.
  private static func exponentials(_ count: Int) -> [Double] {
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
  }
}
