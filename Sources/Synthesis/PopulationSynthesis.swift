internal import Classifications
internal import Columns
public import Registers

/// Synthesizes the population aged 18-67 by the groups of the recipients, laid out as
/// ``PopulationLayouts/groups``.
///
/// In 2022 age × sex × education and age × sex × country background are the calibrated population,
/// so that the published percentages of population come out; the years before have a little less of
/// each. Every group has at least its recipients. Deterministic given the residents among the
/// recipients in `allowance`, laid out as ``AllowanceRegister``.
/// - Throws: ``SynthesisDataError`` when the calibrated population is missing, contradicts itself
///   or is smaller than the recipients.
/// - Precondition: `allowance` has the recipients of each of `years`.
public func synthesizePopulation(
  years: ClosedRange<Int>, allowance: Register, inputs: SynthesisInputs
) throws(SynthesisDataError) -> RegisterRecords {
  try PopulationSynthesis(years: years, allowance: allowance, inputs: inputs).records()
}

/// The making of the population: in each year, age group and sex, those who are not recipients are
/// split over education × background by iterative fitting, and then over the municipalities by
/// weight.
struct PopulationSynthesis {
  private let inputs: SynthesisInputs
  private let years: ClosedRange<Int>
  /// Year × age group × sex × education × background × municipality, row-major, with the recipients
  /// of each.
  private let recipients: [Int]
  private let extents: (education: Int, background: Int, municipality: Int)

  init(years: ClosedRange<Int>, allowance: Register, inputs: SynthesisInputs) {
    let library = inputs.library
    self.inputs = inputs
    self.years = years
    extents = (
      library.education.leaves.count, library.background.leaves.count,
      library.municipalities.leaves.count
    )
    var axes: [Axis] = []
    func add(_ id: String, extent: Int, _ recode: ([String]) -> [Int32]) {
      guard let variable = allowance.variables[id] else { return }
      axes.append(Axis(variable.column, recode: recode(variable.codes), extent: extent))
    }
    let codes = years.map { String($0) }
    add(AllowanceRegister.year, extent: codes.count) { all in
      precondition(Set(codes).isSubset(of: all), "there are recipients of each year")
      return all.map { code in codes.firstIndex(of: code).map { Int32($0) } ?? -1 }
    }
    add(AllowanceRegister.age, extent: library.allowanceAge.leaves.count) {
      library.allowanceAgeOfYear.leafPositions(of: $0, in: library.allowanceAge)
    }
    for (id, hierarchy) in [
      (AllowanceRegister.sex, library.sex), (AllowanceRegister.education, library.education),
      (AllowanceRegister.background, library.background),
      (AllowanceRegister.municipality, library.municipalities),
    ] {
      add(id, extent: hierarchy.leaves.count) { hierarchy.leafPositions(of: $0) }
    }
    precondition(axes.count == 6, "the recipients have the variables of the population")
    recipients = count(over: axes, where: allowance.flags[AllowanceRegister.isResident])
  }

  func records() throws(SynthesisDataError) -> RegisterRecords {
    let library = inputs.library
    var rows = PopulationRows(library)
    let stratum = extents.education * extents.background * extents.municipality
    var start = 0
    for year in years {
      let all = municipalityWeights(of: year)
      let weights = library.background.leafCodes.map { residence(of: $0, all) }
      for band in library.allowanceAge.leafCodes {
        for (place, sex) in library.sex.leafCodes.enumerated() {
          var persons = Array(recipients[start..<start + stratum])
          let others = try self.others(band: band, sex: sex, year: year, taken: persons)
          for (group, total) in others.enumerated() {
            let first = group * extents.municipality
            let parts = apportioned(total, by: weights[group % extents.background])
            for (municipality, part) in parts.enumerated() {
              persons[first + municipality] += part
            }
          }
          rows.append(persons, year: year, band: band, sex: place, extents: extents)
          start += stratum
        }
      }
    }
    return rows.records
  }

  /// Weight of each municipality of both lists, 0 for those not in force at the end of `year`.
  ///
  /// The list of 2019 stands for the years before it.
  private func municipalityWeights(of year: Int) -> [Double] {
    let library = inputs.library
    let (list, weights) =
      year < 2020
      ? (library.municipalities2019, inputs.weights.municipalities2019)
      : (library.municipalities2020, inputs.weights.municipalities2020)
    return list.leafPositions(of: library.municipalities.leafCodes).map {
      $0 < 0 ? 0 : weights[Int($0)]
    }
  }

  /// Persons of a stratum who are not recipients, by education × background.
  private func others(
    band: String, sex: String, year: Int, taken: [Int]
  ) throws(SynthesisDataError) -> [Int] {
    var byEducation = try population(band, sex, "education", inputs.library.education)
    var byBackground = try population(band, sex, "background", inputs.library.background)
    if let share = Self.share[year] {
      let total = byEducation.reduce(0, +) * share / 1000
      byEducation = apportioned(total, by: byEducation.map(Double.init))
      byBackground = apportioned(total, by: byBackground.map(Double.init))
    }
    for education in 0..<extents.education {
      for background in 0..<extents.background {
        let first = (education * extents.background + background) * extents.municipality
        let recipients = taken[first..<first + extents.municipality].reduce(0, +)
        byEducation[education] -= recipients
        byBackground[background] -= recipients
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

  /// Per thousand of the population of 2022 in the years before it: roughly how the country grew.
  private static let share = [
    2016: 963, 2017: 970, 2018: 975, 2019: 980, 2020: 984, 2021: 990,
  ]

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
}

/// The rows of the register of the population while they grow.
private struct PopulationRows {
  private(set) var records: RegisterRecords
  /// For each age group of the allowance, its parts by place, with their shares.
  private let parts: [String: [(place: Int, share: Double)]]

  init(_ library: ClassificationLibrary) {
    records = RegisterRecords(PopulationLayouts(library).groups)
    var parts: [String: [(place: Int, share: Double)]] = [:]
    for (place, group) in library.disabilityAge.leafCodes.enumerated() {
      let years = library.disabilityAgeOfYear.sources(of: group)
      guard let band = years.first.flatMap({ library.allowanceAgeOfYear.target(of: $0) }) else {
        continue
      }
      // Of 25-34 slightly fewer are under 30.
      parts[band, default: []].append((place, group == "25-29" ? 0.48 : 0.52))
    }
    self.parts = parts
  }

  /// Adds the groups of a year, age group and sex: education × background × municipality.
  mutating func append(
    _ persons: [Int], year: Int, band: String, sex: Int,
    extents: (education: Int, background: Int, municipality: Int)
  ) {
    let parts = parts[band] ?? []
    for (cell, count) in persons.enumerated() where count > 0 {
      let municipality = cell % extents.municipality
      let background = cell / extents.municipality % extents.background
      let education = cell / extents.municipality / extents.background
      for (part, members) in zip(parts, apportioned(count, by: parts.map(\.share)))
      where members > 0 {
        records.append(
          [year, municipality, sex, part.place, education, background, members].map { Int32($0) })
      }
    }
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
