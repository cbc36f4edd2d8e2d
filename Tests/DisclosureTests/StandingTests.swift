import Cubes
import Disclosure
import Publication
import Synchronization
import Testing

/// What protection says of the best so far while it works.
@Suite struct StandingTests {
  private typealias Rounding = (largest: Int, rootMeanSquare: Double, bound: Double)

  /// Rounds a made-up statistic, and returns what was said of the best so far.
  private func rounded(
    _ fixture: Fixture, seed: UInt64
  ) throws -> (reports: [RoundingReport], told: [Rounding]) {
    let standings = Mutex<[ProtectionStanding]>([])
    let control = ProtectionControl(
      lanes: 2,
      progress: { progress in
        standings.withLock { $0 += [progress.standing].compactMap(\.self) }
      })
    let report = try protect(
      fixture.matrices, description: fixture.description,
      policy: .smallCountRounding(base: 3, sweeps: 20), seed: seed, provenance: "",
      control: control
    ).report
    let told = standings.withLock { $0 }.compactMap { standing -> Rounding? in
      guard case .rounding(let largest, let rootMeanSquare, let bound) = standing else {
        return nil
      }
      return (largest, rootMeanSquare, bound)
    }
    return (report.rounding, told)
  }

  private func fixture(seed: UInt64, isLinked: Bool) -> Fixture {
    var draws = Draws(seed)
    let region = dimension("r", levels: [0, 1, 2, 2, 1, 2, 2, 2])
    var fixture = Fixture([flat("a", 3), region, flat("s", 2)])
    let units = (0..<90).map { _ in [draws.skewed(3), draws.skewed(5), draws.below(2)] }
    fixture.add([(0, 1), (1, 2)], counting: units)
    if isLinked { fixture.add([(1, 2), (2, 1)], counting: units) }
    return fixture
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>, [false, true])
  func `what is told of rounding only gets better, and is the report's in the end`(
    seed: UInt64, isLinked: Bool
  ) throws {
    let fixture = fixture(seed: seed, isLinked: isLinked)
    let (reports, told) = try rounded(fixture, seed: seed)
    // The two matrices count the same units, and are rounded together.
    #expect(reports.count == (isLinked ? 2 : 1))
    guard reports.contains(where: { $0.roundedCells > 0 }) else {
      #expect(told.isEmpty)
      return
    }
    #expect(told.count == 21)
    let last = try #require(told.last)
    let cells = Double(reports.reduce(0) { $0 + $1.nonZeroCells })
    let squares = Double(reports.reduce(0) { $0 + $1.sumOfSquares })
    #expect(last.largest == reports.map(\.largestDeviation).max())
    #expect(abs(last.rootMeanSquare * last.rootMeanSquare * cells - squares) < 1e-6)
    let least = Double(reports.reduce(0) { $0 + $1.leastSumOfSquares })
    #expect(told.allSatisfy { abs($0.bound * $0.bound * cells - least) < 1e-6 })
    // The last is where the search ends, which is not the best on the way.
    guard !isLinked else { return }
    let onTheWay = told.dropLast().map(\.rootMeanSquare)
    #expect(onTheWay == onTheWay.sorted(by: >))
    #expect(told.allSatisfy { $0.rootMeanSquare >= $0.bound })
  }
}
