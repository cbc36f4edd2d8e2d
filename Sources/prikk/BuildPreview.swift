import Disclosure
import Publication

/// The producer's view of a release before it is made: what would be hidden of each matrix, by
/// dimension and level, and what it takes to show more.
struct BuildPreview {
  let release: Release
  let report: ProtectionReport

  /// A table for each matrix that has anything hidden.
  var text: String {
    var text = ""
    var matrix: String?
    for line in report.hiddenByLevel(of: release) {
      if line.matrix != matrix {
        text += "\n  \(line.matrix)\n" + row("dimension", "level", ["figures"] + Self.shares)
        matrix = line.matrix
      }
      text += row(
        line.dimension ?? "", line.level,
        [
          String(line.figures), share(line.primary, line), share(line.secondary, line),
          share(line.primary + line.secondary, line),
        ])
    }
    return text.isEmpty ? "  nothing is hidden\n" : text
  }

  private static let shares = ["primary", "secondary", "hidden"]

  private func share(_ cells: Int, _ line: HiddenByLevel) -> String {
    decimal(100 * Double(cells) / Double(max(1, line.figures)), 1) + " %"
  }

  private func row(_ dimension: String, _ level: String, _ numbers: [String]) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.count))
    }
    return "    " + padded(dimension, 16) + padded(level, 28)
      + numbers.map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }.joined() + "\n"
  }
}
