import Glibc
import Testing

/// `prikk protect`.
@Suite struct ProtectTests {
  private let fixture: CellsFixture

  init() throws { fixture = try CellsFixture() }

  @Test func `every small count is hidden, every shown one is true, and nothing can be told`()
    throws
  {
    let run = try fixture.protect("--out", "out.csv", "--report", "report.csv")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let counts = CellsFixture.lattice
    let cells = try fixture.records("out.csv")
    #expect(cells.count == 3 * 4 * 9)
    for cell in cells {
      let count = counts[Array(cell[..<3])] ?? 0
      if cell[4] == "suppressed" {
        #expect(cell[3].isEmpty && count > 0, "\(cell)")
      } else {
        #expect(cell[3] == String(count) && !(1..<4).contains(count), "\(cell)")
      }
    }
    let audit = try fixture.run(
      "audit", "out.csv", "--hierarchy", "places.csv", "--threshold", "4")
    #expect(audit.status == 0 && audit.errors.isEmpty, "\(audit.output)\(audit.errors)")
  }

  @Test func `the report is its owner's alone, and says why each cell is hidden`() throws {
    #expect(try fixture.protect("--out", "out.csv", "--report", "report.csv").status == 0)
    var status = stat()
    #expect(unsafe stat(fixture.folder.path + "/report.csv", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    let hidden = try fixture.records("out.csv").filter { $0[4] == "suppressed" }
    let report = try fixture.records("report.csv")
    #expect(Set(report.map { Array($0[..<3]) }) == Set(hidden.map { Array($0[..<3]) }))
    let counts = CellsFixture.lattice
    for line in report {
      let count = try #require(counts[Array(line[..<3])])
      #expect(line[4] == String(count))
      let (low, high) = (try #require(Int(line[5])), try #require(Int(line[6])))
      #expect(low >= 1 && low <= count && count <= high)
      if line[3] == "primary" {
        #expect(count < 4 && high >= 4, "\(line)")
      } else {
        #expect(line[3] == "secondary" && line[8].contains(" = "), "\(line)")
      }
    }
    // Replacing one that all could read takes that away.
    #expect(unsafe chmod(fixture.folder.path + "/report.csv", 0o644) == 0)
    #expect(try fixture.protect("--report", "report.csv", "--overwrite").status == 0)
    #expect(unsafe stat(fixture.folder.path + "/report.csv", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func `the same seed and cells give the same bytes, and without a file nothing is written`()
    throws
  {
    let names = fixture.folder.names
    let trial = try fixture.protect()
    #expect(trial.status == 0 && fixture.folder.names == names)
    #expect(try fixture.protect("--out", "one.csv", "--lanes", "1").status == 0)
    #expect(try fixture.protect("--out", "two.csv", "--lanes", "2").status == 0)
    #expect(try fixture.folder.read("one.csv") == fixture.folder.read("two.csv"))
  }

  @Test func `rounded counts are multiples or large, add up, and nothing is hidden`() throws {
    let run = try fixture.run(
      "protect", "cells.csv", "--policy", "round:3", "--hierarchy", "places.csv", "--hierarchy",
      "regions.csv", "--seed", "1", "--out", "out.csv", "--report", "report.csv")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let cells = try fixture.records("out.csv")
    // Municipalities, counties and regions, and the total.
    #expect(cells.count == 3 * 4 * 11)
    let counts = CellsFixture.lattice
    for cell in cells where cell[0] != "Total" && cell[1] != "Total" && cell[2].hasPrefix("m") {
      let (count, figure) = (counts[Array(cell[..<3])] ?? 0, try #require(Int(cell[3])))
      #expect(count == 1 || count == 2 ? figure == 0 || figure == 3 : figure == count, "\(cell)")
    }
    // The audit finds every total to be the sum of its parts.
    let audit = try fixture.run(
      "audit", "out.csv", "--hierarchy", "places.csv", "--hierarchy", "regions.csv")
    #expect(audit.status == 0 && audit.output.contains("Nothing is hidden."), "\(audit.errors)")
    #expect(try fixture.records("report.csv").count == 10)
  }

  @Test func `several tables and ways to add up are protected together`() throws {
    let run = try fixture.protect(
      "--hierarchy", "regions.csv", "--tables", "sex*mun, age*region,sex*county", "--out",
      "out.csv")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let cells = try fixture.records("out.csv")
    #expect(Set(cells.map { Array($0[..<3]) }).count == cells.count)
    // sex by 6 municipalities, 2 counties and the total; age by 2 regions and the total.
    #expect(cells.count == 3 * 9 + 4 * 3 - 1)
    #expect(cells.contains { $0[4] == "suppressed" })
    let audit = try fixture.run(
      "audit", "out.csv", "--hierarchy", "places.csv", "--hierarchy", "regions.csv",
      "--threshold", "4")
    #expect(audit.status == 0, "\(audit.output)\(audit.errors)")
  }

  @Test func `orders for cells and an earlier set are followed`() throws {
    try fixture.folder.write(
      "sex;mun;instruction\nf;c0;hide\nm;m2;show\n", to: "orders.csv")
    let run = try fixture.protect(
      "--instructions", "orders.csv", "--tables", "sex*mun", "--out", "first.csv")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    func status(_ file: String, _ sex: String, _ mun: String) throws -> String? {
      try fixture.records(file).first { $0[0] == sex && $0[2] == mun }?[4]
    }
    #expect(try status("first.csv", "f", "c0") == "suppressed")
    #expect(try status("first.csv", "m", "m2") == "published")
    // Alone, nothing would hide f in c0; as it was hidden before, it is again.
    try fixture.folder.write("sex,mun,instruction\nm,m2,show\n", to: "orders.csv")
    for freeze in ["firm", "preferred"] {
      let again = try fixture.protect(
        "--tables", "sex*mun", "--instructions", "orders.csv", "--previous", "first.csv",
        "--freeze", freeze, "--out", "\(freeze).csv")
      #expect(again.status == 0, "\(again.errors)")
    }
    let counts = CellsFixture.lattice
    for (before, after) in zip(
      try fixture.records("first.csv"), try fixture.records("firm.csv"))
    where (counts[Array(before[..<3])] ?? 0) >= 4 {
      #expect(before == after)
    }
  }

  @Test func `dominated sums and those of few units are hidden`() throws {
    try fixture.folder.write(
      """
      sex,mun,turnover,firms,max1,max2
      a,m0,100,5,30,25
      a,m1,100,6,90,2
      a,m2,80,7,20,20
      b,m0,60,5,20,15
      b,m1,70,5,25,15
      b,m2,90,2,50,40

      """, to: "firms.csv")
    let run = try fixture.run(
      "protect", "firms.csv", "--policy", "below:4", "--sum", "turnover", "--units", "firms",
      "--largest", "max1,max2", "--dominance", "1,50", "--p-percent", "10", "--out", "out.csv",
      "--report", "report.csv", "--seed", "1")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let cells = try fixture.records("out.csv")
    let hidden = Set(cells.filter { $0[3] == "suppressed" }.map { "\($0[0]) \($0[1])" })
    #expect(hidden.isSuperset(of: ["a m1", "b m2"]) && hidden.count >= 4)
    #expect(cells.first { $0[0] == "b" && $0[1] == "m2" }?[5] == "suppressed")
    let audit = try fixture.run("audit", "out.csv", "--zeros", "protected")
    #expect(audit.status == 0, "\(audit.output)\(audit.errors)")
  }
}
