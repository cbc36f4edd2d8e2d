import CellFiles
import Classifications
import Cubes
import DelimitedText
import Publication
import Testing

@Suite struct PublishedCellsTests {
  private let counties = "mun,county\nm1,c1\nm2,c1\nm3,c2\n"
  private let regions = "mun,region\nm1,r1\nm2,r2\nm3,r1\n"

  private func hierarchy(_ text: String, column: String? = nil) throws -> CellHierarchy {
    try CellHierarchy(
      Array(text.utf8), file: "h.csv", format: .commas, total: "T", column: column)
  }

  private func dimensions(sums: [CellHierarchy]) throws -> CellDimensions {
    let flat = Hierarchy(
      id: "sex", levelLabels: [Label("T"), Label("sex")],
      nodes: [("T", 0), ("a", 1), ("b", 1)].map {
        (Category(code: $0.0, label: Label($0.0)), $0.1)
      })
    return try CellDimensions(
      columns: [("sex", flat), ("mun", try hierarchy(counties).hierarchy)], sums: sums)
  }

  private func cells(
    _ text: String, hierarchies: [CellHierarchy] = [], columns: PublishedColumns = .init()
  ) throws -> PublishedCells {
    try PublishedCells(
      Array(text.utf8), file: "p.csv", columns: columns, hierarchies: hierarchies)
  }

