import Testing

/// From the catalogue down to municipalities, where cells are hidden, and back.
@Suite(.serialized) struct DrillWalkTests {
  @Test func `the catalogue opens a table and Esc comes back to it`() throws {
    let walk = try TerminalWalk.explore(shows: "introduction-municipality")
    for table in ["aap-education", "aap-background", "aap-region", "aap-new", "aap-intensity"] {
      #expect(walk.screen.contains { $0.contains(table) })
    }
    try walk.press("/")
    try walk.press("introduction-mun")
    try walk.see("introduction-municipality", without: ["aap-region", "introduction-age"])
    // The first Enter keeps the filter, the second opens what is left.
    try walk.press(.enter, .enter)
    try walk.see("programme by municipality and sex, 2022", "| The whole country: ")
    let country = try #require(walk.figures(columns: 6).first)
    let records = try CommandRun(
      arguments: ["export", "introduction-municipality", "--filter", "year=2022"]
    ).records()
    #expect(country.fields == records[1])
    try walk.press(.escape)
    try walk.see("introduction-municipality", without: ["The whole country"])
    try walk.press("q")
    #expect(try walk.end() == .exited(0))
  }

  @Test func `drilling to municipalities meets hidden cells, and the way up is the way back`()
    throws
  {
    let walk = try TerminalWalk.explore(
      "introduction-municipality", "--filter", "year=2019", shows: "The whole country: 20 918")
    #expect(!walk.screen.contains { $0.contains("Not for publication") })
    #expect(walk.screen.contains { $0.contains("114 shown, 0 hidden") })
    let counties = walk.figures(columns: 6)
    #expect(counties.count == 19)
    try walk.find("Finnmark", reaching: "Finnmark - Finnmárku")
    let before = walk.content
    try walk.press(.enter)
    try walk.see("> Finnmark - Finnmárku", "Guovdageaidnu - Kautokeino")
    let rows = walk.figures(columns: 6)
    #expect(rows.count == 20)
    // The county says the same from near and from far.
    #expect(rows.first == counties.first { $0.labels == ["Finnmark - Finnmárku"] })
    let hidden = rows.reduce(0) { $0 + $1.figures.filter { $0 == ":" }.count }
    #expect(hidden > 0)
    #expect(walk.screen.contains { $0.contains(": Not for publication") })
    #expect(walk.screen.contains { $0.contains("\(120 - hidden) shown, \(hidden) hidden") })
    try walk.press(.backspace)
    try walk.see("The whole country ", without: ["> Finnmark - Finnmárku"])
    #expect(walk.content == before)
  }

  @Test func `why a hidden cell is hidden is said by its rule and never by a number`() throws {
    let walk = try TerminalWalk.explore(
      "introduction-municipality", "--filter", "year=2019", "--branch", "region=20",
      shows: "| Finnmark - Finnmárku:")
    // The first municipality of which both sexes are published and males are not.
    let rows = walk.figures(columns: 6)
    let place = try #require(rows.firstIndex { $0.figures[0] != ":" && $0.figures[2] == ":" })
    let (label, figure) = (rows[place].labels[0], rows[place].figures[0])
    for _ in 0..<place { try walk.press(.down) }
    try walk.press(.right, .right)
    try walk.see("Males, Persons | \(label): Not for publication")
    try walk.press("w")
    try walk.see("Why this cell", "Males", label, "fewer than four units")
    let box = dialogLines(walk.screen)
    #expect(box.contains { $0.contains(": Not for publication") })
    // Not a digit but those of the year, neither of the cell nor of its neighbours.
    let digits = box.joined().replacing("2019", with: "").filter(\.isNumber)
    #expect(digits.isEmpty)
    try walk.press(.escape)
    try walk.see("Males, Persons | \(label)", without: ["Why this cell"])
    // A cell that is published says its figure.
    try walk.press("0", "w")
    try walk.see("Why this cell", "\(figure) Published")
  }

  @Test func `per cent, order and leaving rows out never show what is hidden`() throws {
    let walk = try TerminalWalk.explore(
      "introduction-municipality", "--filter", "year=2019", "--branch", "region=20",
      shows: "| Finnmark - Finnmárku:")
    let plain = walk.figures(columns: 6)
    // Rows whose males are hidden stay hidden in every kind of per cent.
    let hidden = Set(plain.filter { $0.figures[2] == ":" }.map(\.labels))
    #expect(!hidden.isEmpty)
    for _ in 0..<3 {
      let last = walk.content
      try walk.press("%")
      try walk.wait(until: "the figures change") { $0.content != last && $0.hasWholeFrame }
      let rows = walk.figures(columns: 3)
      #expect(rows.count == plain.count, "\(walk.picture)")
      for row in rows where hidden.contains(row.labels) {
        #expect(row.figures[1] == ":" && row.figures[2] == ":", "\(row)")
      }
    }
  }

  /// What stands inside the frame of a dialog.
  private func dialogLines(_ screen: [String]) -> [Substring] {
    screen.compactMap { line in
      let parts = line.split(separator: "│", omittingEmptySubsequences: false)
      return parts.count >= 3 ? parts[1] : nil
    }
  }
}
