import Classifications
import Publication
import TestSupport
import Testing

@testable import TableViews

/// Saved views: small texts that open on whatever release holds their codes.
struct ViewFileTests {
  private static let statistics = [SampleStatistic.description, SampleSeries.description]

  /// The view after a walk, without the way on which one came.
  private static func walked(_ seed: Int) -> ViewState {
    let tables = [SampleStatistic.regionTable, SampleStatistic.initiativeTable]
    var walk = ViewWalk(tables[seed % 2], seed: 900 + UInt64(seed))
    for _ in 0..<60 { _ = walk.step() }
    walk.state.drillPath = []
    return walk.state
  }

  private static func state(_ text: String) throws(ViewFileProblem) -> ViewState {
    try ViewFile(text: text).state(in: statistics)
  }

  @Test(arguments: 0..<40) func `a view that is saved and opened is the same`(seed: Int) throws {
    let state = Self.walked(seed)
    for periods in [ViewFile.Periods.asShown, .onNewData] {
      let file = ViewFile(name: "A name, 2", of: state, periods: periods)
      let read = try ViewFile(text: file.text)
      #expect(read == file)
      #expect(try read.state(in: Self.statistics) == state)
    }
  }

  @Test func `every option of a view can be given by its name`() throws {
    for seed in 0..<40 {
      let arguments = ViewOptions(Self.walked(seed)).arguments
      #expect(ViewOptions(arguments: arguments)?.arguments == arguments)
    }
    #expect(ViewOptions(arguments: ["--fly", "1"]) == nil)
    #expect(ViewOptions(arguments: ["--stub"]) == nil)
    #expect(ViewOptions(arguments: ["stub", "sex"]) == nil)
    for name in ViewOptions.names {
      var options = ViewOptions()
      let isKnown = options.give(name, "sex")
      #expect(isKnown)
      #expect(options != ViewOptions(), "\(name)")
    }
  }

  @Test func `a file is read as a person writes it`() throws {
    let state = try Self.state(
      """
      prikk view 1
      # Men by county.

      name   Men by county
      table sample-region
        filter sex=1
      level region=county
      hide-empty
      """)
    #expect(state.selections[SampleStatistic.sex] == .single(1))
    #expect(state.selections[SampleStatistic.region] == .level(1))
    #expect(state.hidesEmptyRows)
  }

