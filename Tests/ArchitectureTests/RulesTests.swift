import Foundation
import Testing

/// RULES.md says which function keeps each rule of the source pages and which test would notice.
struct RulesTests {
  let tree = SourceTree()

  /// The rows of the tables of RULES.md: rule, where it stands, function, test.
  func rules() throws -> [[String]] {
    try tree.text("RULES.md").split(separator: "\n")
      .filter { $0.hasPrefix("| “") }
      .map { line in
        line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      }
  }

  /// The text between the first pair of backquotes.
  func quoted(_ text: String) -> String? {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    return parts.count >= 3 ? String(parts[1]) : nil
  }

  @Test func `every rule names a function and a test that are there`() throws {
    let sources = try tree.files(below: "Sources").flatMap(\.lines)
    let tests = try tree.files(below: "Tests").flatMap(\.lines)
    let rules = try rules()
    #expect(rules.count >= 20)
    for rule in rules {
      try #require(rule.count == 4, "\(rule)")
      let function = try #require(quoted(rule[2]), "\(rule)")
      #expect(sources.contains { declares($0, function) }, "no function \(function)")
      let test = try #require(quoted(rule[3]), "\(rule)")
      #expect(tests.contains { $0.contains("func `\(test)`") }, "no test \(test)")
    }
  }

  /// Whether a line declares the function, property or constant `name`.
  func declares(_ line: String, _ name: String) -> Bool {
    ["func ", "var ", "let ", "init", "struct ", "enum "].contains { keyword in
      let wanted = keyword == "init" ? name : keyword + name
      guard let range = line.range(of: wanted) else { return false }
      let next = line[range.upperBound...].first
      return next == nil || next.map { !($0.isLetter || $0.isNumber || $0 == "_") } == true
    }
  }
}
