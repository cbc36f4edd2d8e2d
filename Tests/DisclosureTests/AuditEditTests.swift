import Cubes
import Disclosure
import Publication
import Testing

/// An attack that goes on after cells are hidden and shown, beside one that begins from scratch.
@Suite struct AuditEditTests {
  /// A set that is edited, with what an attack from scratch needs.
  private struct Edited {
    let fixture: Fixture
    let knowledge: PublicKnowledge
    let zeros: ZeroTreatment
    let ratios: [PublishedRatio]
    /// A cell that can be fewer numbers is told.
    let fewest: Int
    /// For each group whether it is hidden.
    var isHidden: [Int: Bool] = [:]

    init(_ suppressed: Suppressed, _ zeros: ZeroTreatment, ratios: [PublishedRatio], fewest: Int) {
      fixture = suppressed.fixture
      knowledge = suppressed.knowledge
      self.zeros = zeros
      self.ratios = ratios
      self.fewest = fewest
      for places in knowledge.places {
        for group in places { isHidden[group] = knowledge.figures[group] == nil }
      }
    }

    var published: [PublishedLattice] {
      fixture.matrices.indices.map { index in
        PublishedLattice(
          described: fixture.described[index], counts: fixture.matrices[index].lattice,
          isHidden: knowledge.places[index].map { isHidden[$0] ?? false })
      }
    }

    func set() throws -> AuditedSet {
      try AuditedSet(
        published, dimensions: fixture.dimensions, ratios: ratios,
        zerosArePublished: zeros == .published, fewest: fewest)
    }

    /// Draws a cell that has been or can be hidden.
    func drawn(_ draws: inout Draws) -> (place: AuditedPlace, group: Int, count: Int32) {
      while true {
        let matrix = draws.below(fixture.matrices.count)
        let place = draws.below(knowledge.places[matrix].count)
        let count = fixture.matrices[matrix].lattice[place]
        if count > 0 || zeros == .protected {
          return (
            AuditedPlace(matrix: matrix, place: place), knowledge.places[matrix][place], count
          )
        }
      }
    }
  }

  private static let region = dimension("r", levels: [0, 1, 2, 2, 1, 2, 2, 2])

  /// A lattice with levels, or two that have regions in common, protected.
  private func suppressed(_ seed: UInt64, _ zeros: ZeroTreatment) throws -> Suppressed {
    var draws = Draws(seed)
    var fixture = Fixture([flat("a", 5), Self.region, flat("s", 2)])
    let units = (0..<60).map { _ in [draws.skewed(5), draws.skewed(5), draws.below(2)] }
    fixture.add([(0, 1), (1, 2)], counting: units)
    if seed % 2 == 0 { fixture.add([(1, 1), (2, 1)], counting: units) }
    var rule = SuppressionRule(threshold: 3, range: .anotherNumber)
    rule.zeros = zeros
    return try Suppressed(fixture, rule, seed: seed)
  }

  /// A lattice of so many hidden cells that they are pulled together, again after an edit.
  private func large(_ seed: UInt64) throws -> Suppressed {
    var draws = Draws(seed)
    var fixture = Fixture([flat("a", 9), Self.region, flat("s", 6)])
    let units = (0..<260).map { _ in [draws.skewed(9), draws.skewed(5), draws.below(6)] }
    fixture.add([(0, 1), (1, 2), (2, 1)], counting: units)
    return try Suppressed(fixture, SuppressionRule(threshold: 3, range: .anotherNumber), seed: seed)
  }

  /// Per cents of some counts, to no decimals.
  private func ratios(_ fixture: Fixture, _ draws: inout Draws) -> [PublishedRatio] {
    let lattice = fixture.matrices[0].lattice
    return (0..<4).compactMap { _ in
      let (part, whole) = (draws.below(lattice.count), draws.below(lattice.count))
      guard lattice[part] > 0, lattice[whole] > lattice[part] else { return nil }
      return PublishedRatio(
        of: AuditedPlace(matrix: 0, place: part), by: AuditedPlace(matrix: 0, place: whole),
        digits: Int(200 * lattice[part] + lattice[whole]) / Int(2 * lattice[whole]), decimals: 0)
    }
  }

  @Test(
    arguments: 1...24 as ClosedRange<UInt64>, [ZeroTreatment.published, .protected])
  func `after every edit all intervals are those of an attack from scratch`(
    seed: UInt64, zeros: ZeroTreatment
  ) throws {
    try expectSameAsFromScratch(try suppressed(seed, zeros), zeros, seed, edits: 14)
  }

  /// All cells that have an end are narrow, so that many columns are open after an edit.
  @Test(arguments: [1, 4, 7] as [UInt64])
  func `after every edit of a large set all intervals are those of an attack from scratch`(
    seed: UInt64
  ) throws {
    try expectSameAsFromScratch(try large(seed), .published, seed, edits: 5)
  }

