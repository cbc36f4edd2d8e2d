import ArgumentParser
import CellFiles
import Classifications
import Cubes
import DelimitedText
import Disclosure
import Glibc
import Publication
import TableFiles

/// `prikk protect`: protects cells that were counted elsewhere.
struct ProtectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "protect", abstract: "Protect the cells of a CSV file.",
    discussion: """
      The file has a line for each finest cell that is not empty: columns of codes and a count. \
      All totals are worked out and protected together with the cells; with hierarchies those of \
      their levels as well, with --tables those of the tables that are to be published. Nothing is \
      written unless it is proved that no small count can be told from what is published.

      The protected cells are written with totals, a line for each cell that stands in a table: \
      codes, the count, or nothing where it is hidden, and a column status (published or \
      suppressed). They do not say which cell is hidden for its own sake; the report does, and is \
      for the producer alone. Without --out nothing is written: the summary says what would be \
      hidden.

      The seed chooses among protections that are equally good. It is the producer's secret; \
      without --seed one is drawn and named, with which the same cells are protected in the same \
      way again.

      EXAMPLES
        prikk protect cells.csv --policy below:4 --hierarchy places.csv --out protected.csv
        prikk protect cells.csv --policy round:3 --hierarchy places.csv --out rounded.csv
        prikk audit protected.csv --hierarchy places.csv --threshold 4
      """)

  @Argument(help: "The file with the cells.")
  var cells: String

  @OptionGroup var input: CellArguments
  @OptionGroup var rule: RuleArguments
  @OptionGroup var amounts: AmountArguments

  @Option(help: "The column of the counts.")
  var count = "freq"

  @Option(help: "The code of totals.")
  var total = "Total"

  @Option(
    help: """
      The tables that are published, by columns or levels above them, each with its margins: \
      sex*age*cob,cob*mun. Default: everything by everything.
      """)
  var tables: String?

  @Option(help: "What was published before, as this command writes it; see --freeze.")
  var previous: String?

  @Option(
    help: """
      How closely the pattern of --previous is followed. firm: what was hidden stays hidden, what \
      was shown stays shown unless it is small now. preferred: what was hidden is the first to be \
      hidden where something has to be, as for the next period of a series.
      """)
  var freeze: FreezeOption?

  @Option(name: .shortAndLong, help: "The file for the protected cells.")
  var out: String?

  @Option(help: "The file for the report on what was hidden and why; only its owner can read it.")
  var report: String?

  @Option(help: "The producer's secret, a whole number from 0; drawn when left out.")
  var seed: UInt64?

  @Option(name: .customLong("lanes"), help: "How many threads work at once.")
  var laneCount = lanes

  @Flag(help: "Replace files that exist.")
  var overwrite = false

  func validate() throws {
    guard (1...256).contains(laneCount) else {
      throw ValidationError("--lanes takes a number from 1 to 256.")
    }
    guard (0...100_000).contains(rule.sweeps) else {
      throw ValidationError("--sweeps takes a number from 0 to 100000.")
    }
    guard out != "", report != "" else { throw ValidationError("a file needs a name.") }
    guard freeze == nil || previous != nil else {
      throw ValidationError("--freeze is about the set that --previous names.")
    }
    guard !total.isEmpty else { throw ValidationError("--total: the total needs a code.") }
  }

  func run() throws {
    let kind = try rule.kind()
    try rule.requireUse(for: kind)
    try amounts.requireUse(for: kind)
    try requireRoomForFiles()
    let hierarchies = try input.hierarchies(total: total)
    let table = try readCells(hierarchies)
    let dimensions = try cellDimensions(table.axes.map { ($0.name, $0.hierarchy) }, hierarchies)
    let tables = try chosenTables(dimensions)
    let work = ProtectWork(
      table: table, dimensions: dimensions, tables: tables,
      seed: seed ?? .random(in: 0...999_999_999_999), lanes: laneCount)
    let made: ProtectWork.Result
    switch kind {
    case .round(let base):
      guard previous == nil, freeze == nil else {
        throw Complaint.asked(
          "--previous, --freeze: only for a policy that hides, such as below:4.")
      }
      made = try work.rounded(base: base, sweeps: rule.sweeps, count: count)
    case .hide(let threshold):
      var suppression = try rule.suppression(threshold: threshold, dimensions)
      if let previous {
        let orders = try earlierOrders(previous, hierarchies, dimensions)
        suppression.instructions = orders + suppression.instructions
      }
      made = try work.hidden(
        suppression, count: amounts.units ?? count, sums: try amounts.sums(threshold: threshold))
    }
    var summary = made.summary
    for path in [out, report].compactMap(\.self) { try makeFolder(folder(of: path)) }
    if let out {
      var lines = ProtectedCells(
        made.tables, of: dimensions, names: made.names, format: .commas)
      var pieces: [[UInt8]] = []
      while let piece = lines.next() { pieces.append(piece) }
      try writeFile(pieces, to: out, overwriting: overwrite)
      summary += "\(out): \(lines.lineCount) cells\n"
    }
    if let report {
      try writeFile([made.report], to: report, overwriting: overwrite, access: .ownerOnly)
      summary += "\(report): the report, for its owner alone\n"
    }
    standardOutput(summary)
  }

  /// What can be known beforehand is said before the work.
  private func requireRoomForFiles() throws(Complaint) {
    if let out, let report, out == report {
      throw Complaint.asked(
        "--report: the report is never part of what is published. Name another.")
    }
    for path in [out, report].compactMap(\.self) {
      let folder = folder(of: path)
      try requireRoom(in: folder, for: [path], overwriting: overwrite)
      // A folder that is not there is made.
      let mayWrite = unsafe access(folder, W_OK) == 0 || errno == ENOENT
      guard mayWrite else {
        throw Complaint.failed("\(path) could not be written: permission denied.")
      }
    }
  }

  private func folder(of path: String) -> String {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    return folder.isEmpty ? "/" : folder
  }

  private func readCells(_ hierarchies: [CellHierarchy]) throws(Complaint) -> CellTable {
    let bytes = try fileBytes(cells)
    let table = try readingCells { () throws(CellFileError) in
      try CellTable(
        bytes, file: cells, format: DelimitedFormat(header: bytes),
        columns: CellColumns(codes: input.codeColumns, figures: amounts.figures ?? .counts(count)),
        hierarchies: hierarchies, total: total)
    }
    try requireColumns(of: hierarchies, among: table.axes.map(\.name), in: cells)
    return table
  }

  /// The orders that follow an earlier set: what was hidden stays hidden, what was shown is shown.
  private func earlierOrders(
    _ file: String, _ hierarchies: [CellHierarchy], _ dimensions: CellDimensions
  ) throws(Complaint) -> [CellInstruction] {
    let bytes = try fileBytes(file)
    var columns = PublishedColumns()
    columns.codes = dimensions.columns.map(\.name)
    columns.figure = count
    columns.total = total
    let (earlier, tables) = try readingCells { () throws(CellFileError) in
      let earlier = try PublishedCells(
        bytes, file: file, columns: columns, hierarchies: hierarchies)
      return (earlier.dimensions, try earlier.tables().tables)
    }
    let lattices = tables.map {
      PublishedLattice(described: $0.described, counts: $0.counts, isHidden: $0.isHidden)
    }
    return CellInstruction.following(
      lattices, of: earlier.dimensions, in: dimensions.dimensions,
      freeze?.freezing ?? .firm)
  }

  private func chosenTables(_ dimensions: CellDimensions) throws(Complaint) -> [[MatrixAxis]] {
    guard let tables else { return dimensions.wholeLattice }
    do throws(TableListError) {
      return try dimensions.tables(tables)
    } catch {
      throw Complaint.asked("--tables: \(error.message)")
    }
  }
}

/// What `--freeze` takes.
enum FreezeOption: String, ExpressibleByArgument, CaseIterable {
  case firm, preferred

  var freezing: Freezing { self == .firm ? .firm : .preferred }
}
