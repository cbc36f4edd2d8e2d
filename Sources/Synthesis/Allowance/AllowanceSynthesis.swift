internal import Classifications
public import Registers

/// Synthesizes the event registers of the recipients of work assessment allowance.
///
/// What is derived from them for 2022 agrees with every published count: age × sex × education, ×
/// country background and × work intensity, and new recipients by age × sex; within an age group
/// and sex they are paired at random with a lean. Non-residents come on top. Single years,
/// countries, municipalities and what lies before 2022 are drawn.
///
/// The recipients of 2022 and their events are the same whatever `years` are asked for; who stopped
/// earlier is there from the first of `years` on. Rows stand in order of person, whose numbers say
/// nothing about them, but those who stopped before 2022 come last.
/// - Throws: ``SynthesisDataError`` when figures are missing or contradict each other.
/// - Precondition: `years` are within 2016 … 2022.
public func synthesizeAllowance(
  seed: UInt64, years: ClosedRange<Int>, inputs: SynthesisInputs
) throws(SynthesisDataError) -> AllowanceRecords {
  precondition(years.lowerBound >= 2016 && years.upperBound <= 2022, "2022 is the calibrated year")
  var strata = AllowanceStrata(seed: seed, inputs: inputs)
  let recipients = try strata.drawn()
  var events = try AllowanceEvents(inputs: inputs, expected: recipients.count)
  var generator = SeededGenerator(seed: seed, stream: "allowance events 2022")
  let patterns = AllowancePatterns(goesOn: 15)
  for profile in recipients {
    events.add(profile, year: 2022, isLast: false, patterns: patterns, &generator)
  }
  for year in stride(from: 2021, through: years.lowerBound, by: -1) {
    addLeavers(of: year, like: recipients, to: &events, seed: seed)
  }
  return events.records()
}

/// Adds those whose last year with the allowance was `year`: profiles of recipients of 2022, with
/// events of their own.
private func addLeavers(
  of year: Int, like recipients: [AllowanceProfile], to events: inout AllowanceEvents,
  seed: UInt64
) {
  var generator = SeededGenerator(seed: seed, stream: "allowance leavers \(year)")
  let patterns = AllowancePatterns(goesOn: 1)
  // Fewer stopped while the allowance was prolonged during the pandemic.
  let share = [2021: 0.24, 2020: 0.2, 2019: 0.28, 2018: 0.38][year] ?? 0.25
  for _ in 0..<Int(Double(recipients.count) * share) {
    let profile = recipients[generator.below(recipients.count)]
    events.add(profile, year: year, isLast: true, patterns: patterns, &generator)
  }
}

/// The recipients of 2022 as profiles, one age group and sex after the other.
private struct AllowanceStrata {
  private let inputs: SynthesisInputs
  private var generator: SeededGenerator
  private var profiles: [AllowanceProfile] = []
  /// Where recipients of each background live and were born, by place among the backgrounds.
  private let municipalities: [WeightedChoice]
  private let countries: [[String: WeightedChoice]]

  init(seed: UInt64, inputs: SynthesisInputs) {
    var generator = SeededGenerator(seed: seed, stream: "allowance 2022")
    let backgrounds = inputs.library.background.leafCodes
    // Some municipalities have more recipients for their size than others.
    let rates = inputs.weights.municipalities2020.map { _ in 0.7 + 0.6 * generator.unit() }
    municipalities = backgrounds.map { background in
      let weights = residence(of: background, inputs.weights.municipalities2020)
      return WeightedChoice(zip(weights, rates).map { $0 * $1 })
    }
    countries = backgrounds.map { background in
      (inputs.weights.countries[background] ?? [:]).mapValues { WeightedChoice($0) }
    }
    self.inputs = inputs
    self.generator = generator
  }

  /// All profiles, in random order.
  mutating func drawn() throws(SynthesisDataError) -> [AllowanceProfile] {
    for band in inputs.library.allowanceAge.leafCodes {
      for (place, sex) in inputs.library.sex.leafCodes.enumerated() {
        let first = profiles.count
        try addStratum(band: band, sex: sex, sexPlace: place)
        addNonResidents(like: first..<profiles.count)
      }
    }
    generator.shuffle(&profiles)
    return profiles
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
    var ages = yearsOfAge(
      persons, in: band, of: library.allowanceAgeOfYear, last: lastYear(band), &generator)
    let higher = library.education.leafCodes.firstIndex(of: "03")
    for person in ages.indices where education[person] == higher {
      // Nobody has completed higher education at 18: ages are places after that.
      ages[person] = max(ages[person], 3 + generator.below(4))
    }
    let newCount = try inputs.figures.allowanceNew.persons(band, sex)
    // Whoever is 18 at the end of the year was too young in December before.
    let order = generator.order(count: persons) {
      0.05 * Double(intensity[$0]) - (ages[$0] == 0 ? 1.5 : 0)
    }
    var isNew = Array(repeating: false, count: persons)
    for person in order.prefix(newCount) { isNew[person] = true }
    let birthplaces = try birthplaces(background, sex)
    for person in 0..<persons {
      profiles.append(
        AllowanceProfile(
          sex: UInt8(sexPlace), age: UInt8(18 + ages[person]),
          education: UInt8(education[person]), background: UInt8(background[person]),
          country: UInt16(birthplaces[person]),
          municipality: UInt16(municipalities[background[person]].draw(&generator)),
          intensity: UInt8(intensity[person]), isNew: isNew[person]))
    }
  }

  /// Adds people like those of a stratum who died or left the country before the end of the year:
  /// about two in a hundred, more of the old and of immigrants.
  private mutating func addNonResidents(like stratum: Range<Int>) {
    for place in stratum {
      var profile = profiles[place]
      let deaths = 0.002 + 0.0004 * Double(profile.age - 18)
      let departures = profile.background < 2 ? 0.03 : 0.004
      let draw = generator.unit()
      guard draw < deaths + departures else { continue }
      profile.departure = draw < deaths ? .died : .emigrated
      profiles.append(profile)
    }
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
