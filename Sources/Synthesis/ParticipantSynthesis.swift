internal import Classifications

/// The participants of 2019 who were resident at the end of it, in columns: what the event
/// registers must say of them.
///
/// Numbers are places among the leaves of the code lists of 2019; ages among the single years.
struct ParticipantPlan {
  var sex: [Int] = []
  var age: [Int] = []
  var country: [Int] = []
  var municipality: [Int] = []
  /// Who took part in which measure, by its code.
  var measures: [String: [Bool]] = [:]
}

/// The making of the participants of 2019: one sex after the other, each sorted by municipality.
///
/// Age × sex, country × sex, municipality × sex and measure × sex are those published, person by
/// person; what is not published is drawn. People come to a municipality in small groups from one
/// country, so that small municipalities have few countries.
struct ParticipantSynthesis {
  let inputs: SynthesisInputs
  var generator: SeededGenerator
  /// Codes of the sexes, males first.
  let sexes: [String]

  init(seed: UInt64, inputs: SynthesisInputs) {
    self.inputs = inputs
    generator = SeededGenerator(seed: seed, stream: "participants 2019")
    sexes = inputs.library.sex.leafCodes
  }

  /// The participants.
  /// - Throws: ``SynthesisDataError`` when figures are missing or contradict each other.
  mutating func plan() throws(SynthesisDataError) -> ParticipantPlan {
    var plan = ParticipantPlan()
    let municipalities = try municipalityCounts()
    let countries = try countryCounts()
    let origins = settle(countries, in: municipalities)
    for (place, sex) in sexes.enumerated() {
      plan.sex += Array(repeating: place, count: origins[place].count)
      plan.municipality += origins[place].map(\.municipality)
      plan.country += origins[place].map(\.country)
      plan.age += try ages(sex: sex, countries: origins[place].map(\.country))
    }
    plan.measures = try measures(
      sex: plan.sex, age: plan.age, municipality: plan.municipality)
    return plan
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
