import Foundation
import Testing

/// The rules of style that a machine can check.
struct TidyTests {
  let tree = SourceTree()

  func swiftFiles() throws -> [SourceTree.File] {
    try ["Sources", "Tests"].flatMap { try tree.files(below: $0) }
      .filter { $0.path.hasSuffix(".swift") }
  }

  @Test func `files have at most 400 lines of at most 100 columns`() throws {
    for file in try swiftFiles() {
      #expect(file.lines.count <= 401, "\(file.path) has \(file.lines.count) lines")
      for (number, line) in file.lines.enumerated() where line.count > 100 {
        Issue.record("\(file.path):\(number + 1) has \(line.count) columns")
      }
    }
  }

  @Test func `file names say what is in them`() throws {
    for file in try swiftFiles() {
      let name = file.path.split(separator: "/").last.map(String.init) ?? ""
      for word in ["Util", "Helper", "Common", "Manager", "Misc"] {
        #expect(!name.contains(word), "\(file.path)")
      }
    }
  }

  @Test(arguments: [
    "FIXME", "TODO", "XXX", "fatalError(", "try!", " as! ", "@unchecked Sendable",
    "nonisolated(unsafe)", "Thread.sleep", "usleep(",
  ])
  func `sources do without`(word: String) throws {
    for file in try tree.files(below: "Sources") {
      for (number, line) in file.lines.enumerated() where line.contains(word) {
        // A reason in the line above, marked so that it is found by a search.
        let reason = number > 0 ? file.lines[number - 1] : ""
        #expect(reason.contains("// Allowed:"), "\(file.path):\(number + 1): \(word)")
      }
    }
  }

  @Test func `tests neither sleep nor look at a clock nor are switched off`() throws {
    let words = [
      "usleep", "sleep(for", ".disabled(", "withKnownIssue", "Date()", "ContinuousClock",
    ]
    for file in try tree.files(below: "Tests") where file.target != "ArchitectureTests" {
      for (number, line) in file.lines.enumerated() {
        for word in words where line.contains(word) {
          Issue.record("\(file.path):\(number + 1): \(word)")
        }
      }
    }
  }

  @Test func `nothing is named that the project may not name`() throws {
    for path in ["README.md", "CHANGELOG.md", "ARCHITECTURE.md"] {
      #expect(try !tree.text(path).contains("/work/"), "\(path) names a folder of one machine")
    }
  }
}
