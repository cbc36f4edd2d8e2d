import Classifications
import Publication
import TestSupport
import Testing

@testable import TableViews

/// The state in which a table of the sample series opens.
private func state(_ table: Int, symbols: SymbolProfile = .norway) -> ViewState {
  let description = SampleSeries.description(symbols: symbols)
  return ViewState(statistic: description, table: description.tables[table])
}

/// The view of a table of the sample series after `change`.
private func view(
  _ table: Int, symbols: SymbolProfile = .norway,
  _ change: (inout ViewState) throws -> Void = { _ in }
) throws -> TableView {
  var state = state(table, symbols: symbols)
  try change(&state)
  let release = SampleSeries.release(symbols: symbols)
  return TableView(state: state, answer: try release.answer(state.query))
}

private let (year, region, sex) = (SampleSeries.year, SampleSeries.region, SampleSeries.sex)

@Suite struct PeriodViewTests {
  @Test func `years stand ascending in the heading without a total`() throws {
    let view = try view(0)
    #expect(view.columns.map(\.categories) == [[1], [2], [3], [4], [5]])
    #expect(view.columns.map(\.texts) == [["2018"], ["2019"], ["| 2020"], ["2021"], ["2022"]])
    #expect(view.title == "Recipients of sample allowance by region and year, 2018-2022")
  }

  @Test func `in the filter the latest year is shown, and another one on request`() throws {
    let latest = try view(1)
    #expect(latest.title == "Recipients of sample allowance by sex, 2022")
    #expect(latest.filterTexts == ["Year: 2022"])
    var options = ViewOptions()
    options.filter = ["year=2021"]
    let earlier = try view(1) { try $0.configure(options) }
    #expect(earlier.title == "Recipients of sample allowance by sex, 2021")
    #expect(earlier.cells != latest.cells)
  }

  @Test func `a title names runs of years`() throws {
    func title(_ periods: [Int]) throws -> String {
      let title = try view(0) { try $0.select(.chosen(periods), of: year) }.title
      return String(title.suffix(from: title.lastIndex(of: "r") ?? title.startIndex))
    }
    #expect(try title([1, 2, 3]) == "r, 2018-2020")
    #expect(try title([5, 1]) == "r, 2018 and 2022")
    #expect(try title([1, 2, 3, 5]) == "r, 2018-2020 and 2022")
    #expect(try title([1, 2, 4]) == "r, 2018, 2019 and 2021")
  }

