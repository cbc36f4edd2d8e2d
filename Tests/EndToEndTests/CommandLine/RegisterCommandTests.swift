import Glibc
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
      arguments: ["synthesize", "--out", registers.path, "--scale", "0.002"])
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
    // Rows that contradict each other are told with the rule, and do not stop.
    let doubled = ["no-persons.csv", "no-residences.csv", "dk-employment.csv"]
    let written = try doubled.map(registers.read)
    for (name, text) in zip(doubled, written) {
      let row = text.split(separator: "\n")[1]
      try registers.write("\(text)\(row)\n", to: name)
    }
    #expect(guide.contains("One row a person. The last one in the file counts."))
    #expect(guide.contains("A person has one spell at a time. On a day that several spells have"))
    let sound = try build("--on-error", "stop")
    for sentence in [
      "no-persons: 1 row of persons who have one already. The last one in the file counts.",
      "dk-employment: 1 row of persons who have one already for the year. The last one",
      "no-residences: 1 row of spells that overlap another of the same person. On a day that",
    ] {
      #expect(sound.output.contains(sentence), "\(sound.output)")
    }
    for (name, text) in zip(doubled, written) { try registers.write(text, to: name) }
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
    #expect(!sound.output.contains("of persons who are not"))
    #expect(!skipped.output.contains("have one already") && !skipped.output.contains("overlap"))
    #expect(out.names == releases)
  }

  @Test func `reports stand apart from releases, and only their owner can read them`() throws {
    let reports = try TemporaryFolder()
    let run = try build("--reports", reports.path)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    // Reports are of statistics that hide something.
    #expect(reports.names.contains("introduction-2005-2022.csv"))
    for name in reports.names {
      var status = stat()
      #expect(unsafe stat("\(reports.path)/\(name)", &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600, "\(name)")
      #expect(try reports.read(name).hasPrefix("matrix,"))
    }
    let together = try build("--overwrite", "--reports", out.path)
    #expect(together.status == 2 && together.errors.contains("--reports"))
  }

  @Test func `a masked value says that it is masked`() throws {
    let name = "no-employment.csv"
    var lines = try registers.read(name).split(separator: "\n").map(String.init)
    lines[1] = lines[1].replacing(/\d{4}-\d\d/, with: "2022-13", maxReplacements: 1)
    try registers.write(lines.joined(separator: "\n") + "\n", to: name)
    let run = try build()
    #expect(run.errors.contains("from = 9999-99   (9 stands for any digit)"), "\(run.errors)")
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
    let parentless = "\(out.path)/none/new"
    for command in ["synthesize", "build"] {
      let run = try CommandRun(arguments: [command, "--out", parentless])
      #expect(run.status == 1)
      #expect(
        run.errors.contains("there is no folder \"\(out.path)/none\" to make \"\(parentless)\" in"))
    }
    #expect(out.names.isEmpty)
  }

  @Test func `a preview shows what would be hidden, by dimension and level, and writes nothing`()
    throws
  {
    let run = try CommandRun(arguments: ["build", registers.path, "--preview"], folder: out.path)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(out.names.isEmpty)
    #expect(run.output.contains("nothing is hidden"))
    let shares = run.output.split(separator: "\n").filter { $0.contains(/region +Municipality/) }
    #expect(!shares.isEmpty)
    for line in shares {
      let numbers = line.matches(of: /(\d+\.\d) %/).compactMap { Double($0.1) }
      #expect(numbers.count == 3 && abs(numbers[0] + numbers[1] - numbers[2]) < 0.11, "\(line)")
    }
    let both = try build("--preview")
    #expect(both.status == 2 && out.names.isEmpty)
  }

  @Test func `what has not changed since a release that is out stays as it is`() throws {
    #expect(try build("--seed", "1").status == 0)
    // Sums of amounts are hidden anew: only counts follow what is out.
    let names = out.names.filter { !$0.hasPrefix("disability") }
    let first = try names.map { try readFile("\(out.path)/\($0)") }
    let other = try TemporaryFolder()
    let alone = ["build", registers.path, "--out", other.path, "--seed", "2"]
    #expect(try CommandRun(arguments: alone).status == 0)
    #expect(try names.map { try readFile("\(other.path)/\($0)") } != first)
    let after =
      alone + [
        "--overwrite", "--previous", out.path, "--previous-registers", registers.path,
      ]
    let run = try CommandRun(arguments: after)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    for (name, bytes) in zip(names, first) {
      #expect(try readFile("\(other.path)/\(name)") == bytes, "\(name)")
    }
  }

  @Test func `the same seed and scale write the same bytes`() throws {
    // Into a folder that is made for them.
    try #require(unsafe rmdir(out.path) == 0)
    let again = try CommandRun(arguments: ["synthesize", "--out", out.path, "--scale", "0.002"])
    #expect(again.status == 0, "\(again.errors)")
    #expect(out.names == registers.names)
    for name in out.names { #expect(try out.read(name) == registers.read(name), "\(name)") }
  }
}
