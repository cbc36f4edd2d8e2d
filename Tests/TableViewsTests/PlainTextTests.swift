import Classifications
import Publication
import TestSupport
import Testing

@testable import TableViews

/// The view of a sample table after `change`.
func sampleView(
  _ table: TableDescription = SampleStatistic.regionTable,
  _ change: (inout ViewState) throws -> Void = { _ in }
) throws -> TableView {
  var state = ViewState(statistic: SampleStatistic.description, table: table)
  try change(&state)
  return TableView(state: state, answer: try SampleStatistic.release.answer(state.query))
}

@Suite struct PlainTextTests {
  @Test func `prints`() throws {
    print(try sampleView().plainText(width: nil))
    print(try sampleView { try $0.drill(into: 3, of: 0) }.plainText(width: nil))
    print(try sampleView { try $0.drill(into: 3, of: 0); $0.cyclePercent() }.plainText(width: nil))
    print(try sampleView(SampleStatistic.initiativeTable).plainText(width: 50))
    print(try sampleView {
     try $0.move(2, to: .heading, at: nil)
      try $0.move(3, to: .stub, at: nil)
      try $0.show(measures: [0, 1])
     }.plainText(width: 100))
  }
}
