internal import Classifications
public import Registers

/// Synthesizes the recipients of work assessment allowance 2022.
///
/// Age × sex × education, × country background and × work intensity, and new recipients by age ×
/// sex, are those published; within an age group and sex they are paired at random with a lean.
/// Single years, countries and municipalities are drawn.
/// - Throws: ``SynthesisDataError`` when figures are missing or contradict each other.
public func synthesizeAllowance(
  seed: UInt64, inputs: SynthesisInputs
) throws(SynthesisDataError) -> Register {
  var synthesis = AllowanceSynthesis(seed: seed, inputs: inputs)
  return try synthesis.register()
}

/// The making of the recipients, one age group and sex after the other.
struct AllowanceSynthesis {
  private let inputs: SynthesisInputs
  private var generator: SeededGenerator
  private var rows: RegisterRows
  private var isNew: [Bool] = []
  /// Where recipients of each background live and were born, by place among the backgrounds.
  private let municipalities: [WeightedChoice]
  private let countries: [[String: WeightedChoice]]

  init(seed: UInt64, inputs: SynthesisInputs) {
    let library = inputs.library
    var generator = SeededGenerator(seed: seed, stream: "allowance 2022")
    let backgrounds = library.background.leafCodes
    // Some municipalities have more recipients for their size than others.
    let rates = inputs.weights.municipalities2020.map { _ in 0.7 + 0.6 * generator.unit() }
    municipalities = backgrounds.map { background in
      let weights = residence(of: background, inputs.weights.municipalities2020)
      return WeightedChoice(zip(weights, rates).map { $0 * $1 })
    }
    countries = backgrounds.map { background in
      (inputs.weights.countries[background] ?? [:]).mapValues { WeightedChoice($0) }
    }
    rows = RegisterRows(
      (AllowanceRegister.sex, library.sex.leafCodes),
      (AllowanceRegister.age, library.allowanceAgeOfYear.sources),
      (AllowanceRegister.education, library.education.leafCodes),
      (AllowanceRegister.background, backgrounds),
      (AllowanceRegister.countryOfBirth, library.countryOfBirth.leafCodes),
      (AllowanceRegister.municipality, library.municipalities2020.leafCodes),
      (AllowanceRegister.workIntensity, library.workIntensity.leafCodes))
    self.inputs = inputs
    self.generator = generator
  }

  mutating func register() throws(SynthesisDataError) -> Register {
    for band in inputs.library.allowanceAge.leafCodes {
      for (place, sex) in inputs.library.sex.leafCodes.enumerated() {
        try addStratum(band: band, sex: sex, sexPlace: place)
      }
    }
    return rows.register(
      name: "work assessment allowance recipients 2022", firstIdentifier: 52_000_007,
      flags: [AllowanceRegister.isNewRecipient: isNew], &generator)
  }

  /// Adds the recipients of one age group and sex: sorted by background, then paired with a lean.
  private mutating func addStratum(
    band: String, sex: String, sexPlace: Int
  ) throws(SynthesisDataError) {
    let library = inputs.library
    let table = inputs.figures.allowanceEducation
    let persons = try table.persons(band, library.education.categories[0].code, sex)
    let background = repeated(
      try counts(inputs.figures.allowanceBackground, band, library.background, sex))
    let educations = repeated(try counts(table, band, library.education, sex))
    let intensities = repeated(try intensityCounts(band: band, sex: sex, total: persons))
    guard background.count == persons, educations.count == persons else {
      throw SynthesisDataError(
        path: table.path, kind: .disagreement(codes: [band, sex]), position: nil)
    }
    let home = library.background.leafCodes.map { $0 == "B" ? -0.3 : $0 == "A" ? 0.2 : 0 }
    let education = paired(leastSchooledFirst(educations)) { home[background[$0]] }
    let schooling = library.education.leafCodes.map { $0 == "03" ? 0.25 : $0 == "02" ? 0.1 : 0 }
    let intensity = paired(intensities) { schooling[education[$0]] }
    let newCount = try inputs.figures.allowanceNew.persons(band, sex)
    let order = generator.order(count: persons) { 0.05 * Double(intensity[$0]) }
    var new = Array(repeating: false, count: persons)
    for person in order.prefix(newCount) { new[person] = true }

    rows.append(Array(repeating: sexPlace, count: persons), to: AllowanceRegister.sex)
    rows.append(
      yearsOfAge(
        persons, in: band, of: library.allowanceAgeOfYear, last: lastYear(band), &generator),
      to: AllowanceRegister.age)
    rows.append(education, to: AllowanceRegister.education)
    rows.append(background, to: AllowanceRegister.background)
    rows.append(try birthplaces(background, sex), to: AllowanceRegister.countryOfBirth)
    rows.append(
      background.map { municipalities[$0].draw(&generator) }, to: AllowanceRegister.municipality)
    rows.append(intensity, to: AllowanceRegister.workIntensity)
    isNew += new
  }

