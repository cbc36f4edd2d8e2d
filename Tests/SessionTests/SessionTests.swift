import Canvas
import Dispatch
import Explorer
import Glibc
import Publication
import TestSupport
import Testing

@testable import Session

/// The loop between a display and the source of the tables.
struct SessionTests {
  private let mailbox: Mailbox
  private let alarm = HandAlarm()
  /// Keeps an exporter waiting until the script has come to wait for it.
  private let gate = DispatchSemaphore(value: 0)

  init() throws { mailbox = try #require(Mailbox()) }

  private func open() { gate.signal() }

  private func run(
    _ steps: [ScriptedDisplay.Step], source: any TableSource = SampleTableSource(),
    exporter: @escaping Exporter = { _ in .written }
  ) -> (ending: Session.Ending, screens: [Screen]) {
    var display = ScriptedDisplay(mailbox: mailbox, steps: steps)
    let session = Session(source: source, mailbox: mailbox, exporter: exporter, alarm: alarm)
    let state = ExplorerState(statistics: source.statistics, size: display.size)
    let ending = session.run(display: &display, state: state, effects: [])
    return (ending, display.screens)
  }

  @Test func `the list of tables is shown first and q ends the session`() {
    let result = run([.inputs(.typed("q"))])
    #expect(result.ending == .quit)
    #expect(result.screens.count == 1)
    #expect(result.screens[0].text[0].contains("statistics and their tables"))
  }

  @Test func `a signal ends the session and gives the request up`() {
    let source = HeldSource()
    let result = run(
      [.inputs([.key(.enter)]), .inputs([.terminate(signal: SIGTERM)])], source: source)
    #expect(result.ending == .terminated(signal: SIGTERM))
    #expect(source.asked == ["cancel 0", "tabulate 1", "cancel 1"])
    #expect(!alarm.isSet)
  }

  @Test func `all keys that have come are handled before one picture is drawn`() {
    let result = run([
      .inputs([.key(.enter)]), .inputs([.key(.down), .key(.down), .key(.right)]),
      .inputs(.typed("q")),
    ])
    #expect(result.screens.count == 3)
    #expect(result.screens[2].text.contains { $0.hasPrefix("Males, Persons | Agder:") })
  }

  @Test func `an answer from another thread wakes the display`() {
    let source = HeldSource()
    let result = run(
      [
        .inputs([.key(.enter)]),
        .meanwhile { DispatchQueue.global().async { source.release() } },
        .inputs(.typed("q")),
      ], source: source)
    #expect(result.ending == .quit)
    #expect(result.screens.count == 3)
    #expect(result.screens[1].text[0].contains("statistics and their tables"))
    #expect(result.screens[2].text[0].hasPrefix("Recipients of sample allowance"))
    #expect(!alarm.isSet)
  }

  @Test func `a request that takes long is shown to be under way`() {
    let source = HeldSource()
    let alarm = alarm
    let result = run(
      [
        .inputs([.key(.enter)]), .meanwhile { alarm.ring() }, .inputs([.key(.escape)]),
        .inputs(.typed("q")),
      ], source: source)
    #expect(!result.screens[1].text.joined().contains("Computing"))
    #expect(result.screens[2].text.joined().contains("Computing"))
    #expect(!result.screens[3].text.joined().contains("Computing"))
    #expect(source.asked == ["cancel 0", "tabulate 1", "cancel 1", "cancel 1"])
  }

  @Test func `a table that was asked for opens at once`() throws {
    var display = ScriptedDisplay(mailbox: mailbox, steps: [.inputs(.typed("q"))])
    let source = SampleTableSource()
    let session = Session(
      source: source, mailbox: mailbox, exporter: { _ in .written }, alarm: alarm)
    var state = ExplorerState(statistics: source.statistics, size: Size(rows: 1, columns: 1))
    let opening = state.open(table: "sample-initiative")
    let effects = try #require(opening)
    #expect(session.run(display: &display, state: state, effects: effects) == .quit)
    #expect(display.screens.count == 1)
    #expect(display.screens[0].text[0].hasPrefix("Participants in initiatives"))
  }

  @Test func `the size of the display is followed`() {
    let small = Size(rows: 12, columns: 40)
    let result = run([.inputs([.resize(small), .key(.enter)]), .inputs(.typed("q"))])
    #expect(result.screens.map(\.size) == [Size(rows: 24, columns: 80), small])
  }

  @Test func `a file is written off the terminal thread and the user told`() {
    let requests = Seen<ExportRequest>()
    let threads = Seen<pthread_t>()
    let result = run(
      [
        .inputs([.key(.enter)]), .inputs(.typed("x") + [.key(.enter)]), .meanwhile(open),
        .inputs(.typed("q")),
      ],
      exporter: { [gate] request in
        gate.wait()
        requests.add(request)
        threads.add(pthread_self())
        return .written
      })
    #expect(requests.all.map(\.path) == ["sample-region.csv"])
    #expect(requests.all.first?.overwrite == false)
    #expect(threads.all.allSatisfy { $0 != pthread_self() })
    #expect(result.screens.last?.text.contains("Written: sample-region.csv") == true)
  }

  @Test func `an existing file is replaced only after a yes`() {
    let requests = Seen<ExportRequest>()
    let result = run(
      [
        .inputs([.key(.enter)]), .inputs(.typed("x") + [.key(.enter)]), .meanwhile(open),
        .inputs(.typed("y")), .meanwhile(open), .inputs(.typed("q")),
      ],
      exporter: { [gate] request in
        gate.wait()
        requests.add(request)
        return request.overwrite ? .written : .exists
      })
    #expect(requests.all.map(\.overwrite) == [false, true])
    #expect(result.screens.last?.text.contains("Written: sample-region.csv") == true)
  }

  @Test func `a file that cannot be written is a sentence`() {
    let result = run(
      [
        .inputs([.key(.enter)]), .inputs(.typed("x") + [.key(.enter)]), .meanwhile(open),
        .inputs([.key(.escape)] + .typed("q")),
      ],
      exporter: { [gate] _ in
        gate.wait()
        return .failed("The disk is full.")
      })
    #expect(result.screens.last?.text.joined().contains("! The disk is full.") == true)
  }

  @Test(arguments: [true, false])
  func `what is copied goes to the display, and its answer is told`(hasClipboard: Bool) throws {
    var display = ScriptedDisplay(
      mailbox: mailbox, steps: [.inputs([.key(.enter)]), .inputs(.typed("y"))])
    display.hasClipboard = hasClipboard
    let source = SampleTableSource()
    let session = Session(
      source: source, mailbox: mailbox, exporter: { _ in .written }, alarm: alarm)
    let state = ExplorerState(statistics: source.statistics, size: display.size)
    _ = session.run(display: &display, state: state, effects: [])
    #expect(display.copied == (hasClipboard ? ["3551"] : []))
    let last = try #require(display.screens.last).text.joined()
    #expect(last.contains(hasClipboard ? "Copied the cell: 3551" : "Not copied"))
  }
}
