public import Classifications
internal import Cubes
internal import Publication
internal import Registers

/// Introduction programme for immigrants, Norway.
///
/// - Universe: persons whom a municipality registered as participants during the year
///   (``deriveParticipants(years:from:)``): those who were resident at the end of it, and in the
///   KOSTRA tables all of them.
/// - Unit: person. A person may take part in several measures.
/// - Reference period: a full calendar year, 2005 to 2022; age and municipality at its end.
/// - Missing values: measures that were not registered are a measure of their own; two measures
///   have no figures at all.
/// - Source: Statistics Norway, "Introduction programme for immigrants", figures for 2019, section
///   "About the statistics", read 2026-11-21. Sentences in quotation marks are the page's.
extension StatisticDefinition {
  /// The statistic of all years.
  /// - Parameters:
  ///   - library: the code lists.
  ///   - published: groups whose counts of 2019 are on the agency's page, each by variables of the
  ///     register and codes; `measure` stands for the measures. They stay visible whatever else is
  ///     hidden.
  /// - Returns: The definition, ready to count.
  public static func introductionProgramme(
    _ library: ClassificationLibrary, published: [(group: [String: String], count: Int)]
  ) -> StatisticDefinition {
    let lists = ParticipantLists(library)
    return StatisticDefinition(
      description: StatisticDescription(
        id: "introduction",
        title: Label(
          english: "Introduction programme for immigrants",
          national: "Introduksjonsordningen for nyankomne innvandrere"),
        agency: AgencyTexts.statisticsNorway,
        period: "\(IntroductionPeriods.years.lowerBound)-\(IntroductionPeriods.years.upperBound)",
        unit: AgencyTexts.persons, source: ParticipantTexts.source,
        policy: ParticipantTexts.policy, dimensions: lists.dimensions, matrices: lists.matrices,
        tables: lists.tables, notes: ParticipantTexts.notes, isSynthetic: true),
      rule: .suppression(
        below: 4,
        published: published.map { PublishedGroup(lists.categories(of: $0.group), count: $0.count) }
      ),
      matrices: lists.counting, sources: IntroductionLayouts(library).all,
      derive: { records in
        [
          .participants: deriveParticipants(
            years: IntroductionPeriods.years,
            from: IntroductionRecords(records, library: library))
        ]
      })
  }
}

/// Dimensions, matrices and tables of the introduction programme.
///
/// All matrices count the same persons and are protected together: what one shows must not give
/// away what another hides.
private struct ParticipantLists {
  /// The dimensions, in order.
  private enum Axis: Int {
    case year
    case age
    case sex
    case country
    case region
    case measure
    case ending
    case leave
    case residence
    case area

    /// The dimension down to a level.
    func depth(_ depth: Int) -> MatrixAxis { MatrixAxis(dimension: rawValue, depth: depth) }
  }
  /// Residents by name and axes: "only persons who are resident in Norway at the end of the year
  /// are included in the statistics".
  private static let matrixAxes: [(id: String, axes: [(axis: Axis, depth: Int)])] = [
    ("age-sex-country", [(.year, 1), (.age, 1), (.sex, 1), (.country, 1)]),
    ("sex-country", [(.year, 1), (.sex, 1), (.country, 2)]),
    ("age-sex-county", [(.year, 1), (.age, 1), (.sex, 1), (.region, 1)]),
    ("sex-municipality", [(.year, 1), (.sex, 1), (.region, 2)]),
    ("country-county", [(.year, 1), (.country, 1), (.region, 1)]),
    ("measure-age-sex", [(.measure, 1), (.year, 1), (.age, 1), (.sex, 1)]),
    ("ending-age-sex", [(.ending, 2), (.year, 1), (.age, 1), (.sex, 1)]),
    ("leave-age-sex", [(.leave, 2), (.year, 1), (.age, 1), (.sex, 1)]),
    ("sex-area", [(.year, 1), (.sex, 1), (.area, 3)]),
  ]
  /// All participants by name and axes: "the KOSTRA tables, however, include all participants in
  /// the year".
  private static let reportedAxes: [(id: String, axes: [(axis: Axis, depth: Int)])] = [
    ("residence-age-sex", [(.year, 1), (.residence, 1), (.age, 1), (.sex, 1)]),
    ("residence-sex-country", [(.year, 1), (.residence, 1), (.sex, 1), (.country, 1)]),
    ("residence-sex-municipality", [(.year, 1), (.residence, 1), (.sex, 1), (.region, 2)]),
  ]
  private let residents: [Int: CategoryIndex]
  let dimensions: [Dimension]
  let counting: [MatrixDefinition]

