import ArgumentParser
import Glibc
import Publication
import TableFiles
import TableViews

/// `prikk export`: a view as CSV, the same bytes as the explorer writes.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a view of a table as CSV.",
    discussion: """
      The bytes are those that the key x writes in the explorer for the same view. An existing \
      file is left alone unless --overwrite is given; a file is written whole or not at all.

      EXAMPLES
        prikk export aap-new --output new.csv
        prikk export aap-region --level region=municipality --labels both --output aap.csv
        prikk export introduction-age --status-column --notes
        prikk export aap-region --no-totals --derived persons:percent-of-parent
      """)

  @Argument(help: "The table, unless --view names it; `prikk tables` lists them.")
  var table: String?

  @OptionGroup var view: ViewArguments

  @Option(name: .shortAndLong, help: "The file to write; default: standard output.")
  var output: String?

  @Flag(help: "Replace the file if it exists.")
  var overwrite = false

  @Flag(help: "One cell a line with a column that says why a figure is missing.")
  var statusColumn = false

  @Flag(help: "Put the title in front.")
  var title = false

  @Flag(help: "Put unit, symbols, notes, source and the confidentiality rule behind.")
  var notes = false

  func validate() throws {
    guard output != "" else { throw ValidationError("--output: a file needs a name.") }
  }

  func run() throws {
    let shown = try view.view(of: table, in: view.workbench)
    var options = CSVOptions.export(labels: shown.state.labelStyle)
    if statusColumn { options.layout = .long(statusColumn: true) }
    options.hasTitle = title
    options.hasNotes = notes
    let bytes = shown.document.csv(options)
    guard let output else { return write(bytes, to: STDOUT_FILENO) }
    try writeFile([bytes], to: output, overwriting: overwrite)
  }
}

extension CSVOptions {
  /// How a view is written from the explorer and, unless asked otherwise, from the command line.
  static func export(labels: LabelStyle) -> CSVOptions {
    var options = CSVOptions.standard
    options.terms =
      switch labels {
      case .labels: .labels
      case .codes: .codes
      case .both: .both
      }
    return options
  }
}

/// Writes a file whole or says why not.
func writeFile(
  _ pieces: some Sequence<[UInt8]>, to path: String, overwriting: Bool,
  access: FileAccess = .usual
) throws(Complaint) {
  do throws(FileWriteError) {
    try writeAtomically(pieces: pieces, to: path, overwriting: overwriting, access: access)
  } catch {
    let wayOut = error.kind == .exists ? " Use --overwrite to replace it." : ""
    throw Complaint.failed(error.message + wayOut)
  }
}
