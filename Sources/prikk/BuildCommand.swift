import ArgumentParser
import Classifications
import Disclosure
import Dispatch
import Publication
import RegisterFiles
import Registers
import Statistics
import Synchronization
import TableFiles
import Tabulation

/// `prikk build`: makes the releases from the registers and writes them to files.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Make the releases from the registers and write them to files.",
    discussion: """
      Registers are read from the CSV files of a folder, as `prikk synthesize` writes them, or \
      synthesized when no folder is named. What was read and dropped is summed up for each file, \
      and rows that contradict each other with the rule by which one of them counts: those are \
      read, whatever --on-error says.

      EXAMPLES
        prikk build registers --out releases
        prikk show aap-new --releases releases
        prikk build --out data/releases --overwrite
        prikk build registers --preview
      """)

  @Argument(help: "The folder with the register files; synthetic registers when left out.")
  var registers: String?

  @Option(help: "The folder for the release files; made when it is not there.")
  var out: String?

  @Flag(
    help: """
      Write nothing; show the producer which shares of each matrix would be hidden, by dimension \
      and level.
      """)
  var preview = false

  @Option(
    help: """
      Draw other synthetic persons, or with a folder: the producer's secret, which chooses among \
      protections that are equally good. A whole number from 0.
      """)
  var seed: UInt64?

  @Option(
    help: """
      What to do with rows that are wrong: stop at the first, skip and count them, or report them \
      all and make nothing.
      """)
  var onError: OnError = .stop

  @Option(
    help: """
      The folder with the releases that are out already: where counts have not changed since, \
      figures stay as they are. Needs --previous-registers.
      """)
  var previous: String?

  @Option(
    help: "The folder with the register files that the releases of --previous were made from.")
  var previousRegisters: String?

  @Option(
    help: """
      A folder for reports on what was hidden and why, one for each statistic that hides \
      something; only their owner can read them, and they are never part of what is published.
      """)
  var reports: String?

  @Flag(help: "Replace release files that exist.")
  var overwrite = false

  func validate() throws {
    guard (previous == nil) == (previousRegisters == nil) else {
      throw ValidationError(
        "Name the releases that are out with --previous and their registers with "
          + "--previous-registers.")
    }
    guard preview == (out == nil) else {
      throw ValidationError(
        "Name a folder with --out, or look at what would be hidden with --preview.")
    }
  }

  func run() throws {
    let workbench = Workbench(seed: seed)
    let names = workbench.definitions.map { releaseFileName(of: $0.description) }
    let paths = names.map { name in out.map { "\($0)/\(name)" } ?? name }
    // What can be known beforehand is said before the work; all is made before any is written.
    if let out { try requireRoom(in: out, for: paths, overwriting: overwrite) }
    let reportPaths = workbench.definitions.map { definition in
      reports.map { "\($0)/\(definition.description.id)-\(definition.description.period).csv" }
    }
    if let reports {
      guard reports != out else {
        throw Complaint.asked(
          "--reports: reports never stand beside releases. Name another folder.")
      }
      try requireRoom(in: reports, for: reportPaths.compactMap(\.self), overwriting: overwrite)
    }
    let progress = ProgressLine()
    defer { progress.end() }
    let read = try readRegisters(workbench, progress)
    let builder = workbench.builder(.thorough, from: read.records)
    let earlier = try releasesMadeEarlier(workbench, progress)
    let files = try buildAll(workbench.definitions, builder, earlier, progress)
    progress.end()
    if let out { try makeFolder(out) }
    standardOutput(read.summary)
    if let reports { try makeFolder(reports) }
    for (path, (reportPath, file)) in zip(paths, zip(reportPaths, files)) {
      if !preview { try writeFile([file.bytes], to: path, overwriting: overwrite) }
      standardOutput("\(path)\n\(file.summary)")
      guard let reportPath, !file.report.isEmpty else { continue }
      try writeFile([file.report], to: reportPath, overwriting: overwrite, access: .ownerOnly)
      standardOutput("  \(reportPath): the report, for its owner alone\n")
    }
  }

  /// A release as it is written, what its producer may know in passing, and the report if one is
  /// asked for.
  private typealias MadeRelease = (bytes: [UInt8], summary: String, report: [UInt8])

  /// Makes the releases side by side, in the order of `definitions`.
  private func buildAll(
    _ definitions: [StatisticDefinition], _ builder: ReleaseBuilder,
    _ earlier: [String: ReleaseMadeEarlier], _ progress: ProgressLine
  ) throws(Complaint) -> [MadeRelease] {
    let results = Mutex<[Int: Result<MadeRelease, Complaint>]>([:])
    DispatchQueue.concurrentPerform(iterations: definitions.count) { place in
      let result = Result { () throws(Complaint) in
        let definition = definitions[place]
        return try make(definition, builder, earlier[definition.description.id], progress)
      }
      results.withLock { $0[place] = result }
    }
    let made = results.withLock { $0 }.sorted { $0.key < $1.key }
    return try made.map { place, result throws(Complaint) in try result.get() }
  }

  /// Makes a release.
  private func make(
    _ definition: StatisticDefinition, _ builder: ReleaseBuilder,
    _ earlier: ReleaseMadeEarlier?, _ progress: ProgressLine
  ) throws(Complaint) -> MadeRelease {
    do {
      let built = try builder.build(definition, after: earlier, progress: progress.report)
      let preview = preview ? BuildPreview(release: built.release, report: built.report).text : ""
      return (
        ReleaseFile.encode(built.release), summary(of: built.report) + preview,
        reports == nil ? [] : reportBytes(built.report, of: definition.description)
      )
    } catch {
      throw Complaint.unmade(definition, because: error)
    }
  }

  /// The releases that are out already, by statistic.
  private func releasesMadeEarlier(
    _ workbench: Workbench, _ progress: ProgressLine
  ) throws(Complaint) -> [String: ReleaseMadeEarlier] {
    guard let previous, let previousRegisters else { return [:] }
    let records = try RegisterFolder(path: previousRegisters, onError: onError.policy)
      .read(workbench.layouts, progress: progress).records
    var earlier: [String: ReleaseMadeEarlier] = [:]
    for description in workbench.definitions.map(\.description) {
      let release = try ReleaseFolder(path: previous).release(of: description)
      earlier[description.id] = ReleaseMadeEarlier(release, records: records)
    }
    return earlier
  }

  /// The report on hidden counts and sums; empty when there are none.
  private func reportBytes(
    _ report: ProtectionReport, of statistic: StatisticDescription
  ) -> [UInt8] {
    let hidden = (report.suppression?.hidden ?? []) + (report.amounts?.hidden ?? [])
    guard !hidden.isEmpty else { return [] }
    let cells = statistic.matrices.map { MatrixCells($0, statistic.dimensions) }
    let file = ProtectReport(
      columns: ["matrix"] + statistic.dimensions.map(\.id),
      codes: { place in
        [statistic.matrices[place.matrix].id] + cells[place.matrix].codes(at: place.place)
      }, totals: [""] + statistic.dimensions.map { $0.hierarchy.categories[0].code })
    return file.bytes(hidden, figure: "figure")
  }

  /// The registers of the folder and what became of their rows or, when none is named, synthetic
  /// ones.
  private func readRegisters(
    _ workbench: Workbench, _ progress: ProgressLine
  ) throws -> (records: RecordSet, summary: String) {
    guard let registers else {
      return (try workbench.country.registers(scale: 1, report: progress.report), "")
    }
    let read = try RegisterFolder(path: registers, onError: onError.policy)
      .read(workbench.layouts, progress: progress)
    let links = RegisterLinks(records: read.records).sentences(workbench.layouts)
    let lines = read.reports.map(\.summary) + links
    return (read.records, lines.map { $0 + "\n" }.joined())
  }

  /// What the producer may know in passing; the report's cells stay out of it.
  private func summary(of report: ProtectionReport) -> String {
    var text = ""
    for matrix in report.rounding where matrix.roundedCells > 0 {
      text +=
        "  \(matrix.matrix): \(matrix.roundedCells) inner cells rounded; lattice deviation max "
        + "\(matrix.largestDeviation), mean \(decimal(matrix.meanAbsolute, 3)), RMS "
        + "\(decimal(matrix.rootMeanSquare, 3)) (bound \(decimal(matrix.rootMeanSquareBound, 3)))\n"
    }
    let shared = report.sharedGroups
    if shared.groups > 0 {
      text +=
        "  \(shared.differing) of \(shared.groups) groups that two matrices count are rounded "
        + "differently, by at most \(shared.largestDifference)\n"
    }
    if let hidden = report.suppression {
      text +=
        "  \(hidden.primaryCells) primary and \(hidden.secondaryCells) secondary of "
        + "\(hidden.nonZeroCells) cells hidden; \(hidden.programs) linear programs\n"
      text += easedSentence(hidden)
    }
    return text
  }
}

/// What `--on-error` takes.
enum OnError: String, ExpressibleByArgument, CaseIterable {
  case stop, skip, report

  /// What it asks of a reader.
  var policy: BadRowPolicy {
    switch self {
    case .stop: .stop
    case .skip: .skip
    case .report: .report
    }
  }
}
