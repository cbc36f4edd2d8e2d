internal import Classifications
internal import DelimitedText

/// What is plausible for the Danish integration programme: rough weights of our own.
struct IntegrationWeights: Sendable {
  /// How many adults immigrate in a year with a permit of the programme.
  struct Arrivals: Sendable {
    let year: Int
    /// The permit's code.
    let permit: String
    let persons: Int
  }
  /// How likely each country of origin is, for men and women, with one permit in some years.
  struct Origins: Sendable {
    let permit: String
    let years: ClosedRange<Int>
    /// Leaf of the countries, men's weight, women's weight.
    var rows: [(country: Int, men: Double, women: Double)]
  }
  /// In the order of the file.
  let arrivals: [Arrivals]
  /// In the order of the file.
  let origins: [Origins]
  /// Weight of each leaf of the municipalities, about its thousands of persons.
  let municipalities: [Double]

  init(
    lists: DanishClassifications, files: (String) -> [UInt8]?
  ) throws(SynthesisDataError) {
    arrivals = try Self.arrivals(lists, files)
    origins = try Self.origins(lists, files)
    municipalities = try Self.municipalities(lists, files)
  }

  private static func arrivals(
    _ lists: DanishClassifications, _ files: (String) -> [UInt8]?
  ) throws(SynthesisDataError) -> [Arrivals] {
    let path = "synthesis/dk-permits-by-year.csv"
    var arrivals: [Arrivals] = []
    for row in try rows(at: path, columns: ["year", "permit", "persons"], in: files) {
      arrivals.append(
        Arrivals(
          year: try number(row[0], in: path) { Int($0) },
          permit: try code(row[1], lists.integrationPermit.leafPositions, path).text,
          persons: try number(row[2], in: path) { Int($0) }))
    }
    return arrivals
  }

  private static func origins(
    _ lists: DanishClassifications, _ files: (String) -> [UInt8]?
  ) throws(SynthesisDataError) -> [Origins] {
    let path = "synthesis/dk-origin-weights.csv"
    let positions = lists.country.leafPositions
    var origins: [Origins] = []
    for row in try rows(
      at: path, columns: ["permit", "from", "until", "country", "men", "women"], in: files)
    {
      let from: Int = try number(row[1], in: path) { Int($0) }
      let until: Int = try number(row[2], in: path) { Int($0).flatMap { $0 < from ? nil : $0 } }
      let permit = try code(row[0], lists.integrationPermit.leafPositions, path).text
      let entry = (
        country: try code(row[3], positions, path).position,
        men: try number(row[4], in: path) { Double($0) },
        women: try number(row[5], in: path) { Double($0) }
      )
      if let place = origins.firstIndex(where: {
        $0.permit == permit && $0.years == from...until
      }) {
        origins[place].rows.append(entry)
      } else {
        origins.append(Origins(permit: permit, years: from...until, rows: [entry]))
      }
    }
    return origins
  }

  private static func municipalities(
    _ lists: DanishClassifications, _ files: (String) -> [UInt8]?
  ) throws(SynthesisDataError) -> [Double] {
    let path = "synthesis/dk-municipality-weights.csv"
    let positions = lists.municipalities.leafPositions
    var weights = Array(repeating: 0.0, count: positions.count)
    for row in try rows(at: path, columns: ["municipality", "weight"], in: files) {
      weights[try code(row[0], positions, path).position] =
        try number(row[1], in: path) { Double($0) }
    }
    return weights
  }

  private static func code(
    _ field: DelimitedField, _ positions: [String: Int32], _ path: String
  ) throws(SynthesisDataError) -> (text: String, position: Int) {
    guard let position = positions[field.text] else {
      throw SynthesisDataError(
        path: path, kind: .unknownCode(field.text), position: field.position)
    }
    return (field.text, Int(position))
  }
}
