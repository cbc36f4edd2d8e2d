import Canvas
import Classifications
import Explorer
import Publication
import TableViews

/// A table with hundreds of rows and dozens of columns, its figures made up from their place.
enum LargeTable {
  private static let regions = Hierarchy(
    id: "large-regions", levelLabels: [Label("Country"), Label("County"), Label("Municipality")],
    nodes: [(Category(code: "0", label: Label("The whole country")), 0)]
      + (1...20).flatMap { county in
        [(Category(code: "\(county)", label: Label("County number \(county)")), 1)]
          + (1...20).map { place in
            let code = "\(county)-\(place)"
            return (Category(code: code, label: Label("Municipality of place \(code)")), 2)
          }
      })

  private static let years = Hierarchy(
    id: "large-years", levelLabels: [Label("All"), Label("Year")],
    nodes: [(Category(code: "all", label: Label("All years")), 0)]
      + (1990...2019).map { (Category(code: "\($0)", label: Label("\($0)")), 1) })

  /// The statistic, without figures.
  static let statistic = StatisticDescription(
    id: "large", title: Label("Large statistic"), agency: Label("Sample Agency"), period: "2019",
    unit: Label("persons"), source: Label("Made up"),
    policy: PolicyDescription(
      name: Label("some hidden"), sentence: "Some are hidden.", explanation: Label(""), source: ""),
    dimensions: [
      Dimension(id: "region", label: Label("Region"), hierarchy: regions),
      Dimension(id: "year", label: Label("Year"), hierarchy: years),
    ],
    matrices: [
      MatrixDescription(
        id: "m", label: Label("Persons"),
        axes: [MatrixAxis(dimension: 0, depth: 2), MatrixAxis(dimension: 1, depth: 1)])
    ],
    tables: [
      TableDescription(
        id: "large", title: Label("Persons in places"), dimensions: [0, 1],
        contents: [TableContent(id: "persons", label: Label("Persons"), matrices: [0])],
        measures: [
          Measure(id: "persons", label: Label("Persons"), kind: .count(0), decimals: 0)
        ],
        opening: OpeningView(stub: [0], heading: [1], measures: [0]), notes: [])
    ], notes: [])

  /// The table of all municipalities and years: 421 rows and 31 columns.
  static func state(size: Size) throws -> ExplorerState {
    var state = ExplorerState(statistics: [statistic], size: size)
    var view = ViewState(statistic: statistic, table: statistic.tables[0])
    try view.select(.chosen(Array(regions.categories.indices)), of: 0)
    for effect in state.open(view) {
      guard case .tabulate(let generation, let query) = effect else { continue }
      _ = update(&state, .reply(.answer(generation, answer(query))))
    }
    return state
  }

  /// Figures made up from their place; each seventh is hidden.
  static func answer(_ query: TableQuery) -> TableAnswer {
    let figures = (0..<query.cellCount).map { cell -> Figure in
      cell % 7 == 6 ? .symbol(.suppressed) : .count(cell * 7_919 % 1_000_003)
    }
    return TableAnswer(
      query: query, figures: [figures], hiddenInRelease: query.cellCount / 7,
      cellsInRelease: query.cellCount)
  }
}
