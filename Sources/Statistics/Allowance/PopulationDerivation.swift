public import Classifications
internal import Columns
public import Registers

/// Derives the population aged 18-67, which figures are shown in per cent of, from the groups of
/// ``PopulationLayouts``, laid out as ``PopulationRegister``.
///
/// "The total number of residents in an area is also referred to as the population" (work
/// assessment allowance, About the statistics, Definitions). Groups that differ in nothing but an
/// age that `ages` does not tell apart become one.
/// `ages` are the age groups of `no-age-disability`, or those of `no-age-allowance`, which are made
/// up of them.
/// - Complexity: O(rows + groups).
public func derivePopulation(
  years: ClosedRange<Int>, by ages: Hierarchy, from records: RegisterRecords,
  library: ClassificationLibrary
) -> Register {
  let groups = PopulationGroups(years: years, ages: ages, library: library)
  return groups.register(groups.persons(in: records))
}

/// The groups of a derived population: every combination of codes, slowest first.
private struct PopulationGroups {
  /// A variable of the register: its codes, the field that it comes from and, for each number of
  /// the field, the place of its code.
  private struct Variable {
    let id: String
    let codes: [String]
    let field: String
    let places: [Int32]
  }
  private let variables: [Variable]
  /// Years come as numbers; this is the first.
  private let firstYear: Int32

  init(years: ClosedRange<Int>, ages: Hierarchy, library: ClassificationLibrary) {
    func variable(_ id: String, _ list: Hierarchy) -> Variable {
      let codes = list.leafCodes
      return Variable(
        id: id, codes: codes, field: id, places: codes.indices.map { Int32($0) })
    }
    firstYear = Int32(years.lowerBound)
    variables = [
      Variable(
        id: PopulationRegister.year, codes: years.map { String($0) }, field: "year",
        places: (0..<Int32(years.count)).map { $0 }),
      Variable(
        id: PopulationRegister.ageBand, codes: ages.leafCodes, field: "ageGroup",
        places: Self.places(in: ages, library: library)),
      variable(PopulationRegister.sex, library.sex),
      variable(PopulationRegister.education, library.education),
      variable(PopulationRegister.background, library.background),
      variable(PopulationRegister.municipality, library.municipalities),
    ]
  }

  /// For each age group of the register, the place of the one of `ages` that it is part of.
  private static func places(in ages: Hierarchy, library: ClassificationLibrary) -> [Int32] {
    if ages.id == library.disabilityAge.id {
      return ages.leaves.indices.map { Int32($0) }
    }
    let positions = ages.leafPositions
    return library.disabilityAge.leafCodes.map { group in
      let years = library.disabilityAgeOfYear.sources(of: group)
      let band = years.first.flatMap { library.allowanceAgeOfYear.target(of: $0) }
      return band.flatMap { positions[$0] } ?? -1
    }
  }

  /// The persons of each group, row-major.
  func persons(in records: RegisterRecords) -> [Int] {
    var persons = Array(repeating: 0, count: variables.reduce(1) { $0 * $1.codes.count })
    let columns = variables.map { records[$0.field] }
    let counts = records["persons"]
    rows: for row in counts.indices {
      var group = 0
      for (place, variable) in variables.enumerated() {
        let number = Int(columns[place][row]) - (place == 0 ? Int(firstYear) : 0)
        guard variable.places.indices.contains(number), variable.places[number] >= 0 else {
          continue rows
        }
        group = group * variable.codes.count + Int(variable.places[number])
      }
      persons[group] += Int(counts[row])
    }
    return persons
  }

  /// The register of the groups that have persons.
  func register(_ persons: [Int]) -> Register {
    let groups = persons.indices.filter { persons[$0] > 0 }
    var block = persons.count
    return Register(
      name: "population 18-67 years",
      identifiers: IntegerColumn(groups.indices.map { Int32(81_000_001 + $0) }),
      variables: variables.map { variable in
        block /= variable.codes.count
        return CodedVariable(
          id: variable.id, codes: variable.codes,
          column: CodeColumn(
            groups.map { $0 / block % variable.codes.count }, cardinality: variable.codes.count))
      },
      flags: [:],
      amounts: [PopulationRegister.persons: IntegerColumn(groups.map { persons[$0] })])
  }
}
