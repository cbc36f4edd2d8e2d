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
  /// The years that the statistic has registers of.
  public static let workAssessmentAllowanceYears = 2018...2022

  /// The statistic of ``workAssessmentAllowanceYears``: "Annual statistics. The census period is a
  /// full calendar year."
  public static func workAssessmentAllowance(_ library: ClassificationLibrary)
    -> StatisticDefinition
  {
    let years = workAssessmentAllowanceYears
    let lists = AllowanceLists(library, years: years)
    return StatisticDefinition(
      description: StatisticDescription(
        id: "aap",
        title: Label(english: "Work assessment allowance", national: "Arbeidsavklaringspenger"),
        agency: AgencyTexts.statisticsNorway, period: "\(years.lowerBound)-\(years.upperBound)",
        unit: AgencyTexts.persons, source: AllowanceTexts.source, policy: AllowanceTexts.policy,
        dimensions: lists.dimensions, matrices: lists.matrices, tables: lists.tables,
        notes: AllowanceTexts.notes, isSynthetic: true),
      rule: .smallCountRounding(base: 3), matrices: lists.counting,
      sources: AllowanceLayouts(library).all + [PopulationLayouts(library).groups],
      derive: { records in
        [
          .allowance: deriveAllowance(
            years: workAssessmentAllowanceYears,
            from: AllowanceRecords(records, library: library), library: library),
          .population: derivePopulation(
            years: workAssessmentAllowanceYears, by: library.allowanceAge,
            from: records[PopulationLayouts(library).groups], library: library),
        ]
      })
  }
}

/// Dimensions, matrices and tables of work assessment allowance.
///
/// Numbers of dimensions and matrices are those of the lists here.
private struct AllowanceLists {
  /// Indices into `dimensions`.
  private enum Axis {
    static let year = 0
    static let age = 1
    static let sex = 2
    static let education = 3
    static let background = 4
    static let region = 5
    static let intensity = 6
    static let residence = 7
  }
  let dimensions: [Dimension]
  let counting: [MatrixDefinition]

