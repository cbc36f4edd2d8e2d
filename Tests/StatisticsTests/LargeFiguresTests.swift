import Classifications
import Columns
import Cubes
import Registers
import TestSupport
import Testing

@testable import Statistics

/// Registers of rows that are each right but as large as they may be: they are counted, or refused
/// with the matrix whose figures would be too large.
struct LargeFiguresTests {
  private let library: ClassificationLibrary

  init() throws { library = try EmbeddedClassifications.library.get() }

  /// Groups of 20 million persons, `count` times the same one.
  private func population(_ count: Int) throws -> RegisterRecords {
    let layout = PopulationLayouts(library).groups
    var records = RegisterRecords(layout)
    let oslo = try #require(library.municipalities.leafPositions["0301"])
    for _ in 0..<count { records.append([2022, oslo, 0, 2, 0, 0, 20_000_000]) }
    return records
  }

  @Test func `a group of more persons than 32 bits hold is added up and then refused`() throws {
    let many = try population(150)
    let derived = derivePopulation(
      years: 2022...2022, by: library.disabilityAge, from: many, library: library)
    #expect(derived.amounts[PopulationRegister.persons]?[0] == 3_000_000_000)
    for definition: StatisticDefinition in [
      .workAssessmentAllowance(library), .disabilityBenefit(library),
    ] {
      let error = #expect(throws: FigureTooLarge.self) {
        try definition.count(from: RecordSet([many]))
      }
      #expect(error?.matrix.contains("population") == true)
      // One hundred of them are 2 000 000 000, which is the largest figure.
      let matrices = try definition.count(from: RecordSet([population(100)]))
      #expect(matrices.contains { $0.lattice.max() == 2_000_000_000 })
    }
  }

  /// Residents with disability benefit, each of these components.
  private func earners(_ count: Int32, _ components: [Int32]) throws -> DisabilityMicroRegister {
    var micro = try DisabilityMicroRegister()
    for person in 1...count {
      try micro.add(person)
      try micro.reside(person)
      micro.decide(person, from: Month(2015, 1))
      micro.join(person, person)
      micro.earn(person, components)
    }
    return micro
  }

  private func count(_ micro: DisabilityMicroRegister) throws(FigureTooLarge) {
    _ = try StatisticDefinition.disabilityBenefit(library)
      .count(from: RecordSet(micro.records.registers))
  }

  @Test func `the six components of a person add up, at their largest and least`() throws {
    let most: Int32 = 300_000_000
    let rich = try earners(3, [most, most, most, most, most, 0])
    try count(rich)
    #expect(
      try rich.derived().amounts(DisabilityRegister.incomeAfterTax).values.allSatisfy {
        $0 == 1_500_000_000
      })
    let poor = try earners(3, [0, -most, 0, 0, -most, most])
    try count(poor)
    #expect(
      try poor.derived().amounts(DisabilityRegister.incomeAfterTax).values.allSatisfy {
        $0 == -900_000_000
      })
  }

  @Test func `a component of too many rich persons is refused`() throws {
    let rich = try earners(6_700, [300_000_000, 0, 0, 0, 0, 0])
    let error = #expect(throws: FigureTooLarge.self) { try count(rich) }
    #expect(error == FigureTooLarge(matrix: "income-wages"))
    #expect(error?.message.contains("income-wages") == true)
  }

  @Test func `a household of many rich children has too large an income per unit`() throws {
    var micro = try earners(1, [300_000_000, 300_000_000, 300_000_000, 300_000_000, 0, 0])
    for child: Int32 in 2...41 {
      try micro.add(child, born: Day(2015, 1, 1))
      micro.join(child, 1)
      micro.earn(child, [300_000_000, 300_000_000, 300_000_000, 300_000_000, 0, 0])
    }
    let error = #expect(throws: FigureTooLarge.self) { try count(micro) }
    #expect(error?.matrix == "median-incomePerConsumptionUnit")
  }

  @Test func `groups of the largest households have a median`() throws {
    var micro = try DisabilityMicroRegister()
    for group: Int32 in 1...150 {
      micro.addGroup(
        group, persons: 20_000_000, from14: 50, under14: 50,
        income: group % 2 == 0 ? 300_000_000 : -300_000_000)
    }
    #expect(micro.median()?.wholeKroner == 0)
  }

  @Test func `households of millions of members are compared beyond 64 bits`() {
    func household(_ members: Int) -> IncomePerConsumptionUnit {
      IncomePerConsumptionUnit(
        kroner: members * 1_500_000_000,
        tenthsOfUnits: DisabilityRules.tenthsOfConsumptionUnits(from14: members, under14: 0))
    }
    let (large, larger) = (household(10_000_000), household(20_000_000))
    #expect(large < larger && large != larger && !(larger < large))
    let middle = IncomePerConsumptionUnit.midpoint(large, larger)
    #expect((2_999_999_000...3_000_000_000).contains(middle.wholeKroner))
    #expect(!large.isBelow(percent: 60, of: middle))
    #expect(household(1).isBelow(percent: 60, of: middle))
    // A loss is as far from 0 as a gain.
    let loss = IncomePerConsumptionUnit(
      kroner: -15_000_000_000_000_000, tenthsOfUnits: 50_000_005)
    #expect(loss < large && IncomePerConsumptionUnit.midpoint(loss, large).wholeKroner <= 0)
  }

  @Test func `benefit that adds up to more than can be is refused`() throws {
    var micro = try IntroductionMicroRegister()
    for person: Int32 in 1...10 {
      try micro.settle(person, from: "2019-01-01", until: "2019-12-31")
      try micro.add(\.benefits, "\(person), 2019-01, 2019-12, 10000000")
    }
    let definition = StatisticDefinition.introductionProgramme(library, published: [])
    _ = try definition.count(from: RecordSet(micro.registers.registers))
    let (january, december) = (Month(2019, 1).number, Month(2019, 12).number)
    for _ in 0..<200_001 { micro.registers.benefits.append([1, january, december, 10_000_000]) }
    let error = #expect(throws: FigureTooLarge.self) {
      try definition.count(from: RecordSet(micro.registers.registers))
    }
    #expect(error == FigureTooLarge(matrix: "benefit"))
  }
}
