import Canvas
import TableViews
import Testing

@testable import Explorer

/// The key table drives handling, footer and help: they say the same.
struct KeyTableTests {
  /// Steps that lead to each context, to a place from where one can move in every direction.
  static let ways: [Context: String] = [
    .catalogue: "Down",
    .catalogueFilter: "/ type:s",
    .table: "Enter Down Down Enter Down Right % Down",
    .find: "Enter / type:a",
    .text: "Enter n",
    .help: "Enter ? Down",
    .helpFilter: "Enter ? / type:c",
    .pivot: "Enter p Down",
    .dimensions: "Enter f Down",
    .values: "Enter f Down Down Enter Down",
    .measures: "Enter m Down",
    .jump: "Enter J Down",
    .exportPath: "Enter x",
    .condition: "Enter & type:top",
    .overwrite: "Enter x Enter exists:sample-region.csv",
    .copy: "Enter Y Down",
    .palette: "Enter : Down",
    .viewName: "Enter S",
    .replaceView: "Enter S Enter kept-exists:sample-region",
    .keptViews: "Enter o found Down",
  ]

  private static func walk(to context: Context) -> Walk {
    var walk = Walk()
    walk.go(ways[context] ?? "")
    return walk
  }

  @Test(arguments: Context.allCases)
  func `no key means two things in one place`(context: Context) {
    let keys = KeyTable.bindings(context).flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    #expect(!keys.isEmpty)
  }

  @Test(arguments: Context.allCases)
  func `each key of the table is handled or says why not`(context: Context) {
    let start = Self.walk(to: context)
    #expect(start.state.context == context)
    for binding in KeyTable.bindings(context) {
      for key in binding.keys {
        var walk = start
        walk.effects = []
        walk.take(.key(key))
        let isRefused = start.state.unavailable(binding.command) != nil
        #expect(
          isRefused
            ? walk.state.message != nil : walk.state != start.state || walk.effects != [.bell],
          "\(binding.keyText) in \(context)")
      }
    }
  }

  @Test(arguments: Context.allCases)
  func `each key of the footer does what it says when it is clicked`(context: Context) {
    let start = Self.walk(to: context)
    let entries = start.state.footerEntries(size: start.state.size)
    #expect(!entries.isEmpty)
    for entry in entries {
      let binding = KeyTable.bindings(context).first { $0.keyText == entry.key }
      guard let binding, let key = binding.keys.first else {
        Issue.record("\(entry.key) is not in the table")
        continue
      }
      var (pressed, clicked) = (start, start)
      pressed.take(.key(key))
      clicked.take(.mouse(.click, Position(row: entry.row, column: entry.column)))
      #expect(pressed.state == clicked.state, "\(entry.key) in \(context)")
      #expect(pressed.effects == clicked.effects)
    }
  }

  @Test(arguments: [Context.table, .catalogue])
  func `the help runs each key that it lists`(context: Context) {
    var start = Self.walk(to: context)
    var help = start
    help.go("?")
    guard case .help(let dialog)? = help.state.dialog else {
      Issue.record("no help")
      return
    }
    #expect(dialog.shown.count == start.state.bindings.count)
    for (index, entry) in dialog.shown.enumerated() where entry.binding.command != .help {
      var (run, pressed) = (help, start)
      for _ in 0..<index { run.go("Down") }
      run.go("Enter")
      guard let key = entry.binding.keys.first else { continue }
      pressed.take(.key(key))
      #expect(run.state == pressed.state, "\(entry.binding.keyText)")
    }
    start.go("Esc")
  }

  @Test func `the help finds keys by their words`() {
    var walk = Walk()
    walk.go("Enter ? / type:codes")
    guard case .help(let dialog)? = walk.state.dialog else {
      Issue.record("no help")
      return
    }
    #expect(dialog.shown.map(\.binding.command) == [.labelStyle])
    walk.go("Enter")
    #expect(walk.state.view?.state.labelStyle == .codes)
  }

  @Test(arguments: Context.allCases) func `help and quit are always in sight`(context: Context) {
    let names = KeyTable.bindings(context).filter { [.help, .quit].contains($0.command) }
    for columns in [20, 30, 40, 80, 120] {
      var walk = Self.walk(to: context)
      walk.go("resize:\(columns)x12")
      let shown = walk.state.footerEntries(size: walk.state.size).map(\.command)
      for name in names where name.name != nil && context == .table || context == .catalogue {
        #expect(name.name == nil || shown.contains(name.command), "\(columns) columns")
      }
    }
  }

  @Test func `Ctrl-C ends the program wherever it is pressed`() {
    for context in Context.allCases {
      var walk = Self.walk(to: context)
      walk.go("Ctrl-C")
      #expect(walk.effects.last == .quit, "\(context)")
    }
  }
}
