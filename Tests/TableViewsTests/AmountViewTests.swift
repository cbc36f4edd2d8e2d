import Classifications
import Publication
import TestSupport
import Testing

@testable import TableViews

/// Sums, means and medians in views, from published figures alone.
@Suite struct AmountViewTests {
  private static func view(
    _ change: (inout ViewState) throws -> Void = { _ in }
  ) throws -> TableView {
    var state = ViewState(statistic: SampleAmounts.description, table: SampleAmounts.table)
    try change(&state)
    return TableView(state: state, answer: try SampleAmounts.release.answer(state.query))
  }

  @Test func `a mean is the published sum over the published count`() throws {
    let view = try Self.view()
    // Both sexes: persons, sum, mean, median; then males, females.
    #expect((0..<4).map { view[0, $0].grouped } == ["60", "6 543", "109 050.0", "90 100"])
    #expect((0..<4).map { view[2, $0].grouped } == ["20", "2 000", "100 000.0", "99 000"])
    #expect((8..<12).map { view[0, $0].grouped } == ["28", "2 843", "101 535.7", "91 700"])
  }

  @Test func `a mean is hidden where its sum or its count is`() throws {
    let view = try Self.view()
    // Males of 18-24 years: nothing is shown; of 35-67 years: the count and the median.
    #expect((4..<8).map { view[1, $0].text } == [":", ":", ":", ":"])
    #expect((4..<8).map { view[3, $0].text } == ["13", ":", ":", "1100"])
    #expect(view[1, 3].text == ":", "a median of its own")
    #expect(view[3, 11].text == "-500")
  }

  @Test func `formulas say how each figure comes about`() throws {
    let view = try Self.view()
    let formulas = (0..<4).map { view.explanation(row: 0, column: $0).formula }
    #expect(
      formulas == [
        "Persons: number of persons", "Benefit, sum: sum over all persons",
        "Benefit, mean = 1 000 × sum / number of persons", "Benefit, median: median of persons",
      ])
    let mean = view.explanation(row: 0, column: 2)
    #expect(mean.calculation == "6 543 / 60 × 1 000 = 109 050.0")
    #expect(view.explanation(row: 3, column: 6).calculation == nil)
    #expect(view.explanation(row: 0, column: 3).calculation == nil)
    #expect(view.figureText == formulas[2])
  }

  @Test func `units are those of the measures shown, each once`() throws {
    func unit(_ measures: [Int]) throws -> String {
      try Self.view { try $0.show(measures: measures) }.document.unit
    }
    #expect(try unit([0, 1, 2, 3]) == "persons, 1 000 kroner, kroner")
    #expect(try unit([2, 3]) == "kroner")
    #expect(try unit([0]) == "persons")
    let shares = try Self.view { try $0.show(percent: .column) }
    #expect(shares.document.unit == "per cent")
    #expect(shares[1, 0].text == "18.3", "per cent is of the count")
  }

  /// The sum three times, less itself; medians stand in for another amount that is hidden
  /// elsewhere.
  @Test func `a mean of several sums is shown where all of them are published`() throws {
    let base = SampleAmounts.table
    func view(_ contents: [Int], less: [Int]) throws -> TableView {
      let table = TableDescription(
        id: base.id, title: base.title, dimensions: base.dimensions, contents: base.contents,
        measures: [
          Measure(
            id: "net", label: Label("Net"), kind: .mean(contents, less: less, units: 0),
            decimals: 0)
        ],
        opening: OpeningView(stub: [1], heading: [0], measures: [0]), notes: [])
      let sample = SampleAmounts.description
      let statistic = StatisticDescription(
        id: sample.id, title: sample.title, agency: sample.agency, period: sample.period,
        unit: sample.unit, source: sample.source, policy: sample.policy,
        dimensions: sample.dimensions, matrices: sample.matrices, tables: [table], notes: [])
      let state = ViewState(statistic: statistic, table: table)
      return TableView(state: state, answer: try SampleAmounts.release.answer(state.query))
    }
    let thrice = try view([1, 1, 1], less: [1])
    #expect(thrice[0, 0].text == "218100")
    #expect(thrice.explanation(row: 0, column: 0).calculation == "13 086 / 60 × 1 000 = 218 100")
    #expect(
      thrice.explanation(row: 0, column: 0).formula
        == "Net = 1 000 × (benefit + benefit + benefit − benefit) / number of persons")
    // Both sexes of 18-24: the second amount is hidden; males of 35-67: the first.
    let less = try view([1], less: [2])
    #expect(less[0, 0].text == "-1392617")
    #expect(less[1, 0].text == ":")
    #expect(less[3, 1].text == ":")
  }

  @Test func `the file has the figures of the screen`() throws {
    let document = try Self.view().document
    #expect(document.columns[2].last == Term(code: "mean", label: "Benefit, mean (kroner)"))
    #expect(document.cells[2].text == "109050.0")
    #expect(document.cells[13 + 4].status == .suppressed)
    #expect(document.notes.last == "Benefit, mean = 1 000 × sum / number of persons")
  }
}
