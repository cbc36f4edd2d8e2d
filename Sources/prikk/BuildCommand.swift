import ArgumentParser
import Disclosure
import Glibc
import Publication
import Statistics
import TableFiles
import Tabulation

/// `prikk build`: makes the releases from the registers and writes them to files.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Make the releases from the registers and write them to files.",
    discussion: """
      EXAMPLE
        prikk build --out data/releases --overwrite
      """)

  @Option(help: "The folder for the release files; it must exist.")
  var out: String

  @Option(help: "Draw other synthetic persons: a whole number from 0.")
  var seed: UInt64?

  @Flag(help: "Replace release files that exist.")
  var overwrite = false

  func run() throws {
    let workbench = Workbench(seed: seed)
    let paths = workbench.definitions.map { "\(out)/\(releaseFileName(of: $0.description))" }
    // What can be known beforehand is said before the work; all is made before any is written.
    try requireRoom(for: paths)
    var files: [(bytes: [UInt8], summary: String)] = []
    for definition in workbench.definitions {
      do {
        let built = try workbench.builder(.thorough).build(definition, progress: { _ in })
        files.append((ReleaseFile.encode(built.release), summary(of: built.report)))
      } catch {
        throw Complaint.failed(
          "the release of \(definition.description.id) could not be made: protection failed.")
      }
    }
    for (path, file) in zip(paths, files) {
      try writeFile(file.bytes, to: path, overwriting: overwrite)
      standardOutput("\(path)\n\(file.summary)")
    }
  }

  /// That the folder is there and, unless files may be replaced, none of them is.
  private func requireRoom(for paths: [String]) throws(Complaint) {
    var status = stat()
    guard unsafe stat(out, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw Complaint.failed("there is no folder \"\(out)\". Make it, or name another with --out.")
    }
    guard !overwrite else { return }
    for path in paths where unsafe lstat(path, &status) == 0 {
      throw Complaint.failed("\(path) exists already. Use --overwrite to replace it.")
    }
  }

  /// What the producer may know in passing; the report's cells stay out of it.
  private func summary(of report: ProtectionReport) -> String {
    var text = ""
    for matrix in report.rounding {
      text +=
        "  \(matrix.matrix): \(matrix.roundedCells) inner cells rounded; lattice deviation max "
        + "\(matrix.largestDeviation), mean \(decimal(matrix.meanAbsolute, 3)), RMS "
        + "\(decimal(matrix.rootMeanSquare, 3)) (bound \(decimal(matrix.rootMeanSquareBound, 3)))\n"
    }
    if let hidden = report.suppression {
      text +=
        "  \(hidden.primaryCells) primary and \(hidden.secondaryCells) secondary of "
        + "\(hidden.nonZeroCells) cells hidden; \(hidden.programs) linear programs\n"
    }
    return text
  }
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
