import Canvas
import Publication
import TableViews
import TestSupport
import Testing

@testable import Explorer

/// Long lists of values: found in every spelling, with what is known of the chosen one.
struct ValuePickerTests {
  private static func values(_ walk: Walk) -> ValuesDialog? {
    if case .values(let values)? = walk.state.dialog { values } else { nil }
  }

  /// Opens the list of values to go to and types a text.
  private static func jump(_ text: String, from steps: String = "Enter") -> Walk {
    var walk = Walk()
    walk.go(steps + " J")
    for letter in text { walk.take(.key(.character(letter))) }
    return walk
  }

  @Test(arguments: [
    "Harstad", "Hárstták", "harsttak", "5402", "hårstad", "hrstd", "stad hár", "Harstad - H",
  ]) func `a place is found by code, by each of its names and by some of its letters`(text: String)
  {
    #expect(Self.values(Self.jump(text))?.chosen == 9)
  }

  @Test func `a jump to what is in view moves the cursor and asks for nothing`() {
    var walk = Self.jump("troms og", from: "Enter Right")
    let view = walk.state.view
    walk.effects = []
    walk.go("Enter")
    #expect(walk.state.view == view)
    #expect(walk.effects.isEmpty)
    #expect(walk.state.page?.row == 3)
    #expect(walk.state.page?.column == 1)
    #expect(walk.state.page?.undo.isEmpty == true)
  }

  @Test func `a jump to what is below goes down there, and Backspace up again`() {
    var walk = Self.jump("5402")
    walk.go("Enter")
    #expect(walk.state.view?.state.selections[0] == .branch(7))
    #expect(walk.state.page.map { $0.view.rows[$0.row].categories } == [9])
    walk.go("Bksp")
    #expect(walk.state.view?.state.selections[0] == .branch(0))
    #expect(walk.state.page.map { $0.view.rows[$0.row].categories } == [7])
    walk.go("u u")
    #expect(walk.state.view?.state.lastDrilled == nil)
  }

  @Test func `a jump goes through the columns while Enter does`() {
    var walk = Self.jump("fem", from: "Enter Tab")
    #expect(Self.values(walk)?.place == 1)
    walk.go("Enter")
    #expect(walk.state.page?.column == 2)
  }

  @Test func `a jump to a row that is left out says so`() {
    var walk = Self.jump("risør", from: "Enter Down Down Enter e")
    let page = walk.state.page
    walk.go("Enter")
    #expect(walk.state.page == page)
    #expect(walk.state.message?.text == "Risør has nothing but 0 and is left out: e shows it.")
  }

  @Test func `what is known of the chosen value stands with the list at every size`() {
    for (size, isShown) in [("120x40", true), ("80x24", true), ("40x12", false)] {
      var walk = Self.jump("5402")
      walk.go("resize:\(size)")
      let text = walk.screen.text.joined(separator: "\n")
      #expect(text.contains("Municipality, code 5402") == isShown, "\(size)")
      #expect(text.contains("Harstad"))
    }
    let facts = Self.values(Self.jump("54"))?.facts
    #expect(
      facts == [
        "Norway > Troms og Finnmark - Romsa ja Finnmárku",
        "County, code 54, 3 values below it: municipality",
      ])
    #expect(Self.values(Self.jump("5402"))?.facts.last == "Also called Hårstad")
  }

  @Test func `periods and what is in force for a time say when`() {
    var walk = Walk(source: SampleTableSource(releases: [SampleSeries.release]))
    walk.go("Enter Tab J type:2020")
    let facts = Self.values(walk)?.facts ?? []
    #expect(facts.first == "Year, code 2020")
    #expect(facts.contains("As of 2020-12-31"))
    walk.go("Esc Esc Tab J type:1150")
    #expect(Self.values(walk)?.facts.contains { $0.hasPrefix("In force from 2020-01-01") } == true)
  }

  @Test func `the letters found are marked in the list`() {
    let screen = Self.jump("hstk").screen
    let found = (0..<screen.size.rows).map { row in
      (0..<screen.size.columns).filter { screen[row, $0].face == .match }
        .map { screen[row, $0].text }.joined()
    }
    #expect(found.contains("Hstk"))
  }

  @Test func `Esc takes the search away, then leaves everything as it was`() {
    var walk = Walk()
    walk.go("Enter Down Right")
    let state = walk.state
    walk.go("J type:alta Down Esc")
    #expect(Self.values(walk)?.search.isEmpty == true)
    walk.go("Esc")
    #expect(walk.state == state)
  }
}
