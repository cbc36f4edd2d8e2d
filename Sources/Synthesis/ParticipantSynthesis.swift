internal import Classifications
public import Registers

/// Synthesizes the participants of the introduction programme 2019.
///
/// Age × sex, country × sex, municipality × sex and measure × sex are those published, person by
/// person; what is not published is drawn. People come to a municipality in small groups from one
/// country, so that small municipalities have few countries.
/// - Throws: ``SynthesisDataError`` when figures are missing or contradict each other.
public func synthesizeParticipants(
  seed: UInt64, inputs: SynthesisInputs
) throws(SynthesisDataError) -> Register {
  var synthesis = ParticipantSynthesis(seed: seed, inputs: inputs)
  return try synthesis.register()
}

/// The making of the participants: one sex after the other, each sorted by municipality.
struct ParticipantSynthesis {
  let inputs: SynthesisInputs
  var generator: SeededGenerator
  /// Codes of the sexes, males first.
  let sexes: [String]

  private var rows: RegisterRows

  init(seed: UInt64, inputs: SynthesisInputs) {
    let library = inputs.library
    self.inputs = inputs
    generator = SeededGenerator(seed: seed, stream: "participants 2019")
    sexes = library.sex.leafCodes
    rows = RegisterRows(
      (ParticipantRegister.sex, sexes),
      (ParticipantRegister.age, library.introductionAgeOfYear.sources),
      (ParticipantRegister.countryOfBirth, library.countryOfBirth.leafCodes),
      (ParticipantRegister.municipality, library.municipalities2019.leafCodes))
  }

  mutating func register() throws(SynthesisDataError) -> Register {
    let municipalities = try municipalityCounts()
    let countries = try countryCounts()
    let origins = settle(countries, in: municipalities)
    for (place, sex) in sexes.enumerated() {
      let persons = origins[place].count
      rows.append(Array(repeating: place, count: persons), to: ParticipantRegister.sex)
      rows.append(origins[place].map(\.municipality), to: ParticipantRegister.municipality)
      rows.append(origins[place].map(\.country), to: ParticipantRegister.countryOfBirth)
      rows.append(
        try ages(sex: sex, countries: origins[place].map(\.country)), to: ParticipantRegister.age)
    }
    let flags = try measures(
      sex: rows[ParticipantRegister.sex], age: rows[ParticipantRegister.age],
      municipality: rows[ParticipantRegister.municipality])
    return rows.register(
      name: "introduction programme participants 2019", firstIdentifier: 31_000_003,
      flags: flags, &generator)
  }

  /// Persons of each municipality, by sex: those published, and the rest drawn.
  private mutating func municipalityCounts() throws(SynthesisDataError) -> [[Int]] {
    let table = inputs.figures.introductionMunicipality
    let codes = inputs.library.municipalities2019.leafCodes
    let rough = inputs.weights.municipalities2019.map { weight in
      // Small municipalities take in more for their size, and some take in many more than others.
      weight / (1 + weight / 20_000) * (0.2 + generator.unit() + generator.unit())
    }
    return try counts(in: table, root: "0", codes: codes) { _ in rough }
  }

  /// Persons of each country of birth, by sex: those published, and the rest drawn.
  private mutating func countryCounts() throws(SynthesisDataError) -> [[Int]] {
    let weights = inputs.weights.countries["participants"] ?? [:]
    return try counts(
      in: inputs.figures.introductionCountry, root: "total",
      codes: inputs.library.countryOfBirth.leafCodes
    ) { sex in weights[sex] ?? [] }
  }

  /// Counts by sex and code: published ones, and draws by weight for the codes without one.
  private mutating func counts(
    in table: PublishedTable, root: String, codes: [String], weights: (String) -> [Double]
  ) throws(SynthesisDataError) -> [[Int]] {
    var counts: [[Int]] = []
    for sex in sexes {
      let published = codes.map { table[[$0, sex]]?.persons }
      let rest = try table.persons(root, sex) - published.reduce(0) { $0 + ($1 ?? 0) }
      let open = zip(weights(sex), published).map { $1 == nil ? $0 : 0 }
      guard rest >= 0, rest == 0 || open.contains(where: { $0 > 0 }) else {
        throw SynthesisDataError(
          path: table.path, kind: .disagreement(codes: [root, sex]), position: nil)
      }
      let drawn = rest == 0 ? [] : WeightedChoice(open).counts(total: rest, &generator)
      counts.append(codes.indices.map { published[$0] ?? (drawn.isEmpty ? 0 : drawn[$0]) })
    }
    return counts
  }

  /// Pairs countries with municipalities, by sex: each country's people in groups of about six, the
  /// groups in random order, the same for both sexes, put into one municipality after the other.
  private mutating func settle(
    _ countries: [[Int]], in municipalities: [[Int]]
  ) -> [[(municipality: Int, country: Int)]] {
    var groups: [(country: Int, sizes: [Int])] = []
    for country in countries[0].indices {
      let persons = countries.map { $0[country] }
      let parts = max(1, persons.reduce(0, +) / 6)
      for part in 0..<parts {
        groups.append((country, persons.map { (part + 1) * $0 / parts - part * $0 / parts }))
      }
    }
    generator.shuffle(&groups)
    var order = Array(municipalities[0].indices)
    generator.shuffle(&order)
    return sexes.indices.map { sex in
      let places = order.flatMap { Array(repeating: $0, count: municipalities[sex][$0]) }
      let people = groups.flatMap { Array(repeating: $0.country, count: $0.sizes[sex]) }
      return zip(places, people).map { (municipality: $0, country: $1) }
    }
  }

  /// Single years of age in the published age groups; people of some countries tend to be older.
  private mutating func ages(
    sex: String, countries: [Int]
  ) throws(SynthesisDataError) -> [Int] {
    let table = inputs.figures.introductionAge
    let ages = inputs.library.introductionAgeOfYear
    let hierarchy = inputs.library.introductionAge
    var years: [Int] = []
    for band in hierarchy.leafCodes {
      years += yearsOfAge(
        try table.persons(band, sex), in: band, of: ages, last: band == "56+" ? 0.02 : 0.7,
        &generator)
    }
    guard years.count == countries.count else {
      throw SynthesisDataError(
        path: table.path, kind: .disagreement(codes: [hierarchy.categories[0].code, sex]),
        position: nil)
    }
    years.sort()
    let leans = inputs.library.countryOfBirth.leaves.map { _ in generator.unit() * 0.4 }
    let order = generator.order(count: years.count) { leans[countries[$0]] }
    var assigned = years
    for (rank, person) in order.enumerated() { assigned[person] = years[rank] }
    return assigned
  }
}