  init(_ library: ClassificationLibrary) {
    dimensions = [
      IntroductionPeriods.year,
      .age(library.introductionAge),
      .sex(library),
      Dimension(
        id: "country", label: Label(english: "country of birth", national: "fødeland"),
        hierarchy: library.countryOfBirth),
      .municipality(library),
      Dimension(
        id: "measure", label: Label(english: "measure", national: "tiltak"),
        hierarchy: library.introductionMeasures, totals: .counted,
        notApplicableCodes: library.introductionMeasuresWithoutFigures),
      Dimension(
        id: "ending", label: Label(english: "ending reason", national: "sluttårsak"),
        hierarchy: library.introductionEndingReasons),
      Dimension(
        id: "leave", label: Label(english: "leave reason", national: "permisjonsårsak"),
        hierarchy: library.introductionLeaveReasons),
      Dimension(
        id: "residence", label: Label(english: "residence", national: "bosetting"),
        hierarchy: library.introductionResidence),
      Dimension(
        id: "area", label: Label(english: "economic region", national: "økonomisk region"),
        hierarchy: library.areas,
        sums: SumsOfAnother(of: Axis.region.rawValue, by: library.areaOfHome)),
    ]
    residents = [
      Axis.residence.rawValue: library.introductionResidence.index(ofCode: "1") ?? 0
    ]
    func rule(_ axis: Axis) -> MatrixDefinition.AxisRule {
      switch axis {
      case .year: .variable(ParticipantRegister.year, recode: nil)
      case .age: .variable(ParticipantRegister.age, recode: library.introductionAgeOfYear)
      case .sex: .variable(ParticipantRegister.sex, recode: nil)
      case .country: .variable(ParticipantRegister.countryOfBirth, recode: nil)
      case .region: .variable(ParticipantRegister.municipality, recode: nil)
      case .measure: .flags
      case .ending: .variable(ParticipantRegister.endingReason, recode: nil)
      case .leave: .variable(ParticipantRegister.leaveReason, recode: nil)
      case .residence: .variable(ParticipantRegister.residence, recode: nil)
      case .area: .variable(ParticipantRegister.home, recode: library.areaOfHome)
      }
    }
    func count(_ axes: [(axis: Axis, depth: Int)], where selection: String?) -> MatrixDefinition {
      MatrixDefinition(
        register: .participants, selection: selection, weight: nil,
        axes: axes.map { rule($0.axis) })
    }
    counting =
      Self.matrixAxes.map { matrix in
        let hasEnding = matrix.axes.contains { $0.axis == .ending }
        return count(
          matrix.axes,
          where: hasEnding ? ParticipantRegister.hasEndingReason : ParticipantRegister.isResident)
      }
      + Self.reportedAxes.map { count($0.axes, where: nil) }
      + IntroductionBenefit.counting(
        .participants, axes: [Axis.year, .age, .sex, .region].map(rule))
  }

  /// The category of each dimension for a group of residents of 2019 named by variables and codes.
  /// - Precondition: the code lists have the codes.
  func categories(of group: [String: String]) -> [CategoryIndex] {
    let variables = [
      ParticipantRegister.year, ParticipantRegister.age, ParticipantRegister.sex,
      ParticipantRegister.countryOfBirth, ParticipantRegister.municipality, "measure",
      ParticipantRegister.endingReason, ParticipantRegister.leaveReason,
      ParticipantRegister.residence, ParticipantRegister.home,
    ]
    let named = group.merging([
      ParticipantRegister.year: "2019", ParticipantRegister.residence: "1",
    ]) { $1 }
    return zip(dimensions, variables).map { dimension, variable in
      guard let code = named[variable] else { return 0 }
      guard let category = dimension.hierarchy.index(ofCode: code) else {
        preconditionFailure("\(code) is not in \(dimension.hierarchy.id)")
      }
      return category
    }
  }

  var matrices: [MatrixDescription] {
    Self.matrixAxes.map { matrix in
      MatrixDescription(
        id: matrix.id, label: ParticipantTexts.participants,
        axes: matrix.axes.map { $0.axis.depth($0.depth) },
        missingPeriods: matrix.axes.contains { $0.axis == .ending } ? Self.beforeRegister : [],
        limits: residents, isSupplementary: matrix.axes.contains { $0.axis == .area })
    }
      + Self.reportedAxes.map { matrix in
        MatrixDescription(
          id: matrix.id, label: ParticipantTexts.reported,
          axes: matrix.axes.map { $0.axis.depth($0.depth) }, isSupplementary: true)
      } + benefit.matrices
  }

  /// "When a participant finishes the introductory program, detailed reasons for ending the
  /// programme are recorded in NIR" (Ending reasons): not in the years before it.
  private static let beforeRegister = Set(
    IntroductionPeriods.years.filter { $0 < IntroductionPeriods.breakYear }.map { "\($0)" })

