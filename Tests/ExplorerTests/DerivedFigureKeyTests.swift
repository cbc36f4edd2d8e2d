import Canvas
import Publication
import TableViews
import TestSupport
import Testing

@testable import Explorer

/// `m` marks measures and figures made of them, which stand side by side.
struct DerivedFigureKeyTests {
  private static func names(_ walk: Walk) -> [String] {
    guard case .measures(let dialog)? = walk.state.dialog else { return [] }
    return dialog.names
  }

  @Test func `derived figures are marked like measures`() {
    var walk = Walk()
    walk.go("Enter m")
    let names = Self.names(walk)
    #expect(names.first == "Persons" && names.last == "Per cent of the population, rank")
    let rank = names.firstIndex(of: "Persons, rank") ?? 0
    for _ in 0..<rank { walk.go("Down") }
    walk.go("Space Enter")
    #expect(walk.state.view?.state.measures == [0])
    #expect(walk.state.view?.state.derived == [DerivedFigure(.rank, of: 0)])
    #expect(walk.state.view?.columns.count == 6)
    walk.go("m")
    guard case .measures(let dialog)? = walk.state.dialog else {
      Issue.record("no dialog")
      return
    }
    #expect(dialog.marks == [0, rank])
    walk.go("Esc u")
    #expect(walk.state.view?.columns.count == 3)
  }

  @Test func `what is under the cursor is named in full`() {
    var walk = Walk()
    walk.go("Enter m End Space Enter Right s")
    #expect(walk.state.page?.cursorPlace.column == "Both sexes, Per cent of the population, rank")
    #expect(walk.state.view?.state.sort?.derivation == .rank)
  }
}
