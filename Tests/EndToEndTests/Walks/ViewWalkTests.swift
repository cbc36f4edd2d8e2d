import Testing

/// Every key that changes a view, and undo that takes it back.
@Suite(.serialized) struct ViewWalkTests {
  @Test func `pivot moves a dimension and Enter applies it`() throws {
    let walk = try TerminalWalk.explore(
      "introduction-age", "--filter", "year=2019", shows: "| Total: 20 918")
    try walk.press("p")
    try walk.see("Pivot", "Above the table")
    // Sex is the second of the list: out of the columns, above the table.
    try walk.press(.down, .right)
    // The table above the dialog shows what Enter would give already.
    try walk.see("introduction programme by age, 2019", without: ["by age and sex"])
    #expect(walk.screen[0].contains("programme by age, 2019"))
    try walk.press(.enter)
    try walk.see("by age, 2019", without: ["Pivot"])
    let rows = walk.figures(columns: 2)
    let wanted = try CommandRun(
      arguments: ["export", "introduction-age", "--filter", "year=2019", "--filter", "sex=0"]
    ).records()
    #expect(rows.map(\.fields) == Array(wanted.dropFirst()), "\(walk.picture)")
  }

  @Test func `leaving the pivot dialog leaves the view`() throws {
    let walk = try TerminalWalk.explore(
      "introduction-age", "--filter", "year=2019", shows: "| Total: 20 918")
    let before = walk.content
    try walk.press("p", .down, .right)
    try walk.see("Pivot", "introduction programme by age, 2019")
    try walk.press(.escape)
    try walk.see("by age and sex", without: ["Pivot"])
    #expect(walk.content == before)
  }

  @Test func `per cent goes round over column, row, total, the value above and population`() throws
  {
    let walk = try TerminalWalk.explore("aap-region", shows: "| The whole country: 181 224")
    let opened = walk.figures(columns: 6)
    for base in ["column", "row", "total", "parent", "population"] {
      let last = walk.content
      try walk.press("%")
      try walk.wait(until: "per cent of \(base)") { $0.content != last && $0.hasWholeFrame }
      let wanted = try CommandRun(
        arguments: ["export", "aap-region", "--percent", base]
      ).records()
      let rows = walk.figures(columns: 3)
      #expect(rows.map(\.fields) == Array(wanted.dropFirst()), "\(base)\n\(walk.picture)")
    }
    try walk.press("%")
    try walk.wait(until: "the figures are back") {
      $0.figures(columns: 6) == opened && $0.hasWholeFrame
    }
    #expect(opened.count == 12)
  }

  @Test func `sorting puts the largest first, then the smallest, symbols last both times`() throws {
    let walk = try TerminalWalk.explore(
      "introduction-municipality", "--filter", "year=2019", "--branch", "region=19",
      shows: "| Troms - Romsa:")
    let listed = walk.figures(columns: 6)
    try walk.press(.right, .right)
    try walk.see("Males, Persons | Troms - Romsa:")
    for isDescending in [true, false] {
      let last = walk.figures(columns: 6)
      try walk.press("s")
      try walk.wait(until: "rows have another order") {
        let rows = $0.figures(columns: 6)
        return rows != last && rows.count == last.count && $0.hasWholeFrame
      }
      let rows = walk.figures(columns: 6)
      #expect(rows.first == listed.first, "the county stays on top")
      #expect(Set(rows) == Set(listed))
      let males = rows.dropFirst().map { $0.figures[2] }
      let figures = males.compactMap(wholeNumber)
      #expect(figures == (isDescending ? figures.sorted(by: >) : figures.sorted()))
      #expect(!figures.isEmpty && figures.count < males.count)
      #expect(males.dropFirst(figures.count).allSatisfy { $0 == ":" }, "\(walk.picture)")
    }
    try walk.press("s")
    try walk.wait(until: "rows stand as listed") {
      $0.figures(columns: 6) == listed && $0.hasWholeFrame
    }
  }

  @Test func `a name in any of its languages finds a municipality two levels down`() throws {
    let walk = try TerminalWalk.explore(
      "introduction-municipality", "--filter", "year=2019", shows: "The whole country: 20 918")
    try walk.find("hárst", reaching: "Harstad - Hárstták")
    #expect(walk.screen.contains { $0.contains("> Troms - Romsa") })
    // A code does as well, and so does the Norwegian name without its accents.
    let other = try TerminalWalk.explore(
      "introduction-municipality", "--filter", "year=2019", shows: "The whole country: 20 918")
    try other.find("1903", reaching: "Harstad - Hárstták")
    #expect(walk.figures(columns: 6) == other.figures(columns: 6))
  }

