import Canvas
import Publication
import TableViews
import Testing

@testable import Explorer

/// Undo and redo of every change of the view.
struct HistoryTests {
  static let changes = [
    "%", "s", "c", "L", "e", "Enter", "p Down Left Enter", "p Down Down Right Left Enter",
    "m Down Space Enter", "f Enter Down Enter", "f Down Down Enter Down Space Enter",
    "/ type:tromsø Enter", "Down Down Enter",
  ]

  /// What the user sees of a table and where the cursor stands, without its history.
  private static func shown(_ walk: Walk) -> Snapshot? { walk.state.page?.snapshot }

  @Test(arguments: changes) func `undo returns the very same state`(change: String) {
    var walk = Walk()
    walk.go("Enter Down Right")
    let undone = walk.state.page
    walk.go(change)
    let view = walk.state.view
    #expect(view?.state != undone?.view.state)
    // Whatever the dialogs did with the cursor on their way, the figures are those from before.
    walk.go("u")
    #expect(walk.state.view == undone?.view)
    if !change.contains(" ") { #expect(Self.shown(walk) == undone?.snapshot) }
    walk.go("R")
    #expect(walk.state.view == view)
  }

  @Test func `many changes are undone one by one and redone`() {
    var walk = Walk()
    walk.go("Enter")
    var seen: [Snapshot?] = []
    for change in Self.changes {
      seen.append(Self.shown(walk))
      let before = walk.state.page?.undo.count
      walk.go(change)
      // Where nothing can be gone down into, Enter looks into the cell.
      if walk.state.dialog != nil { walk.go("Esc") }
      if walk.state.page?.undo.count == before { seen.removeLast() }
    }
    let last = walk.state.view
    #expect(seen.count > 10)
    for snapshot in seen.reversed() {
      walk.go("u")
      #expect(walk.state.view?.state == snapshot?.view)
    }
    for _ in seen { walk.go("R") }
    #expect(walk.state.view == last)
  }

  @Test func `a way out says what it changed`() {
    var walk = Walk()
    walk.go("Enter Down Down Enter p Down Down Right Left Enter")
    let wayOut = walk.state.message?.wayOut
    #expect(wayOut != nil)
    walk.go("Enter")
    #expect(walk.state.view?.state == wayOut?.view)
    #expect(walk.state.message?.text.hasSuffix("; u takes it back.") == true)
    walk.go("u")
    #expect(walk.state.message == nil)
  }

  @Test func `a key without a meaning says so`() {
    var walk = Walk()
    walk.go("z")
    #expect(walk.state.message?.text == "z does nothing here; ? shows the keys.")
    walk.go("Enter z")
    #expect(walk.state.message?.text == "z does nothing here; ? shows the keys.")
  }

  @Test func `a search without a match says so when it ends`() {
    var walk = Walk()
    walk.go("Enter / type:qqqq Enter")
    #expect(walk.state.message?.text == "No match for “qqqq”.")
  }

  @Test func `Enter shows what is marked once a mark was changed`() {
    var walk = Walk()
    walk.go("Enter f Down Down Enter")
    func outcome() -> String? {
      if case .values(let values)? = walk.state.dialog { values.outcomeText } else { nil }
    }
    #expect(outcome() == "Enter shows only Norway and what is below it")
    walk.go("Space Up Space")
    #expect(outcome()?.hasSuffix("marked values") == true)
  }

  @Test func `steps back that are typed ahead add up`() {
    var walk = Walk()
    walk.go("Enter")
    let first = walk.state.view
    walk.go("% c L hold u u u")
    for _ in 0..<3 { walk.release() }
    #expect(walk.state.view == first)
    walk.go("R R u")
    for _ in 0..<3 { walk.release() }
    #expect(walk.state.view?.state.percent == .column)
    #expect(walk.state.view?.state.labelStyle == .labels)
  }

  @Test func `a step back and forth gives the request up`() {
    var walk = Walk()
    walk.go("Enter % hold u")
    #expect(walk.state.isWaiting)
    walk.go("R")
    #expect(!walk.state.isWaiting)
    #expect(walk.state.view?.state.percent == .column)
  }

  @Test func `a change after a step back forgets what was ahead`() {
    var walk = Walk()
    walk.go("Enter % u c R")
    #expect(walk.state.view?.state.percent == PercentBase.none)
    #expect(walk.state.message?.isWarning == true)
  }

  @Test func `a table that is opened again is as it was left`() {
    var walk = Walk()
    walk.go("Enter Down Down Enter Down % Right")
    let page = walk.state.page
    walk.go("Esc Down Enter")
    #expect(walk.state.view?.state.table.id == "sample-initiative")
    walk.go("Esc Up Enter")
    #expect(walk.state.page == page)
    walk.go("u u")
    #expect(walk.state.view?.state.lastDrilled == nil)
  }
}
