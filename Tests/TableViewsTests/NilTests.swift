import Classifications
import Publication
import TestSupport
import Testing

@testable import TableViews

/// A view of the first sample table, where zeros are exact or may be rounded.
private func view(
  exact: Bool, _ change: (inout ViewState) throws -> Void = { _ in }
) throws -> TableView {
  var description = SampleStatistic.description
  description.areZerosExact = exact
  var state = ViewState(statistic: description, table: description.tables[0])
  try state.select(.level(2), of: SampleStatistic.region)
  try change(&state)
  return TableView(state: state, answer: try SampleStatistic.release.answer(state.query))
}

@Suite struct NilTests {
  @Test func `a 0 that is exact is nil, and one that may be rounded is a figure`() throws {
    let exact = try view(exact: true)
    let rounded = try view(exact: false)
    #expect(rounded.cells.contains { $0.text == "0" } && !rounded.hasNil)
    #expect(!rounded.legend.contains { $0.hasPrefix("-") })
    for (cell, figure) in zip(exact.cells, rounded.cells) {
      #expect(cell.isNil == (figure.text == "0") && !figure.isNil)
      #expect(cell.text == (cell.isNil ? "-" : figure.text))
      #expect(cell.grouped == (cell.isNil ? "-" : figure.grouped))
      // It is a figure all the same, and a number for who sorts.
      #expect(cell.status == figure.status && cell.value == figure.value)
    }
    #expect(exact.hasNil && exact.legend.last == "- Nil")
    #expect(exact.shownCount == rounded.shownCount)
    #expect(exact.document.cells.map(\.isNil) == exact.cells.map(\.isNil))
  }

  @Test func `nobody in per cent of somebody is nil, and a change of nothing is a figure`() throws {
    let percent = try view(exact: true) { try $0.show(percent: .column) }
    let counts = try view(exact: true)
    for (cell, count) in zip(percent.cells, counts.cells) where cell.status == .published {
      #expect(cell.isNil == count.isNil)
      // A share that is rounded to 0.0 is less than half of the last decimal, not nil.
      if !cell.isNil { #expect(cell.text != "-") }
    }
    let operands = CellOperands(
      part: .count(4), whole: nil, otherPart: .count(4), otherWhole: nil, isZeroNil: true)
    let change = operands.cell(as: .difference, decimals: 0, symbols: .norway)
    #expect(change.text == "0" && !change.isNil)
    let small = CellOperands(
      part: .count(1), whole: .count(100_000), otherPart: nil, otherWhole: nil, isZeroNil: true)
    #expect(small.cell(as: .none, decimals: 1, symbols: .norway).text == "0.0")
  }

  @Test func `a nil cell says that nobody is there`() throws {
    let view = try view(exact: true)
    let first = view.cells.firstIndex(where: \.isNil)
    let place = try #require(first)
    let why = view.explanation(
      row: place / view.columns.count, column: place % view.columns.count)
    #expect(why.text == "-" && why.meaning == "Nil")
    #expect(why.reason == "Nobody is in this group: the 0 is exact, not a rounded figure.")
  }

  @Test func `nothing can be divided by nobody, and the text says so`() {
    let operands = CellOperands(
      part: .count(0), whole: .count(0), otherPart: nil, otherWhole: nil, isZeroNil: true)
    let cell = operands.cell(as: .none, decimals: 1, symbols: .norway)
    #expect(cell.text == "." && operands.reason(of: cell) == .dividedByNothing)
    let barred = CellOperands(
      part: .symbol(.notApplicable), whole: .count(0), otherPart: nil, otherWhole: nil)
    #expect(
      barred.reason(of: barred.cell(as: .none, decimals: 1, symbols: .norway)) == .cannotOccur)
  }

  @Test func `each agency has its symbols`() {
    let statuses: [CellStatus] = [.suppressed, .notApplicable, .missing, .notYet]
    func symbols(_ profile: SymbolProfile) -> [String] {
      statuses.compactMap(profile.symbol(of:)) + [profile.nilSymbol]
    }
    #expect(symbols(.norway) == [":", ".", "..", "...", "-"])
    #expect(symbols(.denmark) == ["..", ".", "…", "…", "-"])
    #expect(SymbolProfile.allCases.map(\.nilMeaning.national) == ["Null", "Nul"])
    #expect(SymbolProfile.norway.breakMark(isVertical: true) == "—")
    #expect(SymbolProfile.norway.breakMark(isVertical: false) == "|")
    #expect(SymbolProfile.denmark.breakMark(isVertical: false) == "—")
  }
}
