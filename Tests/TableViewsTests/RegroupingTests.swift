import Classifications
import Publication
import TestSupport
import Testing

@testable import TableViews

private let (year, region, sex) = (SampleSeries.year, SampleSeries.region, SampleSeries.sex)

/// A table of the sample series after `change`.
private func state(
  _ table: Int = 0, _ change: (inout ViewState) throws -> Void = { _ in }
) throws -> ViewState {
  var state = ViewState(
    statistic: SampleSeries.description, table: SampleSeries.description.tables[table])
  try change(&state)
  return state
}

private func view(_ state: ViewState) throws -> TableView { try figures(of: state) }

private func figures(of state: ViewState) throws -> TableView {
  TableView(state: state, answer: try SampleSeries.release.answer(state.query))
}

private func published(_ matrix: Int, _ year: Int, _ region: Int) -> Int? {
  SampleSeries.release.matrices[matrix].figure(at: [year, region, 0]).value
}

private func names(_ view: TableView) -> [String] { view.rows.map { $0.texts.last ?? "" } }

/// A series over a change of the list of regions, on the list of one year.
@Suite struct RegroupingTests {
  @Test func `on the list of 2020 merges are summed, recodes renamed, splits left out`() throws {
    let view = try view(
      state { state in
        try state.select(.level(2), of: region)
        try state.show(regions: .later)
      })
    #expect(names(view) == ["Norway", "Skog", "Nyby", "Sund nye"])
    let sum = try #require(published(0, 1, 2)) + #require(published(0, 1, 3))
    #expect(view[2, 0].text == String(sum))
    // Dal is hidden in 2019, and so is what it became.
    #expect(view[2, 1].text == ":")
    #expect(view[3, 0].text == published(0, 1, 7).map(String.init))
    #expect(view[3, 4].text == published(0, 5, 10).map(String.init))
    #expect(
      view.legend.contains(
        "2 regions are left out (Indre Vik and Ytre Vik) because Vik was split in 2020."))
    #expect(view.document.legend == view.legend)
    #expect(
      view.title == "Recipients of sample allowance by region and year, 2018-2022, regions of 2020")
    #expect(view.document.notes.contains { $0.hasPrefix("Regions of 2020 in all periods") })
    #expect(view.plainText(width: 80).contains("because Vik was split"))
  }

  @Test func `on the list of 2019 what was merged or split is left out`() throws {
    let view = try view(
      state { state in
        try state.select(.level(2), of: region)
        try state.show(regions: .earlier)
      })
    // Vik is the sum of its two halves.
    #expect(names(view) == ["Norway", "Skog", "Sund", "Vik"])
    let halves = try #require(published(0, 5, 11)) + #require(published(0, 5, 12))
    #expect(view[3, 4].text == String(halves))
    #expect(view[3, 0].text == published(0, 1, 8).map(String.init))
    #expect(
      view.legend.contains(
        "2 regions are left out (Dal and Fjell) because they were merged or split in 2020: Nyby of "
          + "2020 lies only in part in any one of them."))
  }

  @Test func `counties are sums of counties where they can be`() throws {
    let view = try view(state { try $0.show(regions: .later) })
    #expect(names(view) == ["Norway", "Aust", "Havn"])
    #expect(view[2, 0].text == published(0, 1, 6).map(String.init))
    #expect(view[2, 4].text == published(0, 5, 9).map(String.init))
    // Only published cells of counties are asked for.
    #expect(try state { try $0.show(regions: .later) }.query.axes[region] == [0, 1, 6, 9])
  }

  @Test func `percentages are made of regrouped counts and regrouped populations`() throws {
    let view = try view(
      state { state in
        try state.select(.chosen([5]), of: region)
        try state.select(.chosen([1, 3]), of: year)
        try state.show(regions: .later)
        try state.show(measures: [0, 1])
      })
    let recipients = try #require(published(0, 1, 2)) + #require(published(0, 1, 3))
    let population = try #require(published(1, 1, 2)) + #require(published(1, 1, 3))
    #expect(view[0, 0].text == String(recipients))
    let percent = 100 * Double(recipients) / Double(population)
    #expect(abs((view[0, 1].value ?? -1) - percent) <= 0.05)
    // Of the column: Nyby in per cent of Norway, in 2018 and in 2020.
    let ofColumn = try self.ofColumn()
    #expect(
      abs(
        (ofColumn[1, 0].value ?? -1) - 100 * Double(recipients)
          / Double(try #require(published(0, 1, 0)))) <= 0.05)
  }

  private func ofColumn() throws -> TableView {
    try view(
      state { state in
        try state.select(.chosen([0, 5]), of: region)
        try state.select(.chosen([1, 3]), of: year)
        try state.show(regions: .later)
        try state.show(percent: .column)
      })
  }

  @Test func `changes over the border of the lists are those of the sums`() throws {
    let view = try view(
      state { state in
        try state.select(.chosen([1, 3]), of: year)
        try state.select(.chosen([5]), of: region)
        try state.show(regions: .later)
        try state.show(change: .difference)
      })
    let before = try #require(published(0, 1, 2)) + #require(published(0, 1, 3))
    #expect(view[0, 1].text == String(try #require(published(0, 3, 5)) - before))
    let why = view.explanation(row: 0, column: 1)
    let parts = [2, 3].map { published(0, 1, $0).map(String.init) ?? "" }
    #expect(why.regrouping == ["Nyby in 2018: Dal \(parts[0]) + Fjell \(parts[1])"])
  }

  @Test func `one of the periods alone shows the regions that it has`() throws {
    let recent = try view(
      state { state in
        try state.select(.chosen([3, 4]), of: year)
        try state.select(.level(2), of: region)
        try state.show(regions: .later)
      })
    #expect(names(recent) == ["Norway", "Skog", "Nyby", "Sund nye", "Indre Vik", "Ytre Vik"])
    #expect(recent.state.regionNotes.isEmpty)
    let compared = try view(
      state(1) { state in
        try state.move(region, to: .stub, at: 0)
        try state.select(.level(2), of: region)
        try state.select(.single(3), of: year)
        try state.show(change: .percent)
        try state.show(regions: .later)
      })
    // 2020 is compared with 2019, so what has no figure in 2019 is left out.
    #expect(!names(compared).contains("Indre Vik"))
  }

  @Test func `a region that is no sum is refused, and its split named`() throws {
    var view = try state { try $0.show(regions: .later) }
    let before = view
    #expect(
      throws: ViewChangeRefused(
        reason: "Indre Vik is no sum of published figures because Vik was split in 2020.")
    ) { try view.select(.single(11), of: region) }
    #expect(
      throws: ViewChangeRefused(
        reason: "Vik is not a region of 2020: there it is in Indre Vik and Ytre Vik.")
    ) { try view.select(.single(8), of: region) }
    #expect(view == before)
    // Chosen while it could be shown: it stays, without figures where it has none, and says why.
    try view.select(.chosen([3, 4]), of: year)
    try view.select(.single(11), of: region)
    try view.select(.level(1), of: year)
    let shown = try figures(of: view)
    #expect(shown.cells.map { $0.status == .published } == [false, false, true, true, true])
    #expect(shown.cells[0].status == .missing)
    #expect(
      shown.explanation(row: 0, column: 0).regrouping.first?.contains("Vik was split") == true)
  }

  @Test func `what is chosen goes over to the list`() throws {
    func carried(_ selection: Selection, _ edition: Regrouping.Edition) throws -> Selection {
      try state { state in
        try state.select(selection, of: region)
        try state.show(regions: edition)
      }.selections[region]
    }
    #expect(try carried(.chosen([2, 3, 4]), .later) == .chosen([4, 5]))
    #expect(try carried(.single(7), .later) == .single(10))
    #expect(try carried(.branch(6), .later) == .branch(9))
    #expect(try carried(.branch(9), .earlier) == .branch(6))
    #expect(try carried(.branch(1), .later) == .branch(1))
    #expect(try carried(.level(2), .later) == .level(2))
    #expect(try carried(.chosen([8, 4]), .later) == .chosen([4, 11, 12]))
  }

  @Test func `a county of parts that are not held in this detail is left out`() throws {
    // e2 goes from county A to county C: neither is a sum of counties.
    let description = SmallLists.description([[0], [1], [2]], depth: 1)
    var state = ViewState(statistic: description, table: description.tables[0])
    try state.show(regions: .later)
    #expect(state.categories(of: 0) == [0])
    #expect(state.query.axes[0] == [0])
    #expect(
      state.regionNotes == [
        "2 regions are left out (A and C) because they are sums of regions of which no figures are "
          + "held in this detail."
      ])
    let deep = SmallLists.description([[0], [1], [2]])
    state = ViewState(statistic: deep, table: deep.tables[0])
    try state.show(regions: .later)
    #expect(state.categories(of: 0) == [0, 1, 7])
    #expect(state.query.axes[0] == [0, 1, 2, 3, 5, 7] && state.regionNotes.isEmpty)
  }

  @Test func `in both languages the words say the same`() throws {
    let view = try view(
      state { state in
        try state.select(.level(2), of: region)
        try state.show(regions: .later)
        state.show(language: .national)
      })
    #expect(view.title.hasSuffix("regioner per 2020"))
    #expect(
      view.legend.contains(
        "2 regioner er utelatt (Indre Vik og Ytre Vik) fordi Vik ble delt i 2020."))
  }

  @Test func `the lists come round, and only where there are two and periods`() throws {
    var series = try state()
    var seen: [Regrouping.Edition?] = []
    for _ in 0..<3 {
      try series.cycleRegions()
      seen.append(series.regions)
    }
    #expect(seen == [.earlier, .later, nil])
    var without = sampleState()
    #expect(without.regionPlace == nil)
    #expect(throws: ViewChangeRefused.self) { try without.cycleRegions() }
  }

  @Test func `the words of a command line make the regrouped view again`() throws {
    var options = ViewOptions()
    options.regions = "2020"
    options.select = ["region=1302", "year=2020,2021"]
    // The years come first: in them the halves of Vik have figures.
    let start = try state { try $0.configure(options) }
    #expect(start.categories(of: region) == [11])
    #expect(ViewOptions(start).arguments.contains("2020"))
    let again = try state { try $0.configure(ViewOptions(start)) }
    #expect(again == start)
    options.regions = "2021"
    let error = #expect(throws: ViewOptionError.self) {
      _ = try state { try $0.configure(options) }
    }
    #expect(error?.allowed == ["published", "2019", "2020"])
    var sample = sampleState()
    #expect(throws: ViewOptionError.self) { try sample.configure(options) }
  }
}
