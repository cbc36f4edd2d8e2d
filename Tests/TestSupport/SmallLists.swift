public import Classifications
@_spi(DisclosureControl) public import Publication

/// Two lists of three municipalities each, 2019 and 2020, that go into each other in any way.
///
/// 2019: A (e1, e2) and B (e3). 2020: A (l1) and C (l2, l3). Every figure is a count of its own
/// digits, so that a sum tells its parts.
public enum SmallLists {
  /// Municipalities of 2019, as places in `regions`.
  public static let earlier = [2, 3, 6]
  /// Municipalities of 2020.
  public static let later = [4, 8, 9]

  /// The country, three counties, six municipalities.
  public static let regions = Hierarchy(
    id: "small-regions", levelLabels: [Label("Country"), Label("County"), Label("Municipality")],
    nodes: [
      (place("0"), 0), (place("A"), 1), (place("e1", until: day), 2), (place("e2", until: day), 2),
      (place("l1", from: day), 2), (place("B", until: day), 1), (place("e3", until: day), 2),
      (place("C", from: day), 1), (place("l2", from: day), 2), (place("l3", from: day), 2),
    ])

  private static let day = "2020-01-01"

  private static func place(
    _ code: String, from: String? = nil, until: String? = nil
  ) -> Category {
    Category(code: code, label: Label(code), validity: Validity(from: from, until: until))
  }

  /// Every way in which municipalities of 2019 can go into all those of 2020: for each of 2019 the
  /// numbers of those of 2020.
  public static let moves: [[[Int]]] = {
    let subsets = (1..<8).map { bits in (0..<3).filter { bits >> $0 & 1 == 1 } }
    var moves: [[[Int]]] = []
    for first in subsets {
      for second in subsets {
        for third in subsets where Set(first + second + third).count == 3 {
          moves.append([first, second, third])
        }
      }
    }
    return moves
  }()

  /// The regrouping of `move`.
  public static func regrouping(_ move: [[Int]]) -> Regrouping {
    func code(_ category: CategoryIndex) -> String { regions.categories[category].code }
    return Regrouping(
      Correspondence(
        id: "small",
        moves: zip(earlier, move).map { source, targets in
          (code(source), targets.map { (code(later[$0]), 100 / targets.count) })
        }),
      in: regions, earlierYear: "2019", laterYear: "2020", changeDay: day)
  }

  /// A table of regions, down to level `depth`, by the years 2019 and 2020.
  public static func description(_ move: [[Int]], depth: Int = 2) -> StatisticDescription {
    let sample = SampleStatistic.description
    let years = Hierarchy(
      id: "small-years", levelLabels: [Label("Years"), Label("Year")],
      nodes: [(Category(code: "y", label: Label("Years")), 0)]
        + ["2019", "2020"].map { (Category(code: $0, label: Label($0)), 1) })
    return StatisticDescription(
      id: "small", title: Label("Small"), agency: sample.agency, period: "2019-2020",
      unit: sample.unit, source: sample.source, policy: sample.policy,
      dimensions: [
        Dimension(
          id: "region", label: Label("Region"), hierarchy: regions, regrouping: regrouping(move)),
        Dimension(id: "year", label: Label("Year"), hierarchy: years, totals: .none),
      ],
      matrices: [
        MatrixDescription(
          id: "persons", label: Label("Persons"),
          axes: [MatrixAxis(dimension: 0, depth: depth), MatrixAxis(dimension: 1, depth: 1)])
      ],
      tables: [
        TableDescription(
          id: "small", title: Label("Persons"), dimensions: [0, 1],
          contents: [TableContent(id: "persons", label: Label("Persons"), matrices: [0])],
          measures: [
            Measure(id: "persons", label: Label("Persons"), kind: .count(0), decimals: 0)
          ],
          opening: OpeningView(stub: [0], heading: [1], measures: [0]), notes: [])
      ], notes: [])
  }

  /// The figure of a region in a year (1 is 2019, 2 is 2020); cells of 2019 in `hidden` have none.
  public static func figure(
    _ region: CategoryIndex, year: Int, hidden: Set<CategoryIndex>
  ) -> Figure {
    let leaves = (year == 1 ? earlier : later).filter(regions.descendants(of: region).contains)
    guard year > 0, !leaves.isEmpty else { return .symbol(.notApplicable) }
    if year == 1, hidden.contains(region) { return .symbol(.suppressed) }
    return .count(
      leaves.reduce(0) { $0 + [2: 5, 3: 70, 6: 900, 4: 11, 8: 130, 9: 1_700][$1, default: 0] })
  }

  /// The release; it is a fixture and not a safe one.
  public static func release(_ description: StatisticDescription, hidden: Set<CategoryIndex>)
    -> Release
  {
    let figures = regions.categories.indices.flatMap { region in
      (0...2).map { figure(region, year: $0, hidden: hidden) }
    }
    return Release(
      description: description,
      matrices: [
        ProtectedMatrix(
          description: description.matrices[0], dimensions: description.dimensions,
          counts: figures.map { Int32($0.value ?? 0) }, statuses: figures.map(\.status.rawValue))
      ], provenance: "test fixture")
  }
}
