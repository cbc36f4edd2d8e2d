import Canvas
import Explorer
import TableViews
import Testing

/// What goes to the clipboard.
struct CopyTests {
  private static func copied(_ steps: String, from start: Walk = Walk()) -> [CopyRequest] {
    var walk = start
    walk.go(steps)
    return walk.effects.compactMap { effect in
      if case .copy(let request) = effect { request } else { nil }
    }
  }

  @Test func `y copies the figure or the symbol under the cursor`() {
    #expect(Self.copied("Enter y").map(\.text) == ["3551"])
    let hidden = Self.copied("Enter Down Down Enter Down Down Right y")
    #expect(hidden.map(\.text) == [":"])
  }

  @Test func `the menu copies the view or the row in either form`() throws {
    var walk = Walk()
    walk.go("Enter Down")
    let view = try #require(walk.state.view)
    let all = view.rows.indices
    let wanted = [
      (view.copyText(rows: all, as: .tabSeparated), "5 x 3 cells as TSV"),
      (view.copyText(rows: all, as: .markdown), "5 x 3 cells as Markdown"),
      (view.copyText(rows: 1..<2, as: .tabSeparated), "1 x 3 cells as TSV"),
      (view.copyText(rows: 1..<2, as: .markdown), "1 x 3 cells as Markdown"),
    ]
    for (line, choice) in wanted.enumerated() {
      let downs = String(repeating: "Down ", count: line)
      let request = try #require(Self.copied("Y \(downs)Enter", from: walk).last)
      #expect(request.text == choice.0)
      #expect(request.name == choice.1)
    }
    #expect(Self.copied("Y Esc", from: walk).isEmpty)
  }

  @Test func `what was copied is said once the terminal has it`() throws {
    var walk = Walk()
    walk.go("Enter Y Enter")
    #expect(!walk.screen.text.joined().contains("Copied"))
    let request = try #require(Self.copied("Enter Y Enter").last)
    walk.take(.copied(request, isTaken: true))
    #expect(walk.screen.text.joined().contains("Copied 5 x 3 cells as TSV"))
    walk.take(.copied(request, isTaken: false))
    #expect(walk.screen.text.joined().contains("Not copied: this terminal"))
  }

  @Test func `a view that no terminal would take is refused, with a way out`() throws {
    var walk = Walk()
    walk.state = try LargeTable.state(size: Size(rows: 24, columns: 80))
    var refused = walk
    refused.go("Y Enter")
    #expect(refused.effects == [.bell])
    #expect(refused.screen.text.joined().contains("x writes a file"))
    // The row is small enough.
    #expect(Self.copied("Y Down Down Enter", from: walk).count == 1)
  }

  @Test func `a copy does not touch the view`() {
    var walk = Walk()
    walk.go("Enter Down")
    let before = walk.state
    walk.go("y Y Down Enter")
    #expect(walk.state == before)
  }
}
