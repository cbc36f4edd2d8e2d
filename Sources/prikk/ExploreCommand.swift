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
        prikk explore --resume

      FOR GUESTS
        ForceCommand prikk explore --restricted --export-folder /srv/exports
      in sshd_config gives an account tables and nothing else: no shell, no variable of the \
      caller, no file but new CSV files of at most 10 MB in that folder, which holds 1000 files \
      and 1 GB.
      """)

  @Argument(help: "The table to open; `prikk tables` lists them.")
  var table: String?

  @OptionGroup var view: ViewArguments

  @Flag(help: "For guests: tables in a terminal and nothing else.")
  var restricted = false

  @Option(help: "With --restricted: the folder for exports. Without there are none.")
  var exportFolder: String?

  @Option(help: "Write what is asked for to this file, for `prikk replay`; no figure is in it.")
  var log: String?

  @Flag(help: "Open the view that was open when the last session ended.")
  var resume = false

  func validate() throws {
    if exportFolder != nil, !restricted {
      throw ValidationError("--export-folder goes with --restricted; x names any file.")
    }
    if restricted, view.seed != nil {
      throw ValidationError("--restricted shows finished releases; leave --seed out.")
    }
    if restricted, resume || log != nil || view.saved != nil {
      throw ValidationError(
        "--restricted keeps nothing and reads no file; leave --resume, --log and --view out.")
    }
    guard !resume || table == nil && view.saved == nil else {
      throw ValidationError("--resume: it opens the view that was left; name no other.")
    }
  }

  func run() throws {
    let guest =
      restricted
      ? try RestrictedSession(exportFolder: exportFolder, variables: environment()) : nil
    let workbench = view.workbench
    let state = try opening(in: workbench)
    if guest != nil, isatty(STDIN_FILENO) != 1 || isatty(STDOUT_FILENO) != 1 {
      throw Complaint.failed(
        "there are tables here and nothing else. Connect with a terminal and no command: ssh -t.")
    }
    guard isatty(STDOUT_FILENO) == 1 else {
      guard log == nil else {
        throw Complaint.asked("--log: there is no session to write down without a terminal.")
      }
      return try printed(in: workbench)
    }
    guard let mailbox = Mailbox() else {
      throw Complaint.failed("the system gives no event descriptor; too many files are open.")
    }
    var terminal: CursesTerminal
    do throws(TerminalError) {
      terminal = try CursesTerminal(
        wakeDescriptor: mailbox.descriptor, environment: guest?.environment ?? environment(),
        stops: guest == nil)
    } catch {
      throw Complaint.failed(error.description)
    }
    let logFile: LogFile?
    do {
      logFile = try log.map { path throws(Complaint) in try LogFile(path: path) }
    } catch {
      terminal.restore()
      throw error
    }
    let ending = explore(state, on: &terminal, mailbox: mailbox, workbench, guest, logFile)
    terminal.restore()
    if case .terminated(let signal) = ending {
      // End as the signal would have ended us, so that the shell sees it.
      Glibc.signal(signal, SIG_DFL)
      raise(signal)
    }
    try logFile?.requireWhole()
  }

  /// The view to open; `nil` for the catalogue.
  private func opening(in workbench: Workbench) throws -> ViewState? {
    if resume {
      return try view.changed(SavedView(leftOpenBy: KeptViews()).state(in: workbench))
    }
    guard table != nil || view.saved != nil else { return nil }
    return try view.state(of: table, in: workbench)
  }

  private func explore(
    _ opening: ViewState?, on terminal: inout CursesTerminal, mailbox: Mailbox,
    _ workbench: Workbench, _ guest: RestrictedSession?, _ logFile: LogFile?
  ) -> Session.Ending {
    let source = workbench.source
    var state = ExplorerState(
      statistics: source.statistics, size: terminal.size, rights: guest?.rights ?? .own)
    let effects = opening.map { state.open($0) } ?? []
    var log: SessionLogWriter?
    if let logFile { log = { text in logFile.append(text) } }
    logFile?.append(SessionRecorder().beginning(size: terminal.size, opening: opening))
    let session = Session(
      source: source, mailbox: mailbox, exporter: guest?.exporter ?? exportedFile,
      alarm: TenthOfASecond(), shelf: guest == nil ? KeptViews().shelf : .none, log: log)
    return session.run(display: &terminal, state: state, effects: effects)
  }

  /// Without a terminal: the view as CSV, or the catalogue when no table is named.
  private func printed(in workbench: Workbench) throws {
    guard let state = try opening(in: workbench) else {
      return standardOutput(catalogueText(workbench.definitions))
    }
    let shown = try view.view(of: state, in: workbench)
    write(shown.document.csv(.export(labels: shown.state.labelStyle)), to: STDOUT_FILENO)
  }
}

/// The environment's variables that decide how a terminal is used.
private func environment() -> [String: String] {
  let names = ["TERM", "NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG", "TMUX", "STY"]
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
