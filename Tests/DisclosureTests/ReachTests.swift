import Cubes
import Disclosure
import Publication
import Testing

@Suite struct ReachTests {
  /// A row of 3 and 1 under a total of 4 that is public already.
  private let row = Fixture([flat("a", 2)], inner: [3, 1])
  private let total = PublishedGroup([0], count: 4)

  @Test func `no release is made when a public total tells that a hidden count is small`() {
    #expect(throws: ProtectionFailure.outOfReach(cells: 2)) {
      try row.protected(.suppression(SuppressionRule(threshold: 4, published: [total])))
    }
  }

  @Test func `the report counts what can only be another number`() throws {
    let (release, report) = try row.protected(
      .suppression(
        SuppressionRule(
          threshold: 4, published: [total], range: .reachesThresholdWhereItCan)))
    #expect(try #require(report.suppression).easedCells == 2)
    #expect(release.matrices[0].figure(at: [0]) == .count(4))
    #expect(release.matrices[0].figure(at: [1]) == .symbol(.suppressed))
    #expect(release.matrices[0].figure(at: [2]) == .symbol(.suppressed))
  }

  @Test func `nothing is eased where every hidden count can reach the threshold`() throws {
    let fixture = Fixture([flat("a", 2), flat("b", 2)], inner: [12, 2, 9, 15])
    for range in [HiddenRange.reachesThreshold, .reachesThresholdWhereItCan] {
      let report = try fixture.protected(
        .suppression(SuppressionRule(threshold: 4, published: [], range: range))
      ).report
      #expect(try #require(report.suppression).easedCells == 0)
    }
  }

  @Test func `whoever asks for another number only hides no more`() throws {
    // 3 and 1 under a published 4 can change places with nothing else, and neither can be 4.
    let fixture = Fixture([flat("a", 3)], inner: [2, 2, 9])
    let strict = try fixture.protected(.suppression(SuppressionRule(threshold: 4))).report
    let weak = try fixture.protected(
      .suppression(SuppressionRule(threshold: 4, range: .anotherNumber))
    ).report
    #expect(try #require(weak.suppression).secondaryCells == 0)
    #expect(try #require(strict.suppression).secondaryCells == 1)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `the report has a table in which each hidden count reaches the threshold`(
    seed: UInt64
  ) throws {
    var draws = Draws(seed)
    let inner = (0..<24).map { _ in Int32(draws.skewed(12)) }
    let fixture = Fixture([flat("a", 2), flat("b", 3), flat("c", 4)], inner: inner)
    let report = try #require(
      try fixture.protected(.suppression(SuppressionRule(threshold: 4)), seed: seed)
        .report.suppression)
    let lattice = fixture.matrices[0].lattice
    #expect(report.hidden.count == report.primaryCells + report.secondaryCells)
    for cell in report.hidden {
      #expect(cell.count == Int(lattice[cell.place.place]))
      #expect(report.roles[0][cell.place.place] == cell.role)
      #expect(cell.low >= 1 && cell.low <= cell.count && cell.count <= cell.high)
      #expect(cell.high >= 4)
      #expect(cell.role == .primary ? cell.equation.isEmpty : cell.equation.count > 1)
    }
  }

  @Test func `the pattern is the same on one thread and on four`() throws {
    var draws = Draws(3)
    let inner = (0..<120).map { _ in Int32(draws.skewed(14)) }
    let fixture = Fixture([flat("a", 4), flat("b", 5), flat("c", 6)], inner: inner)
    let policy = Policy.suppression(SuppressionRule(threshold: 4))
    let one = try fixture.protected(policy, seed: 9, lanes: 1)
    let four = try fixture.protected(policy, seed: 9, lanes: 4)
    #expect(one.report == four.report)
    #expect(one.release == four.release)
  }
}
