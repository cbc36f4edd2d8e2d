import Testing

/// `prikk show`: a view as text, with the figures that `prikk export` has.
@Suite struct ShowTests {
  /// Views by every option, one at least of each.
  static let views: [[String]] = [
    ["introduction-age", "--filter", "year=2019"],
    ["introduction-age", "--filter", "year=2019", "--stub", "sex", "--heading", "age"],
    ["introduction-age", "--filter", "year=2019", "--stub", "age", "--heading", "none"],
    ["introduction-age", "--filter", "year=2019", "--filter", "region=19"],
    ["introduction-municipality", "--filter", "year=2019", "--select", "region=0301,1103"],
    ["introduction-municipality", "--filter", "year=2019", "--level", "region=county"],
    ["introduction-municipality", "--filter", "year=2019", "--branch", "region=19"],
    [
      "introduction-municipality", "--filter", "year=2019", "--branch", "region=19", "--percent",
      "column",
    ],
    [
      "introduction-municipality", "--filter", "year=2019", "--branch", "region=19", "--percent",
      "row",
    ],
    [
      "introduction-municipality", "--filter", "year=2019", "--branch", "region=19", "--percent",
      "total",
    ],
    [
      "introduction-municipality", "--filter", "year=2019", "--branch", "region=19", "--sort",
      "largest",
    ],
    [
      "introduction-municipality", "--filter", "year=2019", "--branch", "region=19", "--sort",
      "sex=2:smallest",
    ],
    ["introduction-country", "--filter", "year=2019", "--hide-empty"],
    ["introduction-country", "--filter", "year=2019", "--measure", "persons"],
    ["introduction-measures", "--filter", "year=2019", "--labels", "codes"],
    ["introduction-measures", "--filter", "year=2019", "--language", "national"],
    ["aap-region", "--percent", "population"],
    ["aap-region", "--branch", "region=54", "--measure", "persons,population"],
  ]

  @Test(arguments: views)
  func `text and file have the same figures`(view: [String]) throws {
    let show = try CommandRun(arguments: ["show"] + view)
    #expect(show.status == 0 && show.errors.isEmpty)
    let records = try CommandRun(arguments: ["export"] + view).records()
    let columns = try #require(records.first).count - 1
    let rows = figureLines(show.lines, columns: columns)
    #expect(rows.map(\.fields) == Array(records.dropFirst()), "\(show.output)")
    #expect(!rows.isEmpty)
    let isNational = view.contains("national")
    #expect(show.output.contains(isNational ? "\nKilde: " : "\nSource: "))
  }