  @Test func `a second hierarchy is a dimension of sums, and both make the whole lattice`() throws {
    let both = try dimensions(sums: [hierarchy(regions)])
    #expect(both.dimensions.map(\.id) == ["sex", "mun", "region"])
    #expect(both.columns.map(\.dimensions) == [[0], [1, 2]])
    #expect(both.wholeLattice.map { both.name(of: $0) } == ["sex*mun", "sex*region"])
    let sums = try #require(both.dimensions[2].sums)
    #expect(["m1", "m2", "m3"].map { sums.leaves.target(of: $0) } == ["r1", "r2", "r1"])
    #expect(throws: CellFileError.self) {
      try dimensions(sums: [hierarchy("mun,region\nm1,r1\nm2,r1\n")])
    }
    #expect(throws: CellFileError.self) {
      try dimensions(sums: [hierarchy("mun,region\nm1,c1\nm2,c1\nm3,c1\n")])
    }
  }

  @Test func `a list of tables names columns and levels`() throws {
    let both = try dimensions(sums: [hierarchy(regions)])
    let tables = try both.tables("county * sex,region")
    #expect(
      tables == [
        [MatrixAxis(dimension: 0, depth: 1), MatrixAxis(dimension: 1, depth: 1)],
        [MatrixAxis(dimension: 2, depth: 1)],
      ])
    #expect(throws: TableListError.twiceOneColumn("mun", "region")) {
      try both.tables("mun*region")
    }
    #expect(throws: TableListError.emptyTable) { try both.tables("sex,") }
    #expect(throws: TableListError.self) { try both.tables("sax") }
  }

  @Test func `margins are sums of the cells, by every way to add up`() throws {
    let list = try hierarchy(counties)
    let table = try CellTable(
      Array("sex,mun,freq\na,m1,1\na,m2,2\na,m3,4\nb,m1,8\nb,m3,16\n".utf8), file: "c.csv",
      format: .commas, columns: CellColumns(codes: nil, figures: .counts("freq")),
      hierarchies: [list], total: "T")
    let both = try CellDimensions(
      columns: table.axes.map { ($0.name, $0.hierarchy) }, sums: [hierarchy(regions)])
    func margin(_ name: String) throws -> [Int32] {
      try table.margin(try #require(both.tables(name).first), of: both, id: name).innerCounts
    }
    #expect(try margin("region") == [29, 2])
    #expect(try margin("county") == [11, 20])
    #expect(try margin("sex*region") == [5, 2, 24, 0])
    #expect(try margin("sex*mun") == [1, 2, 4, 8, 0, 16])
    #expect(try margin("sex") == [7, 24])
  }

  @Test func `the largest units of a margin are the largest of its cells`() throws {
    let table = try CellTable(
      Array("sex,mun,sum,n,x,y\na,m1,50,9,9,8\na,m2,30,9,7,2\nb,m1,20,9,10,1\n".utf8),
      file: "c.csv", format: .commas,
      columns: CellColumns(codes: nil, figures: .sums("sum", units: "n", largest: ["x", "y"])),
      hierarchies: [], total: "T")
    let own = try CellDimensions(columns: table.axes.map { ($0.name, $0.hierarchy) }, sums: [])
    let matrix = try table.margin(try #require(own.tables("mun").first), of: own, id: "m")
    guard case .sums(let all) = matrix.content else {
      Issue.record("no sums")
      return
    }
    #expect(all.magnitudes == [70, 30] && all.units == [18, 9])
    #expect(all.largest == [[10, 7], [9, 2]])
    let units = try table.margin(own.wholeLattice[0], of: own, id: "n", content: .units)
    #expect(units.innerCounts == [9, 9, 9, 0])
  }

  @Test func `separators are seen in the header, quoted ones are not`() {
    for (text, format) in [
      ("a,b;c,d\n", DelimitedFormat.commas), ("\"a,b\";c\n", .semicolons), ("a\tb,c\td\n", .tabs),
      ("a\n;;;\n", .commas), ("", .commas),
    ] {
      #expect(DelimitedFormat(header: Array(text.utf8)) == format, "\(text)")
    }
  }

  @Test func `tables are the finest combinations, and gaps among their cells are 0`() throws {
    let read = try cells(
      "sex,mun,freq\na,T,5\nb,T,\nT,T,9\nT,m1,\nT,m3,4\nT,c1,5\nT,c2,4\n",
      hierarchies: [hierarchy(counties)])
    #expect(read.cellCount == 7 && read.hiddenCount == 2)
    let tables = try read.tables()
    #expect(tables.tables.map(\.described.id) == ["mun", "sex"])
    #expect(tables.contradictions.isEmpty)
    let mun = tables.tables[0]
    // T, c1, m1, m2, c2, m3.
    #expect(mun.counts == [9, 5, 0, 0, 4, 4])
    #expect(mun.isHidden == [false, false, true, false, false, false])
  }

  @Test func `a margin that is not in the file is known when its parts are`() throws {
    let read = try cells(
      "sex,mun,freq\na,m1,\na,m2,3\na,m3,4\nb,m1,2\nb,m2,1\nb,m3,1\n",
      hierarchies: [hierarchy(counties)])
    let table = try #require(read.tables().tables.first)
    let shown = (0..<table.counts.count).filter { !table.isHidden[$0] }
      .map { table.lattice.codes(at: $0).joined(separator: " ") + " \(table.counts[$0])" }
    #expect(
      shown.sorted() == [
        "Total c2 5", "Total m2 4", "Total m3 5", "a c2 4", "a m2 3", "a m3 4", "b T 4", "b c1 3",
        "b c2 1",
        "b m1 2", "b m2 1", "b m3 1",
      ])
    #expect(table.isListed.count { $0 } == 1)
  }

  @Test func `a level in a column of its own says which total a line is of`() throws {
    let read = try cells(
      "mun,county,freq\nm1,c1,2\nm2,c1,3\nm3,c2,4\nTotal,c1,6\nTotal,c2,4\nTotal,Total,9\n",
      hierarchies: [hierarchy(counties)])
    let tables = try read.tables()
    #expect(tables.contradictions.map(\.place) == [0, 1])
    #expect(tables.tables[0].counts == [9, 6, 2, 3, 4, 4])
  }

  @Test(arguments: [
    ("sex,freq\na,1\na,2\n", 3, CellFileError.Kind.otherFigure(earlierLine: 2)),
    ("sex,freq\na,1.5\n", 2, .notAWholeNumber),
    ("sex,freq\na,-1\n", 2, .notAWholeNumber),
    ("sex,freq\na,3000000000\n", 2, .tooLarge),
    ("sex,freq,status\na,1,odd\n", 2, .unknownStatus),
    ("sex,fraq\na,1\n", 1, .missingColumn),
    ("freq\n1\n", 1, .noDimension),
    ("sex,freq\n,1\n", 2, .emptyCode),
  ])
  func `what is wrong with a line has its place`(
    text: String, line: Int, kind: CellFileError.Kind
  ) throws {
    do {
      _ = try cells(text)
      Issue.record("read")
    } catch let error as CellFileError {
      #expect(error.kind == kind)
      #expect(error.position?.line == line)
    }
  }

  @Test func `figures as R writes them are whole numbers`() throws {
    let read = try cells(
      "\"\",\"sex\",\"freq\"\n\"1\",\"a\",1e+05\n\"2\",\"b\",12.0\n\"3\",\"c\",NA\n")
    let table = try #require(read.tables().tables.first)
    #expect(table.counts == [0, 100_000, 12, 0])
    #expect(table.isHidden == [true, false, false, true])
  }
}
