import Canvas
import Explorer
import Glibc
import Publication
import Session
import TableViews
import TestSupport
import Testing

/// What a session keeps: saved views, the view left open, its log.
struct ShelfTests {
  private let mailbox: Mailbox
  private let kept = Seen<KeepRequest>()
  private let left = Seen<String>()
  private let written = Seen<String>()

  init() throws { mailbox = try #require(Mailbox()) }

  private func run(_ steps: [ScriptedDisplay.Step]) -> (ending: Session.Ending, screens: [Screen]) {
    var display = ScriptedDisplay(mailbox: mailbox, steps: steps)
    let source = SampleTableSource()
    let shelf = ViewShelf(
      keep: { [kept] request in
        kept.add(request)
        return request.overwrite ? .written : .exists
      },
      find: {
        [KeptView(name: "a", text: "prikk view 1\ntable sample-initiative\n", isLeftOpen: false)]
      },
      leave: { [left] in left.add($0) })
    let session = Session(
      source: source, mailbox: mailbox, exporter: { _ in .written }, alarm: HandAlarm(),
      shelf: shelf, log: { [written] in written.add($0) })
    let state = ExplorerState(statistics: source.statistics, size: display.size)
    let ending = session.run(display: &display, state: state, effects: [])
    return (ending, display.screens)
  }

  @Test(arguments: [SIGHUP, SIGTERM])
  func `a session that is ended from outside leaves its view`(signal: Int32) throws {
    let result = run([
      .inputs([.key(.enter)]), .inputs(.typed("%")), .inputs([.terminate(signal: signal)]),
    ])
    #expect(result.ending == .terminated(signal: signal))
    let text = try #require(left.all.first)
    #expect(try ViewFile(text: text).options.percent == "column")
    #expect(left.all.count == 1)
  }

  @Test func `a session that ends in the list of tables leaves nothing`() {
    _ = run([.inputs([.key(.enter)]), .inputs([.key(.escape)] + .typed("q"))])
    #expect(left.all.isEmpty)
  }

  @Test func `a view is saved off the terminal thread, and replaced after a yes`() {
    let result = run([
      .inputs([.key(.enter)]), .inputs(.typed("S") + [.key(.enter)]), .meanwhile {},
      .inputs(.typed("y")), .meanwhile {}, .inputs(.typed("q")),
    ])
    #expect(kept.all.map(\.overwrite) == [false, true])
    #expect(result.screens.last?.text.joined().contains("Saved: sample-region.") == true)
  }

  @Test func `saved views are found when they are asked for`() {
    let result = run([
      .inputs(.typed("o")), .meanwhile {}, .inputs([.key(.enter)]), .inputs(.typed("q")),
    ])
    #expect(result.screens.last?.text[0].hasPrefix("Participants in initiatives") == true)
  }

  @Test func `a log is written line by line and can be carried out`() throws {
    let result = run([
      .inputs([.key(.enter)]), .inputs(.typed("/ag") + [.key(.enter)]), .inputs(.typed("%q")),
    ])
    let log = "prikk log 1\nsize 80x24\n" + written.all.joined()
    let asked = ["open sample-region", "find", "type ag", "accept", "percent", "quit"]
    let lines = log.split(separator: "\n").dropFirst(2).map { line in
      // Whether an answer has come by then is not the test's to say.
      line.hasPrefix("meanwhile ") ? String(line.dropFirst(10)) : String(line)
    }
    #expect(lines == asked)
    let source = SampleTableSource()
    var replay = try Replay(log: log, statistics: source.statistics, size: nil) { query, number in
      let answers = Seen<TableReply>()
      source.tabulate(query, generation: number) { answers.add($0) }
      return answers.all.first ?? .failure(number, .unknownTable(query.table))
    }
    while try replay.next() != nil {}
    #expect(replay.hasEnded)
    #expect(result.screens.count == 3)
  }
}
