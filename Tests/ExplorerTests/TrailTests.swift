import Canvas
import Publication
import TableViews
import Testing

@testable import Explorer

/// Back and forward through the views of all tables, and the path above the table.
struct TrailTests {
  /// Three views of one table, then two of another.
  private static let ways = ["Enter Down", "%", "Right c", ": type:initia Enter", "Down L"]

  private static func walk(_ steps: String) -> Walk {
    var walk = Walk()
    walk.go(steps)
    return walk
  }

  @Test func `back and forward go through every view of every table with its cursor`() {
    var walk = Walk()
    var seen: [Snapshot?] = []
    for way in Self.ways {
      walk.go(way)
      seen.append(walk.state.page?.snapshot)
    }
    // A cursor that moved after its view was shown is where it was left.
    for index in (0..<4).reversed() {
      walk.go("[")
      #expect(walk.state.page?.view.state == seen[index]?.view)
    }
    #expect(walk.state.unavailable(.back) != nil)
    for snapshot in seen.dropFirst() {
      walk.go("]")
      #expect(walk.state.page?.view.state == snapshot?.view)
    }
    #expect(walk.state.page?.snapshot == seen.last ?? nil)
    #expect(walk.state.unavailable(.forward) != nil)
  }

  @Test func `the last view is one key away, and this one again`() {
    var walk = Self.walk(Self.ways.joined(separator: " ") + " : type:region Enter Down")
    let here = walk.state.page?.snapshot
    walk.go("`")
    #expect(walk.state.view?.state.table.id == "sample-initiative")
    #expect(walk.state.page?.row == 1)
    walk.go("`")
    #expect(walk.state.page?.snapshot == here)
    walk.go("Esc ` `")
    #expect(walk.state.page?.snapshot == nil || walk.state.page?.snapshot == here)
  }

  @Test func `steps typed ahead add up, and Esc gives them up`() {
    var walk = Self.walk(Self.ways.joined(separator: " "))
    let here = walk.state.page
    walk.go("hold [ [ [ ]")
    for _ in 0..<4 { walk.release() }
    #expect(walk.state.view?.state.table.id == "sample-region")
    #expect(walk.state.view?.state.labelStyle == .codes)
    var stopped = Self.walk(Self.ways.joined(separator: " "))
    stopped.go("hold [ [ Esc")
    for _ in 0..<2 { stopped.release() }
    #expect(stopped.state.page == here)
    stopped.go("hold [ ]")
    #expect(!stopped.state.isWaiting)
  }

  @Test func `undo goes on in the table that is come back to`() {
    var walk = Self.walk("Enter % c : type:initia Enter [")
    #expect(walk.state.view?.state.labelStyle == .codes)
    walk.go("u")
    #expect(walk.state.view?.state.labelStyle == .labels)
    #expect(walk.state.view?.state.percent == .column)
    walk.go("u")
    #expect(walk.state.view?.state.percent == PercentBase.none)
    // A view of the same table that is gone back to can be undone like a change.
    walk.go("[")
    #expect(walk.state.view?.state.percent == .column)
    walk.go("u")
    #expect(walk.state.view?.state.percent == PercentBase.none)
  }

  @Test func `from the list of tables back is to the view that was left`() {
    var walk = Self.walk("Enter Down %")
    let page = walk.state.page
    walk.go("Esc [")
    #expect(walk.state.page == page)
    walk.go("Esc Enter [")
    #expect(walk.state.view?.state.percent == PercentBase.none)
  }

  @Test func `a table on its way back cannot be changed through the one in view`() {
    var walk = Self.walk("Enter : type:initia Enter")
    let page = walk.state.page
    walk.go("hold [ %")
    #expect(walk.state.page == page)
    #expect(walk.state.message?.isWarning == true)
    walk.release()
    #expect(walk.state.view?.state.table.id == "sample-region")
    #expect(walk.state.view?.state.percent == PercentBase.none)
  }

  // MARK: The path

  @Test func `each part of the path that is above what is shown goes there when it is clicked`() {
    let start = Self.walk(
      "resize:120x40 Enter Down Down Enter p Down Right Enter f Enter type:fem Enter")
    guard let page = start.state.page, let row = page.regions(size: start.state.size).crumbs else {
      Issue.record("no path")
      return
    }
    let placed = page.placedCrumbs(limit: page.crumbsLimit(columns: 120))
    #expect(
      placed.map { $0.crumb.lead + $0.crumb.text }.joined()
        == "Sample allowance 2022 | Norway > Agder | Sex: Both sexes > Females")
    for (crumb, columns) in placed {
      let drawn = start.screen.read(row: row, from: columns.lowerBound, to: columns.upperBound)
      #expect(drawn == crumb.text)
      var walk = start
      walk.go("click:\(row),\(columns.upperBound - 1)")
      switch crumb.text {
      case "Norway":
        #expect(walk.state.view?.state.selections[0] == .branch(0))
        #expect(walk.state.page?.row == 2, "on Agder, where one comes from")
      case "Both sexes":
        #expect(walk.state.view?.state.selections[1] == .single(0))
        #expect(walk.state.view?.state.selections[0] == .branch(3))
      case "Sample allowance 2022": #expect(walk.state.view == nil)
      default: #expect(walk.state == start.state)
      }
      guard crumb.target != nil, walk.state.view != nil else { continue }
      walk.go("u")
      #expect(walk.state.page?.snapshot == page.snapshot)
    }
  }

  @Test func `a key of the footer that cannot be used says why when it is clicked`() {
    for way in ["Enter", "Enter Tab", "Enter Down Down Enter Down Right %", ""] {
      let start = Self.walk(way)
      for entry in start.state.footerEntries(size: start.state.size) where !entry.isEnabled {
        for action in [MouseAction.click, .doubleClick] {
          var walk = start
          walk.take(.mouse(action, Position(row: entry.row, column: entry.column)))
          let reason = start.state.unavailable(entry.command)
          #expect(walk.state.message?.text == reason.map { "Not now: " + $0 })
        }
      }
    }
  }
}
