extension CommandRun {
  /// Runs `prikk` with arguments.
  init(arguments: [String], folder: String? = nil, environment: [String: String] = [:]) throws {
    try self.init(
      BuiltProgram.prikk, inPublishedYear(arguments), environment: environment, folder: folder,
      patience: 600)
  }

  /// The output as comma-separated records; a run that failed has none.
  func records() throws -> [[String]] {
    guard status == 0 else { throw HarnessError("ended with \(ending): \(errors)") }
    return try commaSeparated(output)
  }

  /// The lines of the output.
  var lines: [String] {
    output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

/// Arguments with which tables of the introduction programme are looked at in the year that was
/// published, unless they name a year themselves.
func inPublishedYear(_ arguments: [String]) -> [String] {
  let tables = ["age", "country", "municipality", "measures"].map { "introduction-\($0)" }
  guard let place = arguments.prefix(2).firstIndex(where: tables.contains),
    arguments.first != "tables", !arguments.contains(where: { $0.contains("year") })
  else { return arguments }
  return arguments[...place] + ["--filter", "year=2019"] + arguments[(place + 1)...]
}
