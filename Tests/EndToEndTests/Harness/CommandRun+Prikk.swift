extension CommandRun {
  /// Runs `prikk` with arguments.
  init(arguments: [String], folder: String? = nil, environment: [String: String] = [:]) throws {
    try self.init(
      BuiltProgram.prikk, arguments, environment: environment, folder: folder, patience: 600)
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