  @Test func `no change of a view shows a total over years`() throws {
    for table in 0...2 {
      let start = state(table)
      let changes: [(inout ViewState) throws -> Void] = [
        { try $0.select(.single(0), of: year) }, { try $0.select(.branch(0), of: year) },
        { try $0.select(.chosen([0, 1]), of: year) }, { try $0.select(.level(0), of: year) },
        { try $0.drill(into: 0, of: year) }, { try $0.drill(into: 2, of: year) },
        { try $0.goUp(in: year) },
      ]
      for (index, change) in changes.enumerated() {
        var changed = start
        let refusal = #expect(throws: ViewChangeRefused.self, "table \(table), \(index)") {
          try change(&changed)
        }
        #expect(refusal?.reason.hasPrefix("Year has no total") == true)
        #expect(changed == start)
      }
      for placement in Placement.allCases {
        var moved = start
        // Whatever else stands in the rows, they are not left empty.
        try moved.move(sex, to: .stub, at: nil)
        try moved.move(year, to: placement, at: nil)
        #expect(!moved.categories(of: year).contains(0))
        try moved.move(year, to: .heading, at: nil)
        #expect(moved.categories(of: year) == [1, 2, 3, 4, 5])
        try moved.move(year, to: .filter, at: nil)
        #expect(moved.categories(of: year) == [5])
        #expect(!moved.query.axes[year].contains(0))
      }
    }
  }

  @Test func `the words of a command line make the same view again`() throws {
    for options in [["--heading", "year"], ["--filter", "year=2020"]] {
      var start = state(0)
      var words = ViewOptions()
      if options[0] == "--heading" { words.heading = ["year"] } else { words.filter = [options[1]] }
      words.change = options[0] == "--heading" ? "index" : "percent"
      try start.configure(words)
      var again = state(0)
      try again.configure(ViewOptions(start))
      #expect(again == start)
      #expect(ViewOptions(start).arguments.contains("--change"))
    }
  }

  @Test func `a year that does not exist is answered with years, not with their total`() {
    var start = state(1)
    var options = ViewOptions()
    options.filter = ["year=2032"]
    let error = #expect(throws: ViewOptionError.self) { try start.configure(options) }
    #expect(error?.allowed == ["2018", "2019", "2020", "2021", "2022"])
    #expect(error?.suggestions.contains { $0.hasPrefix("years") } == false)
  }

  @Test func `in per cent of the column each year is by itself`() throws {
    let view = try view(0) { state in
      try state.move(year, to: .stub, at: 0)
      try state.move(sex, to: .heading, at: nil)
      try state.show(percent: .column)
    }
    for row in view.rows.indices where view.rows[row].categories[1] == 0 {
      for column in view.columns.indices { #expect(view[row, column].text == "100.0") }
    }
    var yearsOnly = state(2)
    #expect(throws: ViewChangeRefused(reason: "Periods have no total.")) {
      try yearsOnly.show(percent: .column)
    }
  }

  @Test func `a break is told when years on both sides of it are in view`() throws {
    let note = "| 2020: Break in the series: counted from another register."
    #expect(try view(0).legend.contains(note))
    #expect(try view(0).document.legend.contains(note))
    #expect(try view(0).plainText(width: 80).contains(note))
    #expect(try !view(1).legend.contains(note))
    #expect(try view(1).state.allValueNotes == [note])
    // The first year shown from the break on carries the mark.
    for (years, marked) in [
      ([1, 2, 3], "| 2020"), ([1, 5], "| 2022"), ([2, 4, 5], "| 2021"), ([3, 4], nil),
      ([1, 2], nil), ([5], nil), ([2], nil),
    ] as [([CategoryIndex], String?)] {
      let view = try view(0) { try $0.select(.chosen(years), of: year) }
      #expect(
        view.columns.compactMap(\.texts.last).filter { $0.hasPrefix("|") }
          == [marked].compactMap(\.self))
      #expect(view.legend.contains(note) == (marked != nil))
      #expect(view.document.legend.contains(note) == (marked != nil))
    }
    // A year compared with one before the break is on both sides of it.
    let compared = try view(1) { state in
      try state.select(.single(3), of: year)
      try state.show(change: .percent)
    }
    #expect(compared.legend == [note])
  }

  @Test func `a break is marked as the agency does, beside or above the period`() throws {
    let below = "— 2020: Break in the series: counted from another register."
    for (symbols, mark) in [(SymbolProfile.norway, "|"), (.denmark, "—")] {
      let across = try view(0, symbols: symbols)
      #expect(across.columns[2].texts == ["\(mark) 2020"])
      let down = try view(2, symbols: symbols)
      #expect(down.rows.map { $0.texts[0] } == ["2018", "2019", "— 2020", "2021", "2022"])
      #expect(down.legend.contains(below) && down.document.legend.contains(below))
      // A label in a file is the label alone.
      #expect(down.document.rows[2] == [Term(code: "2020", label: "2020")])
    }
  }

  @Test func `a Danish table has Danish symbols`() throws {
    let view = try view(0, symbols: .denmark) { try $0.select(.level(2), of: region) }
    let texts = Set(view.cells.map(\.text))
    #expect(texts.contains("..") && texts.contains(".") && !texts.contains(":"))
    #expect(
      view.legend.prefix(2) == [
        ".. Too uncertain or confidential", ". Category not applicable",
      ])
    #expect(view.document.cells.contains { $0.text == ".." && $0.status == .suppressed })
  }
}

/// Figures of one period beside those of another, against a twin that looks each cell up by itself.
@Suite struct PeriodChangeTests {
  /// What a cell must show: looked up in the release, computed in floating point.
  private func twin(
    _ change: PeriodChange, measure: Int, cell: [CategoryIndex], other: CategoryIndex?
  ) -> (status: CellStatus, value: Double) {
    let release = SampleSeries.release
    func figure(_ matrix: Int, _ period: CategoryIndex) -> Figure {
      var cell = cell
      cell[year] = period
      return release.matrices[matrix].figure(at: cell)
    }
    func value(_ period: CategoryIndex) -> (status: CellStatus, value: Double) {
      let part = figure(0, period)
      guard let count = part.value else { return (part.status, 0) }
      guard measure == 1 else { return (.published, Double(count)) }
      guard let whole = figure(1, period).value else { return (figure(1, period).status, 0) }
      return (.published, 100 * Double(count) / Double(whole))
    }
    let own = value(cell[year])
    guard own.status == .published, change != .none else { return own }
    guard let other else { return (.missing, 0) }
    let before = value(other)
    guard before.status == .published else { return before }
    return switch change {
    case .none: own
    case .difference: (.published, own.value - before.value)
    case .percent: (.published, 100 * (own.value - before.value) / before.value)
    case .index: (.published, 100 * own.value / before.value)
    }
  }

  @Test(arguments: PeriodChange.allCases, [[1, 2, 3, 4, 5], [2, 5], [1, 3, 4], [4], [1]])
  func `every figure is that of the twin`(change: PeriodChange, periods: [CategoryIndex]) throws {
    guard change != .index || periods.count > 1 else { return }
    for isInHeading in [true, false] {
      let view = try view(0) { state in
        try state.select(.level(2), of: region)
        try state.move(sex, to: .heading, at: 0)
        if !isInHeading { try state.move(year, to: .stub, at: 0) }
        try state.select(.chosen(periods), of: year)
        try state.show(measures: [0, 1])
        try state.show(change: change)
      }
      for (index, shown) in view.cells.enumerated() {
        let (row, column) = index.quotientAndRemainder(dividingBy: view.columns.count)
        var cell = [0, 0, 0]
        for (place, category) in zip(view.state.stub, view.rows[row].categories) {
          cell[place] = category
        }
        for (place, category) in zip(view.state.heading, view.columns[column].categories) {
          cell[place] = category
        }
        let position = periods.firstIndex(of: cell[year]) ?? 0
        let before =
          position > 0 ? periods[position - 1] : periods.count == 1 ? cell[year] - 1 : nil
        let other = change == .index ? periods[0] : before == 0 ? nil : before
        let measure = view.columns[column].measure ?? 0
        let expected = twin(change, measure: measure, cell: cell, other: other)
        #expect(shown.status == expected.status, "\(cell) \(change)")
        if let value = shown.value {
          let step = shown.decimals == 0 ? 1.0 : 0.1
          #expect(abs(value - expected.value) <= step / 2 + 1e-9, "\(cell) \(change)")
        }
      }
    }
  }

