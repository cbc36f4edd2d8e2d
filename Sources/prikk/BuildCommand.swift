import ArgumentParser
import Disclosure
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

  @Option(help: "Draw other synthetic persons than the embedded ones.")
  var seed: UInt64?

  @Flag(help: "Replace release files that exist.")
  var overwrite = false

  func run() throws {
    let workbench = Workbench(seed: seed)
    for definition in workbench.definitions {
      let built: (release: Release, report: ProtectionReport)
      do {
        built = try workbench.builder(.thorough).build(definition, progress: { _ in })
      } catch {
        throw Complaint.failed(
          "the release of \(definition.description.id) could not be made: protection failed.")
      }
      let path = "\(out)/\(releaseFileName(of: definition.description))"
      try writeFile(ReleaseFile.encode(built.release), to: path, overwriting: overwrite)
      standardOutput("\(path)\n\(summary(of: built.report))")
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
