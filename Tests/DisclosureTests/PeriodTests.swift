import Classifications
import Cubes
import Disclosure
import Publication
import Testing

/// A statistic of two linked matrices over years, groups and sexes.
private struct Series {
  static let groups = flat("g", 5)
  static let sexes = flat("s", 2)

  /// Counts of a year: drawn from the year alone.
  private static func counts(_ year: String, _ count: Int) -> [Int32] {
    var draws = Draws(UInt64(year.utf8.reduce(0) { $0 * 31 + Int($1) }))
    return (0..<count).map { _ in Int32(draws.skewed(30)) }
  }

  static func years(_ codes: [String]) -> Publication.Dimension {
    Publication.Dimension(
      id: "year", label: Label("year"),
      hierarchy: Hierarchy(
        id: "years", levelLabels: [Label("All"), Label("Year")],
        nodes: [(Category(code: "all", label: Label("all")), 0)]
          + codes.map { (Category(code: $0, label: Label($0)), 1) }),
      totals: .none)
  }

  /// Groups by sexes and groups alone, the years first or last.
  static func fixture(_ codes: [String], yearsFirst: Bool) -> Fixture {
    var fixture = Fixture([years(codes), groups, sexes])
    let detailed = codes.map { counts($0, 10) }
    let coarse = detailed.map { counts in (0..<5).map { counts[2 * $0] + counts[2 * $0 + 1] } }
    func inner(_ years: [[Int32]]) -> [Int32] {
      guard !yearsFirst, let count = years.first?.count else { return years.flatMap(\.self) }
      return (0..<count).flatMap { cell in years.map { $0[cell] } }
    }
    func axes(_ dimensions: [Int]) -> [(dimension: Int, depth: Int)] {
      (yearsFirst ? [0] + dimensions : dimensions + [0]).map { ($0, 1) }
    }
    fixture.add(axes([1, 2]), inner: inner(detailed))
    fixture.add(axes([1]), inner: inner(coarse))
    return fixture
  }

  /// The figures of one year, matrix after matrix, groups slowest.
  static func figures(_ release: Release, year: Int, yearsFirst: Bool) -> [Figure] {
    let extents = [[6, 3], [6]]
    return zip(release.matrices, extents).flatMap { matrix, extents in
      combinations(extents.map { Array(0..<$0) }).map {
        matrix.figure(at: yearsFirst ? [year] + $0 : $0 + [year])
      }
    }
  }
}

@Suite struct PeriodTests {
  private static let policies: [Policy] = [
    .smallCountRounding(base: 3, sweeps: 25), .suppression(SuppressionRule(threshold: 4)),
  ]