  /// How likely the last year of an age group is against its first: more recipients with age, fewer
  /// towards retirement.
  private func lastYear(_ band: String) -> Double {
    switch band {
    case "18-24": 3
    case "62-67": 0.3
    default: 1.1
    }
  }

  /// The published persons of the leaves of `hierarchy` in one age group and sex.
  private func counts(
    _ table: PublishedTable, _ band: String, _ hierarchy: Hierarchy, _ sex: String
  ) throws(SynthesisDataError) -> [Int] {
    var counts: [Int] = []
    for code in hierarchy.leafCodes { counts.append(try table.persons(band, code, sex)) }
    return counts
  }

  /// Persons by work intensity; at most one level is not published and follows from the total.
  private func intensityCounts(
    band: String, sex: String, total: Int
  ) throws(SynthesisDataError) -> [Int] {
    let table = inputs.figures.allowanceIntensity
    let codes = inputs.library.workIntensity.leafCodes
    let published = codes.map { table[[band, $0, sex]]?.persons }
    let rest = total - published.reduce(0) { $0 + ($1 ?? 0) }
    let missing = published.filter { $0 == nil }.count
    guard rest >= 0, missing == 1 || missing == 0 && rest == 0 else {
      throw SynthesisDataError(
        path: table.path, kind: .disagreement(codes: [band, sex]), position: nil)
    }
    return published.map { $0 ?? rest }
  }

  /// Education numbers with unknown education, which leans to immigrants, before the levels.
  private func leastSchooledFirst(_ educations: [Int]) -> [Int] {
    let unknown = inputs.library.education.leafCodes.count - 1
    return educations.filter { $0 == unknown } + educations.filter { $0 != unknown }
  }

  /// `values`, one a person: the first of them rather to persons with a small lean.
  private mutating func paired(_ values: [Int], lean: (Int) -> Double) -> [Int] {
    var assigned = values
    let order = generator.order(count: values.count, lean: lean)
    for (rank, person) in order.enumerated() { assigned[person] = values[rank] }
    return assigned
  }

  private mutating func birthplaces(
    _ background: [Int], _ sex: String
  ) throws(SynthesisDataError) -> [Int] {
    let choices = countries.compactMap { $0[sex] }
    guard choices.count == countries.count else {
      throw SynthesisDataError(
        path: "synthesis/country-weights.csv", kind: .figure(codes: [sex]), position: nil)
    }
    return background.map { choices[$0].draw(&generator) }
  }
}

/// Weights of the municipalities for people of a background: immigrants live rather in the cities.
func residence(of background: String, _ weights: [Double]) -> [Double] {
  weights.map { weight in
    let urban = weight / (weight + 60_000)
    return switch background {
    case "A": weight * (0.8 + 0.4 * urban)
    case "B": weight * (0.4 + 1.2 * urban)
    default: weight * (1.1 - 0.3 * urban)
    }
  }
}
