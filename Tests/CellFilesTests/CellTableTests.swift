import CellFiles
import Classifications
import Cubes
import DelimitedText
import Testing

@Suite struct CellTableTests {
  private let places = "mun,county\nm2,c1\nm1,c1\nm3,c2\n"

  private func hierarchy(_ text: String) throws -> CellHierarchy {
    try CellHierarchy(Array(text.utf8), file: "h.csv", format: .commas, total: "T")
  }

  private func table(
    _ text: String, codes: [String]? = nil, figures: CellColumns.Figures = .counts("freq"),
    hierarchies: [String]
  ) throws -> CellTable {
    try CellTable(
      Array(text.utf8), file: "cells.csv", format: .commas,
      columns: CellColumns(codes: codes, figures: figures),
      hierarchies: try hierarchies.map(hierarchy), total: "T")
  }

  private func error(_ work: () throws -> Void) -> CellFileError? {
    do {
      try work()
      return nil
    } catch {
      return error as? CellFileError
    }
  }

  @Test func `a hierarchy keeps the order of its file, each code below its parent`() throws {
    let tree = try hierarchy("mun,county,region\nm3,c2,r1\nm1,c1,r2\nm2,c2,r1\n")
    #expect(tree.columns == ["mun", "county", "region"])
    #expect(
      tree.hierarchy.categories.map(\.code) == ["T", "r1", "c2", "m3", "m2", "r2", "c1", "m1"])
    #expect(tree.hierarchy.levels == [0, 1, 2, 3, 3, 1, 2, 3])
  }

  @Test func `cells become a matrix, and the column of a level is no dimension`() throws {
    let table = try table(
      "sex,mun,county,freq\nb,m3,c2,7\na,m1,c1,2\n", hierarchies: [places])
    #expect(table.axes.map(\.name) == ["sex", "mun"])
    #expect(table.cellCount == 2)
    #expect(table.latticeCount == 3 * 6)
    let matrix = try table.matrix(id: "x")
    // Leaves: a, b by m2, m1, m3.
    #expect(matrix.innerCounts == [0, 2, 0, 0, 0, 7])
    #expect(matrix.axes.map { $0.hierarchy.categories.map(\.code) }[1].first == "T")
    #expect(matrix.lattice[0] == 9)
  }

  @Test func `columns may be named, in the order of the axes`() throws {
    let table = try table(
      "sex,note,mun,freq\nb,x,m3,7\na,x,m1,2\n", codes: ["mun", "sex"], hierarchies: [places])
    #expect(table.axes.map(\.name) == ["mun", "sex"])
    #expect(try table.matrix(id: "x").innerCounts == [0, 0, 2, 0, 0, 7])
  }

  @Test func `sums come with their units and largest amounts`() throws {
    let table = try table(
      "a,sum,n,top,next\np,90,4,50,20\nq,8,1,8,0\n",
      figures: .sums("sum", units: "n", largest: ["top", "next"]), hierarchies: [])
    let matrix = try table.matrix(id: "x")
    #expect(matrix.innerCounts == [90, 8])
    guard case .sums(let contributions) = matrix.content else {
      Issue.record("no sums")
      return
    }
    #expect(contributions.units == [4, 1])
    #expect(contributions.largest == [[50, 8], [20, 0]])
    #expect(contributions.magnitudes == [90, 8])
  }

  @Test(arguments: [("90,4,91,0", 8), ("90,4,40,41", 11), ("90,4,50,41", 11)])
  func `largest amounts that cannot be are refused`(figures: String, column: Int) throws {
    let error = try #require(
      error {
        _ = try table(
          "a,sum,n,top,next\np,\(figures)\n",
          figures: .sums("sum", units: "n", largest: ["top", "next"]), hierarchies: [])
      })
    #expect(error.kind == .impossibleLargest)
    #expect(error.position == TextPosition(line: 2, column: column))
  }

  @Test(arguments: [
    (
      "sex,mun,county,freq\na,m1,c1,1\na,m1,c1,2\n", 3, 1,
      CellFileError.Kind.repeatedCell(
        earlierLine: 2)
    ),
    ("sex,mun,county,freq\na,m1,c2,1\n", 2, 6, .otherParent(hierarchy: "h.csv")),
    ("sex,mun,freq\na,m9,1\n", 2, 3, .unknownCode(hierarchy: "h.csv")),
    ("sex,mun,freq\na,c1,1\n", 2, 3, .unknownCode(hierarchy: "h.csv")),
    ("sex,mun,freq\n,m1,1\n", 2, 1, .emptyCode),
    ("sex,mun,freq\nT,m1,1\n", 2, 1, .codeOfTotal),
    ("sex,mun,freq\na,m1,-1\n", 2, 6, .notAWholeNumber),
    ("sex,mun,freq\na,m1,1.5\n", 2, 6, .notAWholeNumber),
    ("sex,mun,freq\na,m1,2147483648\n", 2, 6, .tooLarge),
    ("sex,mun,freq\na,m1,2147483647\nb,m1,1\n", 3, 6, .tooLarge),
    ("sex,mun,freq\na,m1\n", 2, 1, .fieldCount(found: 2, expected: 3)),
    ("sex,mun,count\na,m1,1\n", 1, 1, .missingColumn),
    ("sex,sex,freq\na,m1,1\n", 1, 5, .doubledColumn),
    ("freq\n1\n", 1, 1, .noDimension),
    ("", 1, 1, .noHeader),
    ("sex,mun,freq\n\"a,m1,1\n", 2, 1, .text(.unterminatedQuote)),
  ])
  func `what is wrong with a line has its place`(
    text: String, line: Int, column: Int, kind: CellFileError.Kind
  ) throws {
    let error = try #require(error { _ = try table(text, hierarchies: [places]) })
    #expect(error.kind == kind)
    #expect(error.position == TextPosition(line: line, column: column))
    #expect(error.file == "cells.csv")
  }

  @Test(arguments: [
    ("mun,county\nm1,c1\nm1,c1\n", 3, 1, CellFileError.Kind.repeatedCode),
    ("mun,county\nm1,c1\nm1,c2\n", 3, 1, .repeatedCode),
    ("mun,county,region\nm1,c1,r1\nm2,c1,r2\n", 3, 4, .notOneTree),
    ("mun,county\nm1,c1\nc1,c2\n", 3, 1, .notOneTree),
    ("mun,county\nm1,T\n", 2, 4, .codeOfTotal),
    ("mun\nm1\n", 1, 1, .noParentColumn),
  ])
  func `what is wrong with a hierarchy has its place`(
    text: String, line: Int, column: Int, kind: CellFileError.Kind
  ) throws {
    let error = try #require(error { _ = try hierarchy(text) })
    #expect(error.kind == kind)
    #expect(error.position == TextPosition(line: line, column: column))
  }

  @Test func `files without cells are refused`() throws {
    #expect(error { _ = try table("sex,freq\n", hierarchies: []) }?.kind == .empty)
    #expect(error { _ = try hierarchy("mun,county\n") }?.kind == .empty)
  }

  @Test func `a lattice that cannot be held is refused`() throws {
    let columns = (0..<40).map { "d\($0)" }
    let cells = [columns.map { _ in "a" } + ["5"], columns.map { _ in "b" } + ["5"]]
    let text = ([columns + ["freq"]] + cells).map { $0.joined(separator: ",") }
      .joined(separator: "\n")
    let table = try table(text, hierarchies: [])
    #expect(table.latticeCount == .max)
    #expect(error { _ = try table.matrix(id: "x") }?.kind == .latticeTooLarge(cells: .max))
  }

  @Test func `no message shows a figure`() throws {
    for text in [
      "sex,mun,freq\na,m1,7654321x\n", "sex,mun,freq\na,7654321,m1\n",
      "sex,mun,freq\na,m1,7654321,4\n", "sex,mun,freq\na,m1,76543217654321\n",
      "sex,mun,county,freq\na,m1,7654321,c1\n",
    ] {
      let message = try #require(error { _ = try table(text, hierarchies: [places]) }).message
      #expect(!message.contains("7654321") && !message.contains("4\n"), "\(message)")
      #expect(message.hasPrefix("cells.csv:2:"))
      #expect(message.split(separator: "\n").count >= 3, "\(message)")
    }
  }

  @Test func `a name that is nearly right is suggested`() throws {
    let header = try #require(error { _ = try table("sex,freqs\na,1\n", hierarchies: []) })
    #expect(header.suggestion == "freqs")
    let code = try #require(
      error { _ = try table("mun,freq\nm4,1\n", hierarchies: [places]) })
    #expect(code.message.contains("Did you mean m2?"), "the first of those equally near")
  }
}
