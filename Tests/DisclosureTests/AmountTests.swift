import Classifications
import Cubes
import Disclosure
import Publication
import Testing

/// Rules of amounts: no sum of fewer than four units, none that one unit dominates, none that gives
/// another away.
@Suite struct AmountTests {
  /// A lattice cell of an inner table: its true units' amounts.
  private static func amounts(_ fixture: AmountFixture, at place: [Int]) -> [Int] {
    fixture.units
      .filter { unit in zip(place, unit.values).allSatisfy { $0 == 0 || $0 == $1 + 1 } }
      .map(\.amount)
  }

  /// Whether the rule forbids the sum of these amounts; written anew, from the sentence.
  static func isForbidden(_ amounts: [Int]) -> Bool {
    let contributing = amounts.filter { $0 != 0 }.map { abs($0) }
    if contributing.isEmpty { return false }
    if contributing.count < 4 { return true }
    return 2 * (contributing.max() ?? 0) > contributing.reduce(0, +)
  }

  /// What is wrong with the release of a table; empty when it is safe.
  static func faults(
    _ fixture: AmountFixture, _ policy: Policy = AmountFixture.hidden, seed: UInt64 = 1
  ) throws -> [String] {
    let (release, _) = try fixture.protected(policy, seed: seed)
    let knowledge = AmountKnowledge(release)
    let determined = knowledge.determined
    let extents = fixture.dimensions.map { Array(0..<$0.hierarchy.count) }
    var faults: [String] = []
    for (cell, place) in combinations(extents).enumerated() {
      let amounts = amounts(fixture, at: place)
      let shown = knowledge.figures[cell]
      if let shown, shown != amounts.reduce(0, +) { faults.append("\(place) is wrong") }
      if isForbidden(amounts) {
        if shown != nil { faults.append("\(place) is shown") }
        if determined.contains(cell) { faults.append("\(place) is determined") }
      }
      let count = release.matrices[0].figure(at: place)
      if count.status == .suppressed, shown != nil {
        faults.append("\(place) has a sum beside a hidden count")
      }
    }
    // The hidden parts of a published total are public together.
    let all = combinations(extents)
    for equation in knowledge.equations where knowledge.figures[equation.total] != nil {
      let hidden = equation.parts.filter { knowledge.figures[$0] == nil }
      if isForbidden(hidden.flatMap { Self.amounts(fixture, at: all[$0]) }) {
        faults.append("the hidden parts of \(all[equation.total]) are known together")
      }
    }
    return faults
  }

  /// Amounts of 0 to 4 units, alike and dominated by one.
  private static let patterns: [[Int]] = [
    [], [10], [10, 11], [10, 11, 12], [10, 11, 12, 13], [90, 1], [90, 1, 2], [90, 1, 2, 3],
  ]

  @Test func `no sum of two by two cells is given away, whatever the counts and who dominates`()
    throws
  {
    for cells in combinations(Array(repeating: Self.patterns, count: 4)) {
      let faults = try Self.faults(AmountFixture([2, 2], cells: cells))
      #expect(faults.isEmpty, "\(cells): \(faults)")
    }
  }

