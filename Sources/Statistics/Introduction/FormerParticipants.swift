public import Classifications
internal import Cubes
internal import Publication
internal import Registers

/// Former participants of the introduction programme, Norway.
///
/// - Universe: persons who completed the programme or dropped out of it in the year of the leaving
///   cohort, by rules (a), (b) and (c), and who were resident in Norway in November of the year
///   after (``deriveFormerParticipants(cohorts:through:from:)``).
/// - Unit: person.
/// - Reference period: November of each of the five years after the cohort's; age at the end of the
///   cohort's year, region in November of the year after. Cohorts of 2005 to 2021.
/// - Missing values: who is in no register of November is "other or unknown".
/// - Source: Statistics Norway, "Introduction programme for immigrants", figures for 2019, section
///   "About the statistics", read 2026-11-21.
///
/// A statistic of its own: its persons are other persons than the participants of a year, and cells
/// with the same labels must not be taken for the same group.
extension StatisticDefinition {
  /// The cohorts of all years, each followed as far as the registers reach.
  public static func formerParticipants(_ library: ClassificationLibrary) -> StatisticDefinition {
    let lists = FormerParticipantLists(library)
    let cohorts = IntroductionPeriods.cohorts
    return StatisticDefinition(
      description: StatisticDescription(
        id: "introduction-former", title: FormerParticipantTexts.title,
        agency: AgencyTexts.statisticsNorway,
        period: "\(cohorts.lowerBound)-\(cohorts.upperBound)",
        unit: AgencyTexts.persons, source: FormerParticipantTexts.source,
        policy: ParticipantTexts.policy, dimensions: lists.dimensions, matrices: lists.matrices,
        tables: lists.tables, notes: FormerParticipantTexts.notes, isSynthetic: true),
      rule: .suppression(below: 4, published: []), matrices: lists.counting,
      sources: IntroductionLayouts(library).all,
      derive: { records in
        [
          .formerParticipants: deriveFormerParticipants(
            cohorts: cohorts, through: IntroductionPeriods.years.upperBound,
            from: IntroductionRecords(records, library: library))
        ]
      })
  }
}

/// Dimensions, matrices and tables of former participants.
///
/// The years after the programme look at the same persons again: they are protected together, and
/// so are all regions, which stand in one tree.
private struct FormerParticipantLists {
  /// The dimensions, in order.
  private enum Axis: Int {
    case cohort
    case after
    case status
    case sex
    case age
    case region

    /// The dimension down to a level.
    func depth(_ depth: Int) -> MatrixAxis { MatrixAxis(dimension: rawValue, depth: depth) }
  }
  /// A matrix: its name, and its axes after cohort and year after.
  private static let matrixAxes: [(id: String, axes: [(axis: Axis, depth: Int)])] = [
    ("status-sex-age", [(.status, 2), (.sex, 1), (.age, 1)]),
    ("status-sex-county", [(.status, 2), (.sex, 1), (.region, 1)]),
    ("status-region", [(.status, 1), (.region, 4)]),
  ]
  let dimensions: [Dimension]
  let counting: [MatrixDefinition]

  init(_ library: ClassificationLibrary) {
    dimensions = [
      IntroductionPeriods.cohort,
      IntroductionPeriods.after(library.yearsAfterProgramme, observing: Axis.status.rawValue),
      Dimension(
        id: "status", label: Label(english: "status", national: "status"),
        hierarchy: library.formerParticipantStatus),
      .sex(library),
      .age(library.introductionAge),
      Dimension(
        id: "region", label: Label(english: "region", national: "region"),
        hierarchy: library.economicRegions),
    ]
    func rule(_ axis: Axis) -> MatrixDefinition.AxisRule {
      switch axis {
      case .cohort: .variable(FormerParticipantRegister.cohort, recode: nil)
      case .after: .variable(FormerParticipantRegister.yearsAfter, recode: nil)
      case .status: .variable(FormerParticipantRegister.status, recode: nil)
      case .sex: .variable(FormerParticipantRegister.sex, recode: nil)
      case .age: .variable(FormerParticipantRegister.age, recode: library.introductionAgeOfYear)
      case .region: .variable(FormerParticipantRegister.home, recode: library.economicRegionOfHome)
      }
    }
    counting = Self.matrixAxes.map { matrix in
      MatrixDefinition(
        register: .formerParticipants, selection: nil, weight: nil,
        axes: [rule(.cohort), rule(.after)] + matrix.axes.map { rule($0.axis) })
    }
  }

