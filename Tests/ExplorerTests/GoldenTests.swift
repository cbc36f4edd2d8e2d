import Canvas
import Explorer
import Foundation
import TestSupport
import Testing

/// Screens as files: keys, sizes, text and faces.
///
/// `PRIKK_RECORD=1` writes them anew and fails.
struct GoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Golden")

  private static let names: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?
    .filter { $0.hasSuffix(".txt") }.sorted() ?? []

  @Test func `there are scenarios for every screen`() {
    for screen in [
      "catalogue", "table", "suppressed", "pivot", "filter", "why", "help", "export", "refusal",
      "palette",
    ] {
      #expect(Self.names.contains { $0.hasPrefix(screen) }, "\(screen)")
    }
  }

  @Test(arguments: names) func `the screens are those of the file`(name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    let recorded = try String(contentsOf: file, encoding: .utf8)
    let head = recorded.split(separator: "\n").prefix { !$0.hasPrefix("=== ") }
    func value(_ key: String) -> String {
      head.first { $0.hasPrefix(key + ":") }
        .map { $0.dropFirst(key.count + 1).trimmingCharacters(in: .whitespaces) } ?? ""
    }
    var drawn = head.map { $0 + "\n" }.joined()
    for size in value("sizes").split(separator: " ") {
      let source =
        value("source") == "series"
        ? SampleTableSource(releases: [SampleSeries.release]) : SampleTableSource()
      var walk = Walk(size: Walk.size(String(size)), source: source)
      walk.go(value("keys"))
      drawn += Self.text(of: walk.screen, name: String(size))
    }
    if ProcessInfo.processInfo.environment["PRIKK_RECORD"] == "1" {
      try drawn.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("\(name) was recorded: look at the difference, then run again")
    } else {
      #expect(recorded == drawn, "\(Self.firstDifference(recorded, drawn))")
    }
  }

  private static func text(of screen: Screen, name: String) -> String {
    let rule = String(repeating: "-", count: 8)
    return "=== \(name)\n" + screen.text.map { "|\($0)\n" }.joined() + "\(rule) faces\n"
      + screen.faces.map { "|\($0)\n" }.joined()
  }

  private static func firstDifference(_ expected: String, _ drawn: String) -> String {
    let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let drawn = drawn.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, (left, right)) in zip(expected, drawn).enumerated() where left != right {
      return "line \(index + 1):\n  file  \(left)\n  drawn \(right)"
    }
    return "\(expected.count) lines in the file, \(drawn.count) drawn"
  }
}
