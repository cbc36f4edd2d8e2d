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
    allowance = .workAssessmentAllowance2022(inputs.library)
    introduction = .introductionProgramme2019(
      inputs.library, published: figures.introductionGroups)
    let registers = try SyntheticRegisters(seed: 2019, inputs: inputs)
    allowanceMatrices = allowance.count(from: [
      .allowance2022: registers.allowance2022, .population2022: registers.population2022,
    ])
    introductionMatrices = introduction.count(from: [
      .participants2019: registers.participants2019
    ])
  }

  /// The raw count of a combination: its dimensions named by id, all others at the total.
  func count(
    _ codes: [String: String], in matrix: Int, of definition: StatisticDefinition,
    _ matrices: [RawMatrix], lattice: [Int32]
  ) throws -> Int {
    let axes = definition.description.matrices[matrix].axes
    var cell = 0
    for (axis, raw) in zip(axes, matrices[matrix].axes) {
      let dimension = definition.description.dimensions[axis.dimension]
      let code = codes[dimension.id] ?? dimension.hierarchy.categories[0].code
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
      (figures.introductionAge, 0), (figures.introductionAge, 1),
      (figures.introductionCountry, 0), (figures.introductionCountry, 2),
      (figures.introductionMunicipality, 1), (figures.introductionMeasures, 3),
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
    let allowance = allowanceMatrices
    let sums = allowance.map { $0.innerCounts.reduce(0) { $0 + Int($1) } }
    #expect(sums[0] == 181_224)
    #expect(sums[1] == sums[0])
    #expect(sums[2] == 60_022)
    #expect(sums[3] > 3_400_000)
    #expect(sums[4] == sums[3])
    let introduction = introductionMatrices[..<3]
    #expect(introduction.allSatisfy { $0.innerCounts.reduce(0) { $0 + Int($1) } == 20_918 })
  }

  @Test func `nobody receives more often than there are persons`() {
    let municipalities = inputs.library.municipalities2020.leaves.count
    let recipients = allowanceMatrices[0].innerCounts
    let population = allowanceMatrices[3].innerCounts
    #expect(recipients.count == population.count * municipalities)
    for (group, persons) in population.enumerated() {
      let first = group * municipalities
      #expect(recipients[first..<first + municipalities].reduce(0, +) <= persons)
    }
  }
}
