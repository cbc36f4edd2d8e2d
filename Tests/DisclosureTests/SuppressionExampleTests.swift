import Cubes
import Disclosure
import Publication
import Testing

@Suite struct SuppressionExampleTests {
  /// Protects a drawn table with its sums, and compares with a drawn pattern (`P` primary, `S`
  /// secondary, read from the report).
  private func check(_ drawn: String, gives pattern: String) throws {
    func cells(_ text: String) -> [[String]] {
      text.split(separator: "\n").dropFirst().map { line in
        line.split(separator: "|").dropFirst().map {
          String($0.filter { !$0.isWhitespace })
        }
      }
    }
    let rows = cells(drawn)
    let inner = rows.dropLast().flatMap { $0.dropLast().compactMap { Int32($0) } }
    let dimensions = [flat("region", rows.count - 1), flat("language", rows[0].count - 1)]
    let suppressed = try Suppressed(Fixture(dimensions, inner: inner))
    let lattice = suppressed.fixture.matrices[0].lattice
    let width = rows[0].count
    for (row, expected) in cells(pattern).enumerated() {
      for (column, cell) in expected.enumerated() {
        // Drawn tables have sums last, lattices have them first.
        let place = (row + 1) % rows.count * width + (column + 1) % width
        #expect(lattice[place] == Int32(rows[row][column]), "the drawing adds up")
        let found =
          switch suppressed.report.roles[0][place] {
          case .published: String(lattice[place])
          case .primary: "P"
          case .secondary: "S"
          }
        #expect(found == cell, "row \(row), column \(column)")
      }
    }
    #expect(suppressed.linearlyKnown.isEmpty)
    #expect(suppressed.knownByTrying.isEmpty)
  }

  @Test func `two small cells at opposite corners hide the other corners`() throws {
    try check(
      """
      region | bokmål | nynorsk | sum
      Oslo   |     12 |       2 |  14
      Voss   |      3 |       9 |  12
      sum    |     15 |      11 |  26
      """,
      gives: """
        region | bokmål | nynorsk | sum
        Oslo   |      S |       P |  14
        Voss   |      P |       S |  12
        sum    |     15 |      11 |  26
        """)
  }

  @Test func `hidden ones under a published total of ones are not enough`() throws {
    // Exact algebra would be content with the four ones: 1 + 1 = 2 twice over is one equation too
    // few. But nobody can be less than 1, so that they would all be known.
    let suppressed = try Suppressed(
      Fixture([flat("a", 3), flat("b", 3)], inner: [1, 1, 20, 1, 1, 30, 40, 50, 60]))
    #expect(suppressed.knownByTrying.isEmpty)
    #expect(suppressed.report.secondaryCells > 0)
  }

  @Test func `nothing is hidden where nothing is small`() throws {
    try check(
      """
      region | bokmål | nynorsk | sum
      Oslo   |     12 |       0 |  12
      Voss   |      4 |       9 |  13
      sum    |     16 |       9 |  25
      """,
      gives: """
        region | bokmål | nynorsk | sum
        Oslo   |     12 |       0 |  12
        Voss   |      4 |       9 |  13
        sum    |     16 |       9 |  25
        """)
  }

  @Test func `whoever shows a secondary cell after all is caught`() throws {
    let suppressed = try Suppressed(
      Fixture([flat("a", 2), flat("b", 2)], inner: [12, 2, 9, 15]))
    let secondary = suppressed.report.roles[0].indices.filter {
      suppressed.report.roles[0][$0] == .secondary
    }
    #expect(secondary.count == 3)
    for place in secondary {
      let broken = suppressed.showing(place: place, ofMatrix: 0)
      #expect(!broken.linearlyKnown.isEmpty)
      #expect(!broken.knownByTrying.isEmpty)
    }
  }

  @Test func `the attacker who tries all tables sees what linear algebra does not`() throws {
    // Both ones hidden under a published 2.
    let fixture = Fixture([flat("a", 2), flat("b", 3)], inner: [1, 1, 8, 1, 1, 9])
    let suppressed = try Suppressed(fixture)
    var broken = suppressed
    for (place, role) in suppressed.report.roles[0].enumerated() where role == .secondary {
      broken = broken.showing(place: place, ofMatrix: 0)
    }
    #expect(suppressed.knownByTrying.isEmpty)
    #expect(!broken.knownByTrying.isEmpty)
  }
}
