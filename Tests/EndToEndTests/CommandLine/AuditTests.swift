import Testing

/// `prikk audit`.
@Suite struct AuditCommandTests {
  private let fixture: CellsFixture

  init() throws { fixture = try CellsFixture() }

  private func audit(_ file: String, _ options: String...) throws -> CommandRun {
    try CommandRun(
      arguments: ["audit", file, "--hierarchy", "places.csv"] + options,
      folder: fixture.folder.path)
  }

  @Test func `a pattern with one cell shown too many is caught, and that cell is named`() throws {
    #expect(try fixture.protect("--out", "out.csv", "--report", "report.csv").status == 0)
    let text = try fixture.folder.read("out.csv")
    var caught = 0
    for line in try fixture.records("report.csv") where line[3] == "secondary" {
      let codes = line[..<3].joined(separator: ",")
      try fixture.folder.write(
        text.replacing("\(codes),,suppressed", with: "\(codes),\(line[4]),published"),
        to: "broken.csv")
      let run = try audit("broken.csv", "--threshold", "4", "--csv", "told.csv", "--overwrite")
      #expect(run.errors.isEmpty && [0, 2].contains(run.status))
      guard run.status == 2 else { continue }
      caught += 1
      #expect(run.output.contains("can be told:"))
      let name = zip(["sex", "age", "mun"], line).filter { $0.1 != "Total" }
        .map { "\($0.0)=\($0.1)" }.joined(separator: " ")
      let counts = CellsFixture.lattice
      for told in try fixture.records("told.csv") {
        #expect(told[5].split(separator: "; ").contains { $0 == name }, "\(name): \(told)")
        let count = try #require(counts[Array(told[..<3])])
        #expect(try #require(Int(told[3])) <= count && count <= #require(Int(told[4])))
      }
    }
    #expect(caught > 0)
  }

  @Test func `what others write is read: GaussSuppression, sdcTable, symbols`() throws {
    // Two of four inner cells hidden: the row and column totals tell both to the unit.
    let counts = [("a", "x", 2), ("a", "y", 5), ("b", "x", 9), ("b", "y", 4)]
    let margins = [
      ("a", "Total", 7), ("b", "Total", 13), ("Total", "x", 11), ("Total", "y", 9),
      ("Total", "Total", 20),
    ]
    func isHidden(_ cell: (String, String, Int)) -> Bool { cell.0 == "a" && cell.1 == "x" }
    let all = counts + margins
    var gauss = "\"\",\"sex\",\"area\",\"freq\",\"primary\",\"suppressed\"\n"
    var table = "sex;area;Freq;sdcStatus\n"
    var symbols = "sex\tarea\tn\n"
    for (number, cell) in all.enumerated() {
      let logical = isHidden(cell) ? "TRUE" : "FALSE"
      gauss += "\"\(number)\",\"\(cell.0)\",\"\(cell.1)\",\(cell.2),\(logical),\(logical)\n"
      table += "\(cell.0);\(cell.1);\(cell.2).0;\(isHidden(cell) ? "u" : "s")\n"
      symbols += "\(cell.0)\t\(cell.1)\t\(isHidden(cell) ? ":" : String(cell.2))\n"
    }
    for (name, text) in [("g.csv", gauss), ("t.csv", table), ("s.tsv", symbols)] {
      try fixture.folder.write(text, to: name)
      let run = try fixture.run("audit", name)
      #expect(run.status == 2 && run.errors.isEmpty, "\(name): \(run.errors)")
      #expect(run.output.contains("sex=a area=x is 2, from "), "\(name): \(run.output)")
      #expect(run.output.contains("The column primary") == (name == "g.csv"))
    }
    // A raw figure beside the mark of a hidden cell is not looked at: any other gives the same.
    try fixture.folder.write(gauss.replacing("\"x\",2,TRUE", with: "\"x\",777,TRUE"), to: "o.csv")
    let other = try fixture.run("audit", "o.csv")
    #expect(other.output.contains("sex=a area=x is 2, from ") && !other.output.contains("777"))
  }

