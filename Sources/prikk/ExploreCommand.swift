import ArgumentParser
import Canvas
import Explorer
import Glibc
import Publication
import Session
import Statistics
import TableFiles
import TableViews
import Tabulation
import Terminal

/// `prikk explore`: the explorer, or the view as CSV when there is no terminal to show it on.
struct ExploreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore", abstract: "Browse tables in the terminal. The default.",
    discussion: """
      Without a table the catalogue opens. The keys of each screen stand in its last line; ? lists \
      all. When standard output is not a terminal, the view is printed as CSV.

      EXAMPLES
        prikk explore aap-region
        prikk explore introduction-municipality --branch region=20
      """)

  @Argument(help: "The table to open; `prikk tables` lists them.")
  var table: String?

  @OptionGroup var view: ViewArguments

  func run() throws {
    let workbench = view.workbench
    let state = try table.map { try view.state(of: $0, in: workbench) }
    guard isatty(STDOUT_FILENO) == 1 else {
      return try printed(in: workbench)
    }
    guard let mailbox = Mailbox() else {
      throw Complaint.failed("the system gives no event descriptor; too many files are open.")
    }
    var terminal: CursesTerminal
    do throws(TerminalError) {
      terminal = try CursesTerminal(
        wakeDescriptor: mailbox.descriptor, environment: environment())
    } catch {
      throw Complaint.asked(error.description)
    }
    let ending = explore(state, on: &terminal, mailbox: mailbox, workbench)
    terminal.restore()
    if case .terminated(let signal) = ending {
      // End as the signal would have ended us, so that the shell sees it.
      Glibc.signal(signal, SIG_DFL)
      raise(signal)
    }
  }

  private func explore(
    _ opening: ViewState?, on terminal: inout CursesTerminal, mailbox: Mailbox,
    _ workbench: Workbench
  ) -> Session.Ending {
    let source = workbench.source
    var state = ExplorerState(statistics: source.statistics, size: terminal.size)
    let effects = opening.map { state.open($0) } ?? []
    let session = Session(
      source: source, mailbox: mailbox, exporter: exportedFile, alarm: TenthOfASecond())
    return session.run(display: &terminal, state: state, effects: effects)
  }

  /// Without a terminal: the view as CSV, or the catalogue when no table is named.
  private func printed(in workbench: Workbench) throws {
    guard let table else { return standardOutput(catalogueText(workbench.definitions)) }
    let shown = try view.view(of: table, in: workbench)
    write(shown.document.csv(.export(labels: shown.state.labelStyle)), to: STDOUT_FILENO)
  }
}

/// The environment's variables that decide how a terminal is used.
private func environment() -> [String: String] {
  let names = ["TERM", "NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG"]
  return Dictionary(
    uniqueKeysWithValues: names.compactMap { name in
      unsafe getenv(name).map { (name, unsafe String(cString: $0)) }
    })
}

/// Writes what the explorer exports, for `Session`.
private func exportedFile(_ request: ExportRequest) -> ExportOutcome {
  do throws(FileWriteError) {
    try writeAtomically(
      request.document.csv(.export(labels: request.labelStyle)), to: request.path,
      overwriting: request.overwrite)
    return .written
  } catch {
    return error.kind == .exists ? .exists : .failed(error.message)
  }
}
