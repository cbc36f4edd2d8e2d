public import Classifications
public import Publication

/// A small statistic for tests of everything that looks at releases.
///
/// Two tables: `sample-region` (region, sex, age, work intensity; recipients and population) and
/// `sample-initiative` (initiatives, several a person, and sex). The region has three levels, a
/// leaf above the deepest level and wide labels; one municipality has no recipients at all.
public enum SampleStatistic {
  /// Place of the region in `description.dimensions`.
  public static let region = 0
  /// Place of sex.
  public static let sex = 1
  /// Place of age.
  public static let age = 2
  /// Place of work intensity.
  public static let intensity = 3
  /// Place of initiatives.
  public static let initiative = 4

  /// Norway, counties, municipalities; `9999` is a leaf at the level of counties.
  public static let regions = Hierarchy(
    id: "sample-regions",
    levelLabels: [
      Label(english: "The country", national: "Landet"),
      Label(english: "County", national: "Fylke"),
      Label(english: "Municipality", national: "Kommune"),
    ],
    nodes: [
      (Category(code: "0", label: Label(english: "Norway", national: "Noreg")), 0),
      (Category(code: "03", label: Label("Oslo")), 1),
      (Category(code: "0301", label: Label("Oslo kommune"), aliases: ["Oslo (2004-2023)"]), 2),
      (Category(code: "42", label: Label("Agder")), 1),
      (Category(code: "4201", label: Label("Risør")), 2),
      (Category(code: "4204", label: Label("Kristiansand")), 2),
      (Category(code: "4218", label: Label("Iveland")), 2),
      (Category(code: "54", label: Label("Troms og Finnmark - Romsa ja Finnmárku")), 1),
      (Category(code: "5401", label: Label("Tromsø")), 2),
      (Category(code: "5402", label: Label("Harstad - Hárstták"), aliases: ["Hårstad"]), 2),
      (Category(code: "5403", label: Label("Alta")), 2),
      (Category(code: "9999", label: Label(english: "Not stated", national: "Uoppgitt")), 1),
    ])

  /// Both sexes, males, females.
  public static let sexes = flat(
    "sample-sexes", "Sex", "Kjønn",
    [
      ("0", "Both sexes", "Begge kjønn"), ("1", "Males", "Menn"), ("2", "Females", "Kvinner"),
    ])

  /// The whole age range and three bands.
  public static let ages = flat(
    "sample-ages", "Age band", "Aldersgruppe",
    [
      ("18-67", "18-67 years", "18-67 år"), ("18-24", "18-24 years", "18-24 år"),
      ("25-34", "25-34 years", "25-34 år"), ("35-67", "35-67 years", "35-67 år"),
    ])

  /// Work intensity; for `x` no figure can occur.
  public static let intensities = flat(
    "sample-intensities", "Work intensity", "Arbeidsintensitet",
    [
      ("all", "All", "Alle"), ("none", "None", "Ingen"), ("low", "Low", "Låg"),
      ("full", "Full", "Full"), ("x", "Not employable", "Ikkje aktuelt"),
    ])

  /// Initiatives of a programme; a person may have several.
  public static let initiatives = flat(
    "sample-initiatives", "Initiative", "Tiltak",
    [
      ("t", "All participants", "Alle deltakarar"), ("n", "Norwegian", "Norsk"),
      ("w", "Work practice", "Arbeidspraksis"), ("s", "School", "Skule"),
    ])

  private static func flat(
    _ id: String, _ english: String, _ national: String, _ terms: [(String, String, String)]
  ) -> Hierarchy {
    Hierarchy(
      id: id,
      levelLabels: [
        Label(english: "All", national: "Alle"), Label(english: english, national: national),
      ],
      nodes: terms.enumerated().map { position, term in
        (
          Category(code: term.0, label: Label(english: term.1, national: term.2)),
          position == 0 ? 0 : 1
        )
      })
  }