  init(_ library: ClassificationLibrary, years: ClosedRange<Int>) {
    dimensions = [
      Dimension(
        id: "year", label: Label(english: "year", national: "år"),
        hierarchy: AllowanceTexts.years(years), totals: .none,
        valueNotes: AllowanceTexts.yearNotes(years)),
      .age(library.allowanceAge),
      .sex(library),
      Dimension(
        id: "education", label: Label(english: "education", national: "utdanning"),
        hierarchy: library.education),
      Dimension(
        id: "background",
        label: Label(english: "country background", national: "landbakgrunn"),
        hierarchy: library.background),
      .municipality(library),
      Dimension(
        id: "intensity", label: Label(english: "work intensity", national: "arbeidsintensitet"),
        hierarchy: library.workIntensity),
      Dimension(
        id: "residence", label: AllowanceTexts.residence, hierarchy: AllowanceTexts.residences),
    ]
    let year = MatrixDefinition.AxisRule.variable(AllowanceRegister.year, recode: nil)
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
        register: .population, selection: nil, weight: PopulationRegister.persons,
        axes: ([PopulationRegister.year] + variables).map { .variable($0, recode: nil) })
    }
    // "The vast majority of the tables in the statistics only include recipients … who are
    // resident".
    func recipients(
      _ axes: [MatrixDefinition.AxisRule], where selection: String? = AllowanceRegister.isResident,
      weight: String? = nil
    ) -> MatrixDefinition {
      MatrixDefinition(
        register: .allowance, selection: selection, weight: weight, axes: [year] + axes)
    }
    counting = [
      recipients([region, age, sex, education, background]),
      recipients([age, sex, .variable(AllowanceRegister.workIntensity, recode: nil)]),
      // "recipients are only counted as a new recipient once in such cases": one row a person.
      recipients([age, sex], where: AllowanceRegister.isNewResident),
      population(
        PopulationRegister.ageBand, PopulationRegister.sex, PopulationRegister.education,
        PopulationRegister.background),
      population(
        PopulationRegister.municipality, PopulationRegister.ageBand, PopulationRegister.sex),
      // "Two tables also include non-resident recipients".
      recipients(
        [age, sex, .variable(AllowanceRegister.residence, recode: nil), background], where: nil),
      recipients([age, sex], weight: AllowanceRegister.accesses),
    ]
  }

  /// Only one matrix of recipients has regions, which stand before the other axes: so what is not
  /// in force in a year, or empty, is one run of a release file.
  ///
  /// Two matrices that share a small margin could still give away what was rounded, by what is left
  /// of the difference of their totals.
  var matrices: [MatrixDescription] {
    let year = MatrixAxis(dimension: Axis.year, depth: 1)
    let place = MatrixAxis(dimension: Axis.region, depth: 2)
    let age = MatrixAxis(dimension: Axis.age, depth: 1)
    let sex = MatrixAxis(dimension: Axis.sex, depth: 1)
    let group = [
      age, sex, MatrixAxis(dimension: Axis.education, depth: 1),
      MatrixAxis(dimension: Axis.background, depth: 2),
    ]
    return [
      MatrixDescription(
        id: "recipients", label: AllowanceTexts.recipients,
        axes: [year, place] + group),
      MatrixDescription(
        id: "recipients-intensity", label: AllowanceTexts.recipients,
        axes: [year, age, sex, MatrixAxis(dimension: Axis.intensity, depth: 1)]),
      MatrixDescription(
        id: "new-recipients", label: AllowanceTexts.newRecipients, axes: [year, age, sex]),
      MatrixDescription(id: "population", label: AllowanceTexts.population, axes: [year] + group),
      MatrixDescription(
        id: "population-region", label: AllowanceTexts.population, axes: [year, place, age, sex]),
      MatrixDescription(
        id: "recipients-residence", label: AllowanceTexts.recipients,
        axes: [
          year, age, sex, MatrixAxis(dimension: Axis.residence, depth: 1),
          MatrixAxis(dimension: Axis.background, depth: 1),
        ]),
      MatrixDescription(id: "accesses", label: AllowanceTexts.accesses, axes: [year, age, sex]),
    ]
  }

  var tables: [TableDescription] {
    let groups = [Axis.year, Axis.age, Axis.sex, Axis.education, Axis.background, Axis.region]
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
        "aap-new", AllowanceTexts.newRecipients, matrix: 2, [Axis.year, Axis.age, Axis.sex],
        opening: ([Axis.age], [Axis.sex])),
      intensityTable, residenceTable("aap-residence", by: Axis.age),
      residenceTable("aap-residence-background", by: Axis.background), accessTable,
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
      dimensions: [Axis.year, Axis.age, Axis.sex, Axis.intensity],
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

  /// Recipients, resident or not.
  ///
  /// "Two tables also include non-resident recipients, and a distinction is made in the figures
  /// between residents and non-residents."
  private func residenceTable(_ id: String, by group: Int) -> TableDescription {
    TableDescription(
      id: id, title: AllowanceTexts.recipients,
      dimensions: [Axis.year, Axis.age, Axis.sex, Axis.residence, Axis.background],
      contents: [
        TableContent(id: "recipients", label: AllowanceTexts.recipients, matrices: [5])
      ],
      // No per cent of the population: non-residents are not part of it.
      measures: [
        AllowanceTexts.persons,
        Measure(
          id: "percent-of-recipients",
          label: Label(english: "Per cent", national: "Prosent"),
          kind: .percentOfTotal(0, dimension: Axis.residence), decimals: 1),
      ],
      opening: OpeningView(
        stub: [group, Axis.residence], heading: [Axis.sex], measures: [0, 1]),
      notes: [AllowanceTexts.residenceNote])
  }

  private var accessTable: TableDescription {
    TableDescription(
      id: "aap-access", title: AllowanceTexts.accesses,
      dimensions: [Axis.year, Axis.age, Axis.sex],
      contents: [
        TableContent(id: "accesses", label: AllowanceTexts.accesses, matrices: [6]),
        TableContent(id: "population", label: AllowanceTexts.population, matrices: [3, 4]),
        TableContent(id: "new-recipients", label: AllowanceTexts.newRecipients, matrices: [2]),
      ],
      measures: [
        Measure(
          id: "accesses", label: Label(english: "Accesses", national: "Tilganger"),
          kind: .count(0), decimals: 0),
        Measure(
          id: "new-recipients",
          label: Label(english: "New recipients", national: "Nye mottakere"), kind: .count(2),
          decimals: 0),
        Measure(
          id: "accesses-per-100",
          label: Label(
            english: "Accesses per 100 of the population",
            national: "Tilganger per 100 av befolkningen"),
          kind: .percentOfContent(0, base: 1), decimals: 1),
      ],
      opening: OpeningView(stub: [Axis.age], heading: [Axis.sex], measures: [0, 1]),
      notes: [AllowanceTexts.accessNote])
  }
}
