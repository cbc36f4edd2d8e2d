internal import Classifications
public import Registers

/// Synthesizes the registers that disability benefit of `years` is derived from.
///
/// In the last year about 353 000 residents and 12 000 non-residents receive the benefit at scale
/// 1, in the years before nearly as many: most are the same, others died, turned 67 or lost the
/// benefit. Beside them there are people whose decision ended before, began after or was refused,
/// and the households of all. Everything is drawn, at Norway's level and from no published figure.
/// The rest of the population is in groups of like incomes. Residence begins on 1 January of the
/// first year.
///
/// `scale` is persons per person of Norway, 1 the country; `population` is the population 18-67 of
/// the last year by the age groups of disability benefit, laid out as ``PopulationRegister``;
/// recipients are a part of it.
/// - Throws: ``SynthesisDataError`` when the weights of countries are missing.
/// - Precondition: the scale is above 0; the municipalities of 2020 are in force in all years.
public func synthesizeDisability(
  seed: UInt64, scale: Double, years: ClosedRange<Int>, population: Register,
  inputs: SynthesisInputs
) throws(SynthesisDataError) -> DisabilityRecords {
  var synthesis = try DisabilitySynthesis(seed: seed, scale: scale, years: years, inputs: inputs)
  synthesis.addResidents(
    DisabilityPopulation(
      population: population, year: years.upperBound, library: inputs.library
    ).groups)
  synthesis.addNonResidents()
  synthesis.addFormerRecipients()
  synthesis.addRestOfPopulation()
  return synthesis.records.records(NorwegianLayouts(inputs.library), DisabilityLayouts())
}

/// The making of the registers, one recipient with household after the other.
struct DisabilitySynthesis {
  let scale: Double
  let years: ClosedRange<Int>
  let inputs: SynthesisInputs
  var generator: SeededGenerator
  var records: DisabilityColumns
  /// Persons so far.
  private var personCount: Int32 = 0
  /// Persons in households so far, by year.
  var listedCounts: [Int]
  /// Countries of birth by place of the background and of the sex.
  let countries: [[WeightedChoice]]
  /// Place of Norway among the countries.
  let norway: Int32
  /// Place of each municipality of 2020 in the list of all.
  let municipalityPlaces: [Int32]
  /// Codes of the education groups and of the backgrounds, by place.
  let educationCodes, backgroundCodes: [String]
  /// Years of age and how likely each is, by place of the age group.
  private let ages: [(first: Int, choice: WeightedChoice)]
  /// What someone who left is like: places of codes among the leaves of each list.
  private struct Leavers {
    let age, education, background, municipality: WeightedChoice
  }
  private let leavers: Leavers

  init(
    seed: UInt64, scale: Double, years: ClosedRange<Int>, inputs: SynthesisInputs
  ) throws(SynthesisDataError) {
    precondition(scale > 0, "there is someone to synthesize")
    precondition(years.lowerBound >= 2020, "one list of municipalities")
    let library = inputs.library
    self.scale = scale
    self.years = years
    self.inputs = inputs
    generator = SeededGenerator(seed: seed, stream: "disability")
    listedCounts = years.map { _ in 0 }
    records = DisabilityColumns(NorwegianLayouts(library), DisabilityLayouts())
    educationCodes = library.education.leafCodes
    backgroundCodes = library.disabilityBackground.leafCodes
    var countries: [[WeightedChoice]] = []
    for background in library.disabilityBackground.leafCodes {
      var bySex: [WeightedChoice] = []
      for sex in library.sex.leafCodes {
        guard let weights = inputs.weights.countries[background]?[sex] else {
          throw SynthesisDataError(
            path: "synthesis/country-weights.csv", kind: .figure(codes: [background, sex]),
            position: nil)
        }
        bySex.append(WeightedChoice(weights))
      }
      countries.append(bySex)
    }
    self.countries = countries
    norway = library.countryOfBirth.leafPositions["000"] ?? 0
    municipalityPlaces = library.municipalities.leafPositions(
      of: library.municipalities2020.leafCodes)
    let years = library.disabilityAgeOfYear
    ages = library.disabilityAge.leafCodes.map { band in
      let members = years.sources(of: band).compactMap { Int($0) }
      let weights = members.map { year in
        // The first and the last age have the benefit for a part of the year only.
        year == 18 || year == 67 ? 0.4 : 1 + 0.04 * Double(year - members[0])
      }
      return (members[0], WeightedChoice(weights))
    }
    leavers = Leavers(
      age: WeightedChoice([0.2, 0.2, 0.3, 1, 3, 5, 8]),
      education: WeightedChoice([5, 4, 1.5, 1]), background: WeightedChoice([2, 1.5, 7]),
      municipality: WeightedChoice(inputs.weights.municipalities2020))
  }

