import Foundation
import Testing

/// ARCHITECTURE.md says which target may import which; these tests hold the code to it.
struct ModuleTests {
  let tree = SourceTree()
  /// Modules that come with the system or a dependency, not with us.
  let foreign: Set = [
    "ArgumentParser", "Dispatch", "Foundation", "FoundationEssentials", "Glibc",
    "PackageDescription", "Synchronization", "Testing",
  ]

  func table() throws -> ModuleTable { ModuleTable(markdown: try tree.text("ARCHITECTURE.md")) }

  @Test func `every target stands in the module table`() throws {
    let targets = Set(try tree.files(below: "Sources").map(\.target))
    #expect(Set(try table().mayImport.keys) == targets)
  }

  @Test func `every import is allowed by the module table`() throws {
    let table = try table()
    for file in try tree.files(below: "Sources") where file.path.hasSuffix(".swift") {
      let allowed = try #require(table.mayImport[file.target], "\(file.path)")
      for name in file.imports where !foreign.contains(name) {
        #expect(allowed.contains(name), "\(file.path) imports \(name)")
      }
    }
  }

  @Test func `what the table allows is used`() throws {
    let table = try table()
    let used = Dictionary(grouping: try tree.files(below: "Sources"), by: \.target)
      .mapValues { Set($0.flatMap(\.imports)) }
    for (target, allowed) in table.mayImport {
      let unused = allowed.subtracting(used[target] ?? []).sorted()
      #expect(unused.isEmpty, "\(target) may import \(unused) but does not")
    }
  }

  @Test func `nothing from publication to the screen reaches raw figures`() throws {
    let table = try table()
    let raw: Set = [
      "Columns", "Registers", "RegisterFiles", "Cubes", "Statistics", "Disclosure", "Synthesis",
      "Tabulation",
    ]
    for target in [
      "Publication", "Canvas", "Terminal", "TableFiles", "TableViews", "Explorer", "Session",
    ] {
      let reached = table.reachable(from: target).intersection(raw)
      #expect(table.mayImport[target] != nil)
      #expect(reached.isEmpty, "\(target) reaches \(reached.sorted())")
    }
  }

  @Test func `only disclosure control and file readers can make a release`() throws {
    let doors = try tree.files(below: "Sources").filter { file in
      file.target != "Publication"
        && file.lines.contains { $0.contains("@_spi(DisclosureControl)") }
    }
    #expect(Set(doors.map(\.target)) == ["Disclosure", "TableFiles"])
  }

  @Test func `curses is called by the terminal only`() throws {
    let callers = try tree.files(below: "Sources").filter { $0.imports.contains("CNcurses") }
    #expect(Set(callers.map(\.target)) == ["Terminal"])
  }
}
