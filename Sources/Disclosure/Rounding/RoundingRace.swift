import Dispatch
import Synchronization

/// Several searches from different random starts at once, of which the closest rounding counts.
///
/// One search alone depends on nothing but its generator. How many can run within a budget depends
/// on the machine, so that an effort of sweeps, which must not, is one search.
struct RoundingRace {
  private let problem: RoundingProblem
  private let effort: RoundingEffort
  private let generator: SeededGenerator
  /// Lattice cells with a raw count.
  private let nonZeroCells: Int

  init(
    _ problem: RoundingProblem, effort: RoundingEffort, generator: SeededGenerator,
    nonZeroCells: Int
  ) {
    self.problem = problem
    self.effort = effort
    self.generator = generator
    self.nonZeroCells = max(1, nonZeroCells)
  }

  /// How far the searches have come together.
  private struct Standing {
    var best: RoundingSearch.Quality?
    var isOver = false
  }

  /// For each choice whether it is up.
  ///
  /// `progress` is told the best so far, on the thread that called.
  func run(control: ProtectionControl, progress: (RoundingProgress) -> Void) -> [Bool] {
    let isTimed = if case .budget = effort.length { true } else { false }
    let others = isTimed ? control.lanes - 1 : 0
    let standing = Mutex(Standing())
    let found = Mutex<[(lane: Int, search: RoundingSearch)]>([])
    let group = DispatchGroup()
    var own = generator
    for lane in 1..<max(1, others + 1) {
      let generator = SeededGenerator(seed: own.next())
      DispatchQueue.global().async(group: group) {
        let search = self.search(generator, standing, control) { _, _ in }
        found.withLock { $0.append((lane, search)) }
      }
    }
    let first = search(generator, standing, control) { share, quality in
      progress(
        RoundingProgress(
          share: share, largestDeviation: quality.largest,
          rootMeanSquare: rootMeanSquare(quality.squares),
          bound: rootMeanSquare(problem.leastSumOfSquares)))
    }
    group.wait()
    let rest = found.withLock { $0 }.sorted { $0.lane < $1.lane }.map(\.search)
    return rest.reduce(first) { best, search in
      search.quality.isBetter(than: best.quality, limit: effort.largestDeviation) ? search : best
    }.best
  }

  /// One search, which ends when another has what is aimed at.
  private func search(
    _ generator: SeededGenerator, _ standing: borrowing Mutex<Standing>,
    _ control: ProtectionControl, observe: (Double, RoundingSearch.Quality) -> Void
  ) -> RoundingSearch {
    var search = RoundingSearch(problem, generator: generator)
    search.run(effort) { quality in
      let isEnough = isGoodEnough(quality)
      return standing.withLock { standing in
        standing.isOver = standing.isOver || isEnough
        return standing.isOver
      }
    } observe: { share, quality in
      // Without an aim the result is where the search ends, not the best on the way.
      let isEnd = share >= 1 && !effort.hasAim
      let best = standing.withLock { standing in
        if isEnd { return quality }
        if standing.best.map({ quality.isBetter(than: $0, limit: effort.largestDeviation) })
          ?? true
        {
          standing.best = quality
        }
        return standing.best ?? quality
      }
      observe(share, best)
      return !control.isCancelled()
    }
    return search
  }

  private func isGoodEnough(_ quality: RoundingSearch.Quality) -> Bool {
    guard let enough = effort.rootMeanSquare else { return false }
    return quality.largest <= effort.largestDeviation ?? .max
      && rootMeanSquare(quality.squares) <= enough
  }

  private func rootMeanSquare(_ squares: Int) -> Double {
    (Double(squares) / Double(nonZeroCells)).squareRoot()
  }
}