  private func expectSameAsFromScratch(
    _ suppressed: Suppressed, _ zeros: ZeroTreatment, _ seed: UInt64, edits: Int
  ) throws {
    var draws = Draws(seed)
    // Narrow cells only, all that have an end, and some between.
    let fewest = [2, 1_000, 4][Int(seed % 3)]
    var edited = Edited(
      suppressed, zeros, ratios: seed % 4 == 0 ? ratios(suppressed.fixture, &draws) : [],
      fewest: fewest)
    var set = try edited.set()
    var told = 0
    for edit in 0..<edits {
      // Some edits in a row, and at first none.
      for _ in 0..<min(edit, 1 + draws.below(3)) {
        let (place, group, count) = edited.drawn(&draws)
        if edited.isHidden[group] == true {
          try set.show(place, as: count)
        } else {
          set.hide(place)
        }
        edited.isHidden[group]?.toggle()
      }
      let report = set.report()
      var other = try edited.set()
      let fromScratch = other.report()
      #expect(report.isComplete && fromScratch.isComplete)
      #expect(report.hiddenCells == fromScratch.hiddenCells)
      #expect(report.narrow.map(\.place) == fromScratch.narrow.map(\.place), "edit \(edit)")
      #expect(report.narrow.map(\.low) == fromScratch.narrow.map(\.low), "edit \(edit)")
      #expect(report.narrow.map(\.high) == fromScratch.narrow.map(\.high), "edit \(edit)")
      try expectReasons(of: report, in: edited)
      told += report.narrow.count
    }
    #expect(told > 0)
  }

  /// The published cells that a bound is said to follow from are enough for it: with no other
  /// equation but theirs the cell is not told to be anything else.
  private func expectReasons(of report: AuditReport, in edited: Edited) throws {
    for cell in report.narrow {
      for reason in cell.becauseOf {
        let group = edited.knowledge.places[reason.matrix][reason.place]
        #expect(edited.isHidden[group] == false)
      }
    }
    // One cell at a time, hidden where all that its bounds are said not to follow from is hidden.
    guard let cell = report.narrow.first, edited.ratios.isEmpty else { return }
    var bare = edited
    let reasons = Set(cell.becauseOf.map { edited.knowledge.places[$0.matrix][$0.place] })
    for (matrix, places) in edited.knowledge.places.enumerated() {
      for (place, group) in places.enumerated() where !reasons.contains(group) {
        let isZero = edited.fixture.matrices[matrix].lattice[place] == 0
        bare.isHidden[group] = !isZero || edited.zeros == .protected
      }
    }
    var set = try bare.set()
    let same = try #require(set.report().narrow.first { $0.place == cell.place })
    #expect(same.low == cell.low && same.high == cell.high)
  }

  @Test func `after an edit little is attacked again`() throws {
    let suppressed = try suppressed(2, .published)
    let edited = Edited(suppressed, .published, ratios: [], fewest: 1_000)
    var set = try edited.set()
    let programs = set.report().programs
    #expect(programs > 20)
    #expect(set.report().programs == 0)
    let hidden = try #require(suppressed.report.hidden.first { $0.role == .secondary })
    try set.show(hidden.place, as: Int32(hidden.count))
    #expect(set.report().programs < programs)
    set.hide(hidden.place)
    #expect(set.report().programs < programs)
  }

  @Test func `a figure that does not fit is refused, and the set is as it was`() throws {
    let dimension = flat("a", 3)
    var set = try AuditedSet(
      [
        PublishedLattice(
          described: Fixture([dimension], inner: [1, 1, 8]).described[0], counts: [10, 0, 0, 8],
          isHidden: [false, true, true, false])
      ], dimensions: [dimension], zerosArePublished: false, fewest: 5)
    let before = set.report()
    #expect(before.narrow.map(\.low) == [0, 0] && before.narrow.map(\.high) == [2, 2])
    try set.show(AuditedPlace(matrix: 0, place: 1), as: 1)
    #expect(set.report().narrow.map(\.low) == [1])
    #expect(throws: ProtectionFailure.doesNotAddUp(matrix: "m0")) {
      try set.show(AuditedPlace(matrix: 0, place: 2), as: 2)
    }
    #expect(set.report().narrow.map(\.low) == [1])
    set.hide(AuditedPlace(matrix: 0, place: 1))
    let after = set.report()
    #expect(after.narrow.map(\.low) == [0, 0] && after.narrow.map(\.high) == [2, 2])
    // A figure that contradicts the others while something is hidden is told by the attack.
    try set.show(AuditedPlace(matrix: 0, place: 1), as: 3)
    #expect(!set.report().isComplete)
    set.hide(AuditedPlace(matrix: 0, place: 1))
    #expect(set.report().narrow.map(\.high) == [2, 2])
  }
}
