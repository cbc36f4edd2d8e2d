import ArgumentParser
import Canvas
import Classifications
import Explorer
import Foundation
import Publication
import TableViews

/// Times what a key costs in a table of many regions and years: the view, and drawing it.
struct ViewsBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "views",
    abstract: "Times keys in a table of regions by years, from the key to the drawn screen.")

  @Option(help: "Years in the table, up to 2022.")
  var years = 18

  @Option(help: "How often each walk is repeated.")
  var repeats = 15

  /// What a screen at 60 a second leaves for a key.
  private static let frame = 1_000.0 / 60

  /// Keys in turn, each in the view that those before it have made.
  private static let walk: [(name: String, keys: [KeyPress])] = [
    ("Down", [.down]), ("End", [.end]), ("Home", [.home]), ("PgDn", [.pageDown]),
    ("Right", [.right]), ("s sort", [.character("s")]), ("d difference", [.character("d")]),
    ("d per cent", [.character("d")]), ("d index", [.character("d")]),
    ("d as published", [.character("d")]), ("r list of 2019", [.character("r")]),
    ("r list of 2020", [.character("r")]), ("s smallest first", [.character("s")]),
    ("s as listed", [.character("s")]), ("d on the list of 2020", [.character("d")]),
    ("% column", [.character("%")]), ("Down on the list", [.down]), ("w why", [.character("w")]),
    ("Esc", [.escape]), ("c codes", [.character("c")]), ("L language", [.character("L")]),
    ("e hide empty", [.character("e")]), ("u undo", [.character("u")]),
    ("R redo", [.character("R")]), ("r as published", [.character("r")]),
  ]

  func run() throws {
    let library = try ClassificationLibrary(files: RegistersBenchmark.embedded)
    let statistic = statistic(library)
    let size = Size(rows: 24, columns: 80)
    var times = Self.walk.map { _ in [Double]() }
    var cells = Self.walk.map { _ in 0 }
    for _ in 0..<repeats {
      var state = ExplorerState(statistics: [statistic], size: size)
      var view = ViewState(statistic: statistic, table: statistic.tables[0])
      try view.select(.level(2), of: 1)
      answer(state.open(view), &state)
      for (number, step) in Self.walk.enumerated() {
        let start = DispatchTime.now().uptimeNanoseconds
        for key in step.keys { answer(update(&state, .key(key)), &state) }
        _ = render(state, size: size)
        let end = DispatchTime.now().uptimeNanoseconds
        times[number].append(Double(end - start) / 1e6)
        cells[number] = (state.view?.rows.count ?? 0) * (state.view?.columns.count ?? 0)
      }
    }
    print("\(years) years, \(library.municipalities.count) regions; milliseconds a key")
    var slowest = 0.0
    for (number, step) in Self.walk.enumerated() {
      let timing = Timing(milliseconds: times[number])
      slowest = max(slowest, timing.median)
      let name = step.name.padding(toLength: 24, withPad: " ", startingAt: 0)
      let figures = [timing.best, timing.median].map { String(format: "%8.2f", $0) }.joined()
      print("\(name)\(figures)  \(cells[number]) cells")
    }
    print(
      String(format: "slowest median %.2f ms (a frame is %.1f: ", slowest, Self.frame)
        + "\(slowest <= Self.frame))")
  }

  /// Lets every question be answered at once, by figures made up from their place.
  private func answer(_ effects: [Effect], _ state: inout ExplorerState) {
    for effect in effects {
      guard case .tabulate(let generation, let query) = effect else { continue }
      let figures = (0..<query.cellCount).map { cell -> Figure in
        cell % 7 == 6 ? .symbol(.suppressed) : .count(cell &* 7_919 % 100_003)
      }
      let answer = TableAnswer(
        query: query, figures: [figures], hiddenInRelease: 0, cellsInRelease: query.cellCount)
      _ = update(&state, .reply(.answer(generation, answer)))
    }
  }

  private func statistic(_ library: ClassificationLibrary) -> StatisticDescription {
    let years = Hierarchy(
      id: "bench-years", levelLabels: [Label("Years"), Label("Year")],
      nodes: [(Category(code: "years", label: Label("Years")), 0)]
        + (2023 - self.years..<2023).map { (Category(code: "\($0)", label: Label("\($0)")), 1) })
    return StatisticDescription(
      id: "bench", title: Label("Benchmark"), agency: Label("-"), period: "2022",
      unit: Label("persons"), source: Label("made up"),
      policy: PolicyDescription(
        name: Label("-"), sentence: "-", explanation: Label("-"), source: "-"),
      dimensions: [
        Dimension(
          id: "year", label: Label("Year"), hierarchy: years, totals: .none,
          breaks: ["2017": Label("Break in the series.")]),
        Dimension(
          id: "region", label: Label("Region"), hierarchy: library.municipalities,
          regrouping: .municipalities(of: library)),
      ],
      matrices: [
        MatrixDescription(
          id: "persons", label: Label("Persons"),
          axes: [MatrixAxis(dimension: 0, depth: 1), MatrixAxis(dimension: 1, depth: 2)])
      ],
      tables: [
        TableDescription(
          id: "bench", title: Label("Persons"), dimensions: [0, 1],
          contents: [TableContent(id: "persons", label: Label("Persons"), matrices: [0])],
          measures: [
            Measure(id: "persons", label: Label("Persons"), kind: .count(0), decimals: 0)
          ],
          opening: OpeningView(stub: [1], heading: [0], measures: [0]), notes: [])
      ], notes: [])
  }
}
