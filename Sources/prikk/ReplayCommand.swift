import ArgumentParser
import Canvas
import Explorer
import Publication
import Statistics
import TableFiles

/// `prikk replay`: a session carried out again from its log, without a terminal.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Carry the log of a session out again and print its screen.",
    discussion: """
      `prikk explore --log FILE` writes what was asked for, one command a line. A replay of the \
      same log over the same release prints the same bytes each time; no file is written but the \
      screens asked for. A log can be written and changed by hand; lines that begin with # are \
      remarks.

      EXAMPLES
        prikk replay session.log
        prikk replay session.log --size 120x40
        prikk replay session.log --screens screens
      """)

  @Argument(help: "The log.")
  var file: String

  @Option(help: "The size of the screen, columns x rows, whatever the log says: 120x40.")
  var size: String?

  @Flag(help: "Print the screen after each line, not only the last one.")
  var all = false

  @Option(help: "Write the screen after each line into this folder: 0007.txt for line 7.")
  var screens: String?

  @Flag(help: "Replace screens that are there already.")
  var overwrite = false

  @Option(help: "Draw other synthetic persons: a whole number from 0.")
  var seed: UInt64?

  @Option(help: "The folder with the releases that `prikk build` wrote, instead of those carried.")
  var releases: String?

  func validate() throws {
    guard seed == nil || releases == nil else {
      throw ValidationError("--seed draws persons anew; --releases takes what was made of others.")
    }
    guard let size else { return }
    guard wantedSize != nil else {
      throw ValidationError(
        "--size: \(size) is not possible. Write it as 120x40: columns, then rows, up to 1000.")
    }
  }

  private var wantedSize: Size? {
    guard let size else { return nil }
    let numbers = size.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    guard numbers.count == 2, numbers.allSatisfy({ (1...1_000).contains($0) }) else { return nil }
    return Size(rows: numbers[1], columns: numbers[0])
  }

  func run() throws {
    let text = String(decoding: try fileBytes(file), as: UTF8.self)
    let workbench = Workbench(seed: seed, releases: releases)
    let answers = ReleaseAnswers(workbench)
    if let screens { try makeFolder(screens) }
    do {
      var replay = try Replay(
        log: text, statistics: workbench.definitions.map(\.description), size: wantedSize,
        answer: answers.reply)
      while let line = try replay.next() {
        guard all || screens != nil else { continue }
        let shown = replay.shown
        let screen = render(shown, size: shown.terminal)
        if all { standardOutput("--- \(line)\n" + Self.text(of: screen)) }
        if let screens { try write(screen, line: line, to: screens) }
      }
      if !all { standardOutput(Self.text(of: render(replay.state, size: replay.state.terminal))) }
    } catch let problem as LogProblem {
      throw Complaint.line(
        problem.line, of: file, problem.excerpt, because: problem.reason, wayOut: problem.wayOut)
    }
  }

  private func write(_ screen: Screen, line: Int, to folder: String) throws(Complaint) {
    let number = String(repeating: "0", count: max(0, 4 - String(line).count)) + String(line)
    try writeFile(
      [Array(Self.text(of: screen).utf8)], to: "\(folder)/\(number).txt", overwriting: overwrite)
  }

  /// The rows of a screen, each with its end.
  private static func text(of screen: Screen) -> String {
    screen.text.map { $0 + "\n" }.joined()
  }
}

/// Answers requests at once, from releases that are read or made once.
private final class ReleaseAnswers {
  private let workbench: Workbench
  private var releases: [String: Release] = [:]

  init(_ workbench: Workbench) { self.workbench = workbench }

  /// The answer to a request, or why there is none.
  func reply(to query: TableQuery, _ generation: Generation) -> TableReply {
    let definition = workbench.definitions.first { $0.description.id == query.statistic }
    guard let definition else { return .failure(generation, .unknownTable(query.table)) }
    do {
      let release = try releases[query.statistic] ?? workbench.release(of: definition)
      releases[query.statistic] = release
      return .answer(generation, try release.answer(query))
    } catch let failure as TableFailure {
      return .failure(generation, failure)
    } catch let complaint as Complaint {
      return .failure(generation, .releaseUnavailable(complaint.sentence))
    } catch {
      return .failure(generation, .releaseUnavailable("\(error)"))
    }
  }
}
