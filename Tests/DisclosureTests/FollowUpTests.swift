import Classifications
import Cubes
import Disclosure
import Publication
import Testing

/// The same persons are looked at in several years; what does not change is counted each time.
@Suite struct FollowUpTests {
  private static let groups = flat("g", 4)
  private static let statuses = flat("s", 3)

  /// Periods with a validity each, as ISO days; the root has none.
  private static func periods(
    _ id: String, _ values: [(code: String, validity: Validity?)], observes: Int? = nil
  ) -> Publication.Dimension {
    Publication.Dimension(
      id: id, label: Label(id),
      hierarchy: Hierarchy(
        id: id, levelLabels: [Label("All"), Label("Period")],
        nodes: [(Category(code: "all", label: Label("all")), 0)]
          + values.map {
            (Category(code: $0.code, label: Label($0.code), validity: $0.validity), 1)
          }),
      totals: .none, observes: observes)
  }

  /// Cohorts of 2018 and 2019 by group and status, one and two years after; the second look at the
  /// cohort of 2019 is not reached.
  private static func fixture(seed: UInt64) -> Fixture {
    let looks = periods(
      "after", [("1", nil), ("2", Validity(from: nil, until: "2019-01-01"))], observes: 2)
    var fixture = Fixture([
      periods("cohort", [("2018", nil), ("2019", nil)]), looks, statuses, groups,
    ])
    var draws = Draws(seed)
    var inner = Array(repeating: Int32(0), count: 2 * 2 * 3 * 4)
    for cohort in 0..<2 {
      for group in 0..<4 {
        for _ in 0..<1 + draws.skewed(14) {
          for look in 0..<(cohort == 0 ? 2 : 1) {
            inner[((cohort * 2 + look) * 3 + draws.below(3)) * 4 + group] += 1
          }
        }
      }
    }
    fixture.add([(0, 1), (1, 1), (2, 1), (3, 1)], inner: inner)
    return fixture
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `the pattern of several looks is followed, that of one not reached yet is free`(
    seed: UInt64
  ) throws {
    let fixture = Self.fixture(seed: seed)
    let first = try fixture.protected(.suppression(SuppressionRule(threshold: 4))).release
    var rule = SuppressionRule(threshold: 4)
    rule.instructions = CellInstruction.following(
      first.matrices.map { PublishedLattice($0) }, of: fixture.dimensions, in: fixture.dimensions,
      .firm)
    #expect(try fixture.protected(.suppression(rule), seed: seed &+ 9).release == first)
    // No instruction is about the second look at the cohort of 2019.
    #expect(!rule.instructions.contains { $0.categories[0] == 2 && $0.categories[1] == 2 })
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `what several looks at the same persons count alike gives nothing away`(seed: UInt64) throws
  {
    let release = try Self.fixture(seed: seed)
      .protected(.suppression(SuppressionRule(threshold: 4))).release
    let matrix = release.matrices[0]
    for group in 0...4 {
      #expect(matrix.figure(at: [1, 1, 0, group]) == matrix.figure(at: [1, 2, 0, group]))
    }
    #expect(LinearAttacker.determined(by: PublicKnowledge(release)).isEmpty)
  }

  @Test func `a look that is not reached yet has no figures`() throws {
    let release = try Self.fixture(seed: 1)
      .protected(.suppression(SuppressionRule(threshold: 4))).release
    for status in 0...3 {
      for group in 0...4 {
        #expect(release.matrices[0].figure(at: [2, 2, status, group]) == .symbol(.missing))
        #expect(release.matrices[0].figure(at: [2, 1, status, group]) != .symbol(.missing))
        #expect(release.matrices[0].figure(at: [1, 2, status, group]) != .symbol(.missing))
      }
    }
  }
}