  @Test(arguments: [true, false])
  func `a year is suppressed alike whichever other years there are`(yearsFirst: Bool) throws {
    let policy = Policy.suppression(SuppressionRule(threshold: 4))
    let all = (2015...2022).map(String.init)
    let together = try Series.fixture(all, yearsFirst: yearsFirst).protected(policy, lanes: 2)
    for (position, code) in all.enumerated() {
      for others in [[code], [code, "2022"], ["2015", code]] where Set(others).count == others.count
      {
        let alone = try Series.fixture(others, yearsFirst: yearsFirst).protected(policy)
        let year = 1 + (others.firstIndex(of: code) ?? 0)
        #expect(
          Series.figures(alone.release, year: year, yearsFirst: yearsFirst)
            == Series.figures(together.release, year: 1 + position, yearsFirst: yearsFirst),
          "\(code) with \(others)")
      }
    }
  }

  @Test(arguments: policies, [true, false])
  func `there is no figure over all years`(policy: Policy, yearsFirst: Bool) throws {
    let fixture = Series.fixture(["2020", "2021"], yearsFirst: yearsFirst)
    let release = try fixture.protected(policy).release
    let roots = Series.figures(release, year: 0, yearsFirst: yearsFirst)
    #expect(roots.allSatisfy { $0 == .symbol(.notApplicable) })
    for year in 1...2 {
      let figures = Series.figures(release, year: year, yearsFirst: yearsFirst)
      #expect(figures.allSatisfy { $0.status != .notApplicable })
    }
  }

  @Test func `within a year every matrix of the year is protected together`() throws {
    let fixture = Series.fixture(["2020", "2021", "2022"], yearsFirst: true)
    let suppressed = try Suppressed(fixture)
    for year in 1...3 {
      for group in 0...5 {
        #expect(
          suppressed.release.matrices[0].figure(at: [year, group, 0])
            == suppressed.release.matrices[1].figure(at: [year, group]))
      }
    }
    #expect(suppressed.report.primaryCells > 0)
    let hidden = suppressed.report.roles.map { $0.count { $0 != .published } }
    #expect(hidden == suppressed.release.matrices.map(\.suppressedCount))
  }

  @Test func `a group that is published in one year may be hidden in another`() throws {
    let inner: [Int32] = [2, 9, 2, 9, 9]
    func release(_ published: [PublishedGroup]) throws -> Release {
      try Fixture([Series.years(["2021", "2022"]), Series.groups], inner: inner + inner)
        .protected(.suppression(SuppressionRule(threshold: 4, published: published))).release
    }
    let matrix = try release([PublishedGroup([1, 1], count: 2)]).matrices[0]
    #expect(matrix.figure(at: [1, 1]) == .count(2))
    #expect(matrix.figure(at: [2, 1]) == .symbol(.suppressed))
    #expect(try release([]).matrices[0].figure(at: [1, 1]) == .symbol(.suppressed))
    // Other registers than those published, or no count that would make a small one public.
    for count in [3, nil] {
      let matrix = try release([PublishedGroup([1, 1], count: count)]).matrices[0]
      #expect(matrix.figure(at: [1, 1]) == .symbol(.suppressed))
    }
  }

  @Test func `a region has no figure in a year in which it is not in force`() throws {
    let regions = Publication.Dimension(
      id: "region", label: Label("region"),
      hierarchy: Hierarchy(
        id: "regions", levelLabels: [Label("All"), Label("Region")],
        nodes: [
          (Category(code: "0", label: Label("all")), 0),
          (region("a", until: "2020-01-01"), 1), (region("b", from: "2020-01-01"), 1),
          (region("c"), 1),
        ]))
    func fixture(_ inner: [Int32]) -> Fixture {
      Fixture([Series.years(["2019", "2020"]), regions], inner: inner)
    }
    let policy = Policy.smallCountRounding(base: 3, sweeps: 5)
    let matrix = try fixture([9, 0, 6, 0, 9, 6]).protected(policy).release.matrices[0]
    let shown = combinations([[1, 2], [0, 1, 2, 3]]).map(matrix.figure(at:))
    let never = Figure.symbol(.notApplicable)
    #expect(
      shown == [.count(15), .count(9), never, .count(6), .count(15), never, .count(9), .count(6)])
    #expect(throws: ProtectionFailure.countWhereNoneCanOccur(matrix: "m0")) {
      try fixture([9, 1, 6, 0, 9, 6]).protected(policy)
    }
  }

  private func region(_ code: String, from: String? = nil, until: String? = nil) -> Category {
    Category(code: code, label: Label(code), validity: Validity(from: from, until: until))
  }

  @Test func `a year for which nothing was collected is missing and not nil`() throws {
    var fixture = Fixture([Series.years(["2021", "2022"]), flat("a", 2)])
    fixture.add([(0, 1), (1, 1)], inner: [0, 0, 5, 6], missingPeriods: ["2021"])
    let matrix = try fixture.protected(.smallCountRounding(base: 3, sweeps: 5)).release.matrices[0]
    #expect((0...2).allSatisfy { matrix.figure(at: [1, $0]) == .symbol(.missing) })
    #expect(matrix.figure(at: [2, 0]) == .count(11))
    #expect(matrix.figure(at: [0, 0]) == .symbol(.notApplicable))
  }
}
