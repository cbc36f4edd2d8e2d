internal import Classifications
internal import DelimitedText

/// What is plausible where nothing is published: rough weights of our own, and the population that
/// we calibrated to the published percentages.
struct SynthesisWeights: Sendable {
  /// Where the calibrated population stands.
  static let populationPath = "calibration/population-2022.csv"

  /// Weight of each leaf of the municipalities of 2019, about its persons.
  let municipalities2019: [Double]
  /// Weight of each leaf of the municipalities of 2020, about its persons.
  let municipalities2020: [Double]
  /// Weights of the leaves of country of birth, by population and code of sex.
  ///
  /// The populations are `participants`, and the background groups of recipients.
  let countries: [String: [String: [Double]]]
  /// Persons aged 18-67 in 2022 by age group, code of sex, `education` or `background`, and code.
  let population: [[String]: Int]

  init(
    library: ClassificationLibrary, files: (String) -> [UInt8]?
  ) throws(SynthesisDataError) {
    municipalities2019 = try Self.municipalities("2019", of: library.municipalities2019, files)
    municipalities2020 = try Self.municipalities("2020", of: library.municipalities2020, files)
    countries = try Self.countries(of: library.countryOfBirth, files)
    population = try Self.population(files)
  }

  private static func municipalities(
    _ year: String, of hierarchy: Hierarchy, _ files: (String) -> [UInt8]?
  ) throws(SynthesisDataError) -> [Double] {
    let path = "synthesis/municipality-weights.csv"
    let positions = hierarchy.leafPositions
    var weights = Array(repeating: 0.0, count: positions.count)
    for row in try rows(at: path, columns: ["year", "municipality", "weight"], in: files)
    where row[0].text == year {
      let position = try leaf(row[1], positions, path)
      weights[position] = try number(row[2], in: path) { Double($0) }
    }
    return weights
  }

  private static func countries(
    of hierarchy: Hierarchy, _ files: (String) -> [UInt8]?
  ) throws(SynthesisDataError) -> [String: [String: [Double]]] {
    let path = "synthesis/country-weights.csv"
    let positions = hierarchy.leafPositions
    let none = Array(repeating: 0.0, count: positions.count)
    var weights: [String: [String: [Double]]] = [:]
    for row in try rows(
      at: path, columns: ["population", "country", "males", "females"], in: files)
    {
      let position = try leaf(row[1], positions, path)
      for (sex, field) in [("1", row[2]), ("2", row[3])] {
        weights[row[0].text, default: [:]][sex, default: none][position] =
          try number(field, in: path) { Double($0) }
      }
    }
    return weights
  }

  private static func population(
    _ files: (String) -> [UInt8]?
  ) throws(SynthesisDataError) -> [[String]: Int] {
    let path = populationPath
    var persons: [[String]: Int] = [:]
    for row in try rows(
      at: path, columns: ["age", "sex", "variable", "code", "persons"], in: files)
    {
      let codes = row.prefix(4).map(\.text)
      let earlier = persons.updateValue(
        try number(row[4], in: path) { Int($0) }, forKey: codes)
      if earlier != nil {
        throw SynthesisDataError(
          path: path, kind: .figure(codes: codes), position: row[0].position)
      }
    }
    return persons
  }

  private static func leaf(
    _ field: DelimitedField, _ positions: [String: Int32], _ path: String
  ) throws(SynthesisDataError) -> Int {
    guard let position = positions[field.text] else {
      throw SynthesisDataError(
        path: path, kind: .unknownCode(field.text), position: field.position)
    }
    return Int(position)
  }
}
