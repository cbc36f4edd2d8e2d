import Canvas
import Publication
import TableViews
import TestSupport
import Testing

@testable import Explorer

/// The live preview of a pivot: what Enter would give, and nothing of it after Esc.
struct PivotPreviewTests {
  private static let moves = ["Down", "Left", "Right", "+", "-", "<", ">"]

  private static func pivot(_ walk: Walk) -> PivotDialog? {
    if case .pivot(let pivot)? = walk.state.dialog { pivot } else { nil }
  }

  @Test func `after any three moves the table shows what Enter gives, and Esc what was there`() {
    var start = Walk(size: Size(rows: 40, columns: 120))
    start.go("Enter Down Right")
    var previews = 0
    for first in Self.moves {
      for second in Self.moves {
        for third in Self.moves {
          var walk = start
          walk.go("p \(first) \(second) \(third)")
          let pivot = Self.pivot(walk)
          let drawn = walk.state.drawnPage
          #expect(walk.state.page == start.state.page)
          var (entered, left) = (walk, walk)
          left.go("Esc")
          #expect(left.state.page == start.state.page)
          #expect(left.state.dialog == nil)
          #expect(left.state.trail == start.state.trail)
          entered.go("Enter")
          if let preview = pivot?.preview {
            previews += 1
            #expect(preview.view.state == pivot?.draft)
            #expect(entered.state.page == drawn)
            #expect(entered.state.page?.undo.last == start.state.page?.snapshot)
            entered.go("u")
            #expect(entered.state.page?.snapshot == start.state.page?.snapshot)
          } else {
            #expect(drawn == start.state.page)
            #expect(entered.state.page == start.state.page)
          }
        }
      }
    }
    #expect(previews > 50)
  }

  @Test func `an answer to an older draft is not shown`() {
    var walk = Walk()
    walk.go("Enter p hold Down Left")
    #expect(walk.held.count == 1)
    walk.go("< release")
    #expect(Self.pivot(walk)?.preview == nil)
    walk.release()
    #expect(Self.pivot(walk)?.preview?.view.state == Self.pivot(walk)?.draft)
    walk.go("> Esc")
    let page = walk.state.page
    walk.release()
    #expect(walk.state.page == page)
    #expect(!walk.state.isWaiting)
  }

  @Test func `Enter before the preview has come asks for the view`() {
    var walk = Walk()
    walk.go("Enter p hold Down Left Enter")
    let draft = walk.state.pending?.target
    #expect(walk.state.pending?.arrival == .change([]))
    while !walk.held.isEmpty { walk.release() }
    #expect(walk.state.view?.state == draft)
    #expect(walk.state.page?.undo.count == 1)
  }

  @Test func `a change on its way is not given up for a preview`() {
    var walk = Walk()
    walk.go("Enter hold % p Down Left")
    #expect(walk.held.count == 1)
    walk.release()
    #expect(walk.state.view?.state.percent == .column)
    walk.go("Enter")
    while !walk.held.isEmpty { walk.release() }
    #expect(walk.state.view?.state.stub.count == 2)
  }

  @Test func `a draft that is not held says so in the dialog`() {
    var walk = Walk(size: Size(rows: 40, columns: 120))
    walk.go("Enter Down Down Enter")
    let page = walk.state.page
    walk.go("p Down Down Left Left")
    #expect(walk.state.drawnPage == page)
    #expect(Self.pivot(walk)?.refusal?.contains("is not held in this detail") == true)
    #expect(walk.screen.text.contains { $0.contains("│ ! The combination of region") })
    #expect(walk.state.message == nil)
    walk.go("-")
    #expect(Self.pivot(walk)?.refusal == nil)
  }
}