  var matrices: [MatrixDescription] {
    Self.matrixAxes.map { matrix in
      MatrixDescription(
        id: matrix.id, label: FormerParticipantTexts.title,
        axes: [Axis.cohort.depth(1), Axis.after.depth(1)]
          + matrix.axes.map { $0.axis.depth($0.depth) })
    }
  }

  /// The last cohort that was followed for five years: tables of one cohort open with it.
  private var wholeCohort: OpeningView.Selection {
    .only("\(IntroductionPeriods.years.upperBound - 5)")
  }

  var tables: [TableDescription] {
    [
      table(
        "introduction-former", stub: [.status], heading: [.after],
        [.cohort: wholeCohort, .status: .level(2)]),
      table(
        "introduction-former-cohorts", stub: [.cohort], heading: [.after],
        [.status: .only("active")]),
      table(
        "introduction-former-age", stub: [.age], heading: [.status],
        [.cohort: wholeCohort, .after: .only("1")]),
      table(
        "introduction-former-county", stub: [.region], heading: [.status],
        [.cohort: wholeCohort, .after: .only("1"), .region: .level(1)]),
      table(
        "introduction-former-region", stub: [.region], heading: [.status],
        [.cohort: wholeCohort, .after: .only("1"), .region: .level(2)]),
      table(
        "introduction-former-oslo", stub: [.region], heading: [.status],
        [.cohort: wholeCohort, .after: .only("1"), .region: .below("0301")]),
    ]
  }

  private func table(
    _ id: String, stub: [Axis], heading: [Axis], _ selections: [Axis: OpeningView.Selection]
  ) -> TableDescription {
    TableDescription(
      id: id, title: FormerParticipantTexts.title,
      dimensions: [Axis.cohort, .after, .status, .sex, .age, .region].map(\.rawValue),
      contents: [
        TableContent(
          id: "former", label: FormerParticipantTexts.title,
          matrices: Array(Self.matrixAxes.indices))
      ],
      measures: [
        ParticipantTexts.personsMeasure,
        Measure(
          id: "percent-of-former", label: ParticipantTexts.percent,
          kind: .percentOfTotal(0, dimension: Axis.status.rawValue), decimals: 1),
      ],
      opening: OpeningView(
        stub: stub.map(\.rawValue), heading: heading.map(\.rawValue), measures: [0, 1],
        selections: Dictionary(uniqueKeysWithValues: selections.map { ($0.key.rawValue, $0.value) })
      ),
      notes: [FormerParticipantTexts.statusNote, FormerParticipantTexts.regionNote])
  }
}

/// Texts of former participants.
private enum FormerParticipantTexts {
  static let title = Label(
    english: "Former participants of introduction programme",
    national: "Tidligere deltakere i introduksjonsprogram")
  static let source = Label(
    english: "Statistics Norway, Introduction programme for immigrants, former participants",
    national: """
      Statistisk sentralbyrå, Introduksjonsordningen for nyankomne innvandrere, tidligere \
      deltakere
      """)
  static let statusNote = Label(
    english: """
      Status in November of each year. Who is employed and in education is in "combined"; who is \
      in either and also unemployed counts as employed or in education.
      """,
    national: """
      Status i november hvert år. De som både er i arbeid og utdanning, står for seg; de som er i \
      arbeid eller utdanning og samtidig arbeidsledige, regnes som i arbeid eller utdanning.
      """)
  static let regionNote = Label(
    english: """
      Region of residence in November of the year after the cohort's, by counties, economic \
      regions and municipalities of 2020 in all years; districts of Oslo. Two municipalities that \
      were split in 2020 stand by themselves until then.
      """,
    national: """
      Bosted i november året etter kullets, etter fylker, økonomiske regioner og kommuner i 2020 i \
      alle år; bydeler i Oslo. To kommuner som ble delt i 2020, står for seg til da.
      """)
  static let notes =
    [
      Label(
        english: """
          Former participant: "someone who completed the programme or for different reasons \
          dropped out of the programme in a given year, and is registered as resident in Norway in \
          November the following year". Who was in the programme again the year after is not; \
          women who left to give birth join the next cohort.
          """,
        national: """
          Tidligere deltakere: personer som fullførte eller avbrøt programmet i et gitt år, og som \
          var bosatt i Norge i november året etter. De som var i programmet igjen året etter, er \
          ikke med; kvinner som sluttet for å føde, hører til neste kull.
          """),
      Label(
        english: """
          Who has moved abroad or died since that November stays in the cohort, with status other \
          or unknown.
          """,
        national: """
          De som har flyttet ut eller er døde etter denne november, er fortsatt i kullet, med \
          annen eller ukjent status.
          """),
    ] + ParticipantTexts.sharedNotes
}