  @Test func `a hidden year hides what is compared with it`() throws {
    func row(_ change: PeriodChange) throws -> [String] {
      let view = try view(0) { state in
        try state.select(.single(4), of: region)
        try state.show(change: change)
      }
      return view.cells.map(\.text)
    }
    // Skog is hidden in 2021: the change to it and the change from it are hidden too.
    #expect(try row(.difference).map { $0 == ":" } == [false, false, false, true, true])
    #expect(try row(.index).map { $0 == ":" } == [false, false, false, true, false])
    #expect(try row(.difference).first == "..")
    #expect(try row(.index).first == "100.0")
  }

  @Test func `what cannot occur in one of the years cannot be compared`() throws {
    let view = try view(0) { state in
      try state.select(.single(5), of: region)
      try state.show(change: .percent)
    }
    #expect(view.cells.prefix(3).map(\.text) == [".", ".", "."])
    #expect(view.cells.suffix(2).allSatisfy { $0.status == .published })
  }

  @Test func `the first year is not available, and the text says that nothing is before it`() throws
  {
    for (symbols, symbol, meaning) in [
      (SymbolProfile.norway, "..", "Data not available"), (.denmark, "…", "Data not available"),
    ] {
      for change in [PeriodChange.difference, .percent] {
        let view = try view(0, symbols: symbols) { try $0.show(change: change) }
        #expect(view[0, 0].text == symbol && view.legend.contains("\(symbol) \(meaning)"))
        let why = view.explanation(row: 0, column: 0)
        #expect(why.meaning == meaning)
        #expect(
          why.reason
            == "There is no period before this one in the table that it could be compared with.")
        #expect(view.explanation(row: 0, column: 1).reason == nil)
      }
    }
    // It does not make an empty row of one that has figures, nor the other way round.
    let all = try view(0) { state in
      try state.select(.level(2), of: region)
      state.toggleEmptyRows()
    }
    let changes = try view(0) { state in
      try state.select(.level(2), of: region)
      state.toggleEmptyRows()
      try state.show(change: .difference)
    }
    #expect(changes.rows.map(\.categories) == all.rows.map(\.categories))
  }

  @Test func `texts say what is compared`() throws {
    let difference = try view(0) { try $0.show(change: .difference) }
    #expect(difference.title.hasSuffix(", 2018-2022, change from the period before"))
    #expect(
      difference.figureText
        == "Persons: number of persons; change = figure − figure of the period shown before")
    let index = try view(0) { try $0.show(change: .index) }
    #expect(index.title.hasSuffix(", 2018-2022, index, 2018 = 100"))
    #expect(index.document.unit == "index")
    #expect(index.document.columns[0].last?.code == "persons-index")
    let one = try view(1) { try $0.show(change: .percent) }
    #expect(one.title.hasSuffix(", 2022, per cent change from 2021"))
    #expect(one.figureText.hasSuffix("per cent change = 100 × (2022 − 2021) / 2021"))
    let why = one.explanation(row: 0, column: 0)
    let figures = try view(1) { try $0.select(.single(4), of: year) }
    let before = figures[0, 0].grouped
    let now = try view(1)[0, 0].grouped
    #expect(why.calculation == "(\(now) − \(before)) / \(before) × 100 = \(one[0, 0].grouped)")
  }

  @Test func `the ways of comparing come round, an index only for several years`() throws {
    var series = state(0)
    var seen: [PeriodChange] = []
    for _ in 0..<4 {
      try series.cycleChange()
      seen.append(series.change)
    }
    #expect(seen == [.difference, .percent, .index, .none])
    try series.show(change: .index)
    try series.move(year, to: .filter, at: nil)
    #expect(series.change == .none)
    #expect(throws: ViewChangeRefused.self) { try series.show(change: .index) }
    var without = sampleState()
    #expect(!without.offers(.difference) && without.timePlace == nil)
    #expect(throws: ViewChangeRefused.self) { try without.cycleChange() }
  }

  @Test func `an unknown way of comparing is answered with those there are`() throws {
    var options = ViewOptions()
    options.change = "sideways"
    var start = state(0)
    let error = #expect(throws: ViewOptionError.self) { try start.configure(options) }
    #expect(error?.allowed == ["none", "difference", "percent", "index"])
  }
}
