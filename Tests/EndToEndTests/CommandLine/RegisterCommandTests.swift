import Testing

/// Registers as files: `prikk synthesize` and `prikk build FOLDER`.
@Suite struct RegisterCommandTests {
  /// Small registers.
  private let registers: TemporaryFolder
  /// Room for releases.
  private let out: TemporaryFolder

  init() throws {
    registers = try TemporaryFolder()
    out = try TemporaryFolder()
    let run = try CommandRun(
      arguments: ["synthesize", "--out", registers.path, "--scale", "0.01"])
    try #require(run.status == 0, "\(run.errors)")
  }

  private func build(_ options: String...) throws -> CommandRun {
    try CommandRun(arguments: ["build", registers.path, "--out", out.path] + options)
  }

  @Test func `registers are written, described, read back, and wrong rows are told`() throws {
    let guide = try registers.read("registers.md")
    for name in registers.names where name.hasSuffix(".csv") {
      #expect(guide.contains("## \(name.dropLast(4))\n"), "\(name)")
    }
    let persons = "no-persons.csv"
    let sound = try build()
    #expect(sound.status == 0 && sound.errors.isEmpty, "\(sound.errors)")
    let releases = out.names
    #expect(releases.allSatisfy { sound.output.contains($0) } && releases.count >= 4)

    // One day that no calendar has, and one field too many.
    let good = try registers.read(persons).split(separator: "\n").map(String.init)
    var lines = good
    lines[2] = lines[2].replacing(/\d{4}-\d\d-\d\d/, with: "1980-02-30", maxReplacements: 1)
    lines[4] += ",1"
    try registers.write(lines.joined(separator: "\n") + "\n", to: persons)
    let stopped = try build("--overwrite")
    #expect(stopped.status == 1 && stopped.output.isEmpty)
    #expect(stopped.errors.contains("\(persons):3:"))
    #expect(stopped.errors.contains("a day that the calendar does not have"))
    #expect(stopped.errors.contains("--on-error skip"))

    let reported = try build("--overwrite", "--on-error", "report")
    #expect(reported.status == 1 && reported.output.isEmpty)
    #expect(reported.errors.contains("\(persons):3:") && reported.errors.contains("\(persons):5:"))
    #expect(reported.errors.contains("2 rows are wrong"))
    // No person's number is told.
    for line in [good[2], good[4]] {
      let number = try #require(line.split(separator: ",").first)
      #expect(!stopped.errors.contains(number) && !reported.errors.contains(number))
    }

    let skipped = try build("--overwrite", "--on-error", "skip")
    #expect(skipped.status == 0 && skipped.errors.isEmpty, "\(skipped.errors)")
    #expect(skipped.output.contains("\(good.count - 3) rows read, 2 rows dropped."))
    // Who was left out has rows elsewhere.
    #expect(skipped.output.contains("of persons who are not in no-persons."))
    #expect(!sound.output.contains("of persons who"))
    #expect(out.names == releases)
  }

  @Test func `a missing file, column or folder is told with a way out, and nothing is written`()
    throws
  {
    let education = "no-education.csv"
    let text = try registers.read(education)
    try registers.write(
      text.replacing("level", with: "levle", maxReplacements: 1), to: education)
    let misspelt = try build()
    #expect(misspelt.status == 1 && misspelt.errors.contains("level"))
    let nowhere = try CommandRun(
      arguments: ["build", "\(registers.path)/none", "--out", out.path])
    #expect(nowhere.status == 1 && nowhere.errors.contains("there is no such file"))
    for scale in ["0", "-1", "21", "x"] {
      let run = try CommandRun(
        arguments: ["synthesize", "--out", out.path, "--scale", scale])
      #expect(run.status == 2, "\(scale)")
    }
    #expect(out.names.isEmpty)
  }

  @Test func `the same seed and scale write the same bytes`() throws {
    let again = try CommandRun(arguments: ["synthesize", "--out", out.path, "--scale", "0.01"])
    #expect(again.status == 0)
    #expect(out.names == registers.names)
    for name in out.names { #expect(try out.read(name) == registers.read(name), "\(name)") }
  }
}
