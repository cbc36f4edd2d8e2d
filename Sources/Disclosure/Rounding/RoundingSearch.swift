/// Chooses 0 or the base for each small count so that the whole lattice stays close to the raw one.
///
/// The objective is the sum of φ(d) over all sums, see ``MoveCosts``, with d what rounding adds to
/// the sum; the state keeps nothing but d. A greedy start in random order is followed by annealing
/// with two moves: the flip of a cell, and the flip of two opposite cells near each other, which
/// leaves what they share unchanged. A sweep proposes a move at each open choice, in one of several
/// orders of the choices.
struct RoundingSearch {
  /// The best so far: for each choice whether it is up, so that the small cell becomes the base.
  private(set) var best: [Bool]
  /// How good it is.
  private(set) var quality: Quality
  private var isUp: [Bool]
  private var deviations: [Int16]
  private let problem: RoundingProblem
  private var generator: SeededGenerator
  /// Whether the start is near enough for 16 bits; else it is the result.
  private let fits: Bool
  /// λ of the objective.
  private var weight: Int32 = 1

  /// How close a rounding is.
  struct Quality: Sendable, Hashable {
    /// The largest absolute deviation.
    let largest: Int
    /// The sum of squared deviations over the lattice.
    let squares: Int
    /// The sum of squared differences between figures of one group.
    let differences: Int

    /// Measures what rounding adds to each sum, lattice cells first.
    init(_ deviations: [Int16], latticeCount: Int) {
      var (largest, squares, differences) = (Int32(0), 0, 0)
      for index in 0..<latticeCount {
        let deviation = Int32(deviations[index])
        largest = max(largest, abs(deviation))
        squares += Int(deviation &* deviation)
      }
      for index in latticeCount..<deviations.count {
        differences += Int(deviations[index]) * Int(deviations[index])
      }
      (self.largest, self.squares, self.differences) = (Int(largest), squares, differences)
    }

    /// Whether it is closer, any largest deviation up to `limit` being as good as another.
    func isBetter(than other: Quality, limit: Int?) -> Bool {
      func rank(_ quality: Quality) -> (Int, Int) {
        (
          limit.map { max(0, quality.largest - $0) } ?? 0,
          quality.squares + Int(MoveCosts.linkWeight) * quality.differences
        )
      }
      return rank(self) < rank(other)
    }
  }

  /// Starts greedily: gives each open choice, in random order, the value that is best together with
  /// those before it.
  init(_ problem: RoundingProblem, generator: SeededGenerator) {
    self.problem = problem
    var generator = generator
    let start = problem.greedyStart(&generator)
    self.generator = generator
    isUp = start.isUp
    best = start.isUp
    deviations = start.deviations.map { Int16(clamping: $0) }
    fits = start.deviations.allSatisfy { abs($0) < Int32(Int16.max) / 2 }
    quality = Quality(deviations, latticeCount: problem.latticeCount)
  }

  /// Anneals as long as the effort lasts, a target is missed and `observe` says so.
  ///
  /// When nothing is aimed at and the effort is spent, the result is where the search ends: one of
  /// many close roundings, at random. The best one on the way would be less random, and in a small
  /// lattice would tell what was rounded up. When it is cut short, the result is the best so far.
  ///
  /// - Parameters:
  ///   - effort: When to end.
  ///   - isGoodEnough: Whether the search may end with a rounding.
  ///   - observe: Told the share that is spent after each sweep, with the best so far in `quality`;
  ///     `false` ends the search.
  mutating func run(
    _ effort: RoundingEffort, isGoodEnough: (Quality) -> Bool,
    observe: (Double, Quality) -> Bool
  ) {
    guard problem.openCount > 0, fits else { return }
    let sumsOfAChoice = Double(problem.sums.count) / Double(problem.counts.count)
    var sweep = 0
    var current = quality
    while true {
      let share: Double
      switch effort.length {
      case .sweeps(let sweeps): share = sweeps == 0 ? 1 : Double(sweep) / Double(sweeps)
      case .budget(let spent): share = spent()
      }
      if share >= 1, sweep > 0, !effort.hasAim {
        quality = current
        best = isUp
      }
      guard observe(min(share, 1), quality), share < 1, !isGoodEnough(quality) else { return }
      let limit = effort.largestDeviation.map { Int32(clamping: $0) } ?? problem.base
      let costs = MoveCosts(base: problem.base, limit: limit, weight: weight)
      let acceptance = Acceptance(
        temperature: Acceptance.temperature(
          after: share, base: problem.base, sumsOfAChoice: sumsOfAChoice))
      let order = sweep % problem.orderCount * problem.openCount
      proposeMoves(
        problem,
        RoundingStretch(
          positions: order..<(order + problem.openCount), costs: costs, acceptance: acceptance),
        &isUp, &deviations, &generator)
      current = Quality(deviations, latticeCount: problem.latticeCount)
      if current.isBetter(than: quality, limit: effort.largestDeviation) {
        quality = current
        best = isUp
      }
      if let target = effort.largestDeviation {
        raiseWeight(after: share, isMissed: current.largest > target)
      }
      sweep += 1
    }
  }

  /// Makes large deviations dearer as the search goes on, and towards its end ever dearer as long
  /// as there are any.
  private mutating func raiseWeight(after share: Double, isMissed: Bool) {
    if share < 0.75 {
      weight = 1 + Int32(80 * share * share)
    } else if isMissed {
      weight = min(400, weight + max(1, weight / 64))
    }
  }
}

extension RoundingProblem {
  /// The kept choices, and for each open choice, in random order, the one that is best together
  /// with those before it; with what they add to each sum.
  func greedyStart(
    _ generator: inout SeededGenerator
  ) -> (isUp: [Bool], deviations: [Int32]) {
    var isUp = kept.map { $0 ?? false }
    var deviations = Array(repeating: Int32(0), count: sumCount)
    func add(_ change: Int32, of cell: Int) {
      for index in starts[3 * cell]..<starts[3 * cell + 2] {
        deviations[Int(sums[Int(index)])] += change
      }
      for index in starts[3 * cell + 2]..<starts[3 * cell + 3] {
        deviations[Int(sums[Int(index)])] -= change
      }
    }
    for cell in kept.indices where kept[cell] != nil {
      add(isUp[cell] ? base - counts[cell] : -counts[cell], of: cell)
    }
    for cell in kept.indices.filter({ kept[$0] == nil }).shuffled(using: &generator) {
      let down = -counts[cell]
      let up = base + down
      // Σ (d + up)² − (d + down)² = (up − down) · Σ (2d + up + down)
      var balance = 0
      for index in starts[3 * cell]..<starts[3 * cell + 1] {
        balance += Int(2 * deviations[Int(sums[Int(index)])] + up + down)
      }
      isUp[cell] = balance < 0 || balance == 0 && generator.next() & 1 == 0
      add(isUp[cell] ? up : down, of: cell)
    }
    return (isUp, deviations)
  }
}
