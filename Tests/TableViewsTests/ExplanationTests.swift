import Classifications
import Publication
import TestSupport
import Testing

@testable import TableViews

@Suite struct ExplanationTests {
  @Test func `a published figure is explained by its categories and formula`() throws {
    let view = try sampleView { state in
      try state.drill(into: 3, of: 0)
      try state.show(measures: [0, 1])
    }
    let explanation = view.explanation(row: 0, column: 3)
    #expect(
      explanation.categories == [
        "Region: Norway > Agder", "Sex: Both sexes > Males", "Age: 18-67 years",
        "Work intensity: All",
      ])
    #expect(explanation.text == "4.3")
    #expect(explanation.meaning == "Published")
    #expect(
      explanation.formula
        == "Per cent of the population = 100 × recipients / population of the same group")
    #expect(explanation.calculation == "168 / 3 888 × 100 = 4.3")
    #expect(view.explanation(row: 0, column: 2).calculation == nil)
    #expect(explanation.policySource == "About the statistics, Sample Agency")
    #expect(view.explanation(row: 0, column: 2).formula == "Persons: number of persons")
  }

  @Test func `every hidden cell has the same words`() throws {
    for percent in PercentBase.allCases {
      let view = try sampleView { state in
        try state.drill(into: 3, of: 0)
        try state.show(percent: percent)
      }
      var words: Set<String> = []
      var count = 0
      for row in view.rows.indices {
        for column in view.columns.indices where view[row, column].status == .suppressed {
          let why = view.explanation(row: row, column: column)
          #expect(why.calculation == nil)
          words.insert(
            [
              why.text, why.meaning, why.formula, why.policyName, why.policySentence,
              why.policyExplanation, why.policySource, why.reason,
            ].compactMap(\.self).joined(separator: "\n"))
          count += 1
        }
      }
      #expect(words.count == 1 && count >= 4)
      #expect(words.first?.hasPrefix(":\nNot for publication\n") == true)
    }
  }

  @Test func `a document holds what is on the screen`() throws {
    let view = try sampleView { state in
      try state.drill(into: 3, of: 0)
      try state.select(.single(0), of: 2)
      try state.show(percent: .column)
      try state.sort(by: SortOrder(categories: [0], measure: 0, isDescending: true))
      state.toggleEmptyRows()
    }
    let document = view.document
    #expect(document.title == view.title)
    #expect(document.unit == "per cent")
    #expect(document.stubNames == [Term(code: "region", label: "Region")])
    #expect(
      document.headingNames == [
        Term(code: "sex", label: "Sex"), Term(code: "contents", label: "Contents"),
      ])
    #expect(
      document.columns[1] == [
        Term(code: "1", label: "Males"), Term(code: "percent-of-column", label: "Per cent"),
      ])
    #expect(document.rows.map { $0.map(\.code) } == [["42"], ["4204"], ["4218"]])
    #expect(document.cells.map(\.text) == view.cells.map(\.text))
    #expect(document.cells.map(\.status) == view.cells.map(\.status))
    #expect(document.symbols == [.suppressed])
    let policy = SampleStatistic.description.policy
    #expect(document.policy == "\(policy.sentence) \(policy.explanation.english)")
  }

  @Test func `filters stand in the title of a document`() throws {
    let view = try sampleView { try $0.select(.single(2), of: 2) }
    #expect(
      view.document.title
        == "Recipients of sample allowance by region and sex, 25-34 years, 2022")
  }
}
