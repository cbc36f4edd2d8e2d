internal import Classifications
internal import Columns
internal import Registers

/// The code lists of the derived register, and where the numbers of the event registers go in them.
struct AllowanceCodes {
  let library: ClassificationLibrary
  /// Municipalities of every year, and then that there is none.
  let municipalities: [String]
  /// For each year from `years.lowerBound` on and each municipality, the one in force.
  private let municipalityInForce: [[Int32]]
  private let firstYear: Int
  private let norway: Int32
  /// For each country of birth, the background of an immigrant from there.
  private let backgroundOfCountry: [Int32]
  private let rest: Int
  /// For each NUS level, the place of its group.
  private let groupOfLevel: [Int]
  private let intensities: [Int]

  init(_ library: ClassificationLibrary, years: ClosedRange<Int>) {
    self.library = library
    firstYear = years.lowerBound
    municipalityInForce = years.map { library.municipalityPlaces(inForceIn: $0) }
    municipalities = library.municipalities.leafCodes + [AllowanceRegister.noMunicipality]
    let countries = library.countryOfBirth.leafCodes
    norway = library.countryOfBirth.leafPositions(of: ["000"])[0]
    backgroundOfCountry = library.backgroundOfCountry.leafPositions(
      of: countries, in: library.background)
    rest = Int(library.background.leafPositions(of: ["rest"])[0])
    groupOfLevel = library.education.leafPositions(
      of: (0...9).map { AllowanceRules.educationGroup(ofLevel: $0) }
    ).map { Int($0) }
    intensities = library.workIntensity.leafPositions(
      of: WorkIntensity.allCases.map(\.rawValue)
    ).map { Int($0) }
  }

  /// The place of a municipality, as registered in a residence, in the list "as of 31 December in
  /// the statistical year"; nobody's is `noMunicipality`.
  func municipality(_ home: Int32?, year: Int) -> Int {
    home.map { Int(municipalityInForce[year - firstYear][Int($0)]) } ?? noMunicipality
  }

  /// The number that says that somebody lives in no municipality.
  var noMunicipality: Int { municipalities.count - 1 }

  /// The place of the education group of a NUS level.
  func education(ofLevel level: Int) -> Int { groupOfLevel[level] }

  /// The place of a work intensity.
  func place(of intensity: WorkIntensity) -> Int {
    switch intensity {
    case .none: intensities[0]
    case .low: intensities[1]
    case .high: intensities[2]
    case .full: intensities[3]
    }
  }

  /// The place of a person's country background: an immigrant's is that of the country of birth.
  func background(of persons: AllowancePersons, row: Int) -> Int {
    let isImmigrant = AllowanceRules.isImmigrant(
      isBornAbroad: persons.birthCountry[row] != norway,
      isMotherBornAbroad: persons.motherBirthCountry[row] != norway,
      isFatherBornAbroad: persons.fatherBirthCountry[row] != norway,
      foreignGrandparents: Int(persons.foreignGrandparents[row]))
    return isImmigrant ? Int(backgroundOfCountry[Int(persons.birthCountry[row])]) : rest
  }
}

/// The columns of the register of persons that the recipients are described by.
struct AllowancePersons {
  let sex: [Int32]
  let born: [Int32]
  let died: [Int32]
  let birthCountry: [Int32]
  let motherBirthCountry: [Int32]
  let fatherBirthCountry: [Int32]
  let foreignGrandparents: [Int32]

  init(_ persons: RegisterRecords) {
    sex = persons["sex"]
    born = persons["born"]
    died = persons["died"]
    birthCountry = persons["birthCountry"]
    motherBirthCountry = persons["motherBirthCountry"]
    fatherBirthCountry = persons["fatherBirthCountry"]
    foreignGrandparents = persons["foreignGrandparents"]
  }
}

/// The columns of the derived register while they grow.
struct AllowanceRows {
  var identifiers: [Int32] = []
  var year: CodeColumnBuilder
  var sex: CodeColumnBuilder
  var age: CodeColumnBuilder
  var education: CodeColumnBuilder
  var background: CodeColumnBuilder
  var country: CodeColumnBuilder
  var municipality: CodeColumnBuilder
  var intensity: CodeColumnBuilder
  var isResident: [Bool] = []
  var isNew: [Bool] = []
  var accesses: [Int32] = []

  /// No rows, with room for as many as are expected.
  init(expected: Int) {
    let builder = CodeColumnBuilder(expectedRows: expected)
    (year, sex, age, education) = (builder, builder, builder, builder)
    (background, country, municipality, intensity) = (builder, builder, builder, builder)
    identifiers.reserveCapacity(expected)
    isResident.reserveCapacity(expected)
    isNew.reserveCapacity(expected)
    accesses.reserveCapacity(expected)
  }

  /// The register of all rows.
  consuming func register(years: ClosedRange<Int>, codes: AllowanceCodes) -> Register {
    let library = codes.library
    func variable(
      _ id: String, _ codes: [String], _ builder: consuming CodeColumnBuilder
    ) -> CodedVariable {
      CodedVariable(id: id, codes: codes, column: builder.finish(cardinality: codes.count))
    }
    var residence = CodeColumnBuilder(expectedRows: isResident.count)
    for isHere in isResident { residence.append(isHere ? 0 : 1) }
    return Register(
      name: "work assessment allowance recipients", identifiers: IntegerColumn(identifiers),
      variables: [
        variable(AllowanceRegister.year, years.map { String($0) }, year),
        variable(AllowanceRegister.sex, library.sex.leafCodes, sex),
        variable(AllowanceRegister.age, AllowanceRules.ages.map { String($0) }, age),
        variable(AllowanceRegister.education, library.education.leafCodes, education),
        variable(AllowanceRegister.background, library.background.leafCodes, background),
        variable(AllowanceRegister.countryOfBirth, library.countryOfBirth.leafCodes, country),
        variable(AllowanceRegister.municipality, codes.municipalities, municipality),
        variable(AllowanceRegister.workIntensity, library.workIntensity.leafCodes, intensity),
        variable(
          AllowanceRegister.residence,
          [AllowanceRegister.resident, AllowanceRegister.nonResident], residence),
      ],
      flags: [
        AllowanceRegister.isResident: BitmapColumn(isResident),
        AllowanceRegister.isNewRecipient: BitmapColumn(isNew),
        AllowanceRegister.isNewResident: BitmapColumn(zip(isNew, isResident).map { $0 && $1 }),
      ],
      amounts: [AllowanceRegister.accesses: IntegerColumn(accesses)])
  }
}
