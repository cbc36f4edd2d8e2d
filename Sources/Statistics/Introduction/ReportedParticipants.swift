public import Classifications
internal import Cubes
internal import Publication
internal import Registers

/// Participants as municipalities reported them, resident or not: the KOSTRA tables.
///
/// - Universe: everyone of 18 years or more whom a municipality had registered as a participant
///   during the year: "The KOSTRA tables, however, include all participants in the year."
/// - Unit: person.
/// - Reference period: a full calendar year; residence at its end.
/// - Missing values: none.
/// - Source: Statistics Norway, "Introduction programme for immigrants", section "Collection of
///   data, editing and estimations", read 2026-11-21.
///
/// A statistic of its own, for it counts other persons than the statistics. What links the two are
/// the residents of each sex: those cells are published there, so that they stay visible here and
/// protect nobody.
extension StatisticDefinition {
  /// The participants of all years by reporting municipality.
  public static func reportedParticipants(_ library: ClassificationLibrary) -> StatisticDefinition {
    let lists = ReportLists(library)
    return StatisticDefinition(
      description: StatisticDescription(
        id: "introduction-kostra", title: ReportTexts.title, agency: AgencyTexts.statisticsNorway,
        period: "\(IntroductionPeriods.years.lowerBound)-\(IntroductionPeriods.years.upperBound)",
        unit: AgencyTexts.persons, source: ParticipantTexts.source,
        policy: ParticipantTexts.policy, dimensions: lists.dimensions, matrices: lists.matrices,
        tables: lists.tables,
        notes: [ReportTexts.note, ReportTexts.municipalityNote] + ParticipantTexts.sharedNotes,
        isSynthetic: true),
      rule: .suppression(below: 4, published: lists.publishedElsewhere), matrices: lists.counting,
      sources: IntroductionLayouts(library).all,
      derive: { records in
        [
          .reportedParticipants: deriveParticipants(
            years: IntroductionPeriods.years, universe: .everyone,
            from: IntroductionRecords(records, library: library))
        ]
      })
  }
}

/// Dimensions, matrices and tables of the KOSTRA tables.
private struct ReportLists {
  /// Indices into `dimensions`.
  private enum Axis {
    static let year = 0
    static let residence = 1
    static let sex = 2
    static let region = 3
  }
  let dimensions: [Dimension]
  let counting: [MatrixDefinition]
  private let resident: CategoryIndex

  init(_ library: ClassificationLibrary) {
    dimensions = [
      IntroductionPeriods.year,
      Dimension(
        id: "residence", label: Label(english: "residence", national: "bosetting"),
        hierarchy: library.introductionResidence),
      .sex(library),
      Dimension(
        id: "region",
        label: Label(english: "county that reports", national: "rapporterende fylke"),
        hierarchy: library.economicRegions),
    ]
    resident = library.introductionResidence.index(ofCode: "1") ?? 0
    let year = MatrixDefinition.AxisRule.variable(ParticipantRegister.year, recode: nil)
    let residence = MatrixDefinition.AxisRule.variable(ParticipantRegister.residence, recode: nil)
    let sex = MatrixDefinition.AxisRule.variable(ParticipantRegister.sex, recode: nil)
    let region = MatrixDefinition.AxisRule.variable(
      ParticipantRegister.reportingMunicipality, recode: library.economicRegionOfHome)
    counting = [[year, residence, sex], [year, region]].map {
      MatrixDefinition(register: .reportedParticipants, selection: nil, weight: nil, axes: $0)
    }
  }

  var matrices: [MatrixDescription] {
    [
      MatrixDescription(
        id: "year-residence-sex", label: ReportTexts.title,
        axes: [Axis.year, Axis.residence, Axis.sex].map { MatrixAxis(dimension: $0, depth: 1) }),
      // No finer than this: nearly the same persons stand in the statistics by municipality and
      // sex, protected by themselves, and what one hides the other would tell.
      MatrixDescription(
        id: "year-county", label: ReportTexts.title,
        axes: [Axis.year, Axis.region].map { MatrixAxis(dimension: $0, depth: 1) }),
    ]
  }

  /// Residents by sex in each year: figures of the statistics.
  var publishedElsewhere: [PublishedGroup] {
    dimensions[Axis.year].hierarchy.leaves.flatMap { year in
      dimensions[Axis.sex].hierarchy.categories.indices.map {
        PublishedGroup([year, resident, $0, 0])
      }
    }
  }

  var tables: [TableDescription] {
    [
      table(
        "introduction-kostra", stub: Axis.region, heading: Axis.year,
        selections: [Axis.region: .level(1), Axis.year: .level(1)]),
      table("introduction-kostra-residence", stub: Axis.year, heading: Axis.residence),
    ]
  }

  private func table(
    _ id: String, stub: Int, heading: Int, selections: [Int: OpeningView.Selection] = [:]
  ) -> TableDescription {
    TableDescription(
      id: id, title: ReportTexts.title,
      dimensions: [Axis.year, Axis.residence, Axis.sex, Axis.region],
      contents: [TableContent(id: "participants", label: ReportTexts.title, matrices: [0, 1])],
      measures: [ParticipantTexts.personsMeasure],
      opening: OpeningView(
        stub: [stub], heading: [heading], measures: [0], selections: selections),
      notes: [])
  }
}

/// Texts of the KOSTRA tables.
private enum ReportTexts {
  static let title = Label(
    english: "Participants of introduction programme, as reported (KOSTRA)",
    national: "Deltakere i introduksjonsprogram, som rapportert (KOSTRA)")
  static let note = Label(
    english: """
      "The KOSTRA tables, however, include all participants in the year", resident in Norway at \
      the end of it or not, under the county of the municipality that reported them last.
      """,
    national: """
      KOSTRA-tabellene har alle deltakere i året, bosatt ved utgangen av det eller ikke, under \
      fylket til kommunen som rapporterte dem sist.
      """)
  static let municipalityNote = Label(
    english: """
      Counties by the list of 2020 in all years: earlier ones are summed into what they were \
      merged into. The two municipalities that were split stand by themselves.
      """,
    national: """
      Fylker etter inndelingen i 2020 i alle år: eldre er summert til dem de ble slått sammen til. \
      De to kommunene som ble delt, står for seg.
      """)
}
