import Classifications
import Cubes
import Disclosure
import Publication
import Testing

/// What a rule may say beside a threshold: zeros, dimensions with thresholds of their own, groups
/// that are shown, hidden or dear.
@Suite struct PolicyTests {
  private static func rule(_ change: (inout SuppressionRule) -> Void) -> SuppressionRule {
    var rule = SuppressionRule(threshold: 4)
    change(&rule)
    return rule
  }

  private static func drawn(_ dimensions: [Publication.Dimension], seed: UInt64) -> Fixture {
    var draws = Draws(seed)
    let count = dimensions.reduce(1) { $0 * $1.hierarchy.leaves.count }
    return Fixture(dimensions, inner: (0..<count).map { _ in Int32(draws.skewed(14)) })
  }

  private static let region = dimension("r", levels: [0, 1, 2, 2, 1, 2, 2, 2])

  // MARK: Zeros

  private static let withZeros = rule { $0.zeros = .protected }

  @Test func `no table of two by two gives anything away when zeros are protected`() throws {
    for inner in combinations(Array(repeating: Array(Int32(0)...4), count: 4)) {
      let fixture = Fixture([flat("a", 2), flat("b", 2)], inner: inner)
      let released = try Suppressed(fixture, Self.withZeros)
      #expect(released.linearlyKnown.isEmpty, "\(inner)")
      #expect(released.knownByTrying.isEmpty, "\(inner)")
      #expect(released.knownToBeSmall.isEmpty, "\(inner)")
    }
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `protected zeros are hidden and can be more, with levels too`(seed: UInt64) throws {
    let fixture = Self.drawn([flat("a", 3), Self.region, flat("s", 2)], seed: seed)
    let released = try Suppressed(fixture, Self.withZeros, seed: seed)
    #expect(released.secrets.values.contains(0))
    #expect(released.linearlyKnown.isEmpty)
    let report = try audit(
      released.release.matrices.map { PublishedLattice($0) }, dimensions: fixture.dimensions,
      zerosArePublished: false, fewest: 4)
    #expect(report.isComplete)
    let places = Set(report.narrow.map(\.place.place))
    for (place, group) in released.knowledge.places[0].enumerated()
    where released.secrets[group] != nil { #expect(!places.contains(place)) }
  }

  @Test func `what can have nobody is shown as such when zeros are protected`() throws {
    // Nobody can have the second value: each first one is its total.
    let fixture = Fixture(
      [flat("a", 2), dimension("b", levels: [0, 1, 1, 1], notApplicable: ["b-2"])],
      inner: [9, 0, 0, 0, 0, 8])
    let (release, report) = try fixture.protected(.suppression(Self.withZeros))
    for a in 0...2 { #expect(release.matrices[0].figure(at: [a, 2]) == .symbol(.notApplicable)) }
    #expect(release.matrices[0].figure(at: [1, 3]) == .symbol(.suppressed))
    #expect(try #require(report.suppression).primaryCells == 2)
  }

  @Test func `where all parts can have nobody the whole is known to be empty`() throws {
    let fixture = Fixture(
      [dimension("b", levels: [0, 1, 2, 2, 1, 1], notApplicable: ["b-2", "b-3"])],
      inner: [0, 0, 2, 9])
    let (release, _) = try fixture.protected(.suppression(Self.withZeros))
    #expect(release.matrices[0].figure(at: [1]) == .count(0))
    #expect(release.matrices[0].figure(at: [4]) == .symbol(.suppressed))
    #expect(release.matrices[0].figure(at: [5]) == .symbol(.suppressed))
  }

  // MARK: Thresholds by dimension

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `each group is hidden below the largest threshold of what it goes by`(seed: UInt64) throws {
    var fixture = Fixture([flat("a", 3), Self.region, flat("s", 2)])
    var draws = Draws(seed)
    let units = (0..<120).map { _ in [draws.skewed(3), draws.skewed(5), draws.below(2)] }
    fixture.add([(0, 1), (1, 2)], counting: units)
    fixture.add([(1, 1), (2, 1)], counting: units)
    let rule = Self.rule { $0.thresholds = [1: 6, 2: 9] }
    let (release, report) = try fixture.protected(.suppression(rule), seed: seed)
    let suppression = try #require(report.suppression)
    for (index, matrix) in fixture.matrices.enumerated() {
      let axes = fixture.described[index].axes
      let groups = combinations(matrix.axes.map { Array($0.hierarchy.categories.indices) })
      for (place, group) in groups.enumerated() {
        let dimensions = zip(axes, group).filter { $0.1 > 0 }.map(\.0.dimension)
        let threshold = dimensions.contains(2) ? 9 : dimensions.contains(1) ? 6 : 4
        let count = Int(matrix.lattice[place])
        #expect(
          (suppression.roles[index][place] == .primary) == (count > 0 && count < threshold))
        guard suppression.roles[index][place] == .primary else { continue }
        let hidden = suppression.hidden.first {
          $0.place.matrix == index && $0.place.place == place
        }
        // The first matrix that has a group reports it.
        if let hidden {
          #expect(hidden.count == count && hidden.high >= threshold)
        } else {
          #expect(index == 1)
        }
      }
    }
    let audited = try audit(
      release.matrices.map { PublishedLattice($0) }, dimensions: fixture.dimensions,
      zerosArePublished: true, fewest: 2)
    let narrow = audited.narrow.map { suppression.roles[$0.place.matrix][$0.place.place] }
    #expect(audited.isComplete && !narrow.contains(.primary))
  }

  @Test func `who is not in a measure is hidden below the threshold of the measure`() throws {
    // Two of twelve are not in the measure.
    let fixture = Fixture(
      [flat("a", 2), dimension("m", levels: [0, 1, 1], totals: .counted)],
      inner: [12, 7, 6, 30, 15, 14])
    func complements(_ rule: SuppressionRule) throws -> Int {
      try #require(try fixture.protected(.suppression(rule)).report.suppression).primaryComplements
    }
    #expect(try complements(Self.rule { _ in }) == 0)
    #expect(try complements(Self.rule { $0.thresholds = [0: 6] }) == 1)
    #expect(try complements(Self.rule { $0.thresholds = [1: 7] }) == 2)
  }

  // MARK: Instructions

  private static let square = Fixture(
    [flat("a", 3), flat("b", 3)], inner: [2, 9, 9, 8, 9, 9, 9, 9, 7])

  private func roles(_ fixture: Fixture, _ rule: SuppressionRule) throws -> [CellRole] {
    try #require(try fixture.protected(.suppression(rule)).report.suppression).roles[0]
  }

  @Test func `a small group that is shown by instruction is public`() throws {
    let rule = Self.rule { $0.instructions = [CellInstruction([1, 1], .show)] }
    let (release, report) = try Self.square.protected(.suppression(rule))
    #expect(release.matrices[0].figure(at: [1, 1]) == .count(2))
    #expect(try #require(report.suppression).forcedPrimaries == 1)
    #expect(release.matrices[0].suppressedCount == 0)
  }

  @Test func `what a group that is shown gives away is hidden or no release is made`() throws {
    // 3 and 1 under 4: one of them shown gives the other away while the total is shown.
    let row = Fixture([flat("a", 2)], inner: [3, 1])
    let shown = Self.rule { $0.instructions = [CellInstruction([1], .show)] }
    let (release, report) = try row.protected(.suppression(shown))
    #expect(release.matrices[0].figure(at: [0]) == .symbol(.suppressed))
    #expect(try #require(report.suppression).forcedPrimaries == 1)
    let both = Self.rule {
      $0.instructions = [CellInstruction([1], .show), CellInstruction([0], .show)]
    }
    #expect(throws: ProtectionFailure.outOfReach(cells: 1)) {
      try row.protected(.suppression(both))
    }
  }

  @Test func `a group that is shown unless small follows its count`() throws {
    for (count, role) in [(2, CellRole.primary), (5, .published)] as [(Int32, CellRole)] {
      let fixture = Fixture([flat("a", 3)], inner: [count, 2, 9])
      let rule = Self.rule { $0.instructions = [CellInstruction([1], .showUnlessSmall)] }
      #expect(try roles(fixture, rule)[1] == role)
      // Without it the smaller neighbour is the one to hide.
      if count == 5 { #expect(try roles(fixture, Self.rule { _ in })[1] == .secondary) }
    }
  }

  @Test func `a group that is hidden by instruction cannot be told`() throws {
    let fixture = Fixture([flat("a", 3), flat("b", 3)], inner: Array(repeating: 20, count: 9))
    let rule = Self.rule { $0.instructions = [CellInstruction([1, 1], .hide)] }
    let (release, report) = try fixture.protected(.suppression(rule))
    #expect(release.matrices[0].figure(at: [1, 1]) == .symbol(.suppressed))
    let suppression = try #require(report.suppression)
    #expect(suppression.primaryCells == 1)
    #expect(suppression.secondaryCells == 3)
    let report2 = try audit(
      [PublishedLattice(release.matrices[0])], dimensions: fixture.dimensions,
      zerosArePublished: true, fewest: 2)
    #expect(report2.narrow.isEmpty && report2.hiddenCells == 4)
  }

  @Test func `the later instruction counts`() throws {
    let orders: [(CellInstruction.Order, CellRole)] = [
      (.show, .published), (.hide, .primary), (.showUnlessSmall, .primary),
      (.keepHidden, .primary),
    ]
    for (first, _) in orders {
      for (last, role) in orders {
        let rule = Self.rule {
          $0.instructions = [CellInstruction([1, 1], first), CellInstruction([1, 1], last)]
        }
        #expect(try roles(Self.square, rule)[4 + 1] == role)
      }
    }
  }

  @Test func `what is dear to hide is hidden last`() throws {
    let fixture = Fixture([flat("a", 4)], inner: [2, 9, 8, 20])
    #expect(try roles(fixture, Self.rule { _ in })[3] == .secondary)
    let dear = Self.rule { $0.instructions = [CellInstruction([3], .cost(1_000))] }
    #expect(try roles(fixture, dear) == [.published, .primary, .secondary, .published, .published])
    let cheap = Self.rule { $0.instructions = [CellInstruction([4], .cost(1))] }
    #expect(try roles(fixture, cheap)[4] == .secondary)
  }

  @Test func `few large cells are hidden where cells are counted, many small ones else`() throws {
    // The 2 goes round three small corners of six, or round four corners of which one is large.
    let fixture = Fixture(
      [flat("a", 3), flat("b", 3)],
      inner: [2, 9, 9_000_000, 9_000_000, 9, 9, 9, 9_000_000, 9])
    for (cost, secondary) in [(HidingCost.cells, 3), (.information, 5)] {
      let roles = try roles(fixture, Self.rule { $0.cost = cost })
      #expect(roles.count { $0 == .secondary } == secondary)
    }
  }

  // MARK: Following an earlier pattern

  /// Cells of `again` that are hidden now and were shown before.
  private func newlyHidden(_ again: Release, since first: Release) -> Int {
    (0..<again.matrices[0].cellCount).count {
      again.matrices[0].figure(atCell: $0).status == .suppressed
        && first.matrices[0].figure(atCell: $0).status == .published
    }
  }

  @Test func `figures that are published again have the same pattern`() throws {
    let dimensions = [flat("a", 3), Self.region, flat("s", 2)]
    var (followed, drawnAnew) = (0, 0)
    for seed in 1...8 as ClosedRange<UInt64> {
      let fixture = Self.drawn(dimensions, seed: seed)
      let first = try fixture.protected(.suppression(Self.rule { _ in }), seed: seed).release
      func again(_ freezing: Freezing?) throws -> Release {
        let rule = Self.rule { rule in
          rule.instructions =
            freezing.map {
              CellInstruction.following(
                first.matrices.map { PublishedLattice($0) }, of: dimensions, in: dimensions, $0)
            } ?? []
        }
        return try fixture.protected(.suppression(rule), seed: seed &+ 7).release
      }
      #expect(try again(.firm) == first)
      followed += newlyHidden(try again(.preferred), since: first)
      drawnAnew += newlyHidden(try again(nil), since: first)
    }
    #expect(followed < drawnAnew, "\(followed) and \(drawnAnew)")
  }

  @Test func `a group that stays hidden may be found out, and helps others`() throws {
    let fixture = Fixture([flat("a", 4)], inner: [2, 9, 8, 20])
    let alone = Fixture([flat("a", 4)], inner: [12, 9, 8, 20])
    let rule = Self.rule { $0.instructions = [CellInstruction([4], .keepHidden)] }
    #expect(
      try roles(fixture, rule) == [.published, .primary, .published, .published, .secondary])
    #expect(
      try roles(alone, rule) == [.published, .published, .published, .published, .secondary])
  }