  /// Texts, dimensions, matrices and tables, without any figure.
  public static let description = StatisticDescription(
    id: "sample",
    title: Label(english: "Sample allowance", national: "Prøvepengar"),
    agency: Label(english: "Sample Agency", national: "Prøvebyrået"),
    period: "2022",
    unit: Label(english: "persons", national: "personar"),
    source: Label(english: "Sample register, read 2026", national: "Prøveregister, lest 2026"),
    policy: PolicyDescription(
      name: Label(english: "under four not shown", national: "under fire ikkje vist"),
      sentence: "Figures are not shown where there are fewer than four units.",
      explanation: Label(
        english: "Some further figures are hidden so that no small figure can be worked out.",
        national: "Nokre fleire tal er skjulte slik at ingen små tal kan reknast ut."),
      source: "About the statistics, Sample Agency"),
    dimensions: [
      Dimension(
        id: "region", label: Label(english: "Region", national: "Region"), hierarchy: regions),
      Dimension(id: "sex", label: Label(english: "Sex", national: "Kjønn"), hierarchy: sexes),
      Dimension(id: "age", label: Label(english: "Age", national: "Alder"), hierarchy: ages),
      Dimension(
        id: "intensity",
        label: Label(english: "Work intensity", national: "Arbeidsintensitet"),
        hierarchy: intensities, notApplicableCodes: ["x"]),
      Dimension(
        id: "initiative", label: Label(english: "Initiative", national: "Tiltak"),
        hierarchy: initiatives, totals: .counted),
    ],
    matrices: [
      matrix("region-sex", "Recipients", [(region, 2), (sex, 1)]),
      matrix("county-detail", "Recipients", [(region, 1), (sex, 1), (age, 1), (intensity, 1)]),
      matrix("initiative-sex", "Participants", [(initiative, 1), (sex, 1)]),
      matrix("population", "Population", [(region, 2), (sex, 1), (age, 1)]),
    ],
    tables: [regionTable, initiativeTable],
    notes: [Label(english: "Figures are drawn, not real.", national: "Tala er oppdikta.")],
    isSynthetic: true)

  private static func matrix(
    _ id: String, _ label: String, _ axes: [(Int, Int)]
  ) -> MatrixDescription {
    MatrixDescription(
      id: id, label: Label(label),
      axes: axes.map { MatrixAxis(dimension: $0.0, depth: $0.1) })
  }

  /// `sample-region`: recipients and per cent of the population.
  public static let regionTable = TableDescription(
    id: "sample-region",
    title: Label(english: "Recipients of sample allowance", national: "Mottakarar av prøvepengar"),
    dimensions: [region, sex, age, intensity],
    contents: [
      TableContent(
        id: "recipients", label: Label(english: "Recipients", national: "Mottakarar"),
        matrices: [0, 1]),
      TableContent(
        id: "population", label: Label(english: "Population", national: "Folkemengd"),
        matrices: [3]),
    ],
    measures: [
      Measure(
        id: "persons", label: Label(english: "Persons", national: "Personar"),
        kind: .count(0), decimals: 0),
      Measure(
        id: "percent-of-population",
        label: Label(
          english: "Per cent of the population", national: "Prosent av folkemengda"),
        kind: .percentOfContent(0, base: 1), decimals: 1),
    ],
    opening: OpeningView(stub: [region], heading: [sex], measures: [0]),
    notes: [Label(english: "Residents 31 December.", national: "Busette 31. desember.")])

  /// `sample-initiative`: participants and per cent of all participants.
  public static let initiativeTable = TableDescription(
    id: "sample-initiative",
    title: Label(english: "Participants in initiatives", national: "Deltakarar i tiltak"),
    dimensions: [initiative, sex],
    contents: [
      TableContent(
        id: "participants", label: Label(english: "Participants", national: "Deltakarar"),
        matrices: [2])
    ],
    measures: [
      Measure(
        id: "persons", label: Label(english: "Persons", national: "Personar"),
        kind: .count(0), decimals: 0),
      Measure(
        id: "percent", label: Label(english: "Per cent", national: "Prosent"),
        kind: .percentOfTotal(0, dimension: initiative), decimals: 1),
    ],
    opening: OpeningView(stub: [initiative], heading: [sex], measures: [0, 1]),
    notes: [])
}
