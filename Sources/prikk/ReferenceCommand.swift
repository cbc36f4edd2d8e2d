import ArgumentParser
import Explorer

/// `prikk reference`: the generated part of README.md, so that it cannot drift.
struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference", abstract: "Print the key table as Markdown.", shouldDisplay: false)

  func run() {
    standardOutput(keyTableMarkdown())
  }
}
