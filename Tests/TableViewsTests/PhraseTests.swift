import Classifications
import Publication
import TestSupport
import Testing

@testable import TableViews

/// A view of the sample series in the national language of an agency.
private func view(
  _ national: NationalLanguage, table: Int = 0,
  _ change: (inout ViewState) throws -> Void = { _ in }
) throws -> TableView {
  let sample = SampleSeries.description
  let description = StatisticDescription(
    id: sample.id, title: sample.title, agency: sample.agency, period: sample.period,
    unit: sample.unit, source: sample.source, policy: sample.policy,
    dimensions: sample.dimensions, matrices: sample.matrices, tables: sample.tables,
    notes: sample.notes, isSynthetic: true, nationalLanguage: national)
  var state = ViewState(statistic: description, table: description.tables[table])
  state.show(language: .national)
  try change(&state)
  return TableView(state: state, answer: try SampleSeries.release.answer(state.query))
}

@Suite struct PhraseTests {
  @Test func `a Danish view has Danish words where a Norwegian one has Norwegian`() throws {
    func words(_ language: NationalLanguage) throws -> [String] {
      let change = try view(language) { try $0.show(change: .percent) }
      let share = try view(language) { try $0.show(percent: .column) }
      let ratio = try view(language) { try $0.show(measures: [1]) }
      let sorted = try view(language) {
        try $0.sort(by: SortOrder(categories: [1], measure: 0, isDescending: false))
      }
      let period = try #require(change.title.firstRange(of: " 2018-")).lowerBound
      return [
        String(change.title.suffix(from: period)),
        change.columns[0].texts.last ?? "", change.document.unit, share.state.percentTexts[0],
        String(share.title.dropFirst("Mottakere av prøvepenger ".count).prefix(5)),
        String(ratio.figureText.suffix(14)), sorted.state.sortText ?? "",
        String(share.plainText(width: nil).split(separator: "\n").last?.prefix(8) ?? ""),
      ]
    }
    #expect(
      try words(.norwegian) == [
        " 2018-2022, prosent endring fra perioden før", "2018", "prosent", "prosent av kolonnen",
        "etter", "i samme gruppe",
        "sortert etter 2018, Personer, minste først", "Konfiden",
      ])
    #expect(
      try words(.danish) == [
        " 2018-2022, procentvis ændring fra perioden før", "2018", "procent",
        "procent af kolonnen", "efter", "i samme gruppe",
        "sorteret efter 2018, Personer, mindste først", "Fortroli",
      ])
  }

  @Test func `the rule is quoted in the language of its page and told in another`() throws {
    let national = try view(.danish)
    let policy = SampleStatistic.description.policy
    #expect(national.document.policy == policy.explanation.national)
    #expect(national.explanation(row: 0, column: 0).policySentence == nil)
    #expect(
      national.explanation(row: 0, column: 0).policyExplanation == policy.explanation.national)
    let english = try view(.danish) { $0.show(language: .english) }
    #expect(english.document.policy == "\(policy.sentence) \(policy.explanation.english)")
    #expect(english.explanation(row: 0, column: 0).policySentence == policy.sentence)
  }

  @Test func `a source that names its agency is not named twice`() throws {
    let sample = SampleStatistic.description
    func source(_ text: String) -> String {
      let description = StatisticDescription(
        id: sample.id, title: sample.title, agency: Label("Agency"), period: sample.period,
        unit: sample.unit, source: Label(text), policy: sample.policy,
        dimensions: sample.dimensions, matrices: sample.matrices, tables: sample.tables,
        notes: [])
      return ViewState(statistic: description, table: description.tables[0]).sourceText
    }
    #expect(source("Agency, About the statistics") == "Agency, About the statistics")
    #expect(source("Notes: Agency, About") == "Notes: Agency, About")
    #expect(source("About the statistics") == "Agency: About the statistics")
  }

  @Test func `many formulas are cut to a few, and stand whole in the notes`() throws {
    let few = try view(.norwegian)
    #expect(few.state.shortFigureText == few.figureText)
    let many = try view(.norwegian) { state in
      try state.show(measures: [0, 1])
      try state.show(change: .percent)
    }
    #expect(many.state.formulas.count == 2)
    #expect(many.state.shortFigureText == many.figureText)
    #expect(many.document.notes.suffix(2) == many.state.formulas[...])
  }

  @Test func `of five formulas two are shown, with the number of the others`() {
    let sample = SampleSeries.description
    let table = TableDescription(
      id: "wide", title: Label("Wide"), dimensions: [0, 1, 2],
      contents: [TableContent(id: "persons", label: Label("Persons"), matrices: [0])],
      measures: (1...5).map {
        Measure(id: "m\($0)", label: Label("M\($0)"), kind: .count(0), decimals: 0)
      },
      opening: OpeningView(stub: [1], heading: [], measures: Array(0..<5)), notes: [])
    let state = ViewState(statistic: sample, table: table)
    #expect(state.formulas.count == 5)
    #expect(
      state.shortFigureText
        == "M1: number of persons; M2: number of persons; 3 more formulas in the notes")
  }
}
