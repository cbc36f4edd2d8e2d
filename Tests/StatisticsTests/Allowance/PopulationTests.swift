import Classifications
import Columns
import Registers
import Statistics
import TestSupport
import Testing

/// The population in groups, derived from groups written down by hand.
struct PopulationTests {
  private let library: ClassificationLibrary

  init() throws { library = try EmbeddedClassifications.library.get() }

  /// A register file: a group a line, its codes in the order of the layout and its persons.
  private func records(_ text: String) throws -> RegisterRecords {
    var records = RegisterRecords(PopulationLayouts(library).groups)
    for line in text.split(separator: "\n") {
      let values = line.split(separator: " ").map(String.init)
      records.append(
        try zip(records.layout.fields, values).map { field, value in
          guard case .code(_, let codes) = field.kind else { return try #require(Int32(value)) }
          return Int32(try #require(codes.firstIndex(of: value), "\(value)"))
        })
    }
    return records
  }

  /// The rows of a population, a line each.
  private func lines(_ register: Register) throws -> String {
    let ids = [
      PopulationRegister.year, PopulationRegister.municipality, PopulationRegister.sex,
      PopulationRegister.ageBand, PopulationRegister.education, PopulationRegister.background,
    ]
    let persons = try #require(register.amounts[PopulationRegister.persons])
    return try (0..<register.rowCount).map { row in
      let codes = try ids.map { id in
        let variable = try #require(register.variables[id])
        return variable.codes[variable.column[row]]
      }
      return (codes + ["\(persons[row])"]).joined(separator: " ")
    }.joined(separator: "\n")
  }

  private let groups = """
    2019 1201 2 25-29 02 A 5
    2019 1201 2 30-34 02 A 7
    2019 1201 2 35-44 02 A 11
    2020 4601 2 25-29 02 A 13
    2020 4601 1 25-29 02 A 17
    2020 4601 2 25-29 03 A 19
    2020 4601 2 25-29 02 rest 23
    2020 0301 2 25-29 02 A 29
    2018 1201 2 25-29 02 A 31
    """

  @Test func `age groups that a statistic does not tell apart become one`() throws {
    let population = derivePopulation(
      years: 2019...2020, by: library.allowanceAge, from: try records(groups), library: library)
    #expect(
      try lines(population) == """
        2019 1201 2 25-34 02 A 12
        2019 1201 2 35-44 02 A 11
        2020 4601 1 25-34 02 A 17
        2020 0301 2 25-34 02 A 29
        2020 4601 2 25-34 02 A 13
        2020 4601 2 25-34 02 rest 23
        2020 4601 2 25-34 03 A 19
        """)
  }

  @Test func `age groups of disability benefit are those of the register`() throws {
    let population = derivePopulation(
      years: 2018...2019, by: library.disabilityAge, from: try records(groups), library: library)
    #expect(
      try lines(population) == """
        2018 1201 2 25-29 02 A 31
        2019 1201 2 25-29 02 A 5
        2019 1201 2 30-34 02 A 7
        2019 1201 2 35-44 02 A 11
        """)
  }

  @Test func `every age group of the register is part of one of the allowance`() throws {
    let text = library.disabilityAge.leafCodes.map { "2022 0301 1 \($0) 01 rest 1" }
    let population = derivePopulation(
      years: 2022...2022, by: library.allowanceAge,
      from: try records(text.joined(separator: "\n")), library: library)
    let bands = library.allowanceAge.leafCodes
    #expect(
      try lines(population)
        == bands.map { "2022 0301 1 \($0) 01 rest \($0 == "25-34" ? 2 : 1)" }
        .joined(separator: "\n"))
  }
}
