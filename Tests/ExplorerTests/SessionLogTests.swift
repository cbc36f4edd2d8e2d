import Canvas
import Classifications
import Publication
import TableViews
import TestSupport
import Testing

@testable import Explorer

/// Sessions that are written down and carried out again.
struct SessionLogTests {
  /// A walk whose log is written, step by step.
  struct Recording {
    var walk: Walk
    var recorder = SessionRecorder()
    var log: String
    var hasEnded = false

    init(_ release: Release = SampleStatistic.release) {
      walk = Walk(source: SampleTableSource(releases: [release]))
      log = recorder.beginning(size: walk.state.terminal, opening: nil)
    }

    /// Takes an event as a session does.
    mutating func take(_ event: Event) {
      var written = ""
      let effects = recorder.update(&walk.state, event) { written += $0 }
      log += written
      for effect in effects {
        if effect == .quit { hasEnded = true }
        guard case .tabulate(let generation, let query) = effect else { continue }
        walk.held.append((generation, query))
      }
      if !walk.isHolding { release() }
    }

    /// Lets all answers come.
    mutating func release() {
      while !walk.held.isEmpty {
        let request = walk.held.removeFirst()
        let source = SampleTableSource(releases: [SampleStatistic.release, SampleSeries.release])
        if let reply = source.reply(to: request.query, generation: request.generation) {
          take(.reply(reply))
        }
      }
    }

    mutating func press(_ words: String) {
      for word in words.split(separator: " ") {
        if word.hasPrefix("type:") {
          for letter in word.dropFirst(5) { take(.key(.character(letter))) }
        } else {
          take(.key(Walk.key(String(word))))
        }
      }
    }

    /// The log without its beginning.
    var lines: [String] {
      log.split(separator: "\n").dropFirst(2).map(String.init)
    }
  }

  private static func replay(
    _ log: String, _ release: Release = SampleStatistic.release, size: Size? = nil
  ) throws(LogProblem) -> Replay {
    let source = SampleTableSource(releases: [release])
    var replay = try Replay(log: log, statistics: source.statistics, size: size) { query, number in
      source.reply(to: query, generation: number) ?? .failure(number, .unknownTable(query.table))
    }
    while try replay.next() != nil {}
    return replay
  }

  private static let keys: [KeyPress] = Context.allCases.flatMap { context in
    KeyTable.bindings(context).flatMap(\.keys)
  }

  private static func event(_ random: inout Seeded) -> Event {
    let sizes = ["80x24", "120x40", "40x12", "20x6", "33x9", "1x1", "64x20"]
    switch random.next() % 20 {
    case 0: return .resize(Walk.size(sizes[Int(random.next() % 7)]))
    case 1: return .tick
    case 2: return .fileExists(path: "sample-region.csv")
    case 3:
      return [
        .exported(path: "a file, 100 %.csv"), .kept(name: "Åse"), .found(Walk.views), .found([]),
        .keptExists(name: "sample-region"), .keepFailed("No room."), .exportFailed("No room."),
      ][Int(random.next() % 7)]
    case 4, 5, 6:
      let place = Position(row: Int(random.next() % 30), column: Int(random.next() % 90))
      let actions: [MouseAction] = [.click, .doubleClick, .wheelUp, .wheelDown]
      return .mouse(actions[Int(random.next() % 4)], place)
    case 7:
      let letters = Array("aegkrsøáн한 %,#\u{301}👩‍👩‍👧")
      return .key(.character(letters[Int(random.next() % UInt64(letters.count))]))
    case 8: return .key(.escape)
    case 9: return .key(.enter)
    default: return .key(keys[Int(random.next() % UInt64(keys.count))])
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as [UInt64])
  func `a random session that is carried out again ends in the very same state`(
    seed: UInt64
  ) throws {
    var random = Seeded(seed: seed &* 7919)
    let release = seed < 9 ? SampleStatistic.release : SampleSeries.release
    var recording = Recording(release)
    var pictures: [Screen] = []
    for step in 0..<350 {
      if random.next() % 30 == 0 {
        recording.walk.isHolding.toggle()
        if !recording.walk.isHolding { recording.release() }
      }
      let event = Self.event(&random)
      // A session that is ended has no more lines.
      if recording.walk.state.steps(of: event).contains(.command(.quit)) { continue }
      recording.take(event)
      if recording.hasEnded { break }
      // Any moment can be the last one: what is written by then can be carried out.
      if random.next() % 150 == 0, recording.walk.held.isEmpty {
        let sofar = try Self.replay(recording.log, release).state
        #expect(sofar == recording.walk.state, "seed \(seed)")
      }
      if step % 10 == 0 { pictures.append(recording.walk.screen) }
    }
    if !recording.hasEnded { recording.release() }
    recording.recorder.end { recording.log += $0 }
    let replay = try Self.replay(recording.log, release)
    #expect(replay.state == recording.walk.state, "seed \(seed)")
    #expect(render(replay.state, size: replay.state.terminal) == recording.walk.screen)
    #expect(Set(pictures.map(\.text)).count > 2)
  }

  @Test func `commands, what they act on by code, and texts are written`() {
    var recording = Recording()
    recording.press("Down Up Enter Down Down Enter f Down Down Enter Down Space Esc")
    recording.press("/ type:tromsø Bksp Esc u z")
    #expect(
      recording.lines == [
        "down", "up", "open sample-region", "down", "down",
        "drill row:region=42 column:sex=0,measure=persons down:rows", "filter", "down", "down",
        "accept region", "down", "mark 4201", "close", "find", "type tromsø", "erase-before",
        "close", "undo", "unbound z", "refused",
      ])
  }

