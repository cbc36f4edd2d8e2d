import ArgumentParser
import Explorer

/// `prikk reference`: the generated parts of README.md, so that they cannot drift.
struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference", abstract: "Print the key table as Markdown.", shouldDisplay: false)

  func run() throws {
    standardOutput(keyTableMarkdown())
  }
}
