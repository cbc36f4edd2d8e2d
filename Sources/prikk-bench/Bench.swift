import ArgumentParser

/// `prikk-bench`: each subcommand measures one part and says what it should reach.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prikk-bench",
    abstract: "Measures prikk.",
    subcommands: [
      ColumnsBenchmark.self, RegistersBenchmark.self, ViewsBenchmark.self,
      DisclosureBenchmark.self, SessionsBenchmark.self,
    ])
}
