import Classifications
import Cubes
import Disclosure
import Publication
import Testing

/// The (n, k) rule and the p per cent rule, each with the width it asks of a hidden sum.
@Suite struct DominanceTests {
  private static func rule(
    dominance: [Dominance] = [], percent: Int? = nil, width: HiddenWidth = .ofRule
  ) -> AmountRule {
    var rule = AmountRule()
    rule.dominance = dominance
    rule.priorPercent = percent
    rule.width = width
    return rule
  }

  /// Three cells: one of the given amounts, two of many units.
  private static func role(_ amounts: [Int], _ rule: AmountRule) throws -> CellRole {
    let many = Array(repeating: 1_000, count: 30)
    let report = try AmountFixture([3], cells: [amounts, many, many]).protected(rule: rule).report
    return try #require(report.amounts).roles[1][1]
  }

  /// By the sentence, in exact fractions: the largest n have more than k per cent.
  private static func dominates(_ amounts: [Int], _ n: Int, _ k: Int) -> Bool {
    let ranked = amounts.filter { $0 > 0 }.sorted(by: >)
    return 100 * ranked.prefix(n).reduce(0, +) > k * ranked.reduce(0, +)
  }

  /// By the sentence: the second largest takes its own amount from the sum, and what is left is
  /// less than p per cent more than the largest.
  private static func isKnown(_ amounts: [Int], within p: Int) -> Bool {
    let ranked = amounts.filter { $0 > 0 }.sorted(by: >)
    guard let first = ranked.first else { return false }
    let estimate = ranked.reduce(0, +) - (ranked.count > 1 ? ranked[1] : 0)
    return 100 * (estimate - first) < p * first
  }

  @Test func `the largest two may have their share and not more`() throws {
    let rule = Self.rule(dominance: [Dominance(units: 2, share: 80)])
    #expect(try Self.role([40, 40, 10, 10], rule) == .published)
    #expect(try Self.role([41, 40, 10, 9], rule) == .primary)
  }

  @Test func `a sum is hidden when the second largest can tell the largest closely`() throws {
    let rule = Self.rule(percent: 10)
    // 100 + 50 + 6 + 4: without 50 there are 110, ten per cent above 100.
    #expect(try Self.role([100, 50, 6, 4], rule) == .published)
    #expect(try Self.role([100, 50, 6, 3], rule) == .primary)
  }

  @Test func `every sum of four to six units follows the sentence of the rule`() throws {
    let amounts = [1, 3, 10, 30]
    for size in 4...6 {
      for units in combinations(Array(repeating: amounts, count: size))
      where units == units.sorted() {
        for (n, k) in [(1, 50), (1, 75), (2, 85), (3, 90)] {
          let role = try Self.role(units, Self.rule(dominance: [Dominance(units: n, share: k)]))
          #expect((role == .primary) == Self.dominates(units, n, k), "\(units) \(n) \(k)")
        }
        for p in [5, 20] {
          let role = try Self.role(units, Self.rule(percent: p))
          #expect((role == .primary) == Self.isKnown(units, within: p), "\(units) \(p)")
        }
      }
    }
  }

  /// The width of the textbooks, and by the tests' own simplex method that every sum has it.
  private static func width(_ amounts: [Int], _ rule: AmountRule) -> Ratio {
    let ranked = amounts.sorted(by: >) + [0, 0]
    let sum = amounts.reduce(0, +)
    var most = Ratio(rule.uncertainty * sum, over: 100)
    func take(_ width: Ratio) { if (width - most).numerator > 0 { most = width } }
    for dominance in rule.dominance
    where dominates(amounts, dominance.units, dominance.share) {
      let largest = ranked.prefix(dominance.units).reduce(0, +)
      take(Ratio(100 * largest, over: dominance.share) - Ratio(sum))
    }
    if let p = rule.priorPercent {
      take(Ratio(p * ranked[0], over: 100) - Ratio(sum - ranked[0] - ranked[1]))
    }
    return most
  }

  @Test(arguments: [
    rule(dominance: [Dominance(units: 1, share: 50)]),
    rule(dominance: [Dominance(units: 2, share: 85)]),
    rule(percent: 15), rule(dominance: [Dominance(units: 3, share: 95)], percent: 60),
  ])
  func `every hidden sum of two by two cells can be as high as its rule asks`(
    rule: AmountRule
  ) throws {
    let patterns = [[], [10], [40, 41, 42, 43], [90, 1, 2, 3], [70, 60, 2, 1]]
    for table in SmallTables([2, 2]).representatives {
      let cells = table.map { patterns[Int($0)] }
      let fixture = AmountFixture([2, 2], cells: cells)
      let knowledge = AmountKnowledge(try fixture.protected(rule: rule).release)
      let interval = ExactInterval(knowledge)
      for (cell, place) in combinations([[0, 1, 2], [0, 1, 2]]).enumerated() {
        let amounts = fixture.units
          .filter { unit in zip(place, unit.values).allSatisfy { $0 == 0 || $0 == $1 + 1 } }
          .map(\.amount)
        let isSensitive =
          !amounts.isEmpty && amounts.count < 4
          || rule.dominance.contains { Self.dominates(amounts, $0.units, $0.share) }
          || rule.priorPercent.map { Self.isKnown(amounts, within: $0) } ?? false
        guard isSensitive else { continue }
        #expect(knowledge.figures[cell] == nil, "\(cells) at \(place)")
        let range = try #require(interval.range(of: cell))
        guard let high = range.high else { continue }
        let room = high - Ratio(amounts.reduce(0, +))
        #expect((room - Self.width(amounts, rule)).numerator >= 0, "\(cells) at \(place)")
      }
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `sums that may not be shown together are not, under any rule`(seed: UInt64) throws {
    var draws = Draws(seed)
    let cells = (0..<2 * 3 * 3).map { _ in
      (0..<draws.skewed(12)).map { _ in 1 + draws.skewed(60) * (draws.below(9) == 0 ? 40 : 1) }
    }
    let fixture = AmountFixture([2, 3, 3], cells: cells)
    let all = combinations(fixture.dimensions.map { Array(0..<$0.hierarchy.count) })
    for (n, k, p) in [(1, 60, nil), (2, 85, nil), (1, 95, 10)] as [(Int, Int, Int?)] {
      let rule = Self.rule(dominance: [Dominance(units: n, share: k)], percent: p)
      let knowledge = AmountKnowledge(try fixture.protected(rule: rule, seed: seed).release)
      func isForbidden(_ places: [Int]) -> Bool {
        let amounts = fixture.units
          .filter { unit in
            places.contains { place in
              zip(all[place], unit.values).allSatisfy { $0 == 0 || $0 == $1 + 1 }
            }
          }
          .map(\.amount)
        if amounts.isEmpty { return false }
        return amounts.count < 4 || Self.dominates(amounts, n, k)
          || p.map { Self.isKnown(amounts, within: $0) } ?? false
      }
      let determined = knowledge.determined
      for cell in all.indices where isForbidden([cell]) {
        #expect(knowledge.figures[cell] == nil && !determined.contains(cell))
      }
      for equation in knowledge.equations where knowledge.figures[equation.total] != nil {
        #expect(!isForbidden(equation.parts.filter { knowledge.figures[$0] == nil }))
      }
    }
  }
}
