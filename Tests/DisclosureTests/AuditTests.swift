import Cubes
import Disclosure
import Publication
import Testing

/// The attack on a published set, beside trying all tables and beside linear algebra.
@Suite struct AuditTests {
  private func audited(_ suppressed: Suppressed, fewest: Int) throws -> AuditReport {
    try audit(
      suppressed.release.matrices.map { PublishedLattice($0) },
      dimensions: suppressed.fixture.dimensions, zerosArePublished: true, fewest: fewest)
  }

  /// The same release with secondary cells shown that are drawn by lot.
  private func broken(_ suppressed: Suppressed, _ draws: inout Draws) -> Suppressed {
    var broken = suppressed
    for (place, role) in suppressed.report.roles[0].enumerated()
    where role == .secondary && draws.below(3) == 0 {
      broken = broken.showing(place: place, ofMatrix: 0)
    }
    return broken
  }

  /// In two dimensions the bounds of linear programs are whole numbers, so that trying finds them.
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `every interval of a table of two dimensions is the one that trying finds`(
    seed: UInt64
  ) throws {
    var draws = Draws(seed)
    let inner = (0..<6).map { _ in Int32(draws.skewed(7)) }
    let whole = try Suppressed(Fixture([flat("a", 2), flat("b", 3)], inner: inner), seed: seed)
    for suppressed in [whole, broken(whole, &draws)] {
      let highest = Int(suppressed.fixture.matrices[0].lattice.max() ?? 0) + 6
      let attacker = WholeNumberAttacker(suppressed.knowledge, highest: highest)
      let farther = WholeNumberAttacker(suppressed.knowledge, highest: highest + 3)
      let report = try audited(suppressed, fewest: highest)
      #expect(report.isComplete)
      for cell in report.narrow {
        let group = suppressed.knowledge.places[0][cell.place.place]
        let range = try #require(attacker.range(of: group))
        #expect(cell.low == range.lowerBound)
        if let high = cell.high { #expect(high == range.upperBound) }
      }
      let told = Set(report.narrow.map(\.place.place))
      for (place, group) in suppressed.knowledge.places[0].enumerated()
      where suppressed.knowledge.figures[group] == nil {
        let range = try #require(attacker.range(of: group))
        // What nothing bounds grows when greater numbers are tried.
        let wider = try #require(farther.range(of: group))
        #expect(told.contains(place) || wider.upperBound > range.upperBound, "\(place)")
      }
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `what linear algebra tells is told, and no secret of ours is`(seed: UInt64) throws {
    var draws = Draws(seed)
    let region = dimension("r", levels: [0, 1, 2, 2, 1, 2, 2, 2])
    let inner = (0..<2 * 3 * 5).map { _ in Int32(draws.skewed(10)) }
    let whole = try Suppressed(
      Fixture([flat("s", 2), flat("a", 3), region], inner: inner), seed: seed)
    for suppressed in [whole, broken(whole, &draws)] {
      let report = try audited(suppressed, fewest: 2)
      #expect(report.isComplete)
      let known = Set(
        report.narrow.filter(\.isKnown).map { suppressed.knowledge.places[0][$0.place.place] })
      let determined = LinearAttacker.determined(by: suppressed.knowledge)
      #expect(determined.isSubset(of: known))
      let lattice = suppressed.fixture.matrices[0].lattice
      for cell in report.narrow where cell.isKnown {
        #expect(cell.low == Int(lattice[cell.place.place]))
      }
    }
    let secrets = Set(whole.secrets.keys)
    let told = try audited(whole, fewest: 2).narrow
    #expect(!told.contains { secrets.contains(whole.knowledge.places[0][$0.place.place]) })
  }

  @Test func `a cell that is shown after all is among those that give others away`() throws {
    let suppressed = try Suppressed(
      Fixture([flat("a", 2), flat("b", 2)], inner: [12, 2, 9, 15]))
    #expect(try audited(suppressed, fewest: 2).narrow.isEmpty)
    for (place, role) in suppressed.report.roles[0].enumerated() where role == .secondary {
      let report = try audited(suppressed.showing(place: place, ofMatrix: 0), fewest: 2)
      #expect(report.narrow.count == 3)
      #expect(report.narrow.filter(\.isKnown).count == 3)
      #expect(
        report.narrow.contains { cell in cell.becauseOf.contains { $0.place == place } })
    }
  }

  @Test func `ones under a published total of ones are known though linear algebra is content`()
    throws
  {
    let dimension = flat("a", 3)
    let published = PublishedLattice(
      described: Fixture([dimension], inner: [1, 1, 8]).described[0], counts: [10, 0, 0, 8],
      isHidden: [false, true, true, false])
    let report = try audit(
      [published], dimensions: [dimension], zerosArePublished: true, fewest: 2)
    #expect(report.narrow.map(\.low) == [1, 1])
    let withZeros = try audit(
      [published], dimensions: [dimension], zerosArePublished: false, fewest: 2)
    #expect(withZeros.narrow.isEmpty)
  }

  @Test func `figures that contradict each other are refused`() throws {
    let dimension = flat("a", 2)
    let published = PublishedLattice(
      described: Fixture([dimension], inner: [4, 5]).described[0], counts: [10, 4, 5],
      isHidden: [false, false, false])
    #expect(throws: ProtectionFailure.doesNotAddUp(matrix: "m0")) {
      try audit([published], dimensions: [dimension], zerosArePublished: true, fewest: 2)
    }
  }
}
