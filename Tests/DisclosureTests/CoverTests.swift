import Cubes
import Publication
import Testing

@testable import Disclosure

/// A small system and every other table there is, to judge patterns by trying all.
private struct TriedPatterns {
  let system: CellSystem
  let cells: Range<Int>
  /// The hidden cells of every safe pattern, as bits.
  let safe: [Int]

  /// Tables over `shape` with their totals; entries of other tables are at most `most`.
  init(_ shape: [Int], _ inner: [Int32], _ range: HiddenRange, most: Int32) throws {
    let fixture = Fixture(
      shape.enumerated().map { flat("d\($0.offset)", $0.element) }, inner: inner)
    let system = try CellSystem(
      fixture.matrices, described: fixture.described, dimensions: fixture.dimensions,
      periods: [Period(categories: shape.map { _ in 0 })], isBarred: [[]],
      rule: SuppressionRule(threshold: 4, published: [], range: range))
    self.system = system
    cells = 0..<system.counts.count
    let places = system.cellAtPlace[0]
    // For each primary the sets of cells in which tables differ that serve it.
    var serving: [Int: Set<Int>] = [:]
    var other = inner.map { _ in Int32(0) }
    while true {
      let table = Fixture(fixture.dimensions, inner: other).matrices[0].lattice
      var differing = 0
      var isPossible = true
      for (place, cell) in places.enumerated() {
        if cell < 0 {
          isPossible = isPossible && table[place] == 0
        } else {
          isPossible = isPossible && table[place] > 0
          if table[place] != system.counts[Int(cell)] { differing |= 1 << Int(cell) }
        }
      }
      if isPossible {
        for (place, cell) in places.enumerated() where cell >= 0 && system.isPrimary[Int(cell)] {
          if system.isEnough(table[place] - system.counts[Int(cell)], of: Int(cell)) {
            serving[Int(cell), default: []].insert(differing)
          }
        }
      }
      guard let next = other.indices.last(where: { other[$0] < (inner[$0] == 0 ? 0 : most) }) else {
        break
      }
      other[next] += 1
      for later in other.indices where later > next { other[later] = 0 }
    }
    let primaries = cells.filter { system.isPrimary[$0] }
    let must = primaries.reduce(0) { $0 | 1 << $1 }
    let sets = primaries.map { Array(serving[$0] ?? []) }
    safe = (0..<1 << cells.count).filter { pattern in
      pattern & must == must
        && sets.allSatisfy { $0.contains { $0 & ~pattern == 0 } }
    }
  }

  func isHidden(_ pattern: Int) -> [Bool] { cells.map { pattern >> $0 & 1 == 1 } }

  /// Safe patterns of which no smaller one is safe.
  var minimal: [Int] {
    let all = Set(safe)
    return safe.filter { pattern in
      cells.allSatisfy { pattern >> $0 & 1 == 0 || !all.contains(pattern & ~(1 << $0)) }
    }
  }

  var fewestSecondaries: Int? {
    safe.map { pattern in cells.count { pattern >> $0 & 1 == 1 && !system.isPrimary[$0] } }.min()
  }
}

/// Conditions, bounds and searches for patterns, beside trying all patterns and all tables.
@Suite struct CoverTests {
  private static let shapes = [[2, 2], [2, 3], [4]]

  private func tried(_ seed: UInt64, _ range: HiddenRange) throws -> TriedPatterns {
    var draws = Draws(seed)
    let shape = Self.shapes[draws.below(Self.shapes.count)]
    let inner = (0..<shape.reduce(1, *)).map { _ in Int32(draws.skewed(5)) }
    return try TriedPatterns(shape, inner, range, most: shape.reduce(1, *) > 4 ? 6 : 9)
  }

