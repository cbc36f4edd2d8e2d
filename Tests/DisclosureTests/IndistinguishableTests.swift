import Classifications
import Cubes
import Disclosure
import Publication
import Testing

@Suite struct IndistinguishableTests {
  private static let region = dimension("r", levels: [0, 1, 2, 2, 2, 1, 2, 2, 1, 2])
  private static let policy = Policy.smallCountRounding(base: 3, sweeps: 30)

  /// Years, ages, regions and work.
  private static let dimensions = [
    dimension("y", levels: [0, 1, 1], totals: .none), flat("a", 5), region, flat("w", 2),
  ]

  private static func fixture(_ first: [Int32], _ second: [Int32]) -> Fixture {
    var fixture = Fixture(dimensions)
    fixture.add([(0, 1), (1, 1), (2, 2)], inner: first)
    fixture.add([(1, 1), (3, 1), (0, 1)], inner: second)
    return fixture
  }

  /// The inner figures of a matrix of a release, row-major.
  private func inner(_ fixture: Fixture, _ release: Release, _ matrix: Int) throws -> [Int32] {
    try combinations(fixture.matrices[matrix].axes.map(\.innerCategories)).map {
      Int32(try #require(release.matrices[matrix].figure(at: $0).value))
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `registers whose cells round to the same figures give the same release`(
    seed: UInt64
  ) throws {
    var draws = Draws(seed)
    let fixture = Self.fixture(
      (0..<60).map { _ in Int32(draws.skewed(8)) }, (0..<20).map { _ in Int32(draws.skewed(8)) })
    let (release, report) = try fixture.protected(Self.policy, seed: seed)
    #expect(report.rounding.contains { $0.roundedCells > 0 })
    // A register in which every 0 and 3 is natural.
    let natural = Self.fixture(try inner(fixture, release, 0), try inner(fixture, release, 1))
    let other = try natural.protected(Self.policy, seed: seed &+ 100)
    #expect(other.report.rounding.allSatisfy { $0.roundedCells == 0 })
    #expect(other.release == release)
    var (one, two) = ("", "")
    dump(release, to: &one)
    dump(other.release, to: &two)
    #expect(one == two)
  }
}
