import Canvas
import Classifications
import Publication
import TableViews
import Testing

@testable import Explorer

/// Several tables open at once.
struct TabTests {
  private static func walk(_ steps: String) -> Walk {
    var walk = Walk()
    walk.go(steps)
    return walk
  }

  @Test func `a new tab begins with the same view, and each goes its own way`() {
    var walk = Self.walk("Enter Down % Right")
    let first = walk.state.page
    walk.go("T")
    #expect(walk.state.page == first)
    #expect(walk.state.tabs.count == 2)
    walk.go("c Down {")
    #expect(walk.state.page == first)
    walk.go("u")
    #expect(walk.state.view?.state.percent == PercentBase.none)
    walk.go("}")
    #expect(walk.state.view?.state.percent == .column)
    #expect(walk.state.view?.state.labelStyle == .codes)
    walk.go("u u")
    #expect(walk.state.view?.state.percent == PercentBase.none)
    walk.go("X")
    #expect(walk.state.tabs.count == 1)
    walk.go("R")
    #expect(walk.state.view?.state.percent == .column)
  }

  @Test func `from the list of tables a table opens in a new tab, and the list stays in the old`() {
    var walk = Self.walk("Down T")
    #expect(walk.state.view?.state.table.id == "sample-initiative")
    walk.go("}")
    #expect(walk.state.page == nil)
    #expect(walk.state.catalogue.selected?.id == "sample-initiative")
    walk.go("Up Enter }")
    #expect(walk.state.view?.state.table.id == "sample-initiative")
    // Each tab has its own way back.
    #expect(walk.state.unavailable(.back) != nil)
    walk.go("X Esc [")
    #expect(walk.state.view?.state.table.id == "sample-region")
  }

  @Test func `the line of tabs is there when there are several, and each can be clicked`() {
    var walk = Self.walk("Enter Down Down")
    let alone = walk.screen
    walk.go("T : type:initia Enter T")
    #expect(walk.screen.text[0] == " 1 sample-region  2 sample-initiative [3 sample-initiative]")
    #expect(walk.screen.size == alone.size)
    walk.go("click:0,5")
    #expect(walk.state.tabs.index == 0)
    #expect(walk.state.view?.state.table.id == "sample-region")
    #expect(walk.screen.text[1] == alone.text[0])
    // What stands below is hit where it is drawn.
    let row = walk.screen.text.firstIndex { $0.hasPrefix("  Oslo") } ?? 0
    walk.go("click:\(row),1")
    #expect(walk.state.page?.row == 1)
    walk.go("X X")
    #expect(walk.screen.size == alone.size)
    #expect(walk.screen.text[0].hasPrefix("Participants"))
  }

  @Test func `a tab comes to the front with its view, and Esc stops that`() {
    var walk = Self.walk("Enter T : type:initia Enter")
    let page = walk.state.page
    walk.go("hold { %")
    #expect(walk.state.page == page)
    #expect(walk.state.tabs.index == 1)
    walk.go("Esc Esc")
    walk.release()
    #expect(walk.state.tabs.index == 1)
    #expect(walk.state.page == nil)
    walk.go("[ { { X")
    while !walk.held.isEmpty { walk.release() }
    #expect(walk.state.tabs.count == 1)
    #expect(walk.state.view?.state.table.id == "sample-region")
  }

  @Test func `steps typed ahead go round`() {
    var walk = Self.walk("Enter T % T c T L")
    #expect(walk.state.tabs.index == 3)
    walk.go("hold } } }")
    while !walk.held.isEmpty { walk.release() }
    #expect(walk.state.tabs.index == 2)
    #expect(walk.state.view?.state.labelStyle == .codes)
    #expect(walk.state.view?.state.language == .english)
  }

  @Test func `a low or narrow window has every tab in front in sight`() {
    var walk = Self.walk("Enter T T T T T T")
    for size in ["40x12", "20x10", "20x6", "120x40", "1x1"] {
      walk.go("resize:\(size)")
      for _ in 0..<7 {
        walk.go("}")
        #expect(walk.screen.size == walk.state.terminal)
        #expect(walk.screen.isWhole)
        guard size != "20x6", size != "1x1" else { continue }
        #expect(walk.screen.text[0].contains("[\(walk.state.tabs.index + 1) sample-region]"))
      }
    }
  }

  @Test func `what cannot be done with tabs says why`() {
    var walk = Self.walk("Enter X")
    #expect(walk.state.message?.text == "Not now: there is one tab.")
    for _ in 0..<30 { walk.go("T") }
    #expect(walk.state.tabs.count == Tabs.most)
    #expect(walk.state.message?.text == "Not now: there are 20 tabs.")
  }
}
