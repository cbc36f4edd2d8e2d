public import Classifications
@_spi(DisclosureControl) public import Publication

/// A small statistic over five years in which municipalities are merged and split.
///
/// Until 2019: counties Aust (1101, 1102, 1103) and Vest (1201, 1202). From 2020: 1101 and 1102
/// are 1150 Nyby; Vest is Havn (1301 from 1201, and 1302 and 1303 from 1202, which is split).
public enum SampleSeries {
  /// Place of the year in `description.dimensions`.
  public static let year = 0
  /// Place of the region.
  public static let region = 1
  /// Place of sex.
  public static let sex = 2

  /// The years, ascending; the root is never shown.
  public static let years = Hierarchy(
    id: "series-years",
    levelLabels: [
      Label(english: "All years", national: "Alle år"), Label(english: "Year", national: "År"),
    ],
    nodes: [(Category(code: "years", label: Label(english: "All years", national: "Alle år")), 0)]
      + (2018...2022).map { (Category(code: "\($0)", label: Label("\($0)")), 1) })

  /// The country, counties and municipalities, those of 2019 and of 2020 in one list.
  public static let regions = Hierarchy(
    id: "series-regions",
    levelLabels: [
      Label(english: "The country", national: "Landet"),
      Label(english: "County", national: "Fylke"),
      Label(english: "Municipality", national: "Kommune"),
    ],
    nodes: [
      (Category(code: "0", label: Label(english: "Norway", national: "Norge")), 0),
      (place("11", "Aust"), 1), (place("1101", "Dal", until: merged), 2),
      (place("1102", "Fjell", until: merged), 2), (place("1103", "Skog"), 2),
      (place("1150", "Nyby", from: merged), 2),
      (place("12", "Vest", until: merged), 1), (place("1201", "Sund", until: merged), 2),
      (place("1202", "Vik", until: merged), 2),
      (place("13", "Havn", from: merged), 1), (place("1301", "Sund nye", from: merged), 2),
      (place("1302", "Indre Vik", from: merged), 2), (place("1303", "Ytre Vik", from: merged), 2),
    ])

  private static let merged = "2020-01-01"

  private static func place(
    _ code: String, _ name: String, from: String? = nil, until: String? = nil
  ) -> Category {
    Category(code: code, label: Label(name), validity: Validity(from: from, until: until))
  }

  /// Texts, dimensions, matrices and tables, without any figure.
  public static let description = description(symbols: .norway)

  /// The same with the symbols of an agency.
  public static func description(symbols: SymbolProfile) -> StatisticDescription {
    let sample = SampleStatistic.description
    return StatisticDescription(
      id: "series", title: Label(english: "Sample series", national: "Prøveserie"),
      agency: sample.agency, period: "2018-2022", unit: sample.unit, source: sample.source,
      policy: sample.policy,
      dimensions: [
        Dimension(
          id: "year", label: Label(english: "Year", national: "År"), hierarchy: years,
          totals: .none,
          breaks: [
            "2020": Label(
              english: "Break in the series: counted from another register.",
              national: "Brudd i serien: telt fra et annet register.")
          ]),
        Dimension(
          id: "region", label: Label(english: "Region", national: "Region"), hierarchy: regions,
          regrouping: Regrouping(
            Correspondence(
              id: "series-2019-to-2020",
              moves: [
                ("1101", [("1150", 100)]), ("1102", [("1150", 100)]), ("1201", [("1301", 100)]),
                ("1202", [("1302", 50), ("1303", 50)]),
              ]),
            in: regions, earlierYear: "2019", laterYear: "2020", changeDay: merged)),
        Dimension(
          id: "sex", label: Label(english: "Sex", national: "Kjønn"),
          hierarchy: SampleStatistic.sexes),
      ],
      matrices: [matrix("recipients", "Recipients"), matrix("population", "Population")],
      tables: [
        table("series-region", stub: [region], heading: [year]),
        table("series-sex", stub: [sex], heading: []),
        table("series-years", stub: [year], heading: [sex]),
      ],
      notes: [], isSynthetic: true, symbols: symbols)
  }

  private static func matrix(_ id: String, _ label: String) -> MatrixDescription {
    MatrixDescription(
      id: id, label: Label(label),
      axes: [(year, 1), (region, 2), (sex, 1)].map { MatrixAxis(dimension: $0.0, depth: $0.1) })
  }

  private static func table(_ id: String, stub: [Int], heading: [Int]) -> TableDescription {
    TableDescription(
      id: id,
      title: Label(english: "Recipients of sample allowance", national: "Mottakere av prøvepenger"),
      dimensions: [year, region, sex],
      contents: [
        TableContent(
          id: "recipients", label: Label(english: "Recipients", national: "Mottakere"),
          matrices: [0]),
        TableContent(
          id: "population", label: Label(english: "Population", national: "Befolkning"),
          matrices: [1]),
      ],
      measures: [
        Measure(
          id: "persons", label: Label(english: "Persons", national: "Personer"),
          kind: .count(0), decimals: 0),
        Measure(
          id: "percent-of-population",
          label: Label(english: "Per cent of the population", national: "Prosent av befolkningen"),
          kind: .percentOfContent(0, base: 1), decimals: 1),
      ],
      opening: OpeningView(stub: stub, heading: heading, measures: [0]), notes: [])
  }

  /// The series' figures.
  ///
  /// True sums of drawn persons, with recipients of Dal in 2019 and of Skog in
  /// 2021 hidden. It is a fixture and not a safe release.
  public static let release = release(symbols: .norway)

  /// The same with the symbols of an agency.
  public static func release(symbols: SymbolProfile) -> Release {
    let description = description(symbols: symbols)
    return Release(
      description: description,
      matrices: description.matrices.map { matrix in
        let figures = description.dimensions.map(\.hierarchy.categories.indices)
        var counts: [Int32] = []
        var statuses: [UInt8] = []
        for year in figures[year] {
          for region in figures[region] {
            for sex in figures[sex] {
              let status = status(matrix.id, year: year, region: region)
              statuses.append(status.rawValue)
              counts.append(
                status == .published ? count(matrix.id, year: year, region: region, sex: sex) : 0)
            }
          }
        }
        return ProtectedMatrix(
          description: matrix, dimensions: description.dimensions, counts: counts,
          statuses: statuses)
      },
      provenance: "test fixture")
  }

  private static func status(_ matrix: String, year: Int, region: Int) -> CellStatus {
    guard year > 0, isInForce(region, year: year) else { return .notApplicable }
    let cell = years.categories[year].code + " " + regions.categories[region].code
    return matrix == "recipients" && ["2019 1101", "2021 1103"].contains(cell)
      ? .suppressed : .published
  }

  private static func isInForce(_ region: Int, year: Int) -> Bool {
    let day = years.categories[year].code + "-12-31"
    return regions.categories[region].validity?.contains(day) ?? true
  }

  private static func count(_ matrix: String, year: Int, region: Int, sex: Int) -> Int32 {
    let leaves = regions.descendants(of: region).filter {
      regions.children[$0].isEmpty && isInForce($0, year: year)
    }
    return leaves.reduce(0) { sum, leaf in
      sum
        + (sex == 0 ? [1, 2] : [sex]).reduce(0) { sum, sex in
          let recipients = (leaf * 37 + year * 13 + sex * 5) % 41 * (leaf % 3 + 1) + year
          return sum + Int32(matrix == "recipients" ? recipients : 900 + leaf * 113 + year * 17)
        }
    }
  }
}
