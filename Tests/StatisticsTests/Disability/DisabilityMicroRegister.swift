import Classifications
import Columns
import Registers
import TestSupport
import Testing

@testable import Statistics

/// Registers of a few persons, written by hand: each person by a number and what is registered.
struct DisabilityMicroRegister {
  let library: ClassificationLibrary
  private(set) var records: DisabilityRecords

  init() throws {
    library = try EmbeddedClassifications.library.get()
    records = DisabilityRecords(NorwegianLayouts(library), DisabilityLayouts())
  }

  private func optional(_ number: Int32?) -> Int32 { number ?? RegisterRecords.missing }

  private func country(_ code: String) throws -> Int32 {
    try #require(library.countryOfBirth.leafPositions[code])
  }

  /// Adds a man born in Norway unless told; countries are own, mother's and father's.
  mutating func add(
    _ person: Int32, born: Day = Day(1980, 3, 15), died: Day? = nil,
    countries: (own: String, mother: String, father: String) = ("000", "000", "000"),
    foreignGrandparents: Int32 = 0
  ) throws {
    records.persons.append([
      person, 0, born.number, optional(died?.number), try country(countries.own),
      try country(countries.mother), try country(countries.father), foreignGrandparents,
    ])
  }

  mutating func decide(
    _ person: Int32, from: Month, until: Month? = nil, degree: Int32 = 100, paid: Bool = true
  ) {
    records.decisions.append([
      person, from.number, optional(until?.number), degree, paid ? 1 : 0,
    ])
  }

  mutating func reside(
    _ person: Int32, from: Day = Day(2010, 1, 1), until: Day? = nil,
    in municipality: String = "0301"
  ) throws {
    let place = try #require(library.municipalities.leafPositions[municipality])
    records.residences.append([person, from.number, optional(until?.number), place])
  }

  mutating func employ(_ person: Int32, from: Month, until: Month? = nil) {
    records.employment.append([person, from.number, optional(until?.number)])
  }

  mutating func educate(_ person: Int32, _ level: Int32, on day: Day) {
    records.education.append([person, day.number, level])
  }

  /// Adds a person's income of wages only and places the person in a household.
  mutating func house(_ person: Int32, in household: Int32, wages: Int32 = 0, year: Int32 = 2022) {
    records.households.append([person, year, household])
    records.incomes.append([person, year, wages, 0, 0, 0, 0, 0])
  }

  /// Places a person in a household.
  mutating func join(_ person: Int32, _ household: Int32, year: Int32 = 2022) {
    records.households.append([person, year, household])
  }

  mutating func earn(_ person: Int32, _ components: [Int32], year: Int32 = 2022) {
    records.incomes.append([person, year] + components)
  }

  mutating func addGroup(
    _ number: Int32, persons: Int32, from14: Int32, under14: Int32, income: Int32,
    year: Int32 = 2022
  ) {
    records.populationIncomes.append([number, year, persons, from14, under14, income])
  }

  /// The median income per consumption unit of the population.
  func median(_ year: Int = 2022) -> IncomePerConsumptionUnit? {
    HouseholdIncomes(records, places: HouseholdPlaces(records.households), year: year).median
  }

  /// The recipients of `year`, derived.
  func derived(_ year: Int = 2022) -> DerivedRecipients {
    DerivedRecipients(deriveDisability(years: year...year, from: records, library: library))
  }
}

/// A derived register, read by person.
struct DerivedRecipients {
  let register: Register
  init(_ register: Register) { self.register = register }

  /// The persons, in order.
  var persons: [Int] { (0..<register.rowCount).map { register.identifiers[$0] } }

  /// The code of a variable, by person.
  func codes(_ id: String) throws -> [Int: String] {
    let variable = try #require(register.variables[id])
    return Dictionary(
      uniqueKeysWithValues: persons.enumerated().map {
        ($1, variable.codes[variable.column[$0]])
      })
  }

  /// The persons with a flag.
  func flagged(_ id: String) throws -> [Int] {
    let flag = try #require(register.flags[id])
    return persons.indices.filter { flag[$0] }.map { persons[$0] }
  }

  /// An amount, by person.
  func amounts(_ id: String) throws -> [Int: Int] {
    let amount = try #require(register.amounts[id])
    return Dictionary(uniqueKeysWithValues: persons.enumerated().map { ($1, amount[$0]) })
  }
}
