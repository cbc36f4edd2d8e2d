import Canvas
import Explorer
import TableViews
import Testing

/// What is asked to be written.
struct ExportTests {
  private static func requests(_ steps: String) -> [ExportRequest] {
    var walk = Walk()
    walk.go(steps)
    return walk.effects.compactMap { effect in
      if case .export(let request) = effect { request } else { nil }
    }
  }

  @Test func `the view on the screen is written under the name that was typed`() throws {
    var walk = Walk()
    walk.go("Enter Down Down Enter % c x Ctrl-U type:agder.csv Enter")
    let request = try #require(
      Self.requests("Enter Down Down Enter % c x Ctrl-U type:agder.csv Enter").last)
    #expect(request.path == "agder.csv")
    #expect(request.document == walk.state.view?.document)
    #expect(request.labelStyle == .codes)
    #expect(!request.overwrite)
  }

  @Test func `a file is replaced only after a yes to the question`() {
    let asked = Self.requests("Enter x Enter exists:sample-region.csv n Enter")
    #expect(asked.map(\.overwrite) == [false, false])
    let agreed = Self.requests("Enter x Enter exists:sample-region.csv y")
    #expect(agreed.map(\.overwrite) == [false, true])
  }

  @Test func `nothing is written without a name, or twice at once`() {
    #expect(Self.requests("Enter x Ctrl-U Enter").isEmpty)
    #expect(Self.requests("Enter x Enter Enter").count == 1)
  }

  @Test func `the answer to an export that was left is a message`() {
    var walk = Walk()
    walk.go("Enter x Enter Esc exists:sample-region.csv")
    #expect(walk.screen.text.joined().contains("it was left as it is"))
  }
}
