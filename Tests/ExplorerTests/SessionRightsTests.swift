import Canvas
import Testing

@testable import Explorer

/// What a session may not do is said, and not done.
struct SessionRightsTests {
  private func walk(_ rights: SessionRights) -> Walk {
    var walk = Walk()
    walk.state = ExplorerState(
      statistics: walk.state.statistics, size: walk.state.size, rights: rights)
    return walk
  }

  private func exports(_ walk: Walk) -> Int {
    walk.effects.count { if case .export = $0 { true } else { false } }
  }

  @Test func `Ctrl-Z and x say why they do nothing`() {
    var guest = walk(SessionRights(hasShell: false, writesFiles: false, keepsViews: false))
    guest.go("Ctrl-Z")
    #expect(guest.screen.text.joined().contains("Not now: this session has no shell to go to."))
    guest.go("Enter Ctrl-Z x")
    #expect(guest.screen.text.joined().contains("Not now: this session writes no files"))
    #expect(guest.state.dialog == nil)
    #expect(guest.effects.count { $0 == .bell } == 3 && !guest.effects.contains(.suspend))
    // Nor through the help, which runs what it lists.
    guest.effects = []
    guest.go("? / type:export Enter ? / type:shell Enter")
    #expect(guest.effects == [.bell, .bell])
  }

  @Test func `a guest saves no view and sees none`() {
    var guest = walk(SessionRights(hasShell: false, writesFiles: true, keepsViews: false))
    guest.go("o Enter S o")
    #expect(guest.screen.text.joined().contains("this session keeps nothing for the next."))
    #expect(guest.state.dialog == nil)
    #expect(guest.effects.count { $0 == .bell } == 3 && !guest.effects.contains(.findKept))
    // Nor through the palette.
    guest.effects = []
    guest.go(": type:save Enter")
    #expect(guest.effects == [.bell] && guest.state.dialog == nil)
    var own = walk(.own)
    own.go("o")
    #expect(own.effects.contains(.findKept))
  }

  @Test func `what may be done is done`() {
    var own = walk(.own)
    own.go("Enter Ctrl-Z x Enter")
    #expect(own.effects.contains(.suspend) && exports(own) == 1)
    var writer = walk(SessionRights(hasShell: false, writesFiles: true, keepsViews: false))
    writer.go("Enter x Enter")
    #expect(exports(writer) == 1)
  }
}
