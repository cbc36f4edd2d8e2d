/// What moves cost while rounding is searched for.
///
/// φ(d) = d² + λ · max(0, |d| − M)² for lattice cells: deviations above M are disliked more than
/// their square. 8 e² for links: two matrices should give a group the same figure.
struct MoveCosts: Sendable {
  /// How far from 0 deviations are told apart; no move that is accepted leads farther.
  private static let reach: Int32 = 255
  /// What a squared difference between two figures of one group costs.
  static let linkWeight: Int32 = 8
  /// A cost that no move with it is accepted at.
  private static let forbidden: Int32 = 1 << 22
  /// Four tables: a lattice cell goes down, it goes up, a link goes down, it goes up; each the
  /// change of φ for a deviation from −`reach` to `reach`.
  let changes: [Int32]

  /// - Parameters:
  ///   - base: What a move adds or takes away.
  ///   - limit: M.
  ///   - weight: λ.
  init(base: Int32, limit: Int32, weight: Int32) {
    let reach = Self.reach
    func lattice(_ deviation: Int32) -> Int32 {
      let excess = max(0, abs(deviation) - limit)
      return deviation * deviation + weight * excess * excess
    }
    func link(_ difference: Int32) -> Int32 { Self.linkWeight * difference * difference }
    func table(_ change: Int32, _ penalty: (Int32) -> Int32) -> [Int32] {
      (-reach...reach).map { deviation in
        abs(deviation + change) > reach && deviation.signum() == change.signum()
          ? Self.forbidden
          : min(penalty(deviation + change) - penalty(deviation), Self.forbidden)
      }
    }
    changes =
      table(-base, lattice) + table(base, lattice) + table(-base, link) + table(base, link)
  }

  /// Where the table begins for a kind of sum (0 lattice cells, 1 links that the cell adds to, 2
  /// links that it takes from) when the cell goes up or down.
  @inline(__always)
  static func table(_ kind: Int, goesUp: Bool) -> Int {
    let isUp = goesUp != (kind == 2) ? 1 : 0
    return (kind == 0 ? isUp : 2 + isUp) * (2 * Int(reach) + 1)
  }

  /// The entry of a deviation in a table.
  @inline(__always)
  static func entry(_ deviation: Int16) -> Int {
    let reach = Int(reach)
    return max(-reach, min(reach, Int(deviation))) + reach
  }
}

/// Which costs are accepted at a temperature: the Metropolis rule.
struct Acceptance: Sendable {
  /// The highest cost accepted for each of 1 024 equally likely draws: −T · ln(u), in whole steps.
  let limits: [Int32]

  init(temperature: Double) {
    limits = Metropolis.limits.map { Int32(min(temperature * $0, Double(1 << 20))) }
  }

  /// The temperature when a share of the search is over: falls geometrically.
  ///
  /// It ends warm, and warmer the fewer sums a choice has: in a small lattice the closest rounding
  /// may be the only close one, and would tell what was rounded up.
  static func temperature(after share: Double, base: Int32, sumsOfAChoice: Double) -> Double {
    let square = Double(base * base)
    let cold = max(0.4, 9 / sumsOfAChoice) * square
    let hot = max(2.75 * square, cold)
    return Metropolis.heat(from: hot, to: cold, after: share)
  }
}
