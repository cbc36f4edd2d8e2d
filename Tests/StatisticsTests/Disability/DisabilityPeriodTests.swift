import Classifications
import Cubes
import Publication
import Registers
import TestSupport
import Testing

@testable import Statistics

/// The definition over several years, and the registers that are synthesized for them.
struct DisabilityPeriodTests {
  /// The counts of a matrix by year, over all other axes.
  private func countsByYear(
    _ id: String, of definition: StatisticDefinition, from register: Register
  ) throws -> [Int] {
    let place = try #require(definition.description.matrices.firstIndex { $0.id == id })
    let raw = try definition.matrices[place].count(
      definition.description.matrices[place], dimensions: definition.description.dimensions,
      from: register)
    let years = raw.axes[0].innerCategories.count
    let block = raw.innerCounts.count / years
    return (0..<years).map { year in
      raw.innerCounts[year * block..<(year + 1) * block].reduce(0) { $0 + Int($1) }
    }
  }

  @Test func `each matrix counts each year by itself from one register`() throws {
    var micro = try DisabilityMicroRegister()
    for person: Int32 in 1...5 {
      try micro.add(person, born: Day(person < 3 ? 1995 : 1970, 1, 1))
      if person < 5 { try micro.reside(person) }
    }
    micro.decide(1, from: Month(2015, 1))  // all years
    micro.decide(2, from: Month(2021, 5))  // new in 2021
    micro.decide(3, from: Month(2015, 1), until: Month(2020, 1))  // 2020 only
    micro.decide(4, from: Month(2022, 12))  // new in 2022
    micro.decide(5, from: Month(2015, 1))  // all years, never resident
    let register = deriveDisability(
      years: 2020...2022, from: micro.records, library: micro.library)
    let definition = StatisticDefinition.disabilityBenefit(micro.library)
    for id in ["recipients", "recipients-degree", "recipients-intensity", "recipients-poverty"] {
      #expect(try countsByYear(id, of: definition, from: register) == [2, 2, 3], "\(id)")
    }
    for id in ["all-recipients", "all-recipients-degree"] {
      #expect(try countsByYear(id, of: definition, from: register) == [3, 3, 4], "\(id)")
    }
    #expect(try countsByYear("young-recipients", of: definition, from: register) == [1, 2, 2])
    #expect(try countsByYear("new-recipients", of: definition, from: register) == [0, 1, 1])
  }

  @Test func `every matrix and every table has the year, which has no total`() throws {
    let definition = StatisticDefinition.disabilityBenefit(
      try EmbeddedClassifications.library.get())
    let description = definition.description
    #expect(description.dimensions[0].totals == .none)
    #expect(description.dimensions[0].hierarchy.leafCodes == ["2020", "2021", "2022"])
    #expect(description.matrices.allSatisfy { $0.axes.first?.dimension == 0 })
    #expect(description.tables.allSatisfy { $0.dimensions.first == 0 })
  }
}
