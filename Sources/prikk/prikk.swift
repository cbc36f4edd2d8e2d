import ArgumentParser
import Glibc

/// The program: parses the command line, runs a command, turns what went wrong into a sentence on
/// standard error and an exit code (0 done, 1 could not be done, 2 was asked wrongly).
@main
struct Prikk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prikk",
    abstract: "Explore official statistics in the terminal.",
    discussion: """
      Figures are protected before anything can be looked at: what is on the screen, in a file or \
      in a percentage is what may be published.

      EXAMPLES
        prikk                                   the catalogue
        prikk explore aap-region                a table, in the explorer
        prikk show introduction-age             a table, as text
        prikk show aap-education --filter region=5401 --percent column
        prikk export aap-new --output new.csv   a table, as CSV
        prikk protect cells.csv --policy below:4 --hierarchy places.csv  cells of yours, protected

      EXIT CODES
        0  done
        1  sound, but could not be done: a file cannot be written, a release cannot be made,
           the terminal cannot show screens
        2  asked wrongly: unknown table, code or option;
           or `prikk audit` found hidden cells that can be told
        With 1 and 2 nothing was written, but for the list of such cells.
      """,
    version: "prikk \(programVersion)",
    subcommands: [
      ExploreCommand.self, TablesCommand.self, ShowCommand.self, ExportCommand.self,
      SynthesizeCommand.self, BuildCommand.self, ProtectCommand.self, AuditCommand.self,
      DeviationCommand.self, ReplayCommand.self, ReferenceCommand.self,
    ],
    defaultSubcommand: ExploreCommand.self)

  static func main() {
    keepMemoryPrivate()
    // A reader that went away (`prikk show … | head`) ends the program quietly.
    signal(SIGPIPE, SIG_DFL)
    // A file that may not grow is an error like a full disk, not an end with half a file left.
    signal(SIGXFSZ, SIG_IGN)
    do {
      try requireKnownFirstWord()
      var command = try parseAsRoot()
      try command.run()
    } catch let complaint as Complaint {
      standardError("prikk: \(complaint.sentence)\n")
      Glibc.exit(complaint.exitCode)
    } catch let code as ExitCode {
      // A command that has said all there is to say.
      Glibc.exit(code.rawValue)
    } catch {
      let message = fullMessage(for: error)
      if exitCode(for: error) == .success {
        standardOutput(message + "\n")
        Glibc.exit(0)
      }
      let prefix = "Error: "
      let sentence = message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : message
      standardError("prikk: \(sentence)\n")
      Glibc.exit(2)
    }
  }

  /// A first word that is neither a command nor a table is said to be so; else the default command
  /// would complain about the words that follow.
  private static func requireKnownFirstWord() throws {
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-") else { return }
    let commands = configuration.subcommands.map { $0.configuration }
    guard word != "help", !commands.contains(where: { $0.commandName == word }) else { return }
    let tables = Workbench(seed: nil).tableIds
    guard !tables.contains(word) else { return }
    let names = commands.filter(\.shouldDisplay).compactMap(\.commandName)
    throw Complaint.asked(
      """
      there is no command or table "\(word)".
        Commands are: \(names.joined(separator: ", ")).
        Tables are: \(tables.joined(separator: ", ")). `prikk --help` has examples.
      """)
  }
}

/// A crash must not show memory: no core file, no backtrace with registers and their surroundings.
private func keepMemoryPrivate() {
  for crash in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGQUIT] {
    signal(crash, SIG_DFL)
  }
  var none = rlimit(rlim_cur: 0, rlim_max: 0)
  _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
}

/// The version of the program, also named in releases.
let programVersion = "0.1.0"

/// Something that the user has to know: a sentence with a way out, never a figure.
struct Complaint: Error {
  let sentence: String
  let exitCode: Int32

  /// The request was wrong.
  static func asked(_ sentence: String) -> Complaint { Complaint(sentence: sentence, exitCode: 2) }
  /// The request was sound, but it could not be done.
  static func failed(_ sentence: String) -> Complaint { Complaint(sentence: sentence, exitCode: 1) }
}

/// Writes all of `text` to standard output.
func standardOutput(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }

/// Writes all of `text` to standard error.
func standardError(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

/// Writes all of `bytes` to a descriptor; a full or closed one ends the program with code 1.
func write(_ bytes: [UInt8], to descriptor: Int32) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let written = unsafe rest.withUnsafeBytes {
      unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
    if written < 0, errno == EINTR { continue }
    guard written > 0 else {
      if descriptor != STDERR_FILENO { sayUnwritten(errno) }
      Glibc.exit(1)
    }
    rest = rest.dropFirst(written)
  }
}

/// Why nothing more comes on standard output; a reader that went away need not be told.
private func sayUnwritten(_ failure: Int32) {
  let reason =
    switch failure {
    case ENOSPC, EDQUOT, EFBIG: "no space left. What is there is not whole."
    case EBADF: "it is closed."
    default: "system error \(failure). What is there is not whole."
    }
  guard failure != EPIPE else { return }
  standardError("prikk: standard output could not be written: \(reason)\n")
}