  /// A problem with the conditions that attacks on patterns drawn by lot add.
  private func attacked(_ system: CellSystem, _ draws: inout Draws) throws -> CoverProblem {
    var problem = CoverProblem(system)
    let primaries = system.counts.indices.filter { system.isPrimary[$0] }
    for _ in 0..<20 {
      let isHidden = system.counts.indices.map { system.isPrimary[$0] || draws.below(2) == 0 }
      guard var attack = PatternAttack(system, isHidden: isHidden, exposed: primaries) else {
        throw ProtectionFailure.notProtected
      }
      let rows = try attack.run(problem.maker, control: ProtectionControl(lanes: 1))
      for row in rows {
        #expect(!row.isMet(by: isHidden))
        problem.add(row)
      }
    }
    return problem
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `no condition forbids a safe pattern`(seed: UInt64) throws {
    for range in [HiddenRange.anotherNumber, .reachesThreshold] {
      let tried = try tried(seed, range)
      var draws = Draws(seed)
      let problem = try attacked(tried.system, &draws)
      for pattern in tried.safe {
        let isHidden = tried.isHidden(pattern)
        for row in problem.rows { #expect(row.isMet(by: isHidden), "\(row) \(pattern)") }
      }
      for pattern in tried.minimal { #expect(problem.isMet(by: tried.isHidden(pattern))) }
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `the bound is below every safe pattern, and the search above`(seed: UInt64) throws {
    for range in [HiddenRange.anotherNumber, .reachesThreshold] {
      let tried = try tried(seed, range)
      var system = tried.system
      system.hidingCosts = system.counts.map { _ in 1 }
      guard let fewest = tried.fewestSecondaries else { continue }
      var suppression = Suppression(system, seed: seed, mayEase: false, effort: .thorough)
      try suppression.run(control: ProtectionControl(lanes: 1))
      let report = suppression.report
      #expect(report.secondaryCost == report.secondaryCells)
      #expect(report.leastSecondaryCost <= fewest)
      #expect(report.secondaryCells >= fewest)
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `what is broken is what counting anew finds`(seed: UInt64) throws {
    var draws = Draws(seed)
    let inner = (0..<24).map { _ in Int32(draws.skewed(9)) }
    let fixture = Fixture([flat("a", 2), flat("b", 3), flat("c", 4)], inner: inner)
    let system = try CellSystem(
      fixture.matrices, described: fixture.described, dimensions: fixture.dimensions,
      periods: [Period(categories: [0, 0, 0])], isBarred: [[]],
      rule: SuppressionRule(threshold: 4))
    let problem = try attacked(system, &draws)
    let free = system.counts.indices.filter { problem.isFree[$0] }
    guard !free.isEmpty else { return }
    var state = CoverState(problem, isHidden: system.counts.indices.map { system.isPrimary[$0] })
    for _ in 0..<200 {
      let cell = free[draws.below(free.count)]
      let change = state.isHidden[cell] ? state.loss(ofShowing: cell) : -state.gain(ofHiding: cell)
      let before = broken(problem, state.isHidden)
      state.flip(cell)
      let after = broken(problem, state.isHidden)
      #expect(abs(after.weight - before.weight - change) < 1e-9)
      #expect(Set(state.broken.map(Int.init)) == after.conditions)
      #expect(state.broken.isEmpty == problem.isMet(by: state.isHidden))
      #expect(state.cost == free.reduce(0) { $0 + (state.isHidden[$1] ? state.cost(of: $1) : 0) })
      #expect(Set(state.secondaries.map(Int.init)) == Set(free.filter { state.isHidden[$0] }))
    }
  }

  /// The broken conditions and what is lacking, by going through all of them.
  private func broken(
    _ problem: CoverProblem, _ isHidden: [Bool]
  ) -> (conditions: Set<Int>, weight: Double) {
    var conditions: Set<Int> = []
    var weight = 0.0
    for (index, row) in problem.rows.enumerated() {
      let mean = Double(row.weights.map(Int.init).reduce(0, +)) / Double(row.weights.count)
      let sum = zip(row.cells, row.weights).reduce(0) { $0 + (isHidden[Int($1.0)] ? Int($1.1) : 0) }
      guard sum < Int(row.need) else { continue }
      conditions.insert(index)
      weight += Double(Int(row.need) - sum) / mean
    }
    for (index, line) in problem.openLines.enumerated()
    where problem.system.lines[Int(line)].count(where: { isHidden[Int($0)] }) == 1 {
      conditions.insert(problem.rows.count + index)
      weight += 1
    }
    return (conditions, weight)
  }
}
