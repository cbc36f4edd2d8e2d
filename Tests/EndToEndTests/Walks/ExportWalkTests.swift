import Testing

/// The key x: what is in the file is what is on the screen, and what `prikk export` writes.
@Suite(.serialized) struct ExportWalkTests {
  /// Opens the export dialog and asks for a file.
  private func export(to name: String, from walk: TerminalWalk) throws {
    try walk.press("x")
    try walk.see("Export to a CSV file")
    try walk.press(.control("u"))
    try walk.press(.text(name), .enter)
  }

  @Test func `a file has the figures of the screen, cell by cell`() throws {
    let folder = try TemporaryFolder()
    let walk = try TerminalWalk.explore(
      "introduction-municipality", "--filter", "year=2019", "--branch", "region=20",
      shows: "| Finnmark - Finnmárku:",
      folder: folder.path)
    try export(to: "finnmark.csv", from: walk)
    try walk.see("Written: finnmark.csv", without: ["Export to a CSV file"])
    #expect(folder.names == ["finnmark.csv"])
    let file = try folder.read("finnmark.csv")
    let records = try commaSeparated(file)
    let rows = walk.figures(columns: 6)
    #expect(rows.map(\.fields) == Array(records.dropFirst()))
    #expect(rows.count == 20 && rows.joinedFigures.contains(":"))
    #expect(
      records.first == [
        "municipality", "Both sexes Persons", "Both sexes Per cent", "Males Persons",
        "Males Per cent", "Females Persons", "Females Per cent",
      ])
    let run = try CommandRun(
      arguments: [
        "export", "introduction-municipality", "--filter", "year=2019", "--branch", "region=20",
      ])
    #expect(run.output == file)
  }

  @Test func `all pages of a long table are in the file`() throws {
    let folder = try TemporaryFolder()
    let arguments = [
      "introduction-municipality", "--filter", "year=2019", "--level", "region=municipality",
    ]
    let walk = try TerminalWalk.explore(
      arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], shows: "1/423",
      folder: folder.path)
    try export(to: "all.csv", from: walk)
    try walk.see("Written: all.csv")
    let records = try commaSeparated(folder.read("all.csv")).dropFirst().map { $0 }
    #expect(records.count == 423)
    var end = 0
    while end < records.count {
      let rows = walk.figures(columns: 6).map(\.fields)
      // A page overlaps with the one before or follows it; names alone occur twice.
      let start = (0...end).last { Array(records.dropFirst($0).prefix(rows.count)) == rows }
      end = try #require(start, "\(walk.picture)\n\(records[max(0, end - 2)])") + rows.count
      let last = walk.content
      if end < records.count {
        try walk.press(.pageDown)
        try walk.wait(until: "the next page") { $0.content != last && $0.hasWholeFrame }
      }
    }
  }

  /// Keys in the explorer, and the options that make the same view.
  private static let views: [([Key], [String])] = [
    ([], []),
    (["c"], ["--labels", "codes"]),
    (["c", "c"], ["--labels", "both"]),
    (["%"], ["--percent", "column"]),
    (["s"], ["--sort", "sex=0,measure=persons:largest"]),
    (["L"], ["--language", "national"]),
  ]

  @Test(arguments: 0..<6)
  func `x and prikk export write the same bytes for the same view`(index: Int) throws {
    let (keys, options) = Self.views[index]
    let folder = try TemporaryFolder()
    let table = [
      "introduction-municipality", "--filter", "year=2019", "--select", "region=0301,1103,1201",
    ]
    let walk = try TerminalWalk.explore(
      table[0], table[1], table[2], table[3], table[4], shows: "| Oslo municipality:",
      folder: folder.path)
    for key in keys {
      let last = walk.content
      try walk.press(key)
      try walk.wait(until: "\(key) changes the view") { $0.content != last && $0.hasWholeFrame }
    }
    try walk.press("x")
    try walk.see("introduction-municipality.csv")
    try walk.press(.enter)
    try walk.wait(until: "the file is there") {
      _ = $0
      return folder.names == ["introduction-municipality.csv"]
    }
    let run = try CommandRun(arguments: ["export"] + table + options)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try folder.read("introduction-municipality.csv") == run.output)
  }

  @Test func `an existing file is replaced only after a yes`() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine\n", to: "old.csv")
    let walk = try TerminalWalk.explore(
      "introduction-age", "--filter", "year=2019", shows: "| Total: 20 918", folder: folder.path)
    try export(to: "old.csv", from: walk)
    try walk.see("already", "(y)")
    #expect(try folder.read("old.csv") == "mine\n")
    try walk.press("n")
    try walk.see("old.csv", without: ["(y)"])
    #expect(try folder.read("old.csv") == "mine\n")
    try walk.press(.enter)
    try walk.see("(y)")
    try walk.press("y")
    try walk.see("Written: old.csv")
    #expect(folder.names == ["old.csv"])
    let run = try CommandRun(arguments: ["export", "introduction-age", "--filter", "year=2019"])
    #expect(try folder.read("old.csv") == run.output)
  }

  @Test func `a missing folder is said and leaves nothing`() throws {
    let folder = try TemporaryFolder()
    let walk = try TerminalWalk.explore(
      "introduction-age", "--filter", "year=2019", shows: "| Total: 20 918", folder: folder.path)
    try export(to: "nowhere/new.csv", from: walk)
    try walk.see("nowhere/new.csv could not be written: its folder does not exist")
    #expect(folder.names == [])
    // The dialog is still there: another name helps.
    try walk.press(.control("u"))
    try walk.press("new.csv", .enter)
    try walk.see("Written: new.csv")
    #expect(folder.names == ["new.csv"])
  }

  @Test func `a disk without room is said and leaves nothing`() throws {
    let folder = try TemporaryFolder()
    let script = "ulimit -f 0; exec '\(BuiltProgram.prikk)' explore introduction-age"
    let walk = try TerminalWalk(
      "/bin/sh", ["-c", script], rows: 40, columns: 120, folder: folder.path)
    try walk.see("by age and sex")
    try export(to: "new.csv", from: walk)
    try walk.see("no space left")
    #expect(folder.names == [])
    try walk.press(.escape)
    try walk.see("by age and sex", without: ["no space left"])
    try walk.press("q")
    #expect(try walk.end() == .exited(0))
    #expect(isGivenBack(walk))
  }
}

extension [FigureLine] {
  /// All figures, in one list.
  fileprivate var joinedFigures: [String] { flatMap(\.figures) }
}
