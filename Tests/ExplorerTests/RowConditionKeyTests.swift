import Canvas
import Publication
import TableViews
import TestSupport
import Testing

@testable import Explorer

/// `&` asks which rows to show by the column of the cursor; `t` leaves totals out.
struct RowConditionKeyTests {
  private static func prompt(_ walk: Walk) -> ConditionPrompt? {
    guard case .condition(let prompt)? = walk.state.dialog else { return nil }
    return prompt
  }

  @Test func `rows are shown by the column of the cursor`() {
    var walk = Walk(size: Size(rows: 24, columns: 100))
    walk.go("Enter Right & type:top Space type:2 Enter")
    let condition = walk.state.view?.state.condition
    #expect(condition?.categories == [1])
    #expect(condition?.test == .top(2))
    #expect(walk.state.view?.rows.count == 3)
    #expect(walk.state.page?.column == 1)
    let screen = walk.screen.text.joined(separator: "\n")
    #expect(screen.contains("only rows with Males, Persons among the top 2"))
    #expect(screen.contains("9 shown, 0 hidden, 2 rows left out"))
    walk.go("u")
    #expect(walk.state.view?.rows.count == 5)
  }

  @Test func `the condition that holds is there to be changed, and nothing typed shows all rows`() {
    var walk = Walk()
    walk.go("Enter & type:top Space type:2 Enter &")
    #expect(Self.prompt(walk)?.line.text == "top 2")
    walk.go("Esc Right &")
    #expect(Self.prompt(walk)?.line.text == "")
    walk.go("Esc Left & Ctrl-U Enter")
    #expect(walk.state.view?.state.condition == nil)
  }

  @Test func `a mistake is told with what is possible, and the line stays`() {
    var walk = Walk()
    walk.go("Enter & type:many Enter")
    #expect(Self.prompt(walk)?.failure?.hasPrefix("! “many” is none. Possible: > 1000") == true)
    walk.go("Bksp")
    #expect(Self.prompt(walk)?.failure == nil)
    #expect(Self.prompt(walk)?.line.text == "man")
  }

  @Test func `when no row is left the condition can still be changed`() {
    var walk = Walk()
    walk.go("Enter & type:hidden Enter")
    #expect(walk.state.view?.rows.isEmpty == true)
    #expect(walk.screen.text.joined().contains("No row meets the condition: & changes it."))
    walk.go("& Ctrl-U Enter")
    #expect(walk.state.view?.rows.count == 5)
  }

  @Test func `totals are left out and shown again`() {
    var walk = Walk()
    walk.go("Enter Down Down t")
    #expect(walk.state.view?.rows.count == 4)
    #expect(walk.state.view?.columns.count == 2)
    #expect(walk.state.view?.rows[walk.state.page?.row ?? 0].categories == [3])
    walk.go("t")
    #expect(walk.state.view?.rows.count == 5)
    walk.go("- Tab - t")
    #expect(walk.state.message?.text == "Not now: no row or column is a total.")
  }
}
