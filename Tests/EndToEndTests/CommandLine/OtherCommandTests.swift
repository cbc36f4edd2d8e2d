import Testing

/// Catalogue, help, completions, seeds, building.
@Suite struct OtherCommandTests {
  static let tables = [
    "aap-education", "aap-background", "aap-region", "aap-new", "aap-intensity",
    "introduction-age", "introduction-country", "introduction-municipality",
    "introduction-measures", "aap-residence", "aap-residence-background",
    "aap-access", "introduction-years",
    "introduction-ending", "introduction-leave", "introduction-benefit", "introduction-area",
    "introduction-oslo", "introduction-kostra",
    "introduction-former", "introduction-former-oslo", "dis-age", "dis-education",
    "dis-background", "dis-region", "dis-young", "dis-new", "dis-intensity", "dis-residence",
    "dis-poverty", "dis-income", "imint01", "imint02", "imint03", "imint01k", "imint02k",
    "imint03k", "imint04", "imint05-1", "imint05-1-municipality",
  ]
  static let commands = [
    "explore", "tables", "show", "export", "synthesize", "build", "protect", "audit",
    "deviation",
  ]

  @Test func `the catalogue has every table, and each can be shown`() throws {
    let catalogue = try CommandRun(arguments: ["tables"])
    #expect(catalogue.status == 0)
    for table in Self.tables {
      #expect(catalogue.lines.contains("  \(table)"), "\(table)")
      let run = try CommandRun(arguments: ["show", table])
      #expect(run.status == 0 && run.errors.isEmpty && !run.output.isEmpty)
    }
  }

  @Test func `every code that a table lists can be filtered by`() throws {
    let run = try CommandRun(arguments: ["tables", "introduction-measures"])
    #expect(run.status == 0)
    var dimension = ""
    var count = 0
    for line in run.lines {
      let words = line.split(separator: " ").map(String.init)
      if words.first == "dimension" { dimension = words[1] }
      guard line.hasPrefix("    "), !dimension.isEmpty else { continue }
      let show = try CommandRun(
        arguments: ["show", "introduction-measures", "--select", "\(dimension)=\(words[0])"])
      #expect(show.status == 0, "\(dimension)=\(words[0]): \(show.errors)")
      count += 1
    }
    #expect(count >= 20)
  }

  @Test(arguments: [[]] + commands.map { [$0] })
  func `every help has examples, and they work`(command: [String]) throws {
    let run = try CommandRun(
      arguments: command + ["--help"], environment: ["COLUMNS": "200"])
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.contains("EXAMPLE"))
    let examples = run.lines.filter { $0.hasPrefix("  prikk") }
    #expect(!examples.isEmpty)
    let cells = try CellsFixture()
    // What the examples of these two name.
    let folder = cells.folder
    if command == ["audit"] { #expect(try cells.protect("--out", "protected.csv").status == 0) }
    try folder.write("sex,freq,suppressed\na,4,TRUE\nb,5,FALSE\n", to: "gauss.csv")
    let slow = ["prikk build", "prikk synthesize", "--releases", "releases/"]
    // A session that has left a view open comes first: `KeptTests` has one.
    let others = slow + ["--resume"]
    for example in examples where !others.contains(where: example.contains) {
      // In the help of the program a description stands behind each.
      let line = example.dropFirst(2).split(separator: "  ").first ?? ""
      let words = Array(Self.words(of: line).dropFirst())
      let made = try CommandRun(arguments: words, folder: folder.path)
      #expect(made.status == 0 && made.errors.isEmpty, "\(line): \(made.errors)")
    }
    if !command.isEmpty {
      #expect(try CommandRun(arguments: ["help"] + command).status == 0)
    }
  }

  /// The words of a command line; blanks within quotation marks do not part them.
  private static func words(of line: Substring) -> [String] {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .flatMap { index, part in
        index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
      }
  }

  @Test func `the version is the program's`() throws {
    let run = try CommandRun(arguments: ["--version"])
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.hasPrefix("prikk ") && run.lines.count == 2)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions know all commands and options`(shell: String) throws {
    let run = try CommandRun(arguments: ["--generate-completion-script", shell])
    #expect(run.status == 0 && run.errors.isEmpty)
    for word in Self.commands + ["stub", "heading", "percent", "status-column", "width", "seed"] {
      #expect(run.output.contains(word), "\(word)")
    }
  }

  @Test func `bash takes the completions in`() throws {
    let script = "source <('\(BuiltProgram.prikk)' --generate-completion-script bash); complete -p"
    let run = try CommandRun("/bin/bash", ["-c", script])
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.contains(" prikk"))
  }

  @Test func `another seed draws other persons, the same each time, and keeps what is published`()
    throws
  {
    let detail = [
      "export", "introduction-municipality", "--filter", "year=2019", "--stub", "region",
      "--heading", "sex", "--level", "region=municipality", "--measure", "persons",
    ]
    let embedded = try CommandRun(arguments: detail)
    let seven = try CommandRun(arguments: detail + ["--seed", "7"])
    #expect(seven.status == 0 && seven.errors.isEmpty)
    #expect(seven.output != embedded.output)
    #expect(try CommandRun(arguments: detail + ["--seed", "7"]).output == seven.output)
    let published = ["export", "introduction-age", "--filter", "year=2019"]
    #expect(
      try CommandRun(arguments: published + ["--seed", "7"]).output
        == CommandRun(arguments: published).output)
  }

  @Test func `build makes the releases that the program carries`() throws {
    let folder = try TemporaryFolder()
    let run = try CommandRun(arguments: ["build", "--out", "."], folder: folder.path)
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(folder.names.count == 7)
    for name in folder.names {
      #expect(run.output.contains(name))
      #expect(
        try folder.read(name) == readFile("\(repositoryPath)/data/releases/\(name)"), "\(name)")
    }
    // Again: refused before the work, and the files stay.
    let again = try CommandRun(arguments: ["build", "--out", "."], folder: folder.path)
    #expect(again.status == 1 && again.output.isEmpty)
    #expect(again.errors.contains("--overwrite"))
    #expect(folder.names.count == 7)
  }

  @Test func `build writes nothing when one of its files is in the way`() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine\n", to: "introduction-2005-2022.prikk")
    let run = try CommandRun(arguments: ["build", "--out", folder.path])
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(folder.names == ["introduction-2005-2022.prikk"])
    #expect(try folder.read("introduction-2005-2022.prikk") == "mine\n")
  }
}