  @Test func `a new small count is hidden though it was shown, and what was hidden stays hidden`()
    throws
  {
    let dimensions = [flat("a", 4), flat("b", 4)]
    let inner: [Int32] = [2, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9]
    let first = try Fixture(dimensions, inner: inner).protected(
      .suppression(Self.rule { _ in })
    ).release
    var changed = inner
    changed[0] = 12
    changed[15] = 3
    let following = CellInstruction.following(
      first.matrices.map { PublishedLattice($0) }, of: dimensions, in: dimensions, .preferred)
    let second = try Fixture(dimensions, inner: changed).protected(
      .suppression(Self.rule { $0.instructions = following })
    ).release
    #expect(second.matrices[0].figure(at: [4, 4]) == .symbol(.suppressed))
    let firm = CellInstruction.following(
      first.matrices.map { PublishedLattice($0) }, of: dimensions, in: dimensions, .firm)
    // All that was shown stays shown: nothing is left to protect the new one.
    #expect(throws: ProtectionFailure.outOfReach(cells: 1)) {
      try Fixture(dimensions, inner: changed).protected(
        .suppression(Self.rule { $0.instructions = firm }))
    }
  }

  @Test func `a pattern is followed from one period to the next, by codes`() throws {
    func years(_ codes: Int) -> Publication.Dimension {
      dimension("y", levels: [0] + Array(repeating: 1, count: codes), totals: .none)
    }
    let table: [Int32] = [2, 20, 20, 20, 20, 20, 20, 20, 20]
    let earlier = Fixture([years(1), flat("a", 3), flat("b", 3)], inner: table)
    let first = try earlier.protected(.suppression(Self.rule { _ in }), seed: 5).release
    // The second year has another small count in the same row; regions stand in another order.
    let dimensions = [flat("b", 3), years(2), flat("a", 3)]
    let second: [Int32] = [3, 20, 20, 20, 20, 20, 20, 20, 20]
    // Row-major over b, y, a.
    var inner: [Int32] = []
    for b in 0..<3 {
      for year in [table, second] { for a in 0..<3 { inner.append(year[3 * a + b]) } }
    }
    let following = CellInstruction.following(
      first.matrices.map { PublishedLattice($0) }, of: earlier.dimensions, in: dimensions,
      .preferred, periods: ["y-1": "y-2"])
    for seed in 1...5 as ClosedRange<UInt64> {
      let release = try Fixture(dimensions, inner: inner).protected(
        .suppression(Self.rule { $0.instructions = following }), seed: seed
      ).release
      for (a, b) in combinations([[0, 1, 2, 3], [0, 1, 2, 3]]).map({ ($0[0], $0[1]) }) {
        #expect(
          release.matrices[0].figure(at: [b, 2, a]).status
            == first.matrices[0].figure(at: [1, a, b]).status)
      }
    }
  }
}