  /// Adds the resident recipients: a part of each group of the population.
  mutating func addResidents(_ groups: [DisabilityPopulation.Group]) {
    let appetite = inputs.weights.municipalities2020.map { _ in
      0.75 + 0.3 * (generator.unit() + generator.unit() * generator.unit())
    }
    let rates = DisabilityRates(groups, library: inputs.library, appetite: appetite)
    for (group, expected) in zip(groups, rates.expected) {
      let most = Int(Double(group.persons) * scale)
      let wanted = Int(expected * scale + generator.unit())
      for _ in 0..<min(most, wanted) {
        let traits = Traits(
          sex: group.sex, ageGroup: group.age, education: group.education,
          background: group.background, municipality: group.municipality)
        addRecipient(
          traits, age: age(inGroup: traits.ageGroup), until: years.upperBound, .goesOn)
      }
    }
  }

  /// Adds those who died in the last year or live abroad at its end.
  mutating func addNonResidents() {
    for number in 0..<Int(12_000 * scale) {
      let traits = leaverTraits()
      addRecipient(
        traits, age: age(inGroup: traits.ageGroup), until: years.upperBound,
        number % 2 == 0 ? .livesAbroad : .died)
    }
  }

  /// Adds recipients of the years before who are none of the last: they died, turned 67, or had no
  /// decision any more.
  mutating func addFormerRecipients() {
    for year in years.dropLast() {
      for _ in 0..<Int(6_000 * scale) {
        let traits = leaverTraits()
        addRecipient(traits, age: age(inGroup: traits.ageGroup), until: year, .died)
      }
      for _ in 0..<Int(17_000 * scale) {
        addRecipient(leaverTraits(ageGroup: ages.count - 1), age: 67, until: year, .goesOn)
      }
      for _ in 0..<Int(1_500 * scale) {
        let traits = leaverTraits(ageGroup: generator.below(ages.count - 1))
        addRecipient(traits, age: age(inGroup: traits.ageGroup), until: year, .isEnded)
      }
    }
  }

  private mutating func leaverTraits(ageGroup: Int? = nil) -> Traits {
    Traits(
      sex: generator.unit() < 0.5 ? 0 : 1, ageGroup: ageGroup ?? leavers.age.draw(&generator),
      education: leavers.education.draw(&generator),
      background: leavers.background.draw(&generator),
      municipality: leavers.municipality.draw(&generator))
  }

  /// Adds a person to the register of persons.
  mutating func addPerson(
    sex: Int, born: Day, died: Day? = nil, origin: Origin
  ) -> Int32 {
    personCount += 1
    let person = 90_000_004 + 7 * personCount
    records.persons.append([
      person, Int32(sex), born.number, died?.number ?? RegisterRecords.missing, origin.birthCountry,
      origin.mother, origin.father, origin.foreignGrandparents,
    ])
    return person
  }

  /// A year of age in the age group at `place`.
  mutating func age(inGroup place: Int) -> Int {
    ages[place].first + ages[place].choice.draw(&generator)
  }

  /// A whole number in `range`.
  mutating func draw(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + generator.below(range.count)
  }

  /// Whether something of this likelihood happens.
  mutating func happens(_ likelihood: Double) -> Bool { generator.unit() < likelihood }
}
