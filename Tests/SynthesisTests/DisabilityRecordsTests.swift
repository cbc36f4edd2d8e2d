import Classifications
import Columns
import Registers
import Statistics
import Synthesis
import TestSupport
import Testing

/// The synthetic registers of disability benefit, on a small country.
struct DisabilityRecordsTests {
  let library: ClassificationLibrary
  let records: DisabilityRecords
  let recipients: Register

  init() throws {
    let inputs = try EmbeddedClassifications.inputs()
    library = inputs.library
    // Every combination of age, sex, education and background in Oslo and one person in Bergen.
    let lists = [library.disabilityAge, library.sex, library.education, library.background]
    var codes: [[Int]] = [[]]
    for list in lists {
      codes = codes.flatMap { group in list.leaves.indices.map { group + [$0] } }
    }
    let ids = [
      PopulationRegister.ageBand, PopulationRegister.sex, PopulationRegister.education,
      PopulationRegister.background,
    ]
    let variables = ids.indices.map { place in
      CodedVariable(
        id: ids[place], codes: lists[place].leafCodes,
        column: CodeColumn(codes.map { $0[place] }, cardinality: lists[place].leaves.count))
    }
    let oslo = CodedVariable(
      id: PopulationRegister.municipality, codes: ["0301"],
      column: CodeColumn(codes.map { _ in 0 }, cardinality: 1))
    let year = CodedVariable(
      id: PopulationRegister.year, codes: ["2022"],
      column: CodeColumn(codes.map { _ in 0 }, cardinality: 1))
    let population = Register(
      name: "population", identifiers: IntegerColumn(codes.indices.map { Int32($0 + 1) }),
      variables: variables + [oslo, year], flags: [:],
      amounts: [
        PopulationRegister.persons: IntegerColumn(codes.map { _ in Int32(20_000) })
      ])
    records = try synthesizeDisability(
      seed: 7, scale: 0.02, years: 2020...2022, population: population, inputs: inputs)
    recipients = deriveDisability(years: 2020...2022, from: records, library: library)
  }

  @Test func `registers stand in order of person, and persons have one row`() {
    for register in [
      records.persons, records.residences, records.education, records.employment,
      records.decisions, records.incomes, records.households,
    ] {
      let persons = register["person"]
      #expect(!persons.isEmpty)
      #expect(zip(persons, persons.dropFirst()).allSatisfy { $0 <= $1 }, "\(register.layout.name)")
    }
    #expect(Set(records.persons["person"]).count == records.persons.rowCount)
  }

  @Test func `years are alike: recipients, new ones, work, and who is at risk of poverty`() throws {
    let year = try #require(recipients.variables[DisabilityRegister.year])
    let intensity = try #require(recipients.variables[DisabilityRegister.workIntensity])
    func share(_ flag: String) throws -> [Double] {
      let column = try #require(recipients.flags[flag])
      return (0..<3).map { place in
        let rows = (0..<recipients.rowCount).filter { year.column[$0] == place }
        return Double(rows.count { column[$0] }) / Double(rows.count)
      }
    }
    let counts = (0..<3).map { place in
      (0..<recipients.rowCount).count { year.column[$0] == place }
    }
    #expect(counts.allSatisfy { (6_500...8_000).contains($0) }, "\(counts)")
    #expect(try share(DisabilityRegister.isResident).allSatisfy { $0 > 0.95 })
    #expect(try share(DisabilityRegister.hasHouseholdIncome).allSatisfy { $0 > 0.93 })
    let new = try share(DisabilityRegister.isNewRecipient)
    #expect(new.allSatisfy { (0.05...0.13).contains($0) }, "\(new)")
    #expect(
      try share(DisabilityRegister.isAtRiskOfPoverty60).allSatisfy { (0.15...0.45).contains($0) })
    let works = (0..<3).map { place in
      (0..<recipients.rowCount).count {
        year.column[$0] == place && intensity.codes[intensity.column[$0]] != "none"
      }
    }
    for (working, all) in zip(works, counts) {
      #expect((0.1...0.3).contains(Double(working) / Double(all)), "\(works)")
    }
  }

  @Test func `residents live in a municipality that is in force`() throws {
    let place = try #require(recipients.variables[DisabilityRegister.municipality])
    let isResident = try #require(recipients.flags[DisabilityRegister.isResident])
    #expect(
      (0..<recipients.rowCount).allSatisfy { row in
        (place.codes[place.column[row]] == DisabilityRegister.noMunicipality) != isResident[row]
      })
  }

  @Test func `the population of a year is all households and groups`() throws {
    for (year, persons) in [(2020, 108_000), (2021, 108_900), (2022, 109_800)] {
      let listed = records.households["year"].count { Int($0) == year }
      let groups = zip(records.populationIncomes["year"], records.populationIncomes["persons"])
        .filter { Int($0.0) == year }.reduce(0) { $0 + Int($1.1) }
      #expect(listed + groups == persons, "\(year)")
    }
  }
}