  @Test(arguments: [20, 40, 60, 79, 100, 10_000])
  func `a narrow width breaks the table into panels that have all figures`(width: Int) throws {
    let view = ["aap-region", "--branch", "region=54"]
    let records = try CommandRun(arguments: ["export"] + view + ["--labels", "codes"]).records()
    let codes = Set(records.map { $0[0] })
    let show = try CommandRun(
      arguments: ["show"] + view + ["--labels", "codes", "--width", "\(width)"])
    #expect(show.status == 0)
    // One column with its labels may need more than the least width.
    if width > 20 { for line in show.lines { #expect(line.count <= width, "\(line)") } }
    // Panels have the same rows one after another; side by side they are the table.
    let perRow = records.count - 1
    var joined: [[String]] = Array(repeating: [], count: perRow)
    var place = 0
    for line in show.lines {
      guard let row = longestFigureLine(line), codes.contains(row.labels[0]) else { continue }
      joined[place % perRow] += row.figures
      place += 1
    }
    #expect(joined == records.dropFirst().map { Array($0.dropFirst()) }, "\(show.output)")
  }

  /// A line with a code, then figures: as many as there are.
  private func longestFigureLine(_ line: String) -> FigureLine? {
    for columns in (1...9).reversed() {
      guard let row = figureLines([line], columns: columns).first else { continue }
      if row.labels.count == 1 { return row }
    }
    return nil
  }

  @Test func `per cent of a column is what the published counts give`() throws {
    let view = [
      "introduction-municipality", "--filter", "year=2019", "--branch", "region=19", "--measure",
      "persons",
    ]
    let counts = try CommandRun(arguments: ["export"] + view).records().dropFirst().map { $0 }
    let percents = try CommandRun(arguments: ["export"] + view + ["--percent", "column"])
      .records().dropFirst().map { $0 }
    #expect(counts.map(\.[0]) == percents.map(\.[0]))
    var hidden = 0
    for (row, percent) in zip(counts, percents) {
      for column in 1...3 {
        guard let count = wholeNumber(row[column]), let total = wholeNumber(counts[0][column])
        else {
          hidden += 1
          #expect(percent[column] == ":", "\(row)")
          continue
        }
        let tenths = (2000 * count + total) / (2 * total)
        let share = count == 0 ? "-" : "\(tenths / 10).\(tenths % 10)"
        #expect(percent[column] == share, "\(row)")
      }
    }
    #expect(hidden > 0)
  }

  @Test func `sorting puts symbols last, largest or smallest first`() throws {
    let view = [
      "export", "introduction-municipality", "--filter", "year=2019", "--branch", "region=19",
    ]
    let listed = try CommandRun(arguments: view).records()
    for (word, isDescending) in [("largest", true), ("smallest", false)] {
      let records = try CommandRun(arguments: view + ["--sort", "sex=1:\(word)"]).records()
      #expect(Set(records) == Set(listed) && records.count == listed.count)
      let males = records.dropFirst(2).map { $0[3] }
      let figures = males.compactMap(wholeNumber)
      #expect(figures == (isDescending ? figures.sorted(by: >) : figures.sorted()))
      #expect(males.dropFirst(figures.count).allSatisfy { $0 == ":" })
      #expect(figures.count < males.count)
    }
  }

  @Test func `leaving out empty rows leaves out zeros and never what is hidden`() throws {
    let view = [
      "export", "introduction-country", "--filter", "year=2019", "--level", "country=2",
      "--measure", "persons",
    ]
    let all = try CommandRun(arguments: view).records()
    let shown = try CommandRun(arguments: view + ["--hide-empty"]).records()
    let empty = all.dropFirst().filter { $0.dropFirst().allSatisfy { $0 == "-" } }
    #expect(!empty.isEmpty)
    #expect(shown == all.filter { !empty.contains($0) })
    #expect(shown.contains { $0.dropFirst().allSatisfy { $0 == ":" } })
  }

  @Test func `labels, codes and languages stand where they are asked for`() throws {
    func first(_ options: String...) throws -> [String] {
      let arguments =
        ["export", "introduction-measures", "--filter", "year=2019", "--measure", "persons"]
        + options
      return try CommandRun(arguments: arguments).records().map { $0[0] }
    }
    let codes = try first("--labels", "codes")
    #expect(codes.prefix(3) == ["measure", "total", "01"])
    #expect(try first("--labels", "both") == codes)
    let english = try first()
    #expect(english != codes && english.count == codes.count)
    #expect(try first("--language", "english") == english)
    #expect(try first("--language", "national") != english)
  }

  @Test func `select, level, branch and filter choose the rows they name`() throws {
    func codes(_ options: String...) throws -> [String] {
      let arguments =
        ["export", "introduction-municipality", "--filter", "year=2019", "--labels", "codes"]
        + options
      return try CommandRun(arguments: arguments).records().dropFirst().map { $0[0] }
    }
    #expect(try codes("--select", "region=1103,0301") == ["0301", "1103"])
    let counties = try codes("--level", "region=county")
    #expect(counties.count == 19 && counties.first == "0")
    #expect(try codes("--level", "region=1") == counties)
    #expect(try codes("--level", "region=municipality").count == 423)
    let branch = try codes("--branch", "region=19")
    #expect(branch.count == 25 && branch.first == "19")
    #expect(branch.dropFirst().allSatisfy { $0.hasPrefix("19") })
    #expect(try codes("--stub", "age", "--filter", "region=19").first == "total")
  }
}
