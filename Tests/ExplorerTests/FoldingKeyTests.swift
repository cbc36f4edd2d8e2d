import Canvas
import Classifications
import Publication
import TableViews
import TestSupport
import Testing

@testable import Explorer

/// `+`, `-` and `*` open and fold values where they stand.
struct FoldingKeyTests {
  private static func codes(_ walk: Walk) -> [String] {
    guard let view = walk.state.view else { return [] }
    return view.rows.map { view.state.code(of: $0.categories[0], at: view.state.stub[0]) }
  }

  private static func cursor(_ walk: Walk) -> String {
    codes(walk)[walk.state.page?.row ?? 0]
  }

  @Test func `the cursor stays on the value that is opened, and on the one that is folded`() {
    var walk = Walk()
    walk.go("Enter Down Down +")
    #expect(Self.codes(walk) == ["0", "03", "42", "4201", "4204", "4218", "54", "9999"])
    #expect(Self.cursor(walk) == "42")
    walk.go("Down Down -")
    #expect(Self.codes(walk) == ["0", "03", "42", "54", "9999"])
    #expect(Self.cursor(walk) == "42")
    walk.go("Down Down - +")
    #expect(Self.codes(walk) == ["0", "03", "42", "54", "9999"])
    #expect(Self.cursor(walk) == "0")
  }

  @Test func `undo and redo go through what was opened`() {
    var walk = Walk()
    walk.go("Enter Down Down")
    let closed = walk.state.page?.snapshot
    walk.go("+")
    let opened = walk.state.page?.snapshot
    walk.go("u")
    #expect(walk.state.page?.snapshot == closed)
    walk.go("R")
    #expect(walk.state.page?.snapshot == opened)
  }

  @Test func `all values open by one level and fold again`() {
    var walk = Walk()
    walk.go("Enter Down Down *")
    #expect(Self.codes(walk).count == 12)
    #expect(Self.cursor(walk) == "42")
    walk.go("*")
    #expect(Self.codes(walk).count == 5)
    #expect(Self.cursor(walk) == "42")
  }

  @Test func `after Tab the columns open and fold`() {
    var walk = Walk()
    walk.go("Enter Tab -")
    #expect(walk.state.view?.columns.count == 1)
    walk.go("+")
    #expect(walk.state.view?.columns.count == 3)
    #expect(walk.state.view?.rows.count == 5)
  }

  @Test func `a value that cannot be opened or folded says why`() {
    var walk = Walk()
    walk.go("Enter Down Down + Down +")
    #expect(
      walk.state.message?.text == "Not now: Risør has no finer level. Tab turns to the columns.")
    walk.go("Tab Right +")
    #expect(
      walk.state.message?.text == "Not now: Males has no finer level. Tab turns to the rows.")
    var single = Walk()
    single.go("Enter - -")
    #expect(
      single.state.message?.text
        == "Not now: Nothing is open below Norway. Tab turns to the columns.")
  }

  @Test func `what is in sight stays when a row in the middle is opened`() {
    var walk = Walk(size: Size(rows: 16, columns: 80))
    walk.go("Enter * End")
    let top = walk.state.page?.top ?? 0
    #expect(top > 0)
    walk.go("Up Up -")
    #expect(Self.cursor(walk) == "54")
  }
}
