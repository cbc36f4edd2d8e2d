import ArgumentParser
import CellFiles
import Classifications
import DelimitedText
import Disclosure
import Publication
import Statistics
import TableFiles

/// `prikk audit`: attacks what somebody has published.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Attack published cells: which hidden ones can be told?",
    discussion: """
      The file has a line for each published cell, totals among them: columns of codes, a figure, \
      and perhaps a status. It is read as `prikk protect` writes it, and as GaussSuppression \
      (suppressed), sdcTable (sdcStatus) and tau-argus users do; an empty figure, :, x, . or NA is \
      hidden. A figure beside the mark of a hidden cell is not looked at. A release of `prikk \
      build` is attacked in all its matrices.

      The attack knows what every reader knows: which cells add up to which, and that a hidden \
      cell is at least 1 when zeros are published. It names each hidden cell that can be told, \
      exactly or within fewer whole numbers than --fewest, with the published cells that it \
      follows from. With --threshold only cells that may be below it count, and so does that a \
      cell must be.

      With --previous the same cells as they were published before. Where all figures that both \
      sets show are equal, or --same-units says so, they are of the same units, and what either \
      shows is known. Otherwise they are of different units (another year), of which no equation \
      holds; then only the number of cells that were shown before is told.

      EXIT CODES
        0  no hidden cell can be told
        1  the file cannot be read, or its figures contradict each other
        2  a hidden cell can be told; or asked wrongly

      EXAMPLES
        prikk audit protected.csv --hierarchy places.csv --threshold 4
        prikk audit gauss.csv --figure freq --status suppressed --csv told.csv
        prikk audit releases/introduction-2005-2022.prikk
      """)

  @Argument(help: "The file with the published cells, or a release of `prikk build`.")
  var published: String

  @OptionGroup var input: CellArguments

  @Option(help: "The column of figures; default: freq, count, n, value, sum, or before the status.")
  var figure: String?

  @Option(help: "The column that marks hidden cells; default: status, suppressed or sdcStatus.")
  var status: String?

  @Option(help: "The words of that column which mean hidden: u,x; default: the usual ones.")
  var hidden: String?

  @Option(help: "The code of totals; default: Total, Tot, T and the like.")
  var total: String?

  @Option(help: "Whether zeros are published, so that a hidden cell is at least 1, or protected.")
  var zeros: ZerosOption?

  @Option(help: "A hidden cell that can be fewer whole numbers than this is told; 2 or more.")
  var fewest = 2

  @Option(
    help: """
      The threshold of the rule: a hidden cell that must be below it is told, too, and one that \
      must not be counts no more.
      """)
  var threshold: Int?

  @Option(help: "The same cells as they were published before.")
  var previous: String?

  @Flag(help: "The earlier set is of the same units, published anew.")
  var sameUnits = false

  @Option(help: "The file for the cells that can be told, a line for each.")
  var csv: String?

  @Flag(help: "Replace the file if it exists.")
  var overwrite = false

  func validate() throws {
    guard (2...1_000).contains(fewest) else {
      throw ValidationError("--fewest takes a number from 2 to 1000.")
    }
    guard threshold.map({ (2...10_000).contains($0) }) ?? true else {
      throw ValidationError("--threshold takes a number from 2 to 10000.")
    }
    guard !sameUnits || previous != nil else {
      throw ValidationError("--same-units is about the set that --previous names.")
    }
  }

  func run() throws {
    let bytes = try fileBytes(published)
    let outcome =
      bytes.starts(with: Array("prikkrel".utf8))
      ? try auditRelease(bytes) : try auditCells(bytes)
    if let csv {
      try writeFile([outcome.lines], to: csv, overwriting: overwrite, access: .ownerOnly)
    }
    standardOutput(outcome.text)
    if !outcome.findings.isEmpty { throw ExitCode(2) }
  }

  /// Attacks cells from a file.
  private func auditCells(_ bytes: [UInt8]) throws(Complaint) -> AuditOutcome {
    let hierarchies = try input.hierarchies(total: total ?? "Total")
    var cells = try read(bytes, published, hierarchies)
    try requireColumns(
      of: hierarchies, among: cells.dimensions.columns.map(\.name), in: published)
    var remarks: [String] = []
    if let previous { remarks += try join(&cells, with: previous, hierarchies) }
    let work = AuditWork(
      file: published, threshold: threshold, fewest: fewest, zeros: zeros)
    return try work.run(cells, remarks: remarks)
  }

  private func read(
    _ bytes: [UInt8], _ file: String, _ hierarchies: [CellHierarchy]
  ) throws(Complaint) -> PublishedCells {
    var columns = PublishedColumns()
    columns.codes = input.codeColumns
    columns.figure = figure
    columns.status = status
    columns.hidden = hidden.map { Set($0.split(separator: ",").map(String.init)) }
    columns.total = total
    return try readingCells { () throws(CellFileError) in
      try PublishedCells(bytes, file: file, columns: columns, hierarchies: hierarchies)
    }
  }

  /// What follows from an earlier set, as remarks; of the same units its figures are known.
  private func join(
    _ cells: inout PublishedCells, with file: String, _ hierarchies: [CellHierarchy]
  ) throws(Complaint) -> [String] {
    let earlier = try read(try fileBytes(file), file, hierarchies)
    let names = cells.dimensions.columns.map(\.name)
    guard Set(names) == Set(earlier.dimensions.columns.map(\.name)) else {
      throw Complaint.asked(
        """
        \(file) goes by \(earlier.dimensions.columns.map(\.name).joined(separator: ", ")), \
        \(published) by \(names.joined(separator: ", ")).
          Name the columns of codes that both have: --codes \(names.joined(separator: ","))
        """)
    }
    let comparison = cells.compared(with: earlier)
    let changed = comparison.changed.count
    guard sameUnits || changed == 0 else {
      return [
        "\(file) has other figures in \(changed) of \(comparison.same + changed) cells that both "
          + "show: taken to be of other units, so that it tells nothing of these. "
          + "\(comparison.shownBefore) cells hidden now were shown there."
      ]
    }
    guard changed == 0 else {
      let changedCells = comparison.changed.prefix(5).map { cellName($0, of: names) }
      throw Complaint.failed(
        """
        \(file) has other figures in \(changed) cells that both show, so that they cannot be of \
        the same units: \(changedCells.joined(separator: "; ")).
          Leave --same-units out for another period.
        """)
    }
    cells.learn(from: earlier)
    return [
      "\(file) has the same figures in all \(comparison.same) cells that both show: taken to be of "
        + "the same units, so that what either shows is known."
    ]
  }

  /// Attacks a release of ours.
  private func auditRelease(_ bytes: [UInt8]) throws(Complaint) -> AuditOutcome {
    guard previous == nil, input.hierarchy.isEmpty, input.codes == nil else {
      throw Complaint.asked(
        "\(published) is a release: it knows its codes, and --previous is for CSV files.")
    }
    let descriptions = Workbench(seed: nil).definitions.map(\.description)
    guard let release = try? ReleaseFile.decode(bytes, among: descriptions) else {
      throw Complaint.failed(
        """
        \(published) is not a release of this program's definitions. Write it anew with `prikk \
        build`.
        """)
    }
    return try AuditWork(file: published, threshold: threshold, fewest: fewest, zeros: zeros)
      .run(release)
  }
}
