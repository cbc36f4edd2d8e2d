import Classifications
import Cubes
import Publication
import Registers
import Statistics
import Synthesis
import TestSupport
import Testing

/// The raw side agrees with every published count, matrix by matrix.
struct RawFiguresTests {
  let inputs: SynthesisInputs
  let figures: PublishedFigures
  let allowance: StatisticDefinition
  let introduction: StatisticDefinition
  let allowanceMatrices: [RawMatrix]
  let introductionMatrices: [RawMatrix]

  init() throws {
    inputs = try EmbeddedClassifications.inputs()
    figures = inputs.figures
    allowance = .workAssessmentAllowance(inputs.library)
    introduction = .introductionProgramme(
      inputs.library, published: figures.introductionGroups)
    let registers = try SyntheticRegisters(seed: 2019, inputs: inputs)
    allowanceMatrices = try allowance.count(from: registers.records)
    introductionMatrices = try introduction.count(from: registers.records)
  }

  /// The raw count of a combination: its dimensions named by id, all others at the total, and the
  /// year that was published.
  func count(
    _ codes: [String: String], in matrix: Int, of definition: StatisticDefinition,
    _ matrices: [RawMatrix], lattice: [Int32]
  ) throws -> Int {
    let axes = definition.description.matrices[matrix].axes
    var cell = 0
    for (axis, raw) in zip(axes, matrices[matrix].axes) {
      let dimension = definition.description.dimensions[axis.dimension]
      let published = definition.description.id == "introduction" ? "2019" : "2022"
      let total = dimension.isTime ? published : dimension.hierarchy.categories[0].code
      let code = codes[dimension.id] ?? total
      cell = cell * raw.hierarchy.count + (try #require(raw.hierarchy.index(ofCode: code)))
    }
    return Int(lattice[cell])
  }

  func check(
    _ published: PublishedTable, against matrix: Int, of definition: StatisticDefinition,
    _ matrices: [RawMatrix], percentOf base: Int? = nil
  ) throws {
    let names = [
      "countryOfBirth": "country", "municipality": "region", "workIntensity": "intensity",
    ]
    let dimensions = published.dimensions.map { names[$0] ?? $0 }
    let lattice = matrices[matrix].lattice
    let baseLattice = base.map { matrices[$0].lattice }
    #expect(!published.combinations.isEmpty)
    for codes in published.combinations {
      let named = Dictionary(uniqueKeysWithValues: zip(dimensions, codes))
      let raw = try count(named, in: matrix, of: definition, matrices, lattice: lattice)
      guard let figure = published[codes], let persons = figure.persons else {
        #expect(raw == 0, "\(published.path): \(codes) has no figure")
        continue
      }
      #expect(raw == persons, "\(published.path): \(codes)")
      if let base, let baseLattice, let percent = figure.percent {
        let whole = try count(named, in: base, of: definition, matrices, lattice: baseLattice)
        #expect(percent.agrees(part: raw, whole: whole), "\(published.path): \(codes) of \(whole)")
      }
    }
  }

  @Test func `participants by age, country, municipality and measure are the published ones`()
    throws
  {
    let matrices = introductionMatrices
    for (table, matrix) in [
      (figures.introductionAge, 0), (figures.introductionAge, 2),
      (figures.introductionCountry, 1), (figures.introductionMunicipality, 3),
      (figures.introductionMeasures, 5),
    ] {
      try check(table, against: matrix, of: introduction, matrices)
    }
  }

  @Test func `recipients and their per cent of the population are the published ones`() throws {
    for (table, matrix) in [
      (figures.allowanceEducation, 0), (figures.allowanceBackground, 0),
      (figures.allowanceNew, 2),
    ] {
      try check(
        table, against: matrix, of: allowance, allowanceMatrices, percentOf: 3)
    }
    try check(
      figures.allowanceIntensity, against: 1, of: allowance, allowanceMatrices)
  }

  @Test func `matrices of one statistic count the same persons`() {
    // The last fifth of each matrix is 2022.
    let sums = allowanceMatrices.map { matrix in
      matrix.innerCounts.suffix(matrix.innerCounts.count / 5).reduce(0) { $0 + Int($1) }
    }
    #expect(sums[0] == 181_224)
    #expect(sums[1] == sums[0])
    #expect(sums[2] == 60_022)
    #expect(sums[3] > 3_400_000)
    #expect(sums[4] == sums[3])
    #expect(sums[5] > sums[0] && sums[5] < sums[0] * 105 / 100)
    #expect(sums[6] > sums[2] && sums[6] < sums[2] * 12 / 10)
    // All but measures, of which a person has several, reasons, which begin with 2017, and amounts.
    let introduction = zip(introductionMatrices, introduction.description.matrices)
      .filter { !["measure-age-sex", "ending-age-sex"].contains($0.id) && $1.content == .units }
      .map {
        (raw: $0, isLimited: !$1.limits.isEmpty, persons: $0.innerCounts.reduce(0) { $0 + Int($1) })
      }
    let residents = introduction.filter(\.isLimited).map(\.persons)
    let all = introduction.filter { !$0.isLimited }.map(\.persons)
    #expect(residents.count == 7 && all.count == 3)
    #expect(residents.allSatisfy { $0 == residents[0] && $0 > 18 * 20_918 / 2 })
    #expect(all.allSatisfy { $0 == all[0] && $0 > residents[0] })
  }

  @Test func `two tables of the allowance tell residents and non-residents apart`() throws {
    let dimensions = allowance.description.dimensions
    let residence = try #require(dimensions.firstIndex { $0.id == "residence" })
    let tables = allowance.description.tables.filter { $0.dimensions.contains(residence) }
    #expect(tables.map(\.id) == ["aap-residence", "aap-residence-background"])
    let codes = dimensions[residence].hierarchy.leafCodes
    for table in tables {
      let matrix = try #require(table.contents.first?.matrices.first)
      let lattice = allowanceMatrices[matrix].lattice
      let persons = try codes.map {
        try count(
          ["residence": $0], in: matrix, of: allowance, allowanceMatrices, lattice: lattice)
      }
      #expect(persons.count == 2 && persons.contains(181_224))
      #expect(persons.allSatisfy { $0 > 1_000 })
    }
  }

  @Test func `nobody receives more often than there are persons`() {
    let municipalities = inputs.library.municipalities.leaves.count
    let recipients = allowanceMatrices[0].innerCounts
    let population = allowanceMatrices[3].innerCounts
    #expect(recipients.count == population.count * municipalities)
    // Year × municipality × group, and year × group.
    let groups = population.count / 5
    var counted = Array(repeating: Int32(0), count: population.count)
    for (cell, count) in recipients.enumerated() {
      counted[cell / (groups * municipalities) * groups + cell % groups] += count
    }
    #expect(zip(counted, population).allSatisfy { $0 <= $1 })
  }
}
