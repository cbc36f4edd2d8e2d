internal import Classifications
public import Registers

/// Synthesizes the Danish registers behind the integration programme: immigrants of 2003 to 2023
/// with their permits, citizenships, residence and work up to the end of 2023.
///
/// `scale` multiplies how many immigrate. Numbers are plausible and skewed, not Denmark's.
/// - Throws: ``SynthesisDataError`` when the weights are missing or wrong.
public func synthesizeIntegration(
  seed: UInt64, scale: Double, inputs: SynthesisInputs
) throws(SynthesisDataError) -> IntegrationRecords {
  var synthesis = try IntegrationSynthesis(seed: seed, scale: scale, inputs: inputs)
  return synthesis.records()
}

/// The making of the immigrants, year by year and permit by permit.
struct IntegrationSynthesis {
  /// The last day that the registers know of.
  static let lastDay = Day(2023, 12, 31)

  let lists: DanishClassifications
  var generator: SeededGenerator
  var result: IntegrationRecords
  private let arrivals: [(arrivals: IntegrationWeights.Arrivals, origins: OriginChoice)]
  let homes: IntegrationHomes
  private let scale: Double

  init(
    seed: UInt64, scale: Double, inputs: SynthesisInputs
  ) throws(SynthesisDataError) {
    precondition(scale > 0, "a register has persons")
    let weights = inputs.integration
    lists = inputs.library.danish
    var arrivals: [(IntegrationWeights.Arrivals, OriginChoice)] = []
    for group in weights.arrivals {
      guard
        let origins = weights.origins.first(where: {
          $0.permit == group.permit && $0.years.contains(group.year)
        })
      else {
        throw SynthesisDataError(
          path: "synthesis/dk-origin-weights.csv",
          kind: .figure(codes: [group.permit, "\(group.year)"]), position: nil)
      }
      arrivals.append((group, OriginChoice(origins)))
    }
    self.arrivals = arrivals
    homes = IntegrationHomes(lists.municipalities, weights: weights.municipalities)
    generator = SeededGenerator(seed: seed, stream: "integration programme")
    result = IntegrationRecords(IntegrationLayouts(inputs.library))
    self.scale = scale
  }

  mutating func records() -> IntegrationRecords {
    let counts = arrivals.map { Int((Double($0.arrivals.persons) * scale).rounded()) }
    // 41 apart and in random order, so that a number is recognized and says nothing.
    var identifiers = Array(0..<counts.reduce(0, +))
    generator.shuffle(&identifiers)
    var next = 0
    for (group, count) in zip(arrivals, counts) {
      for _ in 0..<count {
        addPerson(Int32(71_000_001 + 41 * identifiers[next]), of: group.arrivals, group.origins)
        next += 1
      }
    }
    return result
  }

  /// Adds all that the registers know of a person who immigrates with a permit.
  private mutating func addPerson(
    _ person: Int32, of group: IntegrationWeights.Arrivals, _ origins: OriginChoice
  ) {
    let (origin, sex) = origins.draw(&generator)
    let arrived = day(ofArrivalIn: group.year, permit: group.permit)
    let born = arrived.advanced(byYears: -age(permit: group.permit))
      .advanced(byDays: -generator.below(365))
    addDescriptions(person, sex: sex, origin: origin, born: born, arrived: arrived)
    addPermits(person, permit: group.permit, arrived: arrived)
    addCitizenships(person, origin: origin, arrived: arrived)
    // An imputed permit is dated on the first immigration: no stay before there was the act.
    if generator.unit() < 0.02, group.permit != "4" { addEarlierStay(person, before: arrived) }
    let spells = addResidences(person, permit: group.permit, arrived: arrived)
    addEmployment(person, permit: group.permit, sex: sex, arrived: arrived, spells: spells)
  }

  /// Immigration is spread over the year; the Ukraine special act is of March 2022.
  private mutating func day(ofArrivalIn year: Int, permit: String) -> Day {
    guard permit == "4", year == 2022 else {
      return Day(year, 1, 1).advanced(byDays: generator.below(365))
    }
    let late = generator.unit()
    return Day(2022, 3, 17).advanced(byDays: Int(289 * late * late))
  }

  /// Age at immigration: mostly young adults, some minors, a few old.
  private mutating func age(permit: String) -> Int {
    let (first, span): (Double, Double) =
      switch permit {
      case "1": (15, 52)
      case "2": (16, 55)
      case "3": (17, 46)
      default: (15, 62)
      }
    let (one, other) = (generator.unit(), generator.unit())
    // Ukrainians are older than those who marry or flee alone.
    return Int(first + span * (permit == "4" ? (one + other * one) / 2 : one * other))
  }
}

/// Draws a country of origin together with a sex.
struct OriginChoice {
  private let choice: WeightedChoice
  private let countries: [Int]

  init(_ origins: IntegrationWeights.Origins) {
    countries = origins.rows.map(\.country)
    choice = WeightedChoice(origins.rows.flatMap { [$0.men, $0.women] })
  }

  /// Places among the countries and the sexes.
  func draw(_ generator: inout SeededGenerator) -> (origin: Int, sex: Int) {
    let drawn = choice.draw(&generator)
    return (countries[drawn / 2], drawn % 2)
  }
}

/// Draws municipalities: refugees are spread over the country, others live rather in cities.
struct IntegrationHomes {
  private let spread: WeightedChoice
  private let urban: WeightedChoice
  /// Municipalities of the region of each municipality.
  private let neighbours: [[Int]]
  private let neighbourChoices: [WeightedChoice]

  init(_ municipalities: Hierarchy, weights: [Double]) {
    spread = WeightedChoice(weights.map { $0 / (1 + $0 / 80) })
    let cityWeights = weights.map { $0 * (0.5 + $0 / ($0 + 60)) }
    urban = WeightedChoice(cityWeights)
    let regions = municipalities.leaves.map { municipalities.path(to: $0)[1] }
    neighbours = regions.map { region in regions.indices.filter { regions[$0] == region } }
    neighbourChoices = neighbours.map { places in
      WeightedChoice(places.map { cityWeights[$0] })
    }
  }

  /// The first municipality of someone with a permit.
  func first(permit: String, _ generator: inout SeededGenerator) -> Int {
    (permit == "3" ? urban : spread).draw(&generator)
  }

  /// Where someone moves to: mostly within the region.
  func next(after municipality: Int, _ generator: inout SeededGenerator) -> Int {
    guard generator.unit() < 0.6 else { return urban.draw(&generator) }
    return neighbours[municipality][neighbourChoices[municipality].draw(&generator)]
  }
}
