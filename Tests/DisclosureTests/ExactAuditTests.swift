import Classifications
import Cubes
import Disclosure
import Publication
import Testing

/// Sparse lattices with levels, alone and linked, attacked in exact arithmetic: elimination over
/// the rationals, and two programs for each hidden cell.
@Suite struct ExactAuditTests {
  private static let region = dimension("r", levels: [0, 1, 2, 2, 1, 2, 2, 2])

  /// One matrix, or two that have regions in common.
  private static func fixture(seed: UInt64, isLinked: Bool) -> Fixture {
    var draws = Draws(seed)
    var fixture = Fixture([flat("a", 3), region, flat("s", 2)])
    let units = (0..<70).map { _ in [draws.skewed(3), draws.skewed(5), draws.below(2)] }
    fixture.add([(0, 1), (1, 2)], counting: units)
    if isLinked { fixture.add([(1, 1), (2, 1)], counting: units) }
    return fixture
  }

  private func rule(_ zeros: ZeroTreatment) -> SuppressionRule {
    var rule = SuppressionRule(threshold: 4)
    rule.zeros = zeros
    return rule
  }

  private func audited(_ suppressed: Suppressed, fewest: Int) throws -> AuditReport {
    try audit(
      suppressed.release.matrices.map { PublishedLattice($0) },
      dimensions: suppressed.fixture.dimensions, zerosArePublished: suppressed.least == 1,
      fewest: fewest)
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>, [ZeroTreatment.published, .protected])
  func `exact arithmetic finds that nothing is known and each secret can reach the threshold`(
    seed: UInt64, zeros: ZeroTreatment
  ) throws {
    let fixture = Self.fixture(seed: seed, isLinked: seed % 2 == 0)
    let suppressed = try Suppressed(fixture, rule(zeros), seed: seed)
    let secrets = Set(suppressed.secrets.keys)
    #expect(!secrets.isEmpty)
    #expect(RationalAttacker.determined(by: suppressed.knowledge).isDisjoint(with: secrets))
    let interval = ExactInterval(suppressed.knowledge)
    for secret in secrets {
      #expect(suppressed.knowledge.figures[secret] == nil)
      let range = try #require(interval.range(of: secret))
      if let high = range.high { #expect((high - Ratio(4)).numerator >= 0) }
    }
  }

  /// Every secondary cell shown in turn: the audit finds what exact arithmetic finds, and most
  /// of the patterns are broken.
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `a pattern that is broken on purpose is caught`(seed: UInt64) throws {
    let fixture = Self.fixture(seed: seed, isLinked: seed % 2 == 0)
    let whole = try Suppressed(fixture, rule(.published), seed: seed)
    var caught = 0
    var broken = 0
    for hidden in whole.report.hidden where hidden.role == .secondary {
      let shown = whole.showing(place: hidden.place.place, ofMatrix: hidden.place.matrix)
      let determined = RationalAttacker.determined(by: shown.knowledge)
      #expect(determined == LinearAttacker.determined(by: shown.knowledge))
      let interval = ExactInterval(shown.knowledge)
      // Cells that can be one number only, and those that cannot be 4.
      var known: Set<Int> = []
      var isBroken = false
      for group in Set(shown.knowledge.places.joined())
      where shown.knowledge.figures[group] == nil {
        let range = try #require(interval.range(of: group))
        if range.high == range.low { known.insert(group) }
        if whole.secrets[group] != nil, let high = range.high, (high - Ratio(4)).numerator < 0 {
          isBroken = true
        }
      }
      #expect(determined.intersection(Set(shown.knowledge.places.joined())).isSubset(of: known))
      let told = try audited(shown, fewest: 2)
      #expect(told.isComplete)
      #expect(
        known.isSubset(
          of: told.narrow.filter(\.isKnown).map {
            shown.knowledge.places[$0.place.matrix][$0.place.place]
          }))
      broken += 1
      if isBroken { caught += 1 }
    }
    // Nearly every one of them is needed.
    #expect(caught * 2 > broken, "\(caught) of \(broken)")
  }
}
