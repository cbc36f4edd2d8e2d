import Canvas
import Publication
import TableViews
import TestSupport
import Testing

@testable import Explorer

/// Requests and their answers: the newest wins, and what is shown belongs together.
struct RequestTests {
  private static func table(_ steps: String = "Enter") -> Walk {
    var walk = Walk()
    walk.go(steps)
    return walk
  }

  @Test func `an answer that comes late is dropped`() {
    var walk = Self.table("Enter hold % c")
    let before = walk.state.view
    #expect(walk.held.count == 2)
    walk.release()
    #expect(walk.state.view == before)
    #expect(walk.state.isWaiting)
    walk.release()
    #expect(walk.state.view?.state.percent == .column)
    #expect(walk.state.view?.state.labelStyle == .codes)
    #expect(!walk.state.isWaiting)
  }

  @Test func `each change gives up the request before`() {
    let walk = Self.table("Enter hold % c")
    #expect(walk.effects == [0, 1, 2].map { .cancel(through: $0) })
    #expect(walk.held.map(\.generation) == [2, 3])
  }

  @Test func `failures and progress of an older request are dropped`() {
    var walk = Self.table("Enter hold % c tick")
    let screen = walk.screen
    walk.take(.reply(.progress(2, ProgressReport(activity: "Old work", fraction: 0.5))))
    walk.take(.reply(.failure(2, .releaseUnavailable("Old trouble."))))
    #expect(walk.screen == screen)
    walk.take(.reply(.progress(3, ProgressReport(activity: "New work", fraction: 0.5))))
    #expect(walk.screen.text.joined().contains("New work… 50 %"))
  }

  @Test func `Esc gives a request up and the view stays as it was`() {
    var walk = Self.table("Enter Down")
    let page = walk.state.page
    walk.go("hold % tick Esc")
    #expect(walk.state.page == page)
    #expect(!walk.state.isWaiting)
    #expect(walk.effects.last == .cancel(through: 2))
    walk.release()
    #expect(walk.state.page == page)
  }

  @Test func `nothing is marked before a tenth of a second has gone`() {
    var walk = Self.table("Enter")
    let before = walk.screen
    walk.go("hold % progress")
    func table(_ screen: Screen) -> [String] { Array(screen.text.prefix(22)) }
    #expect(table(walk.screen) == table(before))
    walk.go("tick")
    #expect(walk.screen.text[0].hasSuffix("computing…"))
    // The figures are still those of the title and heading above them.
    #expect(walk.screen.text[1..<20] == before.text[1..<20])
  }

  @Test func `the cursor moves on while an answer is waited for`() {
    var walk = Self.table("Enter hold % Down Down")
    #expect(walk.state.page?.row == 2)
    walk.release()
    #expect(walk.state.page?.row == 2)
  }

  @Test func `a table opens when its figures have come, and Esc stays in the list`() {
    var walk = Walk()
    walk.go("hold Enter tick")
    #expect(walk.state.view == nil)
    #expect(walk.screen.text.joined().contains("Computing…"))
    walk.go("Esc")
    walk.release()
    #expect(walk.state.view == nil)
  }

  @Test func `a combination that is not held leaves the view and offers a way out`() {
    var walk = Self.table("Enter Down Down Enter")
    let page = walk.state.page
    walk.go("p Down Down Left Left + Enter")
    #expect(walk.state.page == page)
    #expect(walk.screen.text.joined(separator: " ").contains("is not held in this detail"))
    var (taken, dismissed) = (walk, walk)
    taken.go("y")
    #expect(taken.state.view?.state.stub.count == 2)
    dismissed.go("Esc")
    #expect(dismissed.state.page == page)
    #expect(dismissed.state.message == nil)
    walk.go("Down")
    #expect(walk.state.message == nil)
    #expect(walk.state.page?.row == 1)
  }

  @Test func `a source that cannot answer says why and nothing is lost`() {
    var walk = Self.table("Enter hold %")
    let page = walk.state.page
    walk.take(.reply(.failure(2, .releaseUnavailable("The register cannot be read."))))
    #expect(walk.state.page == page)
    #expect(walk.screen.text.joined().contains("! The register cannot be read."))
  }

  @Test func `a table that is not there is told apart from one that is`() {
    var state = Walk().state
    #expect(state.open(table: "nothing") == nil)
    #expect(state.open(table: "sample-initiative")?.count == 2)
  }

  @Test func `drilling to where nearly all is hidden is refused, and Enter shows more`() throws {
    var walk = Walk(source: SampleTableSource(releases: [SampleStatistic.sparseRelease]))
    walk.go("Enter")
    let before = try #require(walk.state.view)
    walk.go("Down Down Enter")
    #expect(walk.state.view == before)
    let text = walk.screen.text.joined(separator: " ")
    #expect(text.contains("9 of 12 figures are not for publication in this detail"))
    walk.go("Enter")
    #expect(try #require(walk.state.view).hiddenCount == 0)
  }
}
