import Testing

/// What `prikk protect` says where no pattern is safe.
@Suite struct WayOutTests {
  private let fixture: CellsFixture

  init() throws { fixture = try CellsFixture() }

  /// Shows all around a small count, so that it is known: f, a1 in m1, 3 of them.
  private static let around = """
    sex,age,mun,instruction
    f,a1,m0,show
    f,a1,m2,show
    f,a1,c0,show

    """

  /// How many cells of a file are published and not 0, each once.
  private func shown(_ file: String) throws -> Int {
    try fixture.records(file).count { $0[4] == "published" && $0[3] != "0" }
  }

  @Test func `the level to leave out is named with the tables to type, and shows most`() throws {
    try fixture.folder.write(Self.around, to: "orders.csv")
    let run = try fixture.protect("--instructions", "orders.csv", "--out", "out.csv")
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(!fixture.folder.names.contains("out.csv"))
    // All that can be left out, protected one by one.
    var best = (shown: -1, list: "")
    for list in ["age*mun", "sex*mun", "sex*age*county"] {
      let trial = try fixture.protect(
        "--instructions", "orders.csv", "--tables", list, "--out", "out.csv", "--overwrite")
      #expect(trial.status == 0, "\(trial.errors)")
      let shown = try shown("out.csv")
      if shown > best.shown { best = (shown, list) }
    }
    #expect(run.errors.contains("--tables '\(best.list)'\n"), "\(run.errors)")
    #expect(run.errors.contains("shows \(best.shown) of "), "\(run.errors)")
    #expect(!run.errors.contains("does not help"))
    #expect(run.errors.split(separator: "\n").allSatisfy { $0.count <= 100 }, "\(run.errors)")
  }

  @Test func `levels above stay, and so do other tables`() throws {
    // Women in m3 are two; all others of the county, and the county, are shown.
    try fixture.folder.write(
      CellsFixture.cells.replacing("f,a1,m3,40", with: "f,a1,m3,1")
        .replacing("f,a3,m3,8", with: "f,a3,m3,1"), to: "cells.csv")
    try fixture.folder.write(
      "sex,mun,instruction\nf,m4,show\nf,c1,show\n", to: "orders.csv")
    let run = try fixture.protect(
      "--instructions", "orders.csv", "--tables", "sex*mun,age*county")
    #expect(run.status == 1, "\(run.output)")
    #expect(
      ["--tables 'mun,age*county'", "--tables 'sex*county,age*county'"]
        .contains { run.errors.contains($0) }, "\(run.errors)")
  }

  @Test func `where no level helps by itself, that is said`() throws {
    // Women and those of age a are few, and all others of either kind are shown.
    try fixture.folder.write("sex,age,freq\nf,a,1\nf,b,2\nm,a,1\nm,b,20\n", to: "cells.csv")
    try fixture.folder.write(
      "sex,age,instruction\nm,Total,show\nTotal,b,show\nTotal,Total,show\n", to: "orders.csv")
    let run = try fixture.run(
      "protect", "cells.csv", "--policy", "below:4", "--seed", "1", "--instructions",
      "orders.csv")
    #expect(run.status == 1 && run.output.isEmpty, "\(run.output)")
    #expect(run.errors.contains("does not help; tried: sex, age."), "\(run.errors)")
    #expect(!run.errors.contains("--tables '"), "\(run.errors)")
  }
}
