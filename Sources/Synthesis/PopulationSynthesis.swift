internal import Classifications
internal import Columns
public import Registers

/// Synthesizes the population aged 18-67 of 2022 by the groups of the recipients.
///
/// Age × sex × education and age × sex × country background are the calibrated population, so that
/// the published percentages of population come out; every group has at least its recipients.
/// Deterministic given the recipients in `allowance`, laid out as ``AllowanceRegister``.
/// - Throws: ``SynthesisDataError`` when the calibrated population is missing, contradicts itself
///   or is smaller than the recipients.
public func synthesizePopulation(
  allowance: Register, inputs: SynthesisInputs
) throws(SynthesisDataError) -> Register {
  try PopulationSynthesis(allowance: allowance, inputs: inputs).register()
}

/// The making of the population: in each age group and sex, those who are not recipients are split
/// over education × background by iterative fitting, and then over the municipalities by weight.
struct PopulationSynthesis {
  private let inputs: SynthesisInputs
  /// Age group × sex × education × background × municipality, row-major, with the recipients of
  /// each.
  private let recipients: [Int]
  private let extents: (education: Int, background: Int, municipality: Int)

  init(allowance: Register, inputs: SynthesisInputs) {
    let library = inputs.library
    self.inputs = inputs
    extents = (
      library.education.leaves.count, library.background.leaves.count,
      library.municipalities2020.leaves.count
    )
    var axes: [Axis] = []
    if let age = allowance.variables[AllowanceRegister.age] {
      axes.append(
        Axis(
          age.column,
          recode: library.allowanceAgeOfYear.leafPositions(
            of: age.codes, in: library.allowanceAge),
          extent: library.allowanceAge.leaves.count))
    }
    for (id, hierarchy) in [
      (AllowanceRegister.sex, library.sex), (AllowanceRegister.education, library.education),
      (AllowanceRegister.background, library.background),
      (AllowanceRegister.municipality, library.municipalities2020),
    ] {
      guard let variable = allowance.variables[id] else { continue }
      axes.append(
        Axis(
          variable.column, recode: hierarchy.leafPositions(of: variable.codes),
          extent: hierarchy.leaves.count))
    }
    precondition(axes.count == 5, "the recipients have the variables of the population")
    recipients = count(over: axes)
  }

  func register() throws(SynthesisDataError) -> Register {
    let library = inputs.library
    let weights = library.background.leafCodes.map { background in
      residence(of: background, inputs.weights.municipalities2020)
    }
    var persons = recipients
    let stratum = extents.education * extents.background * extents.municipality
    var start = 0
    for band in library.allowanceAge.leafCodes {
      for sex in library.sex.leafCodes {
        let others = try self.others(band: band, sex: sex, at: start)
        for (group, total) in others.enumerated() {
          let first = start + group * extents.municipality
          let parts = apportioned(total, by: weights[group % extents.background])
          for (municipality, part) in parts.enumerated() { persons[first + municipality] += part }
        }
        start += stratum
      }
    }
    return assemble(persons)
  }

  /// Persons of a stratum who are not recipients, by education × background.
  private func others(
    band: String, sex: String, at start: Int
  ) throws(SynthesisDataError) -> [Int] {
    var byEducation = try population(band, sex, "education", inputs.library.education)
    var byBackground = try population(band, sex, "background", inputs.library.background)
    for education in 0..<extents.education {
      for background in 0..<extents.background {
        let first =
          start + (education * extents.background + background) * extents.municipality
        let taken = recipients[first..<first + extents.municipality].reduce(0, +)
        byEducation[education] -= taken
        byBackground[background] -= taken
      }
    }
    guard (byEducation + byBackground).allSatisfy({ $0 >= 0 }),
      byEducation.reduce(0, +) == byBackground.reduce(0, +)
    else {
      throw SynthesisDataError(
        path: SynthesisWeights.populationPath, kind: .disagreement(codes: [band, sex]),
        position: nil)
    }
    return fitted(rows: byEducation, columns: byBackground, prior: prior)
  }

