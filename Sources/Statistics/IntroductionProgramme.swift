public import Classifications
internal import Cubes
internal import Publication
internal import Registers

/// Introduction programme for immigrants, Norway.
///
/// - Universe: persons whom a municipality registered as participants during the year and who were
///   resident at the end of it.
/// - Unit: person. A person may take part in several measures.
/// - Reference period: a full calendar year; age and municipality at its end.
/// - Missing values: measures that were not registered are a measure of their own; two measures
///   have no figures at all.
/// - Source: Statistics Norway, "Introduction programme for immigrants", figures for 2019, section
///   "About the statistics", read 2026-11-21. Sentences in quotation marks are the page's.
extension StatisticDefinition {
  /// The statistic of 2019.
  /// - Parameters:
  ///   - library: the code lists.
  ///   - published: groups whose counts are on the agency's page, each by variables of the register
  ///     and codes; `measure` stands for the measures. They stay visible whatever else is hidden.
  public static func introductionProgramme2019(
    _ library: ClassificationLibrary, published: [[String: String]]
  ) -> StatisticDefinition {
    let lists = ParticipantLists(library)
    return StatisticDefinition(
      description: StatisticDescription(
        id: "introduction",
        title: Label(
          english: "Introduction programme for immigrants",
          national: "Introduksjonsordningen for nyankomne innvandrere"),
        agency: AgencyTexts.statisticsNorway, period: "2019",
        unit: AgencyTexts.persons, source: ParticipantTexts.source,
        policy: ParticipantTexts.policy, dimensions: lists.dimensions, matrices: lists.matrices,
        tables: lists.tables, notes: ParticipantTexts.notes,
        isSynthetic: true),
      rule: .suppression(below: 4, published: published.map(lists.categories)), matrices: lists.counting)
  }
}

/// Dimensions, matrices and tables of the introduction programme.
///
/// All matrices count the same
/// persons and are protected together: what one shows must not give away what another hides.
private struct ParticipantLists {
  /// Indices into `dimensions`.
  private enum Axis {
    static let age = 0
    static let sex = 1
    static let country = 2
    static let region = 3
    static let measure = 4
  }
  let dimensions: [Dimension]
  let counting: [MatrixDefinition]

  init(_ library: ClassificationLibrary) {
    dimensions = [
      Dimension(
        id: "age", label: Label(english: "age", national: "alder"),
        hierarchy: library.introductionAge),
      Dimension(
        id: "sex", label: Label(english: "sex", national: "kjønn"), hierarchy: library.sex),
      Dimension(
        id: "country", label: Label(english: "country of birth", national: "fødeland"),
        hierarchy: library.countryOfBirth),
      Dimension(
        id: "region", label: Label(english: "municipality", national: "kommune"),
        hierarchy: library.municipalities2019),
      Dimension(
        id: "measure", label: Label(english: "measure", national: "tiltak"),
        hierarchy: library.introductionMeasures, isAdditive: false,
        notApplicableCodes: library.introductionMeasuresWithoutFigures),
    ]
    let age = MatrixDefinition.AxisRule.variable(
      ParticipantRegister.age, recode: library.introductionAgeOfYear)
    let sex = MatrixDefinition.AxisRule.variable(ParticipantRegister.sex, recode: nil)
    let country = MatrixDefinition.AxisRule.variable(
      ParticipantRegister.countryOfBirth, recode: nil)
    let region = MatrixDefinition.AxisRule.variable(
      ParticipantRegister.municipality, recode: nil)
    counting = [
      [age, sex, country], [age, sex, region], [sex, country, region], [.flags, age, sex],
    ]
    .map {
      MatrixDefinition(register: .participants2019, selection: nil, weight: nil, axes: $0)
    }
  }

  /// The category of each dimension for a group named by variables and codes.
  /// - Precondition: the code lists have the codes.
  func categories(of group: [String: String]) -> [CategoryIndex] {
    let variables = [
      ParticipantRegister.age, ParticipantRegister.sex, ParticipantRegister.countryOfBirth,
      ParticipantRegister.municipality, "measure",
    ]
    return zip(dimensions, variables).map { dimension, variable in
      guard let code = group[variable] else { return 0 }
      guard let category = dimension.hierarchy.index(ofCode: code) else {
        preconditionFailure("\(code) is not in \(dimension.hierarchy.id)")
      }
      return category
    }
  }

  var matrices: [MatrixDescription] {
    let age = MatrixAxis(dimension: Axis.age, depth: 1)
    let sex = MatrixAxis(dimension: Axis.sex, depth: 1)
    let country = MatrixAxis(dimension: Axis.country, depth: 2)
    let county = MatrixAxis(dimension: Axis.region, depth: 1)
    let municipality = MatrixAxis(dimension: Axis.region, depth: 2)
    let measure = MatrixAxis(dimension: Axis.measure, depth: 1)
    return [
      ("age-sex-country", [age, sex, country]),
      ("age-sex-municipality", [age, sex, municipality]),
      ("sex-country-county", [sex, country, county]),
      ("measure-age-sex", [measure, age, sex]),
    ].map { id, axes in
      MatrixDescription(id: id, label: ParticipantTexts.participants, axes: axes)
    }
  }

  var tables: [TableDescription] {
    [
      table("introduction-age", stub: Axis.age, decimals: 1),
      table("introduction-country", stub: Axis.country, decimals: 0),
      table("introduction-municipality", stub: Axis.region, decimals: 0),
      measuresTable,
    ]
  }

  private func table(_ id: String, stub: Int, decimals: Int) -> TableDescription {
    TableDescription(
      id: id, title: ParticipantTexts.participants,
      dimensions: [Axis.age, Axis.sex, Axis.country, Axis.region],
      contents: [
        TableContent(
          id: "participants", label: ParticipantTexts.participants, matrices: [1, 0, 2])
      ],
      measures: [
        persons,
        Measure(
          id: "percent-of-both-sexes", label: ParticipantTexts.percent,
          kind: .percentOfTotal(0, dimension: Axis.sex), decimals: decimals),
      ],
      opening: OpeningView(stub: [stub], heading: [Axis.sex], measures: [0, 1]), notes: [])
  }

  private var measuresTable: TableDescription {
    TableDescription(
      id: "introduction-measures", title: ParticipantTexts.participants,
      dimensions: [Axis.measure, Axis.age, Axis.sex],
      contents: [
        TableContent(id: "participants", label: ParticipantTexts.participants, matrices: [3])
      ],
      measures: [
        persons,
        Measure(
          id: "percent-of-participants", label: ParticipantTexts.percent,
          kind: .percentOfTotal(0, dimension: Axis.measure), decimals: 1),
      ],
      opening: OpeningView(stub: [Axis.measure], heading: [Axis.sex], measures: [0, 1]),
      notes: [ParticipantTexts.measuresNote])
  }

  private var persons: Measure {
    Measure(id: "persons", label: ParticipantTexts.persons, kind: .count(0), decimals: 0)
  }
}
