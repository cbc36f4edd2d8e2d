import Canvas
import Publication
import TableViews
import Testing

@testable import Explorer

/// The palette finds every command of the screen and every table, and does what is chosen.
struct PaletteTests {
  private static func palette(_ walk: Walk) -> PaletteDialog? {
    if case .palette(let palette)? = walk.state.dialog { palette } else { nil }
  }

  @Test(arguments: [Context.table, .catalogue])
  func `each command of the screen stands in it and runs as its key does`(context: Context) throws {
    var start = Walk()
    start.go(KeyTableTests.ways[context] ?? "")
    let bindings = start.state.bindings.filter { $0.command != .palette }
    var open = start
    open.go(":")
    let palette = try #require(Self.palette(open))
    #expect(palette.shown.count == bindings.count + 2)
    for (index, binding) in bindings.enumerated() {
      let item = palette.shown[index].item
      #expect(item.action == .command(binding.command))
      #expect(item.text.hasSuffix(binding.help))
      #expect(item.note == binding.keyText)
      #expect(item.reason == start.state.unavailable(binding.command))
      var (run, pressed) = (open, start)
      for _ in 0..<index { run.go("Down") }
      run.go("Enter")
      guard let key = binding.keys.first else { continue }
      pressed.take(.key(key))
      #expect(run.state == pressed.state, "\(binding.keyText)")
    }
  }

  @Test(arguments: [
    ("pivot", Command.pivot), ("notes", .notes), ("wri csv", .export), ("per cent pop", .percent),
    ("u", .undo), ("smallest", .sort), ("largest xyz", nil),
  ])
  func `letters of a command find it first`(typed: String, command: Command?) {
    var walk = Walk()
    walk.go("Enter :")
    for letter in typed { walk.take(.key(.character(letter))) }
    #expect(Self.palette(walk)?.selected?.action == command.map { .command($0) })
  }

  @Test func `tables are found by id, title and statistic, and open as they were left`() {
    var walk = Walk()
    walk.go("Enter % : type:initia Enter")
    #expect(walk.state.view?.state.table.id == "sample-initiative")
    walk.go(": type:region Enter")
    #expect(walk.state.view?.state.table.id == "sample-region")
    #expect(walk.state.view?.state.percent == .column)
    walk.go("u")
    #expect(walk.state.view?.state.percent == PercentBase.none)
    walk.go(": type:tiltak Space type:prøvepengar")
    #expect(Self.palette(walk)?.shown.map(\.item.action) == [.table(statistic: 0, table: 1)])
    walk.go("Esc Esc")
    // The list stands on the table that was left.
    #expect(walk.state.catalogue.selected?.id == "sample-region")
  }

  @Test func `the table in view is not opened a second time`() {
    var walk = Walk()
    walk.go("Enter Down %")
    let page = walk.state.page
    walk.go(": type:sample-region Enter")
    #expect(walk.state.page == page)
    #expect(walk.state.message?.text == "sample-region is in view.")
  }

  @Test func `what cannot be done now is listed with the reason and says it again`() {
    var walk = Walk()
    walk.go("Enter : type:undo")
    let text = walk.screen.text.joined(separator: "\n")
    #expect(text.contains("Not now: nothing has been changed. "))
    walk.go("Enter")
    #expect(walk.state.message?.text == "Not now: nothing has been changed.")
  }

  @Test func `a table on its way cannot be changed through the one in view`() {
    var walk = Walk()
    walk.go("Enter")
    let page = walk.state.page
    walk.go("hold : type:initia Enter")
    for key in ["%", "u", "R", "p", "s", "L", "f"] {
      walk.go(key)
      #expect(walk.state.page == page)
      #expect(walk.state.dialog == nil)
      #expect(walk.state.message?.isWarning == true)
    }
    walk.go("Esc")
    #expect(!walk.state.isWaiting)
    walk.release()
    #expect(walk.state.page == page)
  }

  @Test func `Esc leaves the screen as it was`() {
    var walk = Walk()
    walk.go("Enter Down Down Enter Right")
    let state = walk.state
    walk.go(": type:sex Down Esc")
    #expect(walk.state == state)
  }

  @Test func `a click chooses a line and a second one runs it`() {
    var walk = Walk()
    walk.go("Enter : type:initia")
    walk.go("click:2,20")
    #expect(Self.palette(walk)?.selection.index == 0)
    walk.go("double:2,20")
    #expect(walk.state.view?.state.table.id == "sample-initiative")
  }

  @Test func `the letters found are marked where they stand`() {
    var walk = Walk()
    walk.go("Enter : type:residents type:x Bksp")
    walk.go("Ctrl-u type:tromsø")
    #expect(walk.screen.text.joined().contains("Nothing is found."))
    walk.go("Ctrl-u type:notes")
    let screen = walk.screen
    let row = screen.text.firstIndex { $0.contains("notes: Notes") } ?? 0
    let marked = (0..<screen.size.columns).filter { screen[row, $0].face == .match }
    #expect(marked.map { screen[row, $0].text }.joined() == "notes")
  }
}
