import Classifications
@_spi(DisclosureControl) import Publication
import Testing

/// Looks at a cohort whose time has not come, and figures that nobody collected.
@Suite struct NotYetTests {
  private static func list(_ id: String, _ categories: [Category]) -> Hierarchy {
    let all = Label("All")
    return Hierarchy(
      id: id, levelLabels: [all, Label(id)],
      nodes: [(Category(code: "all", label: all), 0)] + categories.map { ($0, 1) })
  }

  /// Cohorts 2020 and 2021; one and two years after, which were reached for 2020 only.
  private static let description = StatisticDescription(
    id: "cohorts", title: Label("Cohorts"), agency: Label("Agency"), period: "2020-2021",
    unit: Label("persons"), source: Label("Source"),
    policy: PolicyDescription(
      name: Label("none"), sentence: "", explanation: Label(""), source: ""),
    dimensions: [
      Dimension(
        id: "cohort", label: Label("cohort"),
        hierarchy: list("cohorts", ["2020", "2021"].map { Category(code: $0, label: Label($0)) }),
        totals: .none),
      Dimension(
        id: "status", label: Label("status"),
        hierarchy: list("statuses", [Category(code: "1", label: Label("working"))])),
      Dimension(
        id: "after", label: Label("years after"),
        hierarchy: list(
          "years-after",
          [
            Category(code: "1", label: Label("1")),
            Category(
              code: "2", label: Label("2"), validity: Validity(from: nil, until: "2021-01-01")),
          ]), totals: .none, observes: 1),
    ],
    matrices: [
      MatrixDescription(
        id: "cohorts", label: Label("Cohorts"),
        axes: [MatrixAxis(dimension: 0, depth: 1), MatrixAxis(dimension: 2, depth: 1)])
    ],
    tables: [
      TableDescription(
        id: "cohorts", title: Label("Cohorts"), dimensions: [0, 1, 2],
        contents: [TableContent(id: "persons", label: Label("Persons"), matrices: [0])],
        measures: [
          Measure(id: "persons", label: Label("Persons"), kind: .count(0), decimals: 0)
        ],
        opening: OpeningView(stub: [0], heading: [2], measures: [0]), notes: [])
    ], notes: [])

  /// A release in which the cells at these cohorts and years are missing.
  private static func release(missing: [(cohort: Int, after: Int)]) -> Release {
    let cells = (0..<9).map { cell in
      missing.contains { $0.cohort == cell / 3 && $0.after == cell % 3 }
    }
    return Release(
      description: description,
      matrices: [
        ProtectedMatrix(
          description: description.matrices[0], dimensions: description.dimensions,
          counts: cells.map { $0 ? 0 : 7 },
          statuses: cells.map { ($0 ? CellStatus.missing : .published).rawValue })
      ], provenance: "test")
  }

  private static func figures(missing: [(cohort: Int, after: Int)]) throws -> [Figure] {
    let query = TableQuery(statistic: "cohorts", table: "cohorts", axes: [[1, 2], [0], [2, 1]])
    return try release(missing: missing).answer(query).figures[0]
  }

  @Test func `what has not come yet says so, and what is missing is missing`() throws {
    #expect(
      try Self.figures(missing: [(2, 2)])
        == [.count(7), .count(7), .symbol(.notYet), .count(7)])
    // One year after 2021 has come: nothing was collected.
    #expect(
      try Self.figures(missing: [(1, 2), (2, 1), (2, 2)])
        == [.symbol(.missing), .count(7), .symbol(.notYet), .symbol(.missing)])
  }
}
