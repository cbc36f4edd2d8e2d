internal import Classifications
internal import Registers

/// Municipalities and countries as the event registers have them.
struct AllowancePlaces {
  /// Norway's place among the countries of birth.
  let norway: Int
  /// Countries of birth of foreign parents.
  let abroad: WeightedChoice
  /// Where people move from: municipalities from 2020.
  let elsewhere: WeightedChoice
  /// For each municipality from 2020, its number in the register of residences.
  let from2020: [Int32]
  /// For each of them, the numbers of those of 2019 that it comes from.
  private let before: [(numbers: [Int32], choice: WeightedChoice)]

  init(inputs: SynthesisInputs) throws(SynthesisDataError) {
    let library = inputs.library
    guard let weights = inputs.weights.countries["B"]?["2"],
      let norway = library.countryOfBirth.leafCodes.firstIndex(of: "000")
    else {
      throw SynthesisDataError(
        path: "synthesis/country-weights.csv", kind: .figure(codes: ["B"]), position: nil)
    }
    self.norway = norway
    abroad = WeightedChoice(weights)
    elsewhere = WeightedChoice(inputs.weights.municipalities2020)
    let positions = library.municipalities.leafPositions
    let codes = library.municipalities2020.leafCodes
    from2020 = codes.compactMap { positions[$0] }
    precondition(from2020.count == codes.count, "the list of all years has those of 2020")
    let earlier = library.municipalities2019.leafPositions
    var sources: [String: [(number: Int32, weight: Double)]] = [:]
    for code in library.municipality2019To2020.sources {
      guard let number = positions[code], let place = earlier[code] else { continue }
      let weight = inputs.weights.municipalities2019[Int(place)] + 1
      for target in library.municipality2019To2020.targets(of: code) {
        sources[target.code, default: []].append((number, weight * Double(target.percent)))
      }
    }
    before = zip(codes, from2020).map { code, number in
      let known = sources[code] ?? [(number, 1)]
      return (known.map(\.number), WeightedChoice(known.map(\.weight)))
    }
  }

  /// The number of a municipality of 2019 that became part of `municipality`.
  func before2020(_ municipality: Int, _ generator: inout SeededGenerator) -> Int32 {
    let (numbers, choice) = before[municipality]
    return numbers.count == 1 ? numbers[0] : numbers[choice.draw(&generator)]
  }
}

/// The first day of every month that events fall in.
struct AllowanceCalendar {
  /// The day on which the municipalities of 2020 came into force.
  let reform = Day(2020, 1, 1).number
  private let base = Month(1930, 1)
  private let firstDays: [Int32]

  init() {
    let base = base
    firstDays = (0..<1_200).map { base.advanced(by: $0).firstDay.number }
  }

  /// A day of a month, one of the first 28.
  func day(in month: Int32, _ generator: inout SeededGenerator) -> Int32 {
    firstDays[Int(month - base.number)] + Int32(generator.below(28))
  }
}
