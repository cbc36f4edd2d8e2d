import Classifications
import Cubes
import Disclosure
import Publication
import Testing

@Suite struct LinkedMatricesTests {
  private static let region = dimension("r", levels: [0, 1, 2, 2, 2, 1, 2, 2, 1, 2, 2, 2])
  private static let country = dimension("c", levels: [0, 1, 2, 2, 1, 2, 2, 2])

  /// Age by sex by country, sex by age by region, sex by country by county: sparse and skewed.
  private static func linked(seed: UInt64, persons: Int) -> Fixture {
    var fixture = Fixture([flat("a", 3), flat("s", 2), country, region])
    var draws = Draws(seed)
    let units = (0..<persons).map { _ in
      [draws.skewed(3), draws.below(2), draws.skewed(5), draws.skewed(8)]
    }
    fixture.add([(0, 1), (1, 1), (2, 2)], counting: units)
    fixture.add([(1, 1), (0, 1), (3, 2)], counting: units)
    fixture.add([(1, 1), (2, 2), (3, 1)], counting: units)
    return fixture
  }

  /// Participants by age and sex, and by measure, age and sex, several measures a person.
  private static func measures(seed: UInt64, persons: Int) -> Fixture {
    let dimensions = [
      dimension("m", levels: [0, 1, 1, 1], totals: .counted), flat("a", 3), flat("s", 2),
    ]
    var draws = Draws(seed)
    var inner = Array(repeating: Int32(0), count: 4 * 6)
    for _ in 0..<persons {
      let group = draws.skewed(3) * 2 + draws.below(2)
      inner[group] += 1
      for measure in 1...3 where draws.below(1 + measure) == 0 || draws.below(8) > 0 && measure == 1
      {
        inner[measure * 6 + group] += 1
      }
    }
    return Fixture(dimensions, inner: inner)
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `linked matrices give nothing away to linear algebra`(seed: UInt64) throws {
    let suppressed = try Suppressed(Self.linked(seed: seed, persons: 60 + Int(seed) * 20))
    #expect(!suppressed.secrets.isEmpty)
    #expect(suppressed.linearlyKnown.isEmpty)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `the pattern of linked matrices and of measures is followed`(seed: UInt64) throws {
    for fixture in [
      Self.linked(seed: seed, persons: 150), Self.measures(seed: seed, persons: 60),
    ] {
      let first = try fixture.protected(.suppression(SuppressionRule(threshold: 4))).release
      var rule = SuppressionRule(threshold: 4)
      rule.instructions = CellInstruction.following(
        first.matrices.map { PublishedLattice($0) }, of: fixture.dimensions,
        in: fixture.dimensions, .firm)
      #expect(try fixture.protected(.suppression(rule), seed: seed &+ 9).release == first)
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `measures and those without them give nothing away`(seed: UInt64) throws {
    let suppressed = try Suppressed(Self.measures(seed: seed, persons: 20 + Int(seed) * 2))
    #expect(!suppressed.secrets.isEmpty)
    #expect(suppressed.linearlyKnown.isEmpty)
    #expect(suppressed.knownByTrying.isEmpty)
    #expect(suppressed.knownToBeSmall.isEmpty)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `regions below regions give nothing away`(seed: UInt64) throws {
    var draws = Draws(seed)
    let inner = (0..<10).map { _ in Int32(draws.skewed(9)) }
    let region = dimension("r", levels: [0, 1, 2, 2, 1, 2, 2, 2])
    let suppressed = try Suppressed(Fixture([flat("s", 2), region], inner: inner))
    #expect(suppressed.linearlyKnown.isEmpty)
    #expect(suppressed.knownByTrying.isEmpty)
    #expect(suppressed.knownToBeSmall.isEmpty)
  }

  @Test func `a group that two matrices count is hidden in both or in none`() throws {
    let suppressed = try Suppressed(Self.linked(seed: 5, persons: 300))
    for place in suppressed.knowledge.places[0].indices {
      let group = suppressed.knowledge.places[0][place]
      for other in 1...2 {
        for (index, same) in suppressed.knowledge.places[other].enumerated() where same == group {
          #expect(suppressed.report.roles[0][place] == suppressed.report.roles[other][index])
        }
      }
    }
  }

  @Test func `a measure is hidden when all but two take part in it`() throws {
    let dimensions = [dimension("m", levels: [0, 1, 1], totals: .counted), flat("s", 2)]
    // 40 men and 50 women; 38 men in the first measure, 10 in the second
    let suppressed = try Suppressed(Fixture(dimensions, inner: [40, 50, 38, 20, 10, 30]))
    let men = 1
    let firstMeasure = 3
    let roles = suppressed.report.roles[0]
    #expect(suppressed.report.primaryComplements == 1)
    #expect(roles[men] == .secondary || roles[firstMeasure + men] == .secondary)
    #expect(suppressed.linearlyKnown.isEmpty)
    #expect(suppressed.knownByTrying.isEmpty)
    // Showing what is hidden gives the two away.
    for (place, role) in roles.enumerated() where role == .secondary {
      #expect(!suppressed.showing(place: place, ofMatrix: 0).linearlyKnown.isEmpty)
    }
  }

  @Test func `matrices that give a group different counts are refused`() {
    var fixture = Fixture([flat("a", 2), flat("b", 2)])
    fixture.add([(0, 1)], inner: [5, 6])
    fixture.add([(1, 1)], inner: [5, 7])
    #expect(throws: ProtectionFailure.matricesDisagree("m0", "m1")) {
      try fixture.protected(.suppression(SuppressionRule(threshold: 4)))
    }
  }

  @Test func `a measure with more persons than there are is refused`() {
    let fixture = Fixture([dimension("m", levels: [0, 1], totals: .counted)], inner: [5, 6])
    #expect(throws: ProtectionFailure.doesNotAddUp(matrix: "m0")) {
      try fixture.protected(.suppression(SuppressionRule(threshold: 4)))
    }
  }
}
