import Classifications
import Cubes
import Disclosure
import Publication
import Testing

/// Dimensions that are sums of others, and matrices of part of the units.
@Suite struct SumsOfAnotherTests {
  /// Two counties with municipalities 2, 3, 4 and 6, 7; zones across them.
  private static let municipalities = dimension("r", levels: [0, 1, 2, 2, 2, 1, 2, 2])
  /// The zone of each municipality, in order.
  private static let zoneOfLeaf = [0, 1, 1, 0, 2]

  /// Zones as sums of dimension number `place`.
  private static func zones(of place: Int) -> Publication.Dimension {
    let leaves = municipalities.hierarchy.leafCodes
    let moves = zip(leaves, zoneOfLeaf).map { ($0, [(code: "z-\($1 + 1)", percent: 100)]) }
    return dimension(
      "z", levels: [0, 1, 1, 1],
      sums: SumsOfAnother(of: place, by: Correspondence(id: "zone-of-municipality", moves: moves)))
  }

  /// Sex by municipality and sex by zone; persons are drawn.
  private static func fixture(seed: UInt64, persons: Int) -> Fixture {
    var fixture = Fixture([flat("s", 2), municipalities, zones(of: 1)])
    var draws = Draws(seed)
    let units = (0..<persons).map { _ in
      let home = draws.skewed(5)
      return [draws.below(2), home, zoneOfLeaf[home]]
    }
    fixture.add([(0, 1), (1, 2)], counting: units)
    fixture.add([(0, 1), (2, 1)], counting: units)
    return fixture
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `zones do not give away what municipalities hide, nor the other way round`(
    seed: UInt64
  ) throws {
    let suppressed = try Suppressed(Self.fixture(seed: seed, persons: 15 + Int(seed)))
    #expect(suppressed.linearlyKnown.isEmpty)
    #expect(suppressed.knownByTrying.isEmpty)
  }

  @Test func `without the sums a zone gives a municipality away`() throws {
    // Municipality 2 hides with 3 in their county; zone 0 is 2 and 6, and 6 is shown.
    let inner: [Int32] = [2, 10, 30, 9, 8]
    let zones = [11, 40, 8].map { Int32($0) }
    var apart = Fixture([Self.municipalities, dimension("z", levels: [0, 1, 1, 1])])
    apart.add([(0, 2)], inner: inner)
    apart.add([(1, 1)], inner: zones)
    let unaware = try Suppressed(apart)
    #expect(unaware.report.roles[0][2] == .primary)
    #expect(unaware.report.roles[0][6] == .published && unaware.report.roles[1][1] == .published)
    var joined = Fixture([Self.municipalities, Self.zones(of: 0)])
    joined.add([(0, 2)], inner: inner)
    joined.add([(1, 1)], inner: zones)
    let aware = try Suppressed(joined)
    #expect(aware.report.roles[0][6] != .published || aware.report.roles[1][1] != .published)
    #expect(aware.knownByTrying.isEmpty)
  }

  @Test func `zones that are no sums are refused`() {
    var fixture = Fixture([Self.municipalities, Self.zones(of: 0)])
    fixture.add([(0, 2)], inner: [2, 10, 30, 9, 8])
    fixture.add([(1, 1)], inner: [12, 39, 8])
    #expect(throws: ProtectionFailure.doesNotAddUp(matrix: "m1")) {
      try fixture.protected(.suppression(SuppressionRule(threshold: 4)))
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `residents and all do not give away who is not resident`(seed: UInt64) throws {
    var fixture = Fixture([flat("s", 2), flat("r", 4), flat("u", 2)])
    var draws = Draws(seed)
    let units = (0..<40 + 2 * Int(seed)).map { _ in
      [draws.below(2), draws.skewed(4), draws.below(9) == 0 ? 1 : 0]
    }
    fixture.add([(0, 1), (1, 1)], counting: units.filter { $0[2] == 0 }, limits: [2: 1])
    fixture.add([(0, 1), (2, 1), (1, 1)], counting: units)
    let suppressed = try Suppressed(fixture)
    #expect(!suppressed.secrets.isEmpty)
    #expect(suppressed.linearlyKnown.isEmpty)
    #expect(suppressed.knownByTrying.isEmpty)
  }
}