  private func population(
    _ band: String, _ sex: String, _ variable: String, _ hierarchy: Hierarchy
  ) throws(SynthesisDataError) -> [Int] {
    var persons: [Int] = []
    for code in hierarchy.leafCodes {
      guard let count = inputs.weights.population[[band, sex, variable, code]] else {
        throw SynthesisDataError(
          path: SynthesisWeights.populationPath, kind: .figure(codes: [band, sex, variable, code]),
          position: nil)
      }
      persons.append(count)
    }
    return persons
  }

  /// How education goes with background before fitting: unknown education is rare among people who
  /// went to school in Norway, and basic school is common in group B.
  private var prior: [Double] {
    inputs.library.education.leafCodes.flatMap { education in
      inputs.library.background.leafCodes.map { background in
        switch (education, background) {
        case ("09", "rest"): 0.03
        case ("01", "B"): 1.5
        case ("03", "A"): 1.3
        default: 1
        }
      }
    }
  }

  private func assemble(_ persons: [Int]) -> Register {
    let library = inputs.library
    let lists = [
      (PopulationRegister.ageBand, library.allowanceAge), (PopulationRegister.sex, library.sex),
      (PopulationRegister.education, library.education),
      (PopulationRegister.background, library.background),
      (PopulationRegister.municipality, library.municipalities2020),
    ]
    let cells = persons.indices.filter { persons[$0] > 0 }
    var block = persons.count
    var variables: [CodedVariable] = []
    for (id, hierarchy) in lists {
      let extent = hierarchy.leaves.count
      block /= extent
      let numbers = cells.map { $0 / block % extent }
      variables.append(
        CodedVariable(
          id: id, codes: hierarchy.leafCodes, column: CodeColumn(numbers, cardinality: extent)))
    }
    return Register(
      name: "population 18-67 years 2022",
      identifiers: IntegerColumn(cells.indices.map { Int32(81_000_001 + $0) }),
      variables: variables, flags: [:],
      amounts: [PopulationRegister.persons: IntegerColumn(cells.map { Int32(persons[$0]) })])
  }
}

/// Whole numbers near `prior`, scaled until rows and columns have the given sums (iterative
/// proportional fitting, rounded down; what is left goes where both a row and a column lack it).
/// - Precondition: both margins have the same sum and are not negative; the prior is positive.
func fitted(rows: [Int], columns: [Int], prior: [Double]) -> [Int] {
  precondition(rows.reduce(0, +) == columns.reduce(0, +), "margins have one total")
  var table = prior
  func scale(_ places: [Int], to sum: Int) {
    let current = places.reduce(0) { $0 + table[$1] }
    let factor = current > 0 ? Double(sum) / current : 0
    for place in places { table[place] *= factor }
  }
  let rowPlaces = rows.indices.map { row in columns.indices.map { row * columns.count + $0 } }
  let columnPlaces = columns.indices.map { column in
    rows.indices.map { $0 * columns.count + column }
  }
  for _ in 0..<50 {
    for row in rows.indices { scale(rowPlaces[row], to: rows[row]) }
    for column in columns.indices { scale(columnPlaces[column], to: columns[column]) }
  }
  // A hair below, so that rounding down never exceeds a margin.
  var whole = table.map { Int(max(0, $0 * (1 - 1e-9)).rounded(.down)) }
  var rowRest = rows.indices.map { row in
    rows[row] - rowPlaces[row].reduce(0) { $0 + whole[$1] }
  }
  var columnRest = columns.indices.map { column in
    columns[column] - columnPlaces[column].reduce(0) { $0 + whole[$1] }
  }
  for row in rows.indices {
    for column in columns.indices {
      let more = min(rowRest[row], columnRest[column])
      whole[row * columns.count + column] += more
      rowRest[row] -= more
      columnRest[column] -= more
    }
  }
  return whole
}
