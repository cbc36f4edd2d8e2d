internal import Classifications
internal import Columns
internal import Registers

/// The population of a year in groups, by the places of their codes among the leaves of each list.
struct DisabilityPopulation {
  /// Persons who are alike.
  struct Group {
    let age, sex, education, background, municipality: Int
    let persons: Int
  }
  let groups: [Group]

  /// The groups of `year` in a population by the age groups of disability benefit.
  init(population: Register, year: Int, library: ClassificationLibrary) {
    /// The places of a variable's codes among the leaves of `list`.
    func places(_ id: String, _ list: Hierarchy) -> [Int] {
      guard let variable = population.variables[id] else {
        preconditionFailure("the population has the variable \(id)")
      }
      let positions = list.leafPositions(of: variable.codes)
      return (0..<population.rowCount).map { Int(positions[variable.column[$0]]) }
    }
    guard let years = population.variables[PopulationRegister.year],
      let persons = population.amounts[PopulationRegister.persons]
    else { preconditionFailure("the population has years and persons") }
    let age = places(PopulationRegister.ageBand, library.disabilityAge)
    let sex = places(PopulationRegister.sex, library.sex)
    let education = places(PopulationRegister.education, library.education)
    let background = places(PopulationRegister.background, library.disabilityBackground)
    let municipality = places(PopulationRegister.municipality, library.municipalities2020)
    groups = (0..<population.rowCount).compactMap { row in
      guard years.codes[years.column[row]] == "\(year)" else { return nil }
      return Group(
        age: age[row], sex: sex[row], education: education[row], background: background[row],
        municipality: municipality[row], persons: persons[row])
    }
  }
}
