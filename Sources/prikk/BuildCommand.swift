import ArgumentParser
import Disclosure
import Dispatch
import Glibc
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
      """)

  @Argument(help: "The folder with the register files; synthetic registers when left out.")
  var registers: String?

  @Option(help: "The folder for the release files; made when it is not there.")
  var out: String

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

  @Flag(help: "Replace release files that exist.")
  var overwrite = false

  func run() throws {
    let workbench = Workbench(seed: seed)
    let paths = workbench.definitions.map { "\(out)/\(releaseFileName(of: $0.description))" }
    // What can be known beforehand is said before the work; all is made before any is written.
    try requireRoom(in: out, for: paths, overwriting: overwrite)
    let progress = ProgressLine()
    defer { progress.end() }
    let read = try readRegisters(workbench, progress)
    let builder = workbench.builder(.thorough, from: read.records)
    let files = try buildAll(workbench.definitions, builder, progress)
    progress.end()
    try makeFolder(out)
    standardOutput(read.summary)
    for (path, file) in zip(paths, files) {
      try writeFile([file.bytes], to: path, overwriting: overwrite)
      standardOutput("\(path)\n\(file.summary)")
    }
  }

  /// A release as it is written, and what its producer may know in passing.
  private typealias MadeRelease = (bytes: [UInt8], summary: String)

  /// Makes the releases side by side, in the order of `definitions`.
  private func buildAll(
    _ definitions: [StatisticDefinition], _ builder: ReleaseBuilder, _ progress: ProgressLine
  ) throws(Complaint) -> [MadeRelease] {
    let results = Mutex<[Int: Result<MadeRelease, Complaint>]>([:])
    DispatchQueue.concurrentPerform(iterations: definitions.count) { place in
      let result = Result { () throws(Complaint) in
        try make(definitions[place], builder, progress)
      }
      results.withLock { $0[place] = result }
    }
    let made = results.withLock { $0 }.sorted { $0.key < $1.key }
    return try made.map { place, result throws(Complaint) in try result.get() }
  }

  /// Makes a release.
  private func make(
    _ definition: StatisticDefinition, _ builder: ReleaseBuilder, _ progress: ProgressLine
  ) throws(Complaint) -> MadeRelease {
    do {
      let built = try builder.build(definition, progress: progress.report)
      return (ReleaseFile.encode(built.release), summary(of: built.report))
    } catch {
      throw Complaint.unmade(definition, because: error)
    }
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

/// That the folder is there or can be made and, unless files may be replaced, none of them is.
func requireRoom(
  in folder: String, for paths: [String], overwriting: Bool
) throws(Complaint) {
  var status = stat()
  guard unsafe stat(folder, &status) == 0 else {
    let parent = parentFolder(of: folder)
    guard unsafe stat(parent, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw Complaint.failed(
        """
        there is no folder "\(parent)" to make "\(folder)" in. Make it, or name another with --out.
        """)
    }
    return
  }
  guard status.st_mode & S_IFMT == S_IFDIR else {
    throw Complaint.failed("\"\(folder)\" is not a folder. Name another with --out.")
  }
  for path in paths where unsafe lstat(path, &status) == 0 {
    guard overwriting else {
      throw Complaint.failed("\(path) exists already. Use --overwrite to replace it.")
    }
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw Complaint.failed("\(path) is not a regular file. Move it away, or name another folder.")
    }
  }
}

/// Makes a folder when it is not there, in one that is.
func makeFolder(_ path: String) throws(Complaint) {
  guard unsafe mkdir(path, 0o777) != 0, errno != EEXIST else { return }
  let failure = errno
  let reason = failure == EACCES ? "permission denied" : "system error \(failure)"
  throw Complaint.failed("the folder \"\(path)\" could not be made: \(reason).")
}

/// The folder that a folder stands in: what is before the last component of its path.
private func parentFolder(of path: String) -> String {
  let parts = path.split(separator: "/", omittingEmptySubsequences: true)
  let parent = parts.dropLast().joined(separator: "/")
  if path.hasPrefix("/") { return "/" + parent }
  return parent.isEmpty ? "." : parent
}

/// `value` with a fixed number of decimals.
func decimal(_ value: Double, _ decimals: Int) -> String {
  var scale = 1
  for _ in 0..<decimals { scale *= 10 }
  let scaled = Int((value.magnitude * Double(scale)).rounded())
  let sign = value < 0 && scaled > 0 ? "-" : ""
  guard decimals > 0 else { return "\(sign)\(scaled)" }
  let fraction = String(scaled % scale)
  return "\(sign)\(scaled / scale)."
    + String(repeating: "0", count: decimals - fraction.count) + fraction
}
