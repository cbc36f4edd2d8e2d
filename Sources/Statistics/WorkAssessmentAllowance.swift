public import Classifications
internal import Cubes
internal import Publication
internal import Registers

/// Work assessment allowance, Norway.
///
/// - Universe: persons of 18 to 67 years who received work assessment allowance for at least one
///   month of the year and were resident on 31 December.
/// - Unit: person.
/// - Reference period: a full calendar year; age and residence at its end, education 1 October.
/// - Missing values: unknown education is a group of its own, with no completed education.
/// - Source: Statistics Norway, "Work assessment allowance", updated 25 September 2023, section
///   "About the statistics", read 2026-11-21. Sentences in quotation marks are the page's.
extension StatisticDefinition {
  /// The statistic of 2022.
  public static func workAssessmentAllowance2022(_ library: ClassificationLibrary)
    -> StatisticDefinition
  {
    let lists = AllowanceLists(library)
    return StatisticDefinition(
      description: StatisticDescription(
        id: "aap",
        title: Label(english: "Work assessment allowance", national: "Arbeidsavklaringspenger"),
        agency: AgencyTexts.statisticsNorway, period: "2022",
        unit: AgencyTexts.persons, source: AllowanceTexts.source, policy: AllowanceTexts.policy,
        dimensions: lists.dimensions, matrices: lists.matrices, tables: lists.tables,
        notes: AllowanceTexts.notes, isSynthetic: true),
      rule: .smallCountRounding(base: 3), matrices: lists.counting)
  }
}

/// Dimensions, matrices and tables of work assessment allowance.
///
/// Numbers of dimensions and
/// matrices are those of the lists here.
private struct AllowanceLists {
  /// Indices into `dimensions`.
  private enum Axis {
    static let age = 0
    static let sex = 1
    static let education = 2
    static let background = 3
    static let region = 4
    static let intensity = 5
  }
  let dimensions: [Dimension]
  let counting: [MatrixDefinition]

  init(_ library: ClassificationLibrary) {
    dimensions = [
      Dimension(
        id: "age", label: Label(english: "age", national: "alder"),
        hierarchy: library.allowanceAge),
      Dimension(
        id: "sex", label: Label(english: "sex", national: "kjønn"), hierarchy: library.sex),
      Dimension(
        id: "education", label: Label(english: "education", national: "utdanning"),
        hierarchy: library.education),
      Dimension(
        id: "background",
        label: Label(english: "country background", national: "landbakgrunn"),
        hierarchy: library.background),
      Dimension(
        id: "region", label: Label(english: "municipality", national: "kommune"),
        hierarchy: library.municipalities2020),
      Dimension(
        id: "intensity", label: Label(english: "work intensity", national: "arbeidsintensitet"),
        hierarchy: library.workIntensity),
    ]
    let age = MatrixDefinition.AxisRule.variable(
      AllowanceRegister.age, recode: library.allowanceAgeOfYear)
    let sex = MatrixDefinition.AxisRule.variable(AllowanceRegister.sex, recode: nil)
    let education = MatrixDefinition.AxisRule.variable(
      AllowanceRegister.education, recode: nil)
    let background = MatrixDefinition.AxisRule.variable(
      AllowanceRegister.background, recode: nil)
    let region = MatrixDefinition.AxisRule.variable(
      AllowanceRegister.municipality, recode: nil)
    func population(_ variables: String...) -> MatrixDefinition {
      MatrixDefinition(
        register: .population2022, selection: nil, weight: PopulationRegister.persons,
        axes: variables.map { .variable($0, recode: nil) })
    }
    counting = [
      MatrixDefinition(
        register: .allowance2022, selection: nil, weight: nil,
        axes: [age, sex, education, background, region]),
      MatrixDefinition(
        register: .allowance2022, selection: nil, weight: nil,
        axes: [age, sex, .variable(AllowanceRegister.workIntensity, recode: nil)]),
      // "recipients are only counted as a new recipient once in such cases": one row a person.
      MatrixDefinition(
        register: .allowance2022, selection: AllowanceRegister.isNewRecipient, weight: nil,
        axes: [age, sex]),
      population(
        PopulationRegister.ageBand, PopulationRegister.sex, PopulationRegister.education,
        PopulationRegister.background),
      population(
        PopulationRegister.ageBand, PopulationRegister.sex, PopulationRegister.municipality),
    ]
  }