  /// By the simplex method of the tests' own: nobody can tell a sum that must not be shown more
  /// closely than a fifth.
  @Test func `no forbidden sum of two by two cells is known within a fifth`() throws {
    let patterns = [[], [10], [40, 41, 42], [10, 11, 12, 13], [90, 1, 2, 3]]
    for cells in combinations(Array(repeating: patterns, count: 4)) {
      let fixture = AmountFixture([2, 2], cells: cells)
      let knowledge = AmountKnowledge(try fixture.protected().release)
      let interval = ExactInterval(knowledge)
      for (cell, place) in combinations([[0, 1, 2], [0, 1, 2]]).enumerated() {
        let amounts = Self.amounts(fixture, at: place)
        guard Self.isForbidden(amounts), knowledge.figures[cell] == nil else { continue }
        let sum = amounts.reduce(0, +)
        let range = try #require(interval.range(of: cell))
        let below = Ratio(5 * sum) - Ratio(5) * range.low
        let above = range.high.map { Ratio(5) * $0 - Ratio(5 * sum) }
        let isFar = above.map { ($0 - Ratio(sum)).numerator >= 0 } ?? true
        #expect(
          isFar || (below - Ratio(sum)).numerator >= 0, "\(cells) at \(place): \(range)")
      }
    }
  }

  /// Every table up to the order of its rows and columns.
  @Test func `no sum of two by three cells is given away, whatever the counts and who dominates`()
    throws
  {
    let patterns = [[], [10], [10, 11], [10, 11, 12], [10, 11, 12, 13], [90, 1, 2, 3]]
    let columns = combinations(Array(repeating: Array(patterns.indices), count: 2))
      .map { $0[0] * patterns.count + $0[1] }
    for chosen in combinations(Array(repeating: columns, count: 3)) where chosen == chosen.sorted()
    {
      let rows = [
        chosen.map { $0 / patterns.count }, chosen.map { $0 % patterns.count },
      ]
      // The other order of the rows comes by itself.
      let other = zip(rows[1], rows[0]).map { $0 * patterns.count + $1 }.sorted()
      if other.lexicographicallyPrecedes(chosen) { continue }
      let faults = try Self.faults(
        AmountFixture([2, 3], cells: (rows[0] + rows[1]).map { patterns[$0] }))
      #expect(faults.isEmpty, "\(rows): \(faults)")
    }
  }

  @Test func `a sum of three units is hidden and one of four is shown`() throws {
    let many = Array(repeating: 10, count: 30)
    let three = AmountFixture([3], cells: [[10, 11, 12], many, many])
    let (release, report) = try three.protected()
    #expect(release.matrices[1].figure(at: [1]) == .symbol(.suppressed))
    #expect(try #require(report.amounts).roles[1][1] == .primary)
    let four = AmountFixture([3], cells: [[10, 11, 12, 13], many, many])
    #expect(try four.protected().release.matrices[1].figure(at: [1]) == .count(46))
  }

  @Test func `units whose amount is 0 do not count as four`() throws {
    let many = Array(repeating: 10, count: 30)
    let fixture = AmountFixture([3], cells: [[10, 11, 12, 0, 0, 0, 0], many, many])
    let roles = try #require(try fixture.protected().report.amounts).roles[1]
    #expect(roles[1] == .primary)
  }

  @Test func `one unit may have half of a sum and not more`() throws {
    let many = Array(repeating: 10, count: 30)
    for (largest, role) in [(30, CellRole.published), (31, .primary)] {
      let fixture = AmountFixture([3], cells: [[largest, 10, 10, 10], many, many])
      let (release, report) = try fixture.protected()
      #expect(try #require(report.amounts).roles[1][1] == role)
      #expect(release.matrices[0].figure(at: [1]) == .count(4), "its count is shown")
    }
  }

  @Test func `a debt dominates as well as a fortune`() throws {
    let many = Array(repeating: 10, count: 30)
    var fixture = AmountFixture([3], cells: [[-90, 10, 20, 30], many, many])
    fixture.canBeNegative = true
    let roles = try #require(try fixture.protected().report.amounts).roles[1]
    #expect(roles[1] == .primary)
  }

  @Test func `the share that dominates is a parameter`() throws {
    let many = Array(repeating: 10, count: 30)
    var rule = AmountRule()
    rule.dominance = [Dominance(units: 1, share: 80)]
    let fixture = AmountFixture([3], cells: [[31, 10, 10, 10], many, many])
    let roles = try #require(try fixture.protected(rule: rule).report.amounts).roles[1]
    #expect(roles[1] == .published)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `sums over three dimensions give nothing away`(seed: UInt64) throws {
    var draws = Draws(seed)
    let cells = (0..<2 * 3 * 4).map { _ in
      (0..<draws.skewed(14)).map { _ in 1 + draws.skewed(60) * (draws.below(9) == 0 ? 40 : 1) }
    }
    let faults = try Self.faults(AmountFixture([2, 3, 4], cells: cells), seed: seed)
    #expect(faults.isEmpty, "\(faults)")
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `sums beside rounded counts give nothing away`(seed: UInt64) throws {
    var draws = Draws(seed)
    let cells = (0..<3 * 4).map { _ in (0..<draws.skewed(12)).map { _ in 5 + draws.below(20) } }
    let fixture = AmountFixture([3, 4], cells: cells)
    let faults = try Self.faults(fixture, AmountFixture.rounded, seed: seed)
    #expect(faults.isEmpty, "\(faults)")
  }

  /// Natural and artificial 0s and 3s stand beside the same: no sum.
  @Test func `no sum stands beside a rounded count that may be of fewer than four`() throws {
    let counts = [0, 1, 2, 3, 4, 7]
    for cells in combinations([counts, counts, counts]) {
      let amounts = cells.map { Array(repeating: 10, count: $0) }
      let fixture = AmountFixture([3], cells: amounts)
      let (release, _) = try fixture.protected(AmountFixture.rounded)
      var least = 0
      for cell in 1...3 {
        let count = try #require(release.matrices[0].figure(at: [cell]).value)
        least += count == 3 ? 1 : count
        if count < 4 { #expect(release.matrices[1].figure(at: [cell]).status == .suppressed) }
      }
      if least < 4 { #expect(release.matrices[1].figure(at: [0]).status == .suppressed) }
    }
  }

  @Test func `an amount with two matrices of sums is refused`() throws {
    let fixture = AmountFixture([2], cells: [[10, 11, 12, 13], [10, 11, 12, 13]])
    let one = fixture.description
    let description = StatisticDescription(
      id: "s", title: one.title, agency: one.agency, period: "", unit: one.unit,
      source: one.source, policy: one.policy, dimensions: one.dimensions,
      matrices: one.matrices + [one.matrices[1]], tables: [], notes: [])
    #expect(throws: ProtectionFailure.matricesDisagree("sums", "sums")) {
      try protect(
        [fixture.counts, fixture.sums, fixture.sums], description: description,
        policy: AmountFixture.hidden, seed: 1, provenance: "",
        control: ProtectionControl(lanes: 1))
    }
  }

  @Test func `a sum that is too large for its unit is refused`() {
    let fixture = AmountFixture([2], cells: [[2_000_000_000], [2_000_000_000]])
    #expect(throws: ProtectionFailure.sumTooLarge(matrix: "sums")) { try fixture.protected() }
  }
}