  @Test func `codes stand for labels, then beside them`() throws {
    let walk = try TerminalWalk.explore(
      "introduction-age", "--filter", "year=2019", shows: "| Total: 20 918")
    let opened = walk.content
    try walk.press("c")
    try walk.see("26-35", without: ["26-35 years"])
    #expect(walk.figures(columns: 6).map(\.labels) == codes)
    try walk.press("c")
    try walk.see("26-35 26-35 years", "2 Females")
    try walk.press("c")
    try walk.wait(until: "labels are back") { $0.content == opened && $0.hasWholeFrame }
  }

  private let codes = [["total"], ["18-25"], ["26-35"], ["36-45"], ["46-55"], ["56+"]]

  @Test func `a filter is found by typing and shows the figures of its value`() throws {
    let walk = try TerminalWalk.explore(
      "introduction-age", "--filter", "year=2019", shows: "| Total: 20 918")
    try walk.press("f")
    try walk.see("Filter", "country of birth")
    try chooseLine("country of birth", in: walk)
    try walk.see("Search:", "Greenland")
    try walk.press("afr")
    try walk.see("Africa", without: ["Greenland"])
    try walk.press(.enter)
    try walk.see("by age and sex", "Africa", without: ["Search:"])
    let wanted = try CommandRun(
      arguments: [
        "export", "introduction-age", "--filter", "year=2019", "--filter", "country=africa",
      ]
    ).records()
    #expect(walk.figures(columns: 6).map(\.fields) == Array(wanted.dropFirst()))
  }

  /// Moves down a dialog's list until the line with `text` is marked, and takes it.
  private func chooseLine(_ text: String, in walk: TerminalWalk) throws {
    for _ in 0..<10 {
      let marked = walk.screen.indices.filter { row in
        walk.screen[row].contains("│ \(text)")
          && walk.emulator.attributes[row].contains { $0 == "r" || $0 == "a" }
      }
      if !marked.isEmpty { break }
      let last = walk.emulator.attributes
      try walk.press(.down)
      try walk.wait(until: "the mark moves") {
        $0.emulator.attributes != last && $0.hasWholeFrame
      }
    }
    try walk.press(.enter)
  }

  @Test func `undo and redo show the very same screens`() throws {
    let walk = try TerminalWalk.explore(
      "introduction-municipality", "--filter", "year=2019", shows: "The whole country: 20 918")
    try walk.find("Troms", reaching: "Troms - Romsa")
    var screens = [walk.content]
    for keys: [Key] in [[.enter], ["%"], ["s"], ["c"], ["L"], [.backspace]] {
      let last = walk.content
      for key in keys { try walk.press(key) }
      try walk.wait(until: "\(keys) changes the screen") { $0.content != last && $0.hasWholeFrame }
      screens.append(walk.content)
    }
    for screen in screens.dropLast().reversed() {
      try walk.press("u")
      try walk.wait(until: "undo shows the screen before:\n\(screen.joined(separator: "\n"))") {
        $0.content == screen && $0.hasWholeFrame
      }
    }
    for screen in screens.dropFirst() {
      try walk.press("R")
      try walk.wait(until: "redo shows the screen after:\n\(screen.joined(separator: "\n"))") {
        $0.content == screen && $0.hasWholeFrame
      }
    }
  }

  @Test func `a combination that is not held is refused with the dimension to coarsen`() throws {
    let walk = try TerminalWalk.explore(
      "introduction-country", "--filter", "year=2019", shows: "Total: 20 918")
    let rows = walk.figures(columns: 6)
    try walk.press("p")
    try walk.see("Pivot")
    // Country of birth to its finest level; municipality into the columns, to its finest too.
    try walk.press("+", .down, .down, .down, .down, .left, "+", "+", .enter)
    try walk.see("country of birth and municipality is not held", without: ["Pivot"])
    let message = walk.screen.suffix(4).joined(separator: " ")
    #expect(message.contains("set country of birth to its total"))
    #expect(message.contains("municipality by county"))
    #expect(walk.figures(columns: 6) == rows, "the view stays as it was")
    // Enter takes the first way out, and there are figures.
    try walk.press(.enter)
    try walk.see("20 918", "Halden", "is now at its total", without: ["is not held"])
    #expect(walk.screen[0].contains("municipality"))
    #expect(walk.screen.contains { $0.contains(": Not for publication") })
  }
}