  @Test func `a click is written as what was chosen`() {
    var recording = Recording()
    recording.take(.mouse(.doubleClick, Position(row: 3, column: 5)))
    let row = recording.walk.screen.text.firstIndex { $0.hasPrefix("  Agder") } ?? 0
    recording.take(.mouse(.click, Position(row: row, column: 3)))
    recording.take(.mouse(.wheelDown, Position(row: row, column: 3)))
    #expect(recording.lines.first == "point sample-region" || recording.lines.count > 2)
    #expect(recording.lines.contains { $0.hasPrefix("point row:") })
    #expect(recording.lines.suffix(3) == ["down", "down", "down"])
  }

  @Test func `no figure of a release stands in a log`() throws {
    var random = Seeded(seed: 5)
    var recording = Recording()
    var figures: Set<String> = []
    for _ in 0..<800 {
      // What a user types may be anything; all else comes from the program.
      guard case .key(let key) = Self.event(&random) else { continue }
      recording.take(.key(key))
      guard let query = recording.walk.state.view?.state.query else { continue }
      let answer = try SampleStatistic.release.answer(query)
      for case .count(let count) in answer.figures.joined() where count > 9 {
        figures.insert(String(count))
      }
    }
    let codes = SampleStatistic.description.dimensions.flatMap {
      $0.hierarchy.categories.map(\.code)
    }
    let numbers = Set(recording.log.split { !$0.isNumber }.map(String.init))
    figures.subtract(codes.flatMap { $0.split { !$0.isNumber }.map(String.init) })
    figures.subtract(["24", "80"])
    #expect(figures.count > 20)
    #expect(recording.lines.count > 400)
    #expect(numbers.isDisjoint(with: figures))
  }