  @Test func `margins that are not published tell nothing, and empty cells are known`() throws {
    // No totals by area: x and y of a add up to 7, each at least 1.
    try fixture.folder.write(
      "sex,area,freq\na,x,\na,y,\nb,x,9\nb,y,4\na,Total,7\nb,Total,13\n", to: "open.csv")
    let open = try fixture.run("audit", "open.csv")
    #expect(open.status == 0, "\(open.output)")
    let narrow = try fixture.run("audit", "open.csv", "--fewest", "7")
    #expect(narrow.status == 2 && narrow.output.contains("sex=a area=x is 1 to 6"))
    // Without y of a, which is then 0, x is known.
    try fixture.folder.write(
      "sex,area,freq\na,x,\nb,x,9\nb,y,4\na,Total,7\nb,Total,13\n", to: "empty.csv")
    let empty = try fixture.run("audit", "empty.csv")
    #expect(empty.status == 2 && empty.output.contains("sex=a area=x is 7, from sex=a"))
  }

  @Test func `an earlier set of the same units is known, one of others is not`() throws {
    let now =
      "sex,area,freq\na,x,\na,y,\nb,x,\nb,y,\na,Total,7\nb,Total,13\nTotal,x,11\nTotal,y,9\n"
    try fixture.folder.write(now, to: "now.csv")
    #expect(try fixture.run("audit", "now.csv").status == 0)
    try fixture.folder.write("area,sex,freq\nx,a,2\nTotal,a,7\n", to: "same.csv")
    let same = try fixture.run("audit", "now.csv", "--previous", "same.csv")
    #expect(same.status == 2)
    for sentence in ["sex=a area=x is 2, from the earlier set", "sex=b area=y is 4, from "] {
      #expect(same.output.contains(sentence), "\(same.output)")
    }
    try fixture.folder.write("sex,area,freq\na,x,2\na,Total,8\n", to: "other.csv")
    let other = try fixture.run("audit", "now.csv", "--previous", "other.csv")
    #expect(other.status == 0 && other.output.contains("1 cells hidden now were shown there"))
    let claimed = try fixture.run(
      "audit", "now.csv", "--previous", "other.csv", "--same-units")
    #expect(claimed.status == 1 && claimed.output.isEmpty && claimed.errors.contains("sex=a"))
  }

  @Test func `figures that contradict each other are named`() throws {
    try fixture.folder.write(
      "sex,area,freq\na,x,2\na,y,5\na,Total,8\nTotal,x,2\nTotal,y,5\nTotal,Total,7\n",
      to: "wrong.csv")
    let run = try fixture.run("audit", "wrong.csv")
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.contains("1 totals are not the sum") || run.errors.contains("sex=a"))
    try fixture.folder.write("sex,area,freq\na,x,2\na,x,3\n", to: "twice.csv")
    let twice = try fixture.run("audit", "twice.csv")
    #expect(twice.status == 1 && twice.errors.contains("twice.csv:3:1"))
    // Hidden in one table and shown in another.
    try fixture.folder.write("sex,area,freq\na,x,\na,y,5\na,x,2\n", to: "both.csv")
    let both = try fixture.run("audit", "both.csv")
    #expect(both.status == 2 && both.output.contains("line 4, where it is shown"))
  }

  @Test func `a release of ours is attacked in all its periods`() throws {
    let release = "\(repositoryPath)/data/releases/integration-quarter-2022K1-2024K1.prikk"
    let run = try fixture.run("audit", release)
    #expect([0, 2].contains(run.status) && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.contains("Attacked in 9 periods"), "\(run.output)")
    let rounded = try fixture.run(
      "audit", "\(repositoryPath)/data/releases/aap-2018-2022.prikk")
    #expect(rounded.status == 0 && rounded.output.contains("Nothing is hidden."))
  }
}
