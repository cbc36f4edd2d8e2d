import Classifications
import Publication
import TestSupport
import Testing

@testable import TableViews

@Suite struct ViewOptionsTests {
  private func configured(
    _ change: (inout ViewOptions) -> Void
  ) throws(ViewOptionError) -> ViewState {
    var options = ViewOptions()
    change(&options)
    var state = sampleState()
    try state.configure(options)
    return state
  }

  private func message(_ change: (inout ViewOptions) -> Void) -> String? {
    do throws(ViewOptionError) {
      _ = try configured(change)
      return nil
    } catch {
      return error.message
    }
  }

  @Test func `no options leave the table as it opens`() throws {
    #expect(try configured { _ in } == sampleState())
  }

  @Test func `a view is described by options`() throws {
    let state = try configured { options in
      options.stub = ["age", "Region"]
      options.heading = ["none"]
      options.filter = ["sex=Females", "intensity=low"]
      options.level = ["region=municipality"]
      options.select = ["age=18-24,25-34"]
      options.measure = ["percent-of-population", "persons"]
      options.labels = "both"
      options.language = "no"
      options.sort = "measure=persons:smallest"
      options.hidesEmptyRows = true
    }
    #expect(state.stub == [2, 0])
    #expect(state.heading.isEmpty)
    #expect(state.selections == [.level(2), .single(2), .chosen([1, 2]), .single(2)])
    #expect(state.measures == [1, 0])
    #expect(state.labelStyle == .both)
    #expect(state.language == .national)
    #expect(state.sort == SortOrder(categories: [], measure: 0, isDescending: false))
    #expect(state.hidesEmptyRows)
    #expect(try configured { $0.sort = "largest" }.sort?.categories == [0])
    #expect(try configured { $0.sort = "sex=2" }.sort?.categories == [2])
    #expect(try configured { $0.branch = ["region=54"] }.selections[0] == .branch(7))
    #expect(try configured { $0.stub = ["sex"] }.filter == [0, 2, 3])
    #expect(try configured { $0.open = ["region=42,54"] }.unfolded[0] == [3, 7])
    let derived = try configured { options in
      options.measure = ["none"]
      options.derived = ["rank", "percent-of-population:rank"]
      options.sort = "derived=rank:smallest"
    }
    #expect(derived.measures.isEmpty)
    #expect(derived.derived == [DerivedFigure(.rank, of: 0), DerivedFigure(.rank, of: 1)])
    #expect(derived.sort?.derivation == .rank)
  }

  @Test(arguments: 0..<60) func `the options of a view make the same view`(seed: Int) throws {
    let table = [SampleStatistic.regionTable, SampleStatistic.initiativeTable][seed % 2]
    var walk = ViewWalk(table, seed: 700 + UInt64(seed))
    for _ in 0..<40 {
      _ = walk.step()
      var state = sampleState(table)
      try state.configure(ViewOptions(walk.state))
      var expected = walk.state
      expected.drillPath = []
      #expect(state == expected, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<40) func `so do those of a view with periods and two lists of regions`(
    seed: Int
  ) throws {
    let statistic = SampleSeries.release.description
    let table = statistic.tables[seed % statistic.tables.count]
    let opening = ViewState(statistic: statistic, table: table)
    var walk = ViewWalk(SampleStatistic.regionTable, seed: 7700 + UInt64(seed))
    walk.state = opening
    var compared = 0
    for step in 0..<40 {
      _ = walk.step()
      if step % 5 == 1 { try walk.state.cycleChange() }
      if step % 7 == 2, walk.state.regionPlace != nil { try? walk.state.cycleRegions() }
      // A region may have stayed that is no sum in the periods now in view: no words choose it.
      guard
        table.dimensions.indices.allSatisfy({ place in
          (try? walk.state.requireShown(walk.state.top(of: place), at: place)) != nil
        })
      else { continue }
      compared += 1
      var state = opening
      try state.configure(ViewOptions(walk.state))
      // A choice may name regions that the view's list does not show; the words leave them out.
      #expect(ViewOptions(state) == ViewOptions(walk.state), "seed \(seed), step \(step)")
      for place in table.dimensions.indices {
        #expect(
          state.lineCategories(of: place) == walk.state.lineCategories(of: place),
          "seed \(seed), step \(step)")
      }
      if let answer = try? SampleSeries.release.answer(walk.state.query) {
        let view = TableView(state: walk.state, answer: answer)
        #expect(view.cells.count == view.rows.count * view.columns.count)
      }
    }
    #expect(compared > 10)
  }