  @Test(arguments: [
    ("", 1, "This is not a saved view."),
    ("prikk view 2\ntable sample-region", 1, "This view was saved by a newer prikk."),
    ("prikk view 1\nname a", 1, "No line says which table the view is of."),
    ("prikk view 1\ntable", 2, "“table” has no value."),
    ("prikk view 1\ntable nowhere", 2, "There is no table “nowhere” any more."),
    ("prikk view 1\ntable sample-region\nfiltre sex=1", 3, "“filtre” is not an option of a view."),
    ("prikk view 1\ntable sample-region\n\nfilter sex=7", 4, "“7” is not a value of sex."),
    (
      "prikk view 1\ntable sample-region\nselect region=03,77\nlevel age=1", 3,
      "“77” is not a value of region."
    ),
    ("prikk view 1\ntable sample-region\nlevel region=9", 3, "“9” is not a level of region."),
    ("prikk view 1\nstub fly\ntable sample-region", 2, "“fly” is not a dimension of this table."),
    ("prikk view 1\ntable sample-region\npercent half", 3, "“half” is not possible here."),
    ("prikk view 1\ntable sample-region\nfilter year=last", 3, "“year” is not a dimension"),
  ])
  func `a view that cannot be held names the line and a way out`(
    text: String, line: Int, reason: String
  ) {
    let problem = #expect(throws: ViewFileProblem.self) { try Self.state(text) }
    #expect(problem?.line == line)
    #expect(problem?.reason.hasPrefix(reason) == true, "\(problem?.reason ?? "")")
    #expect(problem?.wayOut.isEmpty == false)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if problem?.reason.hasPrefix("No line") == false {
      #expect(problem?.excerpt == lines[line - 1])
    }
  }

  @Test func `what may have been meant is named`() {
    let problem = #expect(throws: ViewFileProblem.self) {
      try Self.state("prikk view 1\ntable sample-region\nfiltre sex=1")
    }
    #expect(problem?.wayOut.hasPrefix("Did you mean filter? Possible: name, table, stub") == true)
  }

  // MARK: Periods

  private static let time =
    SampleSeries.description.tables[0].dimensions
    .firstIndex { SampleSeries.description.dimensions[$0].isTime } ?? 0

  private static func series(_ selection: Selection, inFilter: Bool) throws -> ViewState {
    var state = ViewState(
      statistic: SampleSeries.description, table: SampleSeries.description.tables[0])
    try state.move(time, to: inFilter ? .filter : .heading, at: nil)
    try state.select(selection, of: time)
    return state
  }

  /// The same statistic a year later.
  private static var later: StatisticDescription {
    let now = SampleSeries.description
    let root = SampleSeries.years.categories[0]
    let years = Hierarchy(
      id: "later-years", levelLabels: SampleSeries.years.levelLabels,
      nodes: [(root, 0)] + (2018...2023).map { (Category(code: "\($0)", label: Label("\($0)")), 1) }
    )
    var dimensions = now.dimensions
    dimensions[SampleSeries.year] = Dimension(
      id: "year", label: dimensions[SampleSeries.year].label, hierarchy: years, totals: .none)
    return StatisticDescription(
      id: now.id, title: now.title, agency: now.agency, period: "2018-2023", unit: now.unit,
      source: now.source, policy: now.policy, dimensions: dimensions, matrices: now.matrices,
      tables: now.tables, notes: now.notes, isSynthetic: true, symbols: now.symbols)
  }

  @Test func `periods that end in the latest are counted from it`() throws {
    let leaves = SampleSeries.years.leaves
    let id = "year"
    let last = ViewFile(
      name: "", of: try Self.series(.single(leaves[leaves.count - 1]), inFilter: true),
      periods: .onNewData)
    #expect(last.text.contains("filter \(id)=last\n"))
    let two = ViewFile(
      name: "", of: try Self.series(.chosen(Array(leaves.suffix(2))), inFilter: false),
      periods: .onNewData)
    #expect(two.text.contains("select \(id)=last:2\n"))
    let earlier = ViewFile(
      name: "", of: try Self.series(.single(leaves[0]), inFilter: true), periods: .onNewData)
    #expect(!earlier.text.contains("last"))
  }

  @Test func `a counted period is the later one in later data`() throws {
    let text = "prikk view 1\nname a\ntable \(SampleSeries.description.tables[0].id)\n"
    let id = "year"
    func codes(_ words: String, _ statistic: StatisticDescription) throws -> [String] {
      let state = try ViewFile(text: text + "heading \(id)\nselect \(id)=\(words)\n")
        .state(in: [statistic])
      return state.categories(of: Self.time).map { state.code(of: $0, at: Self.time) }
    }
    let now = SampleSeries.description
    let all = try codes("last:99", now)
    #expect(all.count > 2)
    #expect(try codes("last", now) == all.suffix(1))
    #expect(try codes("last-1", now) == [all[all.count - 2]])
    #expect(try codes("last:2", now) == all.suffix(2))
    let then = try codes("last:99", Self.later)
    #expect(then.count == all.count + 1)
    #expect(try codes("last:2", Self.later) == then.suffix(2))
    #expect(throws: ViewFileProblem.self) { try codes("last-99", now) }
    #expect(throws: ViewFileProblem.self) { try codes("last:0", now) }
  }

  @Test(arguments: [
    ("", false), ("a", true), ("Åse 2", true), ("a/b", false), ("..", false), (".a", false),
    ("a.b", true), (" a", false), ("a ", false), ("a\u{1B}", false), ("a\n", false),
    (String(repeating: "å", count: 60), true), (String(repeating: "å", count: 61), false),
    (String(repeating: "👩‍👩‍👧", count: 10), false), ("한국", true),
  ])
  func `a name is fit to be the name of a file`(name: String, isFit: Bool) {
    #expect((ViewName.problem(name) == nil) == isFit)
  }
}
