import Registers
import Testing

@testable import Statistics

/// Micro-registers for income per consumption unit, the median and the two thresholds.
struct DisabilityIncomeTests {
  private func income(_ kroner: Int, _ tenths: Int = 10) -> IncomePerConsumptionUnit {
    IncomePerConsumptionUnit(kroner: kroner, tenthsOfUnits: tenths)
  }

  @Test func `the EU scale gives 1 to the first adult, a half to others, 0.3 to children`() {
    let expected: [(from14: Int, under14: Int, tenths: Int)] = [
      (1, 0, 10), (2, 0, 15), (3, 0, 20), (1, 1, 13), (1, 2, 16), (2, 2, 21), (2, 3, 24),
      (0, 1, 10), (0, 3, 16),
    ]
    for (from14, under14, tenths) in expected {
      #expect(
        DisabilityRules.tenthsOfConsumptionUnits(from14: from14, under14: under14) == tenths)
    }
  }

  @Test func `a child of 14 on 31 December counts a half, one born a day later 0.3`() throws {
    var micro = try DisabilityMicroRegister()
    try micro.add(1)
    try micro.add(2, born: Day(2008, 12, 31))  // 14
    try micro.add(3)
    try micro.add(4, born: Day(2009, 1, 1))  // 13
    for (person, household): (Int32, Int32) in [(1, 1), (2, 1), (3, 2), (4, 2)] {
      micro.house(person, in: household, wages: person % 2 == 1 ? 300_000 : 0)
    }
    for person: Int32 in [1, 3] {
      try micro.reside(person)
      micro.decide(person, from: Month(2015, 1))
    }
    #expect(
      try micro.derived().amounts(DisabilityRegister.incomePerConsumptionUnit) == [
        1: 200_000, 3: 230_769,
      ])
  }

  @Test func `income after tax is the sum of the components less taxes, the household's together`()
    throws
  {
    var micro = try DisabilityMicroRegister()
    for person: Int32 in 1...2 { try micro.add(person) }
    try micro.reside(1)
    micro.decide(1, from: Month(2015, 1))
    for person: Int32 in 1...2 { micro.house(person, in: 7, wages: 0, year: 2021) }
    micro.earn(1, [50_000, -20_000, 300_000, 10_000, 1_000, 61_000])
    micro.earn(2, [400_000, 0, 0, 0, 0, 80_000])
    micro.earn(2, [9_000_000, 0, 0, 0, 0, 0], year: 2020)
    let derived = micro.derived()
    #expect(try derived.amounts(DisabilityRegister.totalIncome) == [1: 341_000])
    #expect(try derived.amounts(DisabilityRegister.incomeAfterTax) == [1: 280_000])
    #expect(try derived.amounts("selfEmployment") == [1: -20_000])
    #expect(try derived.amounts("taxes") == [1: 61_000])
    // The household of 2021 is none of 2022.
    #expect(try derived.codes(DisabilityRegister.povertyRisk) == [1: "unknown"])
    var housed = try DisabilityMicroRegister()
    for person: Int32 in 1...2 { try housed.add(person) }
    try housed.reside(1)
    housed.decide(1, from: Month(2015, 1))
    housed.house(1, in: 7, wages: 280_000)
    housed.house(2, in: 7, wages: 320_000)
    #expect(
      try housed.derived().amounts(DisabilityRegister.incomePerConsumptionUnit) == [1: 400_000])
  }

  @Test func `the median of an odd number stands in the middle, of an even one between two`() {
    func median(_ kroner: [Int]) -> IncomePerConsumptionUnit? {
      DisabilityRules.median(kroner.map { (income($0), 1) })
    }
    #expect(median([]) == nil)
    #expect(median([5]) == income(5))
    #expect(median([9, 1, 5]) == income(5))
    #expect(median([1, 4]) == income(5, 20))  // 2.5
    #expect(median([8, 1, 3, 100]) == income(11, 20))  // 5.5
    // Equal fractions with unequal parts.
    #expect(DisabilityRules.median([(income(300, 15), 1), (income(200, 10), 1)]) == income(200))
  }

  @Test func `rows stand for several persons, and the median agrees with one row a person`() {
    for first in 0...4 {
      for second in 0...4 {
        for third in 0...4 {
          let groups = [
            (income: income(700, 21), persons: second), (income: income(100, 10), persons: first),
            (income: income(900, 13), persons: third),
          ]
          let all = groups.flatMap { group in
            (0..<group.persons).map { _ in group.income }
          }.sorted()
          let middle = DisabilityRules.median(groups)
          guard !all.isEmpty else {
            #expect(middle == nil)
            continue
          }
          #expect(
            middle
              == IncomePerConsumptionUnit.midpoint(all[(all.count - 1) / 2], all[all.count / 2]))
        }
      }
    }
  }

  @Test func `the median is of everyone in households and groups, of the year, not of recipients`()
    throws
  {
    var micro = try DisabilityMicroRegister()
    try micro.add(1)
    micro.house(1, in: 1, wages: 100_000)
    micro.addGroup(1, persons: 3, from14: 2, under14: 0, income: 600_000)  // 400 000 each
    micro.addGroup(2, persons: 2, from14: 1, under14: 1, income: 650_000)  // 500 000 each
    micro.addGroup(3, persons: 90, from14: 1, under14: 0, income: 1, year: 2021)
    // 100 000, 400 000, 400 000, 400 000, 500 000, 500 000.
    #expect(micro.median() == income(400_000))
    micro.addGroup(4, persons: 3, from14: 1, under14: 0, income: 300_000)
    // 100, 300, 300, 300, 400 (x 3), 500, 500: the fifth of nine.
    #expect(micro.median() == income(400_000))
    micro.addGroup(5, persons: 3, from14: 1, under14: 0, income: 200_000)
    // 100, 200 x 3, 300 x 3, 400 x 3, 500 x 2: the sixth and seventh of twelve are 300.
    #expect(micro.median() == income(300_000))
  }

  @Test func `income of exactly 60 or 50 per cent of the median is not below it`() throws {
    var micro = try DisabilityMicroRegister()
    let incomes: [Int32] = [240_000, 239_999, 200_000, 199_999, 400_000]
    for (place, kroner) in incomes.enumerated() {
      let person = Int32(place + 1)
      try micro.add(person)
      try micro.reside(person)
      micro.decide(person, from: Month(2015, 1))
      micro.house(person, in: person, wages: kroner)
    }
    micro.addGroup(1, persons: 100, from14: 1, under14: 0, income: 400_000)
    let derived = micro.derived()
    #expect(try derived.flagged(DisabilityRegister.isAtRiskOfPoverty60) == [2, 3, 4])
    #expect(try derived.flagged(DisabilityRegister.isAtRiskOfPoverty50) == [4])
    #expect(
      try derived.codes(DisabilityRegister.povertyRisk) == [
        1: "60-and-over", 2: "50-60", 3: "50-60", 4: "below-50", 5: "60-and-over",
      ])
  }

  @Test func `thresholds are exact fractions: no kroner is rounded before it is compared`() {
    // Median 100 001 over 1.5 units; exactly 60 per cent of it over 1.0 unit is 40 000.4.
    let median = income(100_001, 15)
    #expect(income(40_000).isBelow(percent: 60, of: median))
    #expect(!income(40_001).isBelow(percent: 60, of: median))
    #expect(!income(60_000_600, 1_000).isBelow(percent: 60, of: income(1_000_010)))
    #expect(income(-5).isBelow(percent: 50, of: income(10)))
    #expect(income(-5, 20).wholeKroner == -3)
  }

  @Test func `non-residents and who has no household have an unknown risk of poverty`() throws {
    var micro = try DisabilityMicroRegister()
    for person: Int32 in 1...3 {
      try micro.add(person)
      micro.decide(person, from: Month(2015, 1))
    }
    try micro.reside(1)
    try micro.reside(2)
    micro.house(1, in: 1, wages: 10)
    micro.house(3, in: 3, wages: 10)  // not resident
    micro.addGroup(1, persons: 9, from14: 1, under14: 0, income: 400_000)
    let derived = micro.derived()
    #expect(
      try derived.codes(DisabilityRegister.povertyRisk) == [
        1: "below-50", 2: "unknown", 3: "unknown",
      ])
    #expect(try derived.flagged(DisabilityRegister.isAtRiskOfPoverty60) == [1])
  }
}
