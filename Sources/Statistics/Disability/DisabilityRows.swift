internal import Classifications
internal import Columns
internal import Registers

/// The code lists of the derived register, and the places of codes in them.
struct DisabilityCodes {
  let years: [String]
  let library: ClassificationLibrary
  /// Municipalities of every year, and then that there is none.
  let municipalities: [String]
  private let educations, backgrounds, degrees, intensities, risks, residences: [String]
  private let ages: [String]
  private let youngest: Int
  /// For each year, the place of a municipality in the list in force, by its place among all.
  private let inForce: [[Int]]

  init(_ library: ClassificationLibrary, years: ClosedRange<Int>) {
    self.library = library
    self.years = years.map { "\($0)" }
    ages = library.disabilityAgeOfYear.sources
    youngest = ages.first.flatMap { Int($0) } ?? 0
    educations = library.education.leafCodes
    backgrounds = library.disabilityBackground.leafCodes
    degrees = library.disabilityDegree.leafCodes
    intensities = library.workIntensity.leafCodes
    risks = library.povertyRisk.leafCodes
    residences = library.disabilityResidence.leafCodes
    let all = library.municipalities.leafCodes
    municipalities = all + [DisabilityRegister.noMunicipality]
    inForce = years.map { library.municipalityPlaces(inForceIn: $0).map { Int($0) } }
  }

  /// The lists have few codes: looking through them is faster than a dictionary.
  private func place(of code: String, in codes: [String]) -> Int {
    guard let place = codes.firstIndex(of: code) else {
      preconditionFailure("\(code) is a code of the list")
    }
    return place
  }

  func age(_ years: Int) -> Int { years - youngest }
  func education(_ code: String) -> Int { place(of: code, in: educations) }
  func background(_ code: String) -> Int { place(of: code, in: backgrounds) }
  func degree(_ code: String) -> Int { place(of: code, in: degrees) }
  func intensity(_ code: String) -> Int { place(of: code, in: intensities) }
  func povertyRisk(_ code: String) -> Int { place(of: code, in: risks) }
  func residence(isResident: Bool) -> Int {
    place(of: isResident ? "resident" : "non-resident", in: residences)
  }

  /// The place of the municipality that is in force in a year, or of that there is none.
  func municipality(_ home: Int32?, yearAt year: Int) -> Int {
    home.map { inForce[year][Int($0)] } ?? municipalities.count - 1
  }

  /// The variables and their lists, in the order of `columns`.
  func variables(_ columns: [(id: String, column: CodeColumnBuilder)]) -> [CodedVariable] {
    let lists = [
      DisabilityRegister.year: years, DisabilityRegister.sex: library.sex.leafCodes,
      DisabilityRegister.age: ages, DisabilityRegister.education: educations,
      DisabilityRegister.background: backgrounds,
      DisabilityRegister.municipality: municipalities, DisabilityRegister.residence: residences,
      DisabilityRegister.degree: degrees, DisabilityRegister.workIntensity: intensities,
      DisabilityRegister.povertyRisk: risks,
    ]
    return columns.map { id, column in
      let codes = lists[id] ?? []
      return CodedVariable(
        id: id, codes: codes, column: column.finish(cardinality: codes.count))
    }
  }
}

/// The columns of the derived register while they grow.
struct DisabilityRows {
  var identifiers: [Int32] = []
  var year = CodeColumnBuilder()
  var sex = CodeColumnBuilder()
  var age = CodeColumnBuilder()
  var education = CodeColumnBuilder()
  var background = CodeColumnBuilder()
  var municipality = CodeColumnBuilder()
  var residence = CodeColumnBuilder()
  var degree = CodeColumnBuilder()
  var intensity = CodeColumnBuilder()
  var povertyRisk = CodeColumnBuilder()
  var isResident: [Bool] = []
  var isNew: [Bool] = []
  var isYoung: [Bool] = []
  var isAtRiskOfPoverty50: [Bool] = []
  var isAtRiskOfPoverty60: [Bool] = []
  var hasHouseholdIncome: [Bool] = []
  var incomePerConsumptionUnit: [Int] = []
  private var totalIncome: [Int] = []
  private var incomeAfterTax: [Int] = []
  private var components = DisabilityRegister.incomeComponents.map { _ in [Int32]() }

  /// No rows, with room for as many as are expected.
  init(expected: Int) {
    identifiers.reserveCapacity(expected)
    incomePerConsumptionUnit.reserveCapacity(expected)
    totalIncome.reserveCapacity(expected)
    incomeAfterTax.reserveCapacity(expected)
    for place in components.indices { components[place].reserveCapacity(expected) }
  }

  /// Adds the person's own income.
  mutating func append(_ income: HouseholdIncomes.Components) {
    totalIncome.append(DisabilityRules.totalIncome(income))
    incomeAfterTax.append(DisabilityRules.incomeAfterTax(income))
    for place in components.indices { components[place].append(income[place]) }
  }

  /// The register of all rows.
  consuming func register(_ codes: DisabilityCodes) -> Register {
    var amounts = [
      DisabilityRegister.totalIncome: IntegerColumn(totalIncome),
      DisabilityRegister.incomeAfterTax: IntegerColumn(incomeAfterTax),
      DisabilityRegister.incomePerConsumptionUnit: IntegerColumn(incomePerConsumptionUnit),
    ]
    for (name, component) in zip(DisabilityRegister.incomeComponents, components) {
      amounts[name] = IntegerColumn(component)
    }
    return Register(
      name: "disability benefit recipients", identifiers: IntegerColumn(identifiers),
      variables: codes.variables([
        (DisabilityRegister.year, year), (DisabilityRegister.sex, sex),
        (DisabilityRegister.age, age), (DisabilityRegister.education, education),
        (DisabilityRegister.background, background),
        (DisabilityRegister.municipality, municipality),
        (DisabilityRegister.residence, residence), (DisabilityRegister.degree, degree),
        (DisabilityRegister.workIntensity, intensity),
        (DisabilityRegister.povertyRisk, povertyRisk),
      ]),
      flags: [
        DisabilityRegister.isResident: BitmapColumn(isResident),
        DisabilityRegister.isNewRecipient: BitmapColumn(isNew),
        DisabilityRegister.isYoung: BitmapColumn(isYoung),
        DisabilityRegister.isAtRiskOfPoverty50: BitmapColumn(isAtRiskOfPoverty50),
        DisabilityRegister.isAtRiskOfPoverty60: BitmapColumn(isAtRiskOfPoverty60),
        DisabilityRegister.hasHouseholdIncome: BitmapColumn(hasHouseholdIncome),
      ],
      amounts: amounts)
  }
}
