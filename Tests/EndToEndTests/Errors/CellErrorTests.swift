import Testing

/// What is wrong with a file of cells or a wish about it is told with a way out, never a figure.
@Suite struct CellErrorTests {
  private let fixture: CellsFixture

  init() throws { fixture = try CellsFixture() }

  @Test(arguments: [
    // Text in the file, its replacement, what is said.
    ("m,a3,m3,1", "m,a3,m9,7654321", "csv:29:6"),
    ("m,a3,m3,1", "m,a3,m3,-7654321", "csv:29:9"),
    ("m,a3,m3,1", "m,a3,m2,7654321", "csv:29:1"),
    ("m,a3,m3,1", "m,a3,m3,7654321,4", "csv:29:1"),
    ("m,a3,m3,1", "m,a3,Total,7654321", "csv:29:6"),
    ("m,a3,m3,1", "m,,m3,7654321", "csv:29:3"),
  ])
  func `a wrong line is named, its figure is not`(
    line: String, wrong: String, place: String
  ) throws {
    try fixture.folder.write(
      CellsFixture.cells.replacing("\(line)\n", with: "\(wrong)\n"), to: "cells.csv")
    let run = try fixture.protect("--out", "out.csv")
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("prikk: cells.\(place)"), "\(run.errors)")
    #expect(!run.errors.contains("7654321"), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count >= 2)
    #expect(!fixture.folder.names.contains("out.csv"))
  }

  @Test(arguments: [
    (["--policy", "bellow:4"], "Did you mean below:4?"),
    (["--policy", "below:1"], "from 2 on"),
    (["--policy", "below:4", "--count", "frq"], "Did you mean freq?"),
    (["--policy", "below:4", "--tables", "sex*mum"], "Did you mean mun?"),
    (["--policy", "below:4", "--tables", "mun*county"], "of one column"),
    (["--policy", "below:4", "--tables", "sex*,age"], "a table is empty"),
    (["--policy", "below:4", "--threshold-of", "agee=9"], "Did you mean age?"),
    (["--policy", "round:3", "--zeros", "protected"], "--zeros: only for"),
    (["--policy", "below:4", "--out", "x.csv", "--report", "x.csv"], "--report"),
    (["--policy", "below:4", "--hierarchy", "nun=regions.csv"], "Did you mean mun?"),
    (["--policy", "below:4", "--sum", "freq"], "--units and --largest"),
    (["--policy", "below:4", "--dominance", "1,50"], "name them with --sum"),
    (["--policy", "below:4", "--lanes", "0"], "--lanes"),
    (["--policy", "below:4", "--range", "reach-never"], "reach-where-possible"),
    ([], "--policy"),
  ])
  func `a wrong wish is told with what is allowed`(options: [String], sentence: String) throws {
    let run = try CommandRun(
      arguments: ["protect", "cells.csv", "--hierarchy", "places.csv"] + options,
      folder: fixture.folder.path)
    #expect(run.status == 2 && run.output.isEmpty, "\(run.output)")
    #expect(run.errors.contains(sentence), "\(run.errors)")
  }

  @Test func `a file that is not there or in the way is told before the work`() throws {
    #expect(try fixture.run("protect", "none.csv", "--policy", "below:4").status == 1)
    #expect(try fixture.run("audit", "none.csv").errors.contains("there is no such file"))
    #expect(try fixture.run("audit", ".").errors.contains("not a regular file"))
    try fixture.folder.write("mine\n", to: "out.csv")
    let taken = try fixture.protect("--out", "out.csv")
    #expect(taken.status == 1 && taken.errors.contains("--overwrite"))
    #expect(try fixture.folder.read("out.csv") == "mine\n")
    #expect(try fixture.protect("--out", "no/such/out.csv").status == 1)
    let nowhere = try fixture.protect("--report", "/proc/report.csv")
    #expect(nowhere.status == 1 && nowhere.output.isEmpty)
  }

  @Test func `a hierarchy that lacks a code, or has one twice, is named`() throws {
    try fixture.folder.write("mun,region\nm0,r0\n", to: "short.csv")
    let short = try fixture.protect("--hierarchy", "short.csv")
    #expect(short.status == 1 && short.errors.contains("short.csv: this code of mun has no line"))
    try fixture.folder.write(CellsFixture.regions.replacing("r0", with: "c0"), to: "same.csv")
    let same = try fixture.protect("--hierarchy", "same.csv")
    #expect(same.status == 1 && same.errors.contains("another list of mun"))
    let first = try fixture.run(
      "protect", "cells.csv", "--policy", "below:4", "--hierarchy", "short.csv")
    #expect(first.status == 1 && first.errors.contains("a code that short.csv does not have"))
  }

  @Test func `a wrong order is named with its line`() throws {
    for (text, place) in [
      ("sex,instruction\nf,hidde\n", "Did you mean hide?"),
      ("sex,instruction\nq,hide\n", "orders.csv:2:1"),
      ("sexx,instruction\nf,hide\n", "Did you mean sex?"),
      ("sex\nf\n", "instruction"),
    ] {
      try fixture.folder.write(text, to: "orders.csv")
      let run = try fixture.protect("--instructions", "orders.csv")
      #expect([1, 2].contains(run.status) && run.output.isEmpty)
      #expect(run.errors.contains(place), "\(run.errors)")
    }
  }

  @Test func `a word for the status that nobody knows is asked about`() throws {
    try fixture.folder.write("sex,freq,status\na,2,gone\nb,5,ok\n", to: "words.csv")
    let unknown = try fixture.run("audit", "words.csv")
    #expect(unknown.status == 1 && unknown.errors.contains("--hidden"))
    let told = try fixture.run("audit", "words.csv", "--hidden", "gone")
    #expect(told.status == 0 && told.output.contains("1 hidden"), "\(told.errors)")
  }
}
