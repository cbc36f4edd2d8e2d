import Classifications
import Publication
import TestSupport
import Testing

@testable import TableViews

@Suite struct RowConditionTests {
  private static func condition(_ text: String, sex: Int = 0) throws -> RowCondition {
    RowCondition(categories: [sex], measure: 0, derivation: nil, test: try RowTest(text))
  }

  private func codes(_ view: TableView) -> [String] {
    view.rows.map { view.state.code(of: $0.categories[0], at: view.state.stub[0]) }
  }

  /// The municipalities of Agder: Risør has no recipients, males and females elsewhere are hidden.
  private func agder(_ text: String, sex: Int = 0) throws -> TableView {
    try sampleView { state in
      try state.drill(into: 3, of: 0)
      try state.show(rowsWhere: try Self.condition(text, sex: sex))
    }
  }

  private func reason(_ text: String) -> String? {
    do throws(ViewChangeRefused) {
      _ = try RowTest(text)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func `a hidden cell meets no condition but that it is hidden`() throws {
    #expect(codes(try agder("hidden", sex: 1)) == ["4204", "4218"])
    #expect(codes(try agder("not hidden", sex: 1)) == ["42", "4201"])
    for text in ["> -1", ">= 0", "< 1000000", "<= 0", "= 0", "top 100", "bottom 100"] {
      #expect(
        !codes(try agder(text, sex: 1)).contains { ["4204", "4218"].contains($0) }, "\(text)")
    }
  }

  @Test func `figures are compared as they are shown`() throws {
    #expect(codes(try agder("= 0")) == ["4201"])
    #expect(codes(try agder("> 0")) == ["42", "4204", "4218"])
    let percent = try sampleView { state in
      try state.show(measures: [1])
      let shown = try view(of: state)
      let text = try #require(shown.rows.indices.first { $0 == 2 }.map { shown[$0, 0].text })
      try state.show(
        rowsWhere: RowCondition(
          categories: [0], measure: 1, derivation: nil, test: try RowTest("= \(text)")))
    }
    #expect(codes(percent).contains("42"))
  }

  @Test func `the first and the last are found among rows of a level`() throws {
    let view = try sampleView { state in
      try state.unfoldAll(of: 0)
      try state.show(rowsWhere: try Self.condition("top 1"))
    }
    #expect(
      view.rows.map { view.state.dimension(at: 0).hierarchy.levels[$0.categories[0]] } == [0, 1, 2])
    #expect(view.leftOutRowCount == 9)
    #expect(
      view.conditionNote
        == "only rows with Both sexes, Persons among the top 1: 9 rows left out")
    #expect(view.document.notes.contains(view.conditionNote ?? ""))
  }

  @Test func `a row whose whole is left out does not look like a part of the row above`() throws {
    let view = try sampleView { state in
      try state.unfoldAll(of: 0)
      try state.show(rowsWhere: try Self.condition("< 100"))
    }
    let hierarchy = view.state.dimension(at: 0).hierarchy
    for (row, line) in view.rows.enumerated() {
      let above = hierarchy.path(to: line.categories[0]).dropLast()
      #expect(
        line.indents[0]
          == above.count { parent in view.rows.contains { $0.categories == [parent] } },
        "row \(row)")
    }
    #expect(!view.rows.isEmpty && view.rows.allSatisfy { $0.indents[0] < 2 })
  }

  @Test func `what is no condition is told, with what is`() {
    let possible =
      " Possible: > 1000, >= 1000, < 5, <= 5.5, = 0, top 10, bottom 5, hidden, not hidden."
    #expect(reason("") == "A condition is needed." + possible)
    #expect(reason("large") == "“large” is none." + possible)
    #expect(reason("> 1,000") == "“1,000” is not a number such as 1000 or 5.5." + possible)
    #expect(reason(">") == "“” is not a number such as 1000 or 5.5." + possible)
    #expect(reason("> 5.") == "“5.” is not a number such as 1000 or 5.5." + possible)
    #expect(reason("top 0") == "“0” is not a number of rows from 1 to 100000." + possible)
    #expect(reason("> 99999999999999999999")?.hasSuffix(possible) == true)
    for text in [
      "> 1 000", ">=1000", "< 5.50", "= -3", "top 10", "Bottom 5", "HIDDEN", "not  hidden",
    ] {
      #expect(reason(text) == nil, "\(text)")
    }
  }

  @Test(arguments: [
    "> 1000", ">= 5.5", "< -3", "<= 0", "= 12", "top 10", "bottom 5", "hidden", "not hidden",
  ])
  func `a condition is written as it can be typed`(text: String) throws {
    let test = try RowTest(text)
    #expect(test.text == text)
    #expect(try RowTest(test.text) == test)
  }

  @Test func `a condition goes with its column`() throws {
    var state = sampleState()
    try state.show(rowsWhere: try Self.condition("top 2", sex: 1))
    try state.select(.single(2), of: 1)
    #expect(state.condition == nil)
    #expect(throws: ViewChangeRefused.self) {
      try state.show(rowsWhere: try Self.condition("top 2", sex: 1))
    }
  }

  @Test func `totals and subtotals are left out, in rows and columns`() throws {
    let view = try sampleView { state in
      try state.unfold(3, of: 0)
      state.toggleTotals()
    }
    #expect(codes(view) == ["03", "4201", "4204", "4218", "54", "9999"])
    #expect(view.columns.map(\.categories) == [[1], [2]])
    #expect(view.rows.allSatisfy { $0.indents == [0] })
    let percent = try sampleView { state in
      try state.show(percent: .column)
      state.toggleTotals()
    }
    let whole = try sampleView { try $0.show(percent: .column) }
    #expect(percent.figureText == whole.figureText)
    #expect(percent[0, 0] == whole[1, 1])
  }

  @Test(arguments: 0..<20) func `rows that are shown are those that pass`(seed: Int) throws {
    var walk = ViewWalk(SampleStatistic.regionTable, seed: 6600 + UInt64(seed))
    for _ in 0..<25 {
      _ = walk.step()
      guard let condition = walk.state.condition, let filtered = try? view(of: walk.state)
      else { continue }
      var plain = walk.state
      try plain.show(rowsWhere: nil)
      let all = try view(of: plain)
      let column = try #require(all.columns.firstIndex(where: condition.isAbout))
      let hierarchies = walk.state.stub.map { walk.state.dimension(at: $0).hierarchy }
      func level(_ row: Int) -> [Int] {
        zip(hierarchies, all.rows[row].categories).map { $0.levels[$1] }
      }
      func rivals(_ row: Int) -> [Double] {
        all.rows.indices.filter { level($0) == level(row) }.compactMap { all[$0, column].value }
      }
      let expected = all.rows.indices.filter { row in
        let value = all[row, column].value
        switch condition.test {
        case .hidden: return all[row, column].status == .suppressed
        case .notHidden: return all[row, column].status != .suppressed
        case .top(let count):
          return value.map { own in rivals(row).count { $0 > own } < count } ?? false
        case .bottom(let count):
          return value.map { own in rivals(row).count { $0 < own } < count } ?? false
        case .compared(let relation, let scaled, let decimals):
          let number = Double(scaled) / Double(powerOfTen(decimals))
          guard let value else { return false }
          return switch relation {
          case .above: value > number
          case .atLeast: value >= number
          case .below: value < number
          case .atMost: value <= number
          case .equal: value == number
          }
        }
      }
      #expect(
        Set(filtered.rows.map(\.categories)) == Set(expected.map { all.rows[$0].categories }),
        "seed \(seed)")
      #expect(filtered.leftOutRowCount == all.rows.count - expected.count)
    }
  }
}