  @Test func `what came while a view was waited for is carried out before it comes`() throws {
    var recording = Recording()
    recording.press("Enter Down")
    recording.walk.isHolding = true
    recording.press("% Down c")
    recording.walk.isHolding = false
    recording.release()
    recording.press("Down")
    #expect(
      recording.lines == [
        "open sample-region", "down", "percent", "meanwhile down", "meanwhile label-style", "down",
      ])
    #expect(try Self.replay(recording.log).state == recording.walk.state)
  }

  @Test func `a size that is asked for holds for the whole session`() throws {
    var recording = Recording()
    recording.press("Enter Down")
    recording.take(.resize(Size(rows: 10, columns: 40)))
    let size = Size(rows: 40, columns: 120)
    #expect(try Self.replay(recording.log, size: size).state.terminal == size)
    #expect(try Self.replay(recording.log).state.terminal == Size(rows: 10, columns: 40))
  }

  @Test func `a log can be written by hand`() throws {
    let log = """
      prikk log 1
      # Blank lines and remarks are passed over.

      view sample-region --percent column
      drill row:region=54
      find
      type tromsø
      accept
      """
    let view = try #require(try Self.replay(log).state.view)
    #expect(view.state.percent == .column)
    #expect(view.state.lastDrilled != nil)
  }

  @Test(arguments: [
    ("open nowhere", "There is no “nowhere” to choose.", "sample-region"),
    ("fly", "“fly” is not a command.", "open"),
    ("drill", "“drill” means nothing here.", "Here one can say"),
    ("type a", "Nothing is being typed here.", "Here one can say"),
    ("erase-all", "Nothing is being typed here.", "Here one can say"),
    ("take-offer", "No message offers anything.", "Take the line out."),
    ("view nowhere", "There is no table “nowhere”.", "sample-region"),
    ("view sample-region --fly", "These are not options of a view.", "prikk show"),
    ("view sample-region --filter sex=9", "--filter: “9” is not a value of sex.", "prikk tables"),
    ("size 12", "“12” is not a size.", "120x40"),
    ("open sample-region\ndrill row:region=9", "The view has no “region=9”.", "region=0"),
    ("open sample-region\ndrill up:2", "“up:2” does not name a part of a cell.", "row:"),
    ("open sample-region\nundo", "Not now: nothing has been changed.", "refused"),
    ("open sample-region\nfilter\naccept\nmark 99", "There is no “99” to choose.", "There are"),
  ])
  func `a line that cannot be carried out is told with a way out`(
    lines: String, reason: String, wayOut: String
  ) throws {
    let log = "prikk log 1\n" + lines + "\ndown\n"
    let problem = #expect(throws: LogProblem.self) { try Self.replay(log) }
    #expect(problem?.reason.hasPrefix(reason) == true, "\(problem?.reason ?? "")")
    #expect(problem?.wayOut.contains(wayOut) == true, "\(problem?.wayOut ?? "")")
    let last = lines.split(separator: "\n").last.map(String.init)
    #expect(problem?.excerpt == last)
    #expect(problem?.line == 1 + lines.split(separator: "\n").count)
  }

  @Test func `what is no log is not carried out`() {
    for log in ["", "prikk view 1\n", "prikk log 2\ndown\n"] {
      let problem = #expect(throws: LogProblem.self) { try Self.replay(log) }
      #expect(problem?.line == 1)
    }
  }

  @Test func `names of commands stay and are words of their own`() {
    let names = Command.allCases.map(\.name)
    let others =
      LineEdit.allCases.map(\.rawValue) + [
        "point", "type", "take-offer", "dismiss", "unbound", "refused", "meanwhile", "size", "view",
        "exported", "exists", "not-exported", "kept", "kept-exists", "not-kept", "found",
      ]
    #expect(Set(names + others).count == names.count + others.count)
    for command in Command.allCases { #expect(Command(named: command.name) == command) }
    #expect(names.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "-" } })
    // Logs and settings of users name these: a command that is renamed keeps its name here.
    let promised = [
      "up", "down", "left", "right", "page-up", "page-down", "top", "bottom", "first-column",
      "last-column", "page-left", "page-right", "find", "find-next", "find-previous", "why",
      "notes", "label-style", "language", "hide-empty", "open", "drill", "go-up", "toggle-axis",
      "pivot", "filter", "measures", "percent", "change", "regions", "sort", "undo", "redo",
      "accept", "close", "to-previous-part", "to-next-part", "earlier", "later", "finer",
      "coarser", "mark", "mark-all", "filter-list", "export", "keep", "kept-views", "help",
      "redraw", "suspend", "quit",
    ]
    #expect(Set(promised).subtracting(names).isEmpty)
  }

  @Test func `any text comes through a log as it was`() {
    for text in ["", " ", "a b", "100 %", "%20", "\u{301}a", "é", "👩‍👩‍👧", "a\u{1B}[2J\n", "%%41"] {
      let encoded = LogText.encoded(text)
      #expect(LogText.decoded(encoded) == text)
      #expect(!encoded.contains { $0 == " " || $0 == "\n" || $0 == "\u{1B}" })
    }
  }
}
