import Classifications
import Cubes
import Disclosure
import Publication
import Testing

@Suite struct SharedGroupsTests {
  private static let region = dimension("r", levels: [0, 1, 2, 2, 2, 1, 2, 2, 1, 2])
  private static let policy = Policy.smallCountRounding(base: 3, sweeps: 60)

  /// Units over age, region and work, counted by age and region, and by age and work.
  private static func fixture(seed: UInt64, units: Int = 120) -> Fixture {
    var draws = Draws(seed)
    var fixture = Fixture([flat("a", 6), region, flat("w", 5)])
    let leaves = fixture.dimensions.map(\.hierarchy.leaves)
    let all = (0..<units).map { _ in leaves.map { draws.skewed($0.count) } }
    fixture.add([(0, 1), (1, 2)], counting: all)
    fixture.add([(2, 1), (0, 1)], counting: all)
    return fixture
  }

  /// For each age, the total included: the figure by region and the figure by work.
  private func pairs(_ release: Release) -> [(Int?, Int?)] {
    (0...6).map {
      (
        release.matrices[0].figure(at: [$0, 0]).value,
        release.matrices[1].figure(at: [0, $0]).value
      )
    }
  }

  @Test func `the report says how many shared groups differ, and by how much`() throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      let (release, report) = try Self.fixture(seed: seed).protected(Self.policy, seed: seed)
      let differences = pairs(release).map { abs(($0 ?? -99) - ($1 ?? 99)) }
      #expect(report.sharedGroups.groups == 7)
      #expect(report.sharedGroups.differing == differences.count { $0 > 0 })
      #expect(report.sharedGroups.largestDifference == differences.max())
    }
  }

  @Test func `rounding together leaves few differences but those that cannot be helped`() throws {
    // What rounding adds is minus the sum of the small counts, modulo 3, in either matrix.
    var (together, apart, unavoidable) = (0, 0, 0)
    for seed in 1...20 as ClosedRange<UInt64> {
      let fixture = Self.fixture(seed: seed)
      let report = try fixture.protected(Self.policy, seed: seed).report.sharedGroups
      together += report.differing
      #expect(report.largestDifference <= 3)
      let alone = fixture.matrices.enumerated().map { index, matrix in
        roundSmallCounts(
          of: matrix, base: 3, effort: .sweeps(60), seed: seed &+ UInt64(index),
          control: ProtectionControl(lanes: 1)
        ) { _ in }.lattice
      }
      let small = fixture.matrices.map { $0.rollUp($0.innerCounts.map { $0 < 3 ? $0 : 0 }) }
      let width = fixture.matrices[0].latticeExtents[1]
      for age in 0...6 {
        apart += alone[0][age * width] == alone[1][age] ? 0 : 1
        unavoidable += (small[0][age * width] - small[1][age]) % 3 == 0 ? 0 : 1
      }
    }
    let texts = "\(together) of 140 together, \(apart) apart, \(unavoidable) at least"
    #expect(together - unavoidable <= 4, "\(texts)")
    #expect(apart - unavoidable >= 10, "\(texts)")
  }

  @Test func `matrices that count other units are rounded by themselves`() throws {
    var fixture = Self.fixture(seed: 3)
    let other = Self.fixture(seed: 4)
    let alone = try fixture.protected(Self.policy)
    fixture.add([(0, 1)], inner: Array(other.matrices[0].innerCounts.prefix(6)))
    let more = try fixture.protected(Self.policy)
    #expect(more.report.sharedGroups == alone.report.sharedGroups)
    #expect(more.release.matrices[0] == alone.release.matrices[0])
    #expect(more.release.matrices[1] == alone.release.matrices[1])
  }

  @Test func `matrices with the same cells are rounded to the same figures`() throws {
    var draws = Draws(6)
    let inner = (0..<60).map { _ in Int32(draws.skewed(6)) }
    var fixture = Fixture([flat("a", 6), flat("b", 10)])
    fixture.add([(0, 1), (1, 1)], inner: inner)
    fixture.add([(0, 1), (1, 1)], inner: inner)
    let report = try fixture.protected(Self.policy).report
    #expect(report.sharedGroups.groups == 77)
    #expect(report.sharedGroups.differing == 0)
  }

  @Test(arguments: 1...15 as ClosedRange<UInt64>)
  func `a lone small cell has one figure in every matrix`(seed: UInt64) throws {
    // Few units: most groups are one cell in either matrix. Unequal figures would show that a
    // count is small, which a single rounded figure never does.
    let fixture = Self.fixture(seed: seed, units: 9)
    let (release, report) = try fixture.protected(Self.policy, seed: seed)
    let raw = fixture.matrices.map(NaiveLattice.init)
    for (age, pair) in pairs(release).enumerated() {
      let cells = [raw[0].below[age * fixture.matrices[0].latticeExtents[1]], raw[1].below[age]]
      let counts = zip(cells, fixture.matrices).map { cells, matrix in
        cells.map { matrix.innerCounts[$0] }.filter { $0 > 0 }
      }
      guard counts.allSatisfy({ $0.count == 1 && $0[0] < 3 }) else { continue }
      #expect(pair.0 == pair.1)
    }
    #expect(report.sharedGroups.groups == 7)
  }
}