  /// Amounts by age, sex and county, behind all counts.
  private var benefit: IntroductionBenefit {
    IntroductionBenefit(
      axes: [Axis.year, .age, .sex, .region].map { $0.depth(1) },
      units: Self.matrixAxes.firstIndex { $0.id == "age-sex-county" } ?? 0,
      first: Self.matrixAxes.count + Self.reportedAxes.count, limits: residents)
  }

  var tables: [TableDescription] {
    [
      table("introduction-years", stub: .year, decimals: 1),
      table("introduction-age", stub: .age, decimals: 1),
      table("introduction-country", stub: .country, decimals: 0),
      table("introduction-municipality", stub: .region, decimals: 0),
      table("introduction-measures", by: .measure, note: ParticipantTexts.measuresNote),
      table("introduction-ending", by: .ending, note: ParticipantTexts.endingNote),
      table("introduction-leave", by: .leave, note: ParticipantTexts.leaveNote),
      benefit.table(stub: [Axis.age.rawValue], heading: [Axis.sex.rawValue]),
      areaTable("introduction-area", .level(2)),
      areaTable("introduction-oslo", .below("03001")),
      reportedTable("introduction-kostra", stub: .region),
      reportedTable("introduction-kostra-residence", stub: .year),
    ]
  }

  /// The matrices with those names, in that order.
  private func matrices(_ ids: String...) -> [Int] {
    ids.compactMap { id in Self.matrixAxes.firstIndex { $0.id == id } }
  }

  /// Residents by county, economic region and district of Oslo.
  private func areaTable(_ id: String, _ areas: OpeningView.Selection) -> TableDescription {
    TableDescription(
      id: id, title: ParticipantTexts.participants,
      dimensions: [Axis.year, .sex, .area].map(\.rawValue),
      contents: [
        TableContent(
          id: "participants", label: ParticipantTexts.participants, matrices: matrices("sex-area"))
      ],
      measures: [ParticipantTexts.personsMeasure],
      opening: OpeningView(
        stub: [Axis.area.rawValue], heading: [Axis.sex.rawValue], measures: [0],
        selections: [Axis.area.rawValue: areas]),
      notes: [ParticipantTexts.areaNote])
  }

  /// All participants, resident at the end of the year or not.
  private func reportedTable(_ id: String, stub: Axis) -> TableDescription {
    let first = Self.matrixAxes.count
    return TableDescription(
      id: id, title: ParticipantTexts.reported,
      dimensions: [Axis.year, .residence, .age, .sex, .country, .region].map(\.rawValue),
      contents: [
        TableContent(
          id: "reported", label: ParticipantTexts.reported,
          matrices: Array(first..<first + Self.reportedAxes.count))
      ],
      measures: [ParticipantTexts.personsMeasure],
      opening: OpeningView(
        stub: [stub.rawValue], heading: [Axis.residence.rawValue], measures: [0]),
      notes: [ParticipantTexts.reportedNote])
  }

  /// Persons and how they divide by sex.
  private func table(_ id: String, stub: Axis, decimals: Int) -> TableDescription {
    TableDescription(
      id: id, title: ParticipantTexts.participants,
      dimensions: [Axis.year, .age, .sex, .country, .region].map(\.rawValue),
      contents: [
        TableContent(
          id: "participants", label: ParticipantTexts.participants,
          matrices: matrices(
            "age-sex-county", "sex-municipality", "age-sex-country", "sex-country",
            "country-county"))
      ],
      measures: [
        ParticipantTexts.personsMeasure,
        Measure(
          id: "percent-of-both-sexes", label: ParticipantTexts.percent,
          kind: .percentOfTotal(0, dimension: Axis.sex.rawValue), decimals: decimals),
      ],
      opening: OpeningView(
        stub: [stub.rawValue], heading: [Axis.sex.rawValue], measures: [0, 1]),
      notes: [])
  }

  /// Persons and per cent of all participants of the group.
  private func table(_ id: String, by axis: Axis, note: Label) -> TableDescription {
    TableDescription(
      id: id, title: ParticipantTexts.participants,
      dimensions: [axis, .year, .age, .sex].map(\.rawValue),
      contents: [
        TableContent(
          id: "participants", label: ParticipantTexts.participants,
          matrices: matrices("\(axis)-age-sex"))
      ],
      measures: [ParticipantTexts.personsMeasure, percentOfParticipants(by: axis)],
      opening: OpeningView(
        stub: [axis.rawValue], heading: [Axis.sex.rawValue], measures: [0, 1],
        selections: [axis.rawValue: .level(axis == .measure ? 1 : 2)]),
      notes: [note])
  }

  /// Per cent of the participants of the same group: measures do not add up to them, as a
  /// participant may take part in several (table 3, "Participants (Per cent)").
  private func percentOfParticipants(by axis: Axis) -> Measure {
    Measure(
      id: "percent-of-participants", label: ParticipantTexts.percent,
      kind: .percentOfTotal(0, dimension: axis.rawValue), decimals: 1)
  }
}
