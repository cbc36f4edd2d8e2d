import Foundation

/// The project's files as text, found from this file's own place.
struct SourceTree {
  /// A source file with its target.
  struct File {
    /// Path from the project's root.
    let path: String
    /// Folder below `Sources/` or `Tests/`.
    let target: String
    let lines: [String]

    /// The modules that the file imports.
    var imports: [String] {
      lines.compactMap { line in
        let words = line.split(separator: " ")
        guard let at = words.firstIndex(of: "import"), at + 1 < words.count,
          words[..<at].allSatisfy({ Self.beforeImport.contains(String($0)) || $0.hasPrefix("@") })
        else { return nil }
        return String(words[at + 1])
      }
    }
    private static let beforeImport: Set = ["public", "internal", "package", "private"]
  }

  let root: URL

  init() {
    root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// All Swift and C files below a folder.
  func files(below folder: String) throws -> [File] {
    let base = root.appendingPathComponent(folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: base.path).sorted()
    return try paths.filter { path in [".swift", ".c", ".h"].contains { path.hasSuffix($0) } }
      .map { path in
        File(
          path: "\(folder)/\(path)", target: String(path.split(separator: "/")[0]),
          lines: try text("\(folder)/\(path)").components(separatedBy: "\n"))
      }
  }
}

/// The module table of ARCHITECTURE.md: what each target may import.
struct ModuleTable {
  /// Targets that a target may import; `nil` for those with "everything".
  let mayImport: [String: Set<String>]

  init(markdown: String) {
    var table: [String: Set<String>] = [:]
    for line in markdown.components(separatedBy: "\n") {
      let columns = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard columns.count == 6, Int(columns[1]) != nil else { continue }
      let target = columns[2].trimmingCharacters(in: ["`"])
      table[target] = Set(
        columns[4].components(separatedBy: ",")
          .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty && $0 != "-" })
    }
    mayImport = table
  }

  /// Everything that `target` reaches through allowed imports.
  func reachable(from target: String) -> Set<String> {
    var found: Set<String> = []
    var open = [target]
    while let next = open.popLast() {
      for imported in mayImport[next] ?? [] where found.insert(imported).inserted {
        open.append(imported)
      }
    }
    return found
  }
}
