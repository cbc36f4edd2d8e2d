import Testing

/// `prikk export`: a view as comma-separated values.
@Suite struct ExportTests {
  private let view = [
    "export", "introduction-municipality", "--filter", "year=2019", "--branch", "region=20",
  ]

  @Test func `a status column says why a figure is missing, and the value is empty`() throws {
    // A table with every symbol of its agency that this statistic has, nil among them.
    let view = ["export", "introduction-country", "--filter", "year=2019"]
    let plain = try CommandRun(arguments: view + ["--labels", "codes"]).records()
    let run = try CommandRun(arguments: view + ["--labels", "codes", "--status-column"])
    let long = try namedRecords(run.output)
    let columns = plain[0].count - 1
    #expect(long.count == (plain.count - 1) * columns)
    for (place, cell) in long.enumerated() {
      let row = plain[1 + place / columns]
      let shown = row[1 + place % columns]
      #expect(cell["country"] == row[0])
      switch shown {
      case ":": #expect(cell["value"] == "" && cell["status"] == "suppressed")
      case ".": #expect(cell["value"] == "" && cell["status"] == "not-applicable")
      case "-": #expect(cell["value"] == "0" && cell["status"] == "nil")
      default: #expect(cell["value"] == shown && cell["status"] == "published")
      }
    }
    #expect(long.contains { $0["status"] == "suppressed" })
    #expect(long.contains { $0["status"] == "nil" })
  }

  @Test func `title and notes stand around the table, and the table is the same`() throws {
    let plain = try CommandRun(arguments: view).output
    let titled = try CommandRun(arguments: view + ["--title"]).output
    #expect(titled.hasSuffix("\r\n\r\n" + plain))
    #expect(titled.hasPrefix("\"Participants of introduction programme"))
    let noted = try CommandRun(arguments: view + ["--notes"]).output
    #expect(noted.hasPrefix(plain + "\r\n"))
    let notes = noted.dropFirst(plain.count)
    for text in ["Not for publication", "Statistics Norway", "fewer than four units", "persons"] {
      #expect(notes.contains(text), "\(text)")
    }
  }

  @Test func `codes and labels stand alone or side by side`() throws {
    func heading(_ labels: String) throws -> [String] {
      try CommandRun(arguments: view + ["--labels", labels]).records()[1].prefix(2).map { $0 }
    }
    #expect(try heading("labels").first == "Finnmark - Finnmárku")
    #expect(try heading("codes").first == "20")
    #expect(try heading("both") == ["20", "Finnmark - Finnmárku"])
  }

  @Test func `a file has the bytes of standard output, and nothing stands there`() throws {
    let folder = try TemporaryFolder()
    let wanted = try CommandRun(arguments: view).output
    let run = try CommandRun(arguments: view + ["--output", "new.csv"], folder: folder.path)
    #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty)
    #expect(folder.names == ["new.csv"])
    #expect(try folder.read("new.csv") == wanted)
    // Lines end as the format wants, and every line does.
    let letters = Array(wanted.utf8)
    let ends = letters.indices.filter { letters[$0] == 0x0A }
    #expect(ends.allSatisfy { $0 > 0 && letters[$0 - 1] == 0x0D })
    #expect(letters.last == 0x0A)
  }

  @Test func `an existing file is replaced when that is said, and only then`() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine\n", to: "old.csv")
    let refused = try CommandRun(arguments: view + ["-o", "old.csv"], folder: folder.path)
    #expect(refused.status == 1 && refused.output.isEmpty)
    #expect(refused.errors.contains("--overwrite"))
    #expect(try folder.read("old.csv") == "mine\n")
    let run = try CommandRun(
      arguments: view + ["-o", "old.csv", "--overwrite"], folder: folder.path)
    #expect(run.status == 0)
    #expect(try folder.read("old.csv") == CommandRun(arguments: view).output)
    #expect(folder.names == ["old.csv"])
  }

  @Test(arguments: [
    [], ["--branch", "region=20"], ["--percent", "column", "--labels", "both"],
    ["--sort", "smallest", "--language", "national"],
  ])
  func `explore without a terminal writes what export writes`(options: [String]) throws {
    let table = ["introduction-municipality", "--filter", "year=2019"] + options
    let explore = try CommandRun(arguments: ["explore"] + table)
    let export = try CommandRun(arguments: ["export"] + table)
    #expect(explore.status == 0 && explore.errors.isEmpty)
    #expect(explore.output == export.output && !export.output.isEmpty)
    // `explore` need not be said, and no terminal type is needed.
    let short = try CommandRun(arguments: table, environment: ["TERM": "dumb"])
    #expect(short.output == export.output)
  }

  @Test func `explore without a terminal and without a table lists the tables`() throws {
    let run = try CommandRun(arguments: [])
    #expect(run.status == 0)
    #expect(try run.output == CommandRun(arguments: ["tables"]).output)
  }

  @Test func `a reader that goes away ends the program without a word`() throws {
    // More than a pipe holds, so that the program is still writing.
    let long = "export aap-region --stub age,region --level region=municipality"
    let script = "set -o pipefail; '\(BuiltProgram.prikk)' \(long) | head -1; echo \"<$?>\""
    let run = try CommandRun("/bin/bash", ["-c", script])
    #expect(run.errors.isEmpty)
    #expect(run.output.hasPrefix("age,municipality,") && run.output.hasSuffix("<141>\n"))
    #expect(run.output.unicodeScalars.filter { $0 == "\n" }.count == 2)
  }
}
