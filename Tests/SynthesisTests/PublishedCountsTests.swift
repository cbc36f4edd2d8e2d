import Classifications
import Columns
import Registers
import Statistics
import Synthesis
import TestSupport
import Testing

/// Counts the rows of `register` whose variables go to the given codes: a code itself, or one above
/// it in the list that the dimension has in the published tables.
struct RegisterCounter {
  let register: Register
  let library: ClassificationLibrary
  /// For each dimension of the table, each row's path of codes from leaf to root.
  private var paths: [String: [Set<String>]] = [:]
  private var numbers: [String: [Int]] = [:]

  init(register: Register, library: ClassificationLibrary) throws {
    self.register = register
    self.library = library
    for (id, variable) in register.variables {
      guard let hierarchy = list(of: id) else { continue }
      let recode = ageRecode(of: id)
      paths[id] = try variable.codes.map { code in
        let leaf = try #require(recode.map { $0.target(of: code) } ?? code)
        // A municipality of another year, or none, is under no code of the table.
        guard let index = hierarchy.index(ofCode: leaf) else { return [] }
        return Set(hierarchy.path(to: index).map { hierarchy.categories[$0].code })
      }
      numbers[id] = (0..<register.rowCount).map { variable.column[$0] }
    }
  }

  private var isParticipants: Bool { register.flags["01"] != nil }

  private func list(of id: String) -> Hierarchy? {
    switch id {
    case "sex": library.sex
    case "age": isParticipants ? library.introductionAge : library.allowanceAge
    case "ageBand": library.allowanceAge
    case "education": library.education
    case "background": library.background
    case "countryOfBirth": library.countryOfBirth
    case "municipality":
      isParticipants ? library.municipalities2019 : library.municipalities2020
    case "workIntensity": library.workIntensity
    default: nil
    }
  }

  private func ageRecode(of id: String) -> Correspondence? {
    guard id == "age" else { return nil }
    return isParticipants ? library.introductionAgeOfYear : library.allowanceAgeOfYear
  }

  /// Rows (or what they amount to) under every code.
  func count(_ codes: [String: String], flag: String? = nil, amount: String? = nil) throws -> Int {
    let ids = codes.keys.sorted()
    return try cells(ids, flag: flag, amount: amount).count(ids.compactMap { codes[$0] })
  }

  /// Counts of every combination of codes of some variables that occurs.
  struct Cells {
    fileprivate let paths: [[Set<String>]]
    fileprivate let counts: [[Int]: Int]

    /// The sum of the combinations under `codes`, one code a variable.
    func count(_ codes: [String]) -> Int {
      counts.reduce(0) { sum, cell in
        let isUnder = codes.indices.allSatisfy { paths[$0][cell.key[$0]].contains(codes[$0]) }
        return isUnder ? sum + cell.value : sum
      }
    }
  }

  /// Counts by the variables `ids` in one pass.
  func cells(_ ids: [String], flag: String? = nil, amount: String? = nil) throws -> Cells {
    let columns = try ids.map { try #require(numbers[$0]) }
    let flags = try flag.map { try #require(register.flags[$0]) }
    let amounts = try amount.map { try #require(register.amounts[$0]) }
    var counts: [[Int]: Int] = [:]
    for row in 0..<register.rowCount where flags?[row] ?? true {
      counts[columns.map { $0[row] }, default: 0] += amounts?[row] ?? 1
    }
    return Cells(paths: try ids.map { try #require(paths[$0]) }, counts: counts)
  }
}

@Suite struct PublishedCountsTests {
  private let inputs: SynthesisInputs
  private let registers: SyntheticRegisters
  private let participants: Register

  init() throws {
    inputs = try EmbeddedClassifications.inputs()
    registers = try EmbeddedClassifications.registers.get()
    participants = residentParticipants(
      years: 2019...2019, from: registers.introduction)
  }

  /// Compares every figure of `table` with the register; returns how many there were.
  private func check(
    _ table: PublishedTable, against counter: RegisterCounter, flag: String? = nil
  ) throws -> Int {
    let cells = try counter.cells(table.dimensions, flag: flag)
    var compared = 0
    for combination in table.combinations {
      guard let persons = table[combination]?.persons else { continue }
      #expect(cells.count(combination) == persons, "\(table.path) \(combination)")
      compared += 1
    }
    return compared
  }

  @Test func `participants agree with every published count`() throws {
    let counter = try RegisterCounter(
      register: participants, library: inputs.library)
    let figures = inputs.figures
    #expect(counter.register.rowCount == 20_918)
    #expect(try check(figures.introductionAge, against: counter) == 18)
    #expect(try check(figures.introductionCountry, against: counter) == 12)
    #expect(try check(figures.introductionMunicipality, against: counter) == 231)
  }

  @Test func `measures agree with every published count, and two have none`() throws {
    let counter = try RegisterCounter(
      register: participants, library: inputs.library)
    let table = inputs.figures.introductionMeasures
    var without: Set<String> = []
    for combination in table.combinations where combination[0] != "total" {
      let (measure, sex) = (combination[0], combination[1])
      guard let persons = table[combination]?.persons else {
        without.insert(measure)
        #expect(participants.flags[measure] == nil)
        continue
      }
      #expect(try counter.count(["sex": sex], flag: measure) == persons, "\(combination)")
    }
    #expect(without == inputs.library.introductionMeasuresWithoutFigures)
    #expect(participants.flags.count == 13 + 2)
  }

  @Test func `recipients agree with every published count`() throws {
    let counter = try RegisterCounter(register: registers.allowance2022, library: inputs.library)
    let figures = inputs.figures
    let resident = AllowanceRegister.isResident
    #expect(counter.register.flags[resident]?.selectedCount == 181_224)
    #expect(try check(figures.allowanceEducation, against: counter, flag: resident) == 105)
    #expect(try check(figures.allowanceBackground, against: counter, flag: resident) == 84)
    #expect(try check(figures.allowanceIntensity, against: counter, flag: resident) == 99)
    #expect(
      try check(figures.allowanceNew, against: counter, flag: AllowanceRegister.isNewResident)
        == 21)
  }

  @Test func `high intensity follows from the totals where the page leaves it out`() throws {
    let counter = try RegisterCounter(register: registers.allowance2022, library: inputs.library)
    func high(_ age: String, _ sex: String) throws -> Int {
      try counter.count(
        ["age": age, "sex": sex, "workIntensity": "high"], flag: AllowanceRegister.isResident)
    }
    #expect(try high("18-24", "1") == 6736 - 5026 - 934 - 482)
    #expect(try high("18-24", "2") == 8850 - 6002 - 1365 - 870)
    #expect(try high("62-67", "1") == 7479 - 4766 - 994 - 1302)
    #expect(try high("62-67", "2") == 7463 - 4029 - 1011 - 1883)
  }
}
