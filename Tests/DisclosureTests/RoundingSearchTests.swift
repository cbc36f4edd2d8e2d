import Classifications
import Cubes
import Disclosure
import Publication
import Synchronization
import Testing

@Suite struct RoundingSearchTests {
  /// Branches that end at different levels.
  private static let region = dimension("r", levels: [0, 1, 2, 2, 1, 1, 2, 3, 3, 2])
  private static let measures = dimension("m", levels: [0, 1, 1], totals: .counted)

  private static func matrix(_ dimensions: [Publication.Dimension], inner: [Int32]) -> RawMatrix {
    Fixture(dimensions, inner: inner).matrices[0]
  }

  private static func sparse(_ dimensions: [Publication.Dimension], seed: UInt64) -> RawMatrix {
    var draws = Draws(seed)
    let count = dimensions.reduce(1) {
      $0 * ($1.totals == .counted ? $1.hierarchy.count : $1.hierarchy.leaves.count)
    }
    return matrix(dimensions, inner: (0..<count).map { _ in Int32(draws.skewed(9)) })
  }

  private func round(
    _ matrix: RawMatrix, base: Int = 3, _ effort: RoundingEffort, seed: UInt64 = 1, lanes: Int = 1,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: (RoundingProgress) -> Void = { _ in }
  ) -> RoundedMatrix {
    roundSmallCounts(
      of: matrix, base: base, effort: effort, seed: seed,
      control: ProtectionControl(lanes: lanes, isCancelled: isCancelled), progress: progress)
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `what the search keeps count of is what is found from scratch`(seed: UInt64) {
    for dimensions in [
      [flat("a", 3), Self.region], [Self.region, flat("a", 2), flat("s", 2)],
      [Self.measures, flat("a", 4), Self.region],
    ] {
      let matrix = Self.sparse(dimensions, seed: seed)
      let naive = NaiveLattice(matrix)
      for base in [2, 3, 5] {
        var last: RoundingProgress?
        let rounded = round(matrix, base: base, .sweeps(15), seed: seed, progress: { last = $0 })
        let deviations = naive.deviations(rounded.inner)
        let squares = deviations.reduce(0) { $0 + $1 * $1 }
        #expect(rounded.report.nonZeroCells == deviations.count)
        #expect(rounded.report.sumOfSquares == squares)
        #expect(rounded.report.largestDeviation == deviations.map(abs).max() ?? 0)
        #expect(last?.largestDeviation == rounded.report.largestDeviation)
        #expect(last?.rootMeanSquare == rounded.report.rootMeanSquare)
        #expect(last?.bound == rounded.report.rootMeanSquareBound)
        #expect((last?.gap ?? -1) >= 0)
        for (raw, new) in zip(matrix.innerCounts, rounded.inner) {
          let isSmall = raw > 0 && raw < base
          #expect(isSmall ? new == 0 || new == base : new == raw)
        }
      }
    }
  }

  @Test(arguments: 1...25 as ClosedRange<UInt64>)
  func `tiny tables are rounded as closely as can be`(seed: UInt64) {
    var draws = Draws(seed)
    let tree = dimension("r", levels: [0, 1, 2, 2, 1, 2, 2])
    for base in [2, 3, 5] as [Int32] {
      let inner = (0..<8).map { _ in Int32(draws.below(Int(base) + 2)) }
      let matrix = Self.matrix([tree, flat("s", 2)], inner: inner)
      let optimum = NaiveLattice(matrix).optimum(base: base)
      let closest = round(
        matrix, base: Int(base), .sweeps(300, rootMeanSquare: 0), seed: seed)
      #expect(closest.report.sumOfSquares == optimum.squares, "\(inner)")
      let flattest = round(
        matrix, base: Int(base), .sweeps(300, largestDeviation: optimum.largest), seed: seed)
      #expect(flattest.report.largestDeviation == optimum.largest, "\(inner)")
      #expect(optimum.squares >= closest.report.leastSumOfSquares)
    }
  }

  private static let large = sparse([flat("a", 24), region, flat("s", 5), flat("e", 30)], seed: 8)

  @Test func `the seed alone decides, on any number of lanes`() {
    let matrix = Self.large
    var last: RoundingProgress?
    let one = round(matrix, .sweeps(6), lanes: 1, progress: { last = $0 })
    #expect(last?.rootMeanSquare == one.report.rootMeanSquare)
    for lanes in [2, 4] { #expect(round(matrix, .sweeps(6), lanes: lanes).inner == one.inner) }
    #expect(round(matrix, .sweeps(6), seed: 2, lanes: 2).inner != one.inner)
  }

  @Test func `more sweeps are closer`() {
    let reports = [0, 5, 40].map { round(Self.large, .sweeps($0), lanes: 2).report.sumOfSquares }
    #expect(reports[0] > reports[1] && reports[1] > reports[2], "\(reports)")
  }

  @Test func `large deviations give way when that is asked for`() {
    let matrix = Self.large
    let plain = round(matrix, .sweeps(40)).report
    let aim = plain.largestDeviation - 1
    let flatter = round(matrix, .sweeps(40, largestDeviation: aim)).report
    #expect(flatter.largestDeviation <= aim, "\(plain) \(flatter)")
  }

  @Test func `a cancelled search gives the best so far`() {
    let matrix = Self.sparse([flat("a", 12), Self.region, flat("s", 3)], seed: 5)
    var seen: [RoundingProgress] = []
    let calls = Mutex(0)
    let cut = round(
      matrix, .sweeps(100),
      isCancelled: {
        calls.withLock { count in
          count += 1
          return count == 30
        }
      }, progress: { seen.append($0) })
    #expect(seen.count == 30)
    #expect(cut.report.rootMeanSquare == seen.last?.rootMeanSquare)
    #expect(seen.map(\.rootMeanSquare).min() == cut.report.rootMeanSquare)
    #expect(seen.map(\.share) == (0..<30).map { Double($0) / 100 })
  }

  @Test func `the search ends when it is close enough`() {
    let matrix = Self.sparse([flat("a", 12), Self.region, flat("s", 3)], seed: 5)
    let best = round(matrix, .sweeps(100)).report.rootMeanSquare
    var sweeps = 0
    let early = round(
      matrix, .sweeps(100, rootMeanSquare: best * 1.1), progress: { _ in sweeps += 1 })
    #expect(early.report.rootMeanSquare <= best * 1.1)
    #expect(sweeps < 100)
  }

  @Test func `the search ends when its budget is spent`() {
    let matrix = Self.sparse([flat("a", 12), Self.region, flat("s", 3)], seed: 5)
    let spent = Mutex(0.0)
    var shares: [Double] = []
    _ = round(
      matrix,
      .budget(spent: {
        spent.withLock { spent in
          spent += 0.25
          return spent
        }
      }), progress: { shares.append($0.share) })
    #expect(shares == [0.25, 0.5, 0.75, 1])
  }

  @Test func `of several searches within a budget the closest counts`() {
    let matrix = Self.sparse([flat("a", 12), Self.region, flat("s", 3)], seed: 5)
    let spent = Mutex(0)
    var told: [RoundingProgress] = []
    let rounded = round(
      matrix,
      .budget(
        spent: {
          spent.withLock { spent in
            spent += 1
            return Double(spent) / 120
          }
        }, largestDeviation: 1), lanes: 3, progress: { told.append($0) })
    // None of the 120 sweeps of all three was closer than the result.
    #expect(spent.withLock { $0 } >= 120 && !told.isEmpty)
    for best in told {
      #expect(rounded.report.largestDeviation <= best.largestDeviation)
      if rounded.report.largestDeviation == best.largestDeviation {
        #expect(rounded.report.rootMeanSquare <= best.rootMeanSquare)
      }
    }
  }
}
