import Classifications
import Columns
import Cubes
import Publication
import Registers
import TestSupport
import Testing

@testable import Statistics

/// Amounts of micro-registers, summed and worked out by hand.
struct AmountTableTests {
  /// A matrix of a definition, counted from the only register that it needs.
  private static func matrix(
    _ id: String, of definition: StatisticDefinition, from register: Register
  ) throws -> (raw: RawMatrix, description: MatrixDescription) {
    let index = try #require(definition.description.matrices.firstIndex { $0.id == id })
    let description = definition.description.matrices[index]
    let raw = try definition.matrices[index].count(
      description, dimensions: definition.description.dimensions, from: register)
    return (raw, description)
  }

  /// The lattice cell of codes, one for each axis.
  private static func cell(_ codes: [String], of raw: RawMatrix) throws -> Int {
    try zip(codes, raw.axes).reduce(0) { cell, axis in
      cell * axis.1.hierarchy.count + (try #require(axis.1.hierarchy.index(ofCode: axis.0)))
    }
  }

  // MARK: Income account

  /// Five residents of 40 to 44 years and one of 25, and one who has moved abroad.
  private static func incomes() throws -> (StatisticDefinition, Register) {
    var micro = try DisabilityMicroRegister()
    let wages: [Int32] = [100_400, 0, 0, 30_000, 0, 20_000, 999_000]
    let benefits: [Int32] = [200_000, 250_000, 300_000, 150_000, 280_300, 230_000, 900_000]
    for person: Int32 in 1...7 {
      try micro.add(person, born: Day(person == 6 ? 1997 : 1980, 3, 15))
      try micro.reside(person, until: person == 7 ? Day(2022, 6, 1) : nil)
      micro.decide(person, from: Month(2015, 1))
      let place = Int(person) - 1
      // The fifth lives in no household of the income statistics.
      if person != 5 { micro.house(person, in: person) }
      micro.earn(person, [wages[place], -1_000 * person, benefits[place], 0, 0, 50_000])
    }
    return (.disabilityBenefit(micro.library), micro.derived().register)
  }

  @Test func `the income account sums each component over residents, in 1 000 kroner`() throws {
    let (definition, register) = try Self.incomes()
    let wages = try Self.matrix("income-wages", of: definition, from: register)
    let benefit = try Self.matrix("income-disabilityBenefit", of: definition, from: register)
    let business = try Self.matrix("income-selfEmployment", of: definition, from: register)
    func sum(_ matrix: (raw: RawMatrix, MatrixDescription), _ age: String) throws -> Int32 {
      matrix.raw.lattice[try Self.cell(["2022", age, "0"], of: matrix.raw)]
    }
    // 100 400 + 30 000 of those of 35-44, 20 000 of the young; the emigrant is none of them.
    #expect(try sum(wages, "35-44") == 130)
    #expect(try sum(wages, "18-67") == 150)
    #expect(try sum(benefit, "35-44") == 1_180)
    #expect(try sum(business, "18-67") == -21)
    let all = try Self.cell(["2022", "18-67", "0"], of: wages.raw)
    #expect(wages.raw.latticeContributions.units[all] == 3, "who has no wages contributes none")
    #expect(wages.raw.latticeContributions.largest[0][all] == 100_400)
    #expect(business.raw.latticeContributions.largest[0][all] == 6_000)
  }

  @Test func `medians are of residents, to the nearest 100 kroner`() throws {
    let (definition, register) = try Self.incomes()
    // After tax: 249 400, 198 000, 247 000, 126 000, 225 300 and, the young one, 194 000.
    let own = try Self.matrix("median-incomeAfterTax", of: definition, from: register)
    guard case .medians(let medians) = own.raw.content else {
      Issue.record("medians")
      return
    }
    #expect(medians[try Self.cell(["2022", "35-44", "0"], of: own.raw)] == 225_300)
    // Between 198 000 and 225 300, which is 211 650.
    #expect(medians[try Self.cell(["2022", "18-67", "0"], of: own.raw)] == 211_700)
    #expect(medians[try Self.cell(["2022", "45-54", "0"], of: own.raw)] == 0)
    #expect(own.raw.lattice[try Self.cell(["2022", "18-67", "0"], of: own.raw)] == 6)
  }

  @Test func `who belongs to no household has no income per consumption unit`() throws {
    let (definition, register) = try Self.incomes()
    let household = try Self.matrix(
      "median-incomePerConsumptionUnit", of: definition, from: register)
    guard case .medians(let medians) = household.raw.content else {
      Issue.record("medians")
      return
    }
    let cell = try Self.cell(["2022", "35-44", "0"], of: household.raw)
    #expect(household.raw.lattice[cell] == 4)
    // 249 400, 198 000, 247 000 and 126 000, each alone.
    #expect(medians[cell] == 222_500)
  }

  // MARK: Introduction benefit

  @Test func `benefit of participants is summed in months and 1 000 kroner, by county`() throws {
    var micro = try IntroductionMicroRegister()
    for person: Int32 in 1...4 {
      try micro.settle(person, from: "2018-02-01")
    }
    try micro.add(
      \.benefits, "1, 2019-01, 2019-12, 180400", "2, 2019-03, 2019-04, 30000",
      "3, 2018-05, 2018-12, 99000", "3, 2019-01, 2019-01, 15400")
    let library = try EmbeddedClassifications.library.get()
    let definition = StatisticDefinition.introductionProgramme(library, published: [])
    let register = micro.participants().register
    let months = try Self.matrix("benefit-months", of: definition, from: register).raw
    let benefit = try Self.matrix("benefit", of: definition, from: register).raw
    let hordaland = try Self.cell(["2019", "total", "0", "12"], of: months)
    #expect(months.lattice[hordaland] == 15)
    // 180 400 + 30 000 + 15 400 = 225 800
    #expect(benefit.lattice[hordaland] == 226)
    #expect(benefit.latticeContributions.units[hordaland] == 3, "the fourth received nothing")
    #expect(benefit.latticeContributions.largest[0][hordaland] == 180_400)
    #expect(benefit.lattice[try Self.cell(["2019", "total", "0", "03"], of: benefit)] == 0)
  }

  // MARK: Rounding

  @Test func `the median of two in the middle lies between them`() {
    #expect(twiceMedian([]) == 0)
    #expect(twiceMedian([7]) == 14)
    #expect(twiceMedian([9, 1, 4]) == 8)
    #expect(twiceMedian([9, 1, 4, 5]) == 9)
    #expect(twiceMedian([-3, -8]) == -11)
  }

  @Test func `amounts are rounded half away from zero`() {
    #expect(
      [499, 500, 1_499, -499, -500, -1_500].map { rounded($0, to: 1_000) } == [0, 1, 1, 0, -1, -2])
    #expect([149, 150].map { rounded($0, to: 300) } == [0, 1])
  }
}