  private static let mistakes: [(@Sendable (inout ViewOptions) -> Void, String)] = [
    (
      { $0.stub = ["regoin"] },
      "--stub: “regoin” is not a dimension of this table. Did you mean region? "
        + "Possible: region, sex, age, intensity."
    ),
    (
      { $0.select = ["region=5499"] },
      "--select: “5499” is not a value of region. Did you mean "
        + "54 (Troms og Finnmark - Romsa ja Finnmárku), 5401 (Tromsø) or "
        + "5402 (Harstad - Hárstták)? Possible: 0, 03, 0301, 42, 4201, 4204, 4218, "
        + "54, 5401, 5402, 5403, 9999."
    ),
    (
      { $0.filter = ["age=25-43"] },
      "--filter: “25-43” is not a value of age. Did you mean 25-34 (25-34 years)? "
        + "Possible: 18-67, 18-24, 25-34, 35-67."
    ),
    (
      { $0.level = ["region=districts"] },
      "--level: “districts” is not a level of region. "
        + "Possible: the country, county, municipality."
    ),
    (
      { $0.measure = ["person"] },
      "--measure: “person” is not a measure of this table. Did you mean persons? "
        + "Possible: persons, percent-of-population."
    ),
    (
      { $0.percent = "colum" },
      "--percent: “colum” is not possible here. Did you mean column? "
        + "Possible: none, column, row, total, parent, population."
    ),
    (
      { $0.derived = ["persons:ranks"] },
      "--derived: “ranks” is not possible here. Did you mean rank? Possible: percent-of-column, "
        + "percent-of-row, percent-of-total, percent-of-parent, difference, percent-change, "
        + "index, rank."
    ),
    (
      { $0.open = ["region=0301"] }, "--open: Oslo kommune has no finer level."
    ),
    (
      { $0.open = ["region=0"] }, "--open: Norway is open already."
    ),
    ({ $0.select = ["region"] }, "--select: “region” is not of the form dimension=code."),
    (
      { $0.stub = ["sex", "sex"] }, "--stub: The dimension sex is named twice."
    ),
    (
      { options in
        options.stub = ["region"]
        options.filter = ["region=54"]
      },
      "--filter: The dimension region can stand in one place only."
    ),
    (
      { options in
        options.level = ["region=county"]
        options.select = ["region=54"]
      },
      "--level: The values of region are given twice."
    ),
    (
      { $0.select = ["age=18-24,25-34"] },
      "--select: Age is in the filter, which has one value: "
        + "move it to the rows or columns to see several."
    ),
    (
      { $0.heading = ["region", "sex"] },
      "--stub: A table keeps at least one dimension in its rows: name one. "
        + "Possible: region, sex, age, intensity."
    ),
    (
      { $0.filter = ["region=54"] },
      "--filter: region is the dimension of the rows, which cannot be empty: "
        + "use --select region=54, or name other rows with --stub."
    ),
    ({ $0.branch = ["region=0301"] }, "--branch: Oslo kommune has no finer level."),
    (
      { $0.sort = "sex=2,measure=percent-of-population" },
      "--sort: The view has no such column to sort by."
    ),
    (
      { $0.sort = "upwards" },
      "--sort: “upwards” is not of the form "
        + "dimension=code,measure=id,derived=word:largest, each part but one optional."
    ),
  ]

  @Test func `every mistake is a sentence with a way out`() {
    for (change, expected) in Self.mistakes { #expect(message(change) == expected) }
  }

  @Test func `options that cannot be followed leave the view alone`() {
    var state = sampleState()
    var options = ViewOptions()
    options.stub = ["age"]
    options.percent = "nothing"
    #expect(throws: ViewOptionError.self) { try state.configure(options) }
    #expect(state == sampleState())
  }

  @Test func `arguments are those of the command line`() throws {
    var state = sampleState()
    try state.drill(into: 7, of: 0)
    state.cyclePercent()
    #expect(
      ViewOptions(state).arguments == [
        "--stub", "region", "--heading", "sex", "--filter", "age=18-67", "--filter",
        "intensity=all", "--branch", "region=54", "--branch", "sex=0", "--measure", "persons",
        "--percent", "column", "--labels", "labels", "--language", "english",
      ])
  }
}
