import Canvas
import Publication
import TableViews
import TestSupport
import Testing

@testable import Explorer

/// Views that are saved under a name and opened again.
struct KeptViewsTests {
  private static func requests(_ steps: String) -> [KeepRequest] {
    var walk = Walk()
    walk.go(steps)
    return walk.effects.compactMap { effect in
      if case .keep(let request) = effect { request } else { nil }
    }
  }

  private static func walk(_ steps: String) -> Walk {
    var walk = Walk()
    walk.go(steps)
    return walk
  }

  @Test func `what is saved makes the same view again`() throws {
    let steps = "Enter Down Down Enter % c e"
    let walk = Self.walk(steps)
    let request = try #require(Self.requests(steps + " S Ctrl-U type:Åse Enter").last)
    #expect(request.name == "Åse")
    #expect(!request.overwrite)
    let opened = try ViewFile(text: request.text).state(in: walk.state.statistics)
    var expected = try #require(walk.state.view?.state)
    // The way on which one came is not kept.
    while let place = expected.lastDrilled {
      try expected.select(expected.selections[place], of: place)
    }
    #expect(opened == expected)
  }

  @Test func `a view is replaced only after a yes to the question`() {
    let name = "kept-exists:sample-region"
    #expect(Self.requests("Enter S Enter \(name) n Enter").map(\.overwrite) == [false, false])
    #expect(Self.requests("Enter S Enter \(name) y").map(\.overwrite) == [false, true])
  }

  @Test(arguments: ["", "type:../x", "type:.x", "type:a/b", "type:a\u{1B}[2J", "type:(left"])
  func `a name that is no name of a file is refused with a sentence`(typed: String) {
    var walk = Self.walk("Enter S Ctrl-U \(typed)")
    walk.go("Enter")
    #expect(walk.effects.last == .bell)
    #expect(walk.state.context == .viewName)
    #expect(walk.screen.text.contains { $0.contains("! A ") && $0.contains("name") })
  }

  @Test func `nothing is saved twice at once, and the answer is told`() {
    #expect(Self.requests("Enter S Enter Enter").count == 1)
    let done = Self.walk("Enter S Enter kept:sample-region")
    #expect(done.state.message?.text == "Saved: sample-region. o opens it again.")
    #expect(done.state.dialog == nil)
    let left = Self.walk("Enter S Enter Esc kept-exists:sample-region")
    #expect(left.state.message?.isWarning == true)
    let failed = Self.walk("Enter S Enter not-kept:views")
    #expect(failed.screen.text.contains { $0.contains("There is no folder “views”") })
  }

  @Test func `saved views are listed with what they show, the one left open first`() {
    let walk = Self.walk("o found")
    #expect(walk.effects == [.findKept])
    let text = walk.screen.text
    let lines = text.filter { $0.contains("│") }
    #expect(lines[1].contains("(left open)"))
    #expect(lines[2].contains("By county") && lines[2].contains("sample-region"))
    #expect(lines[3].contains("Gone") && lines[3].contains("cannot be opened"))
    #expect(text.contains { $0.contains("Recipients of sample allowance") })
  }

  @Test func `a saved view opens from the list of tables and from a table`() {
    let opened = Self.walk("o found type:init Enter")
    #expect(opened.state.view?.state.table.id == "sample-initiative")
    #expect(opened.state.view?.state.percent == .column)
    // Of the same table it is a change like any other.
    var same = Self.walk("Enter Down")
    let before = same.state.page?.snapshot
    same.go("o found type:county Enter")
    #expect(same.state.view?.state.selections[SampleStatistic.region] == .level(1))
    same.go("u")
    #expect(same.state.page?.snapshot == before)
  }

  @Test func `a view that cannot be held says why and stays closed`() {
    var walk = Self.walk("o found Down Down")
    #expect(walk.screen.text.contains { $0.contains("! Line 3: “7” is not a value of sex.") })
    walk.effects = []
    walk.go("Enter")
    #expect(walk.effects == [.bell])
    #expect(walk.state.view == nil)
  }

  @Test func `without saved views the list says how to save one`() {
    var walk = Self.walk("o")
    walk.take(.found([]))
    #expect(walk.screen.text.contains { $0.contains("No view has been saved: S saves one.") })
    walk.go("Enter")
    #expect(walk.effects.last == .bell)
  }

  @Test func `views that are found late disturb nobody`() {
    var walk = Self.walk("Enter o x")
    walk.go("found")
    #expect(walk.state.context == .exportPath)
  }

  @Test func `the open view is what is left, and nothing is in the list of tables`() throws {
    let walk = Self.walk("Enter %")
    let text = try #require(walk.state.leftOpen)
    #expect(try ViewFile(text: text).state(in: walk.state.statistics) == walk.state.view?.state)
    #expect(Self.walk("Enter % Esc").state.leftOpen == nil)
  }
}