  /// Only one matrix of recipients has regions.
  ///
  /// Each matrix is rounded by itself, and two that share
  /// a small margin would give away what was rounded: the difference of their totals.
  var matrices: [MatrixDescription] {
    let place = MatrixAxis(dimension: Axis.region, depth: 2)
    let age = MatrixAxis(dimension: Axis.age, depth: 1)
    let sex = MatrixAxis(dimension: Axis.sex, depth: 1)
    let group = [
      age, sex, MatrixAxis(dimension: Axis.education, depth: 1),
      MatrixAxis(dimension: Axis.background, depth: 2),
    ]
    return [
      MatrixDescription(
        id: "recipients", label: AllowanceTexts.recipients, axes: group + [place]),
      MatrixDescription(
        id: "recipients-intensity", label: AllowanceTexts.recipients,
        axes: [age, sex, MatrixAxis(dimension: Axis.intensity, depth: 1)]),
      MatrixDescription(
        id: "new-recipients", label: AllowanceTexts.newRecipients, axes: [age, sex]),
      MatrixDescription(id: "population", label: AllowanceTexts.population, axes: group),
      MatrixDescription(
        id: "population-region", label: AllowanceTexts.population, axes: [age, sex, place]),
    ]
  }

  var tables: [TableDescription] {
    let groups = [Axis.age, Axis.sex, Axis.education, Axis.background, Axis.region]
    return [
      table(
        "aap-education", AllowanceTexts.recipients, matrix: 0, groups,
        opening: ([Axis.age, Axis.education], [Axis.sex])),
      table(
        "aap-background", AllowanceTexts.recipients, matrix: 0, groups,
        opening: ([Axis.age, Axis.background], [Axis.sex])),
      table(
        "aap-region", AllowanceTexts.recipients, matrix: 0, groups,
        opening: ([Axis.region], [Axis.sex])),
      table(
        "aap-new", AllowanceTexts.newRecipients, matrix: 2, [Axis.age, Axis.sex],
        opening: ([Axis.age], [Axis.sex])),
      intensityTable,
    ]
  }

  private func table(
    _ id: String, _ title: Label, matrix: Int, _ dimensions: [Int],
    opening: (stub: [Int], heading: [Int])
  ) -> TableDescription {
    TableDescription(
      id: id, title: title, dimensions: dimensions,
      contents: [
        TableContent(id: "recipients", label: title, matrices: [matrix]),
        TableContent(id: "population", label: AllowanceTexts.population, matrices: [3, 4]),
      ],
      measures: [
        AllowanceTexts.persons,
        AllowanceTexts.percentOfPopulation,
        Measure(
          id: "population", label: AllowanceTexts.population, kind: .count(1), decimals: 0),
      ],
      opening: OpeningView(stub: opening.stub, heading: opening.heading, measures: [0, 1]),
      notes: [])
  }

  private var intensityTable: TableDescription {
    TableDescription(
      id: "aap-intensity", title: AllowanceTexts.recipients,
      dimensions: [Axis.age, Axis.sex, Axis.intensity],
      contents: [
        TableContent(id: "recipients", label: AllowanceTexts.recipients, matrices: [1]),
        TableContent(id: "population", label: AllowanceTexts.population, matrices: [3, 4]),
      ],
      measures: [
        AllowanceTexts.persons,
        Measure(
          id: "percent-of-recipients",
          label: Label(english: "Per cent", national: "Prosent"),
          kind: .percentOfTotal(0, dimension: Axis.intensity), decimals: 1),
        AllowanceTexts.percentOfPopulation,
      ],
      opening: OpeningView(
        stub: [Axis.age, Axis.intensity], heading: [Axis.sex], measures: [0, 1]),
      notes: [AllowanceTexts.intensityNote])
  }
}
