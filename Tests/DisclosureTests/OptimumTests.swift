import Classifications
import Cubes
import Disclosure
import Foundation
import Publication
import Testing

/// How many cells are hidden, beside the fewest with which a table is safe.
@Suite struct OptimumTests {
  /// Hidden cells of some tables, and the fewest possible.
  private struct Tally {
    var tables = 0
    var hidden = 0
    var fewest = 0
    /// Tables by how many cells more than needed are hidden.
    var excess: [Int: Int] = [:]

    var text: String {
      let spread = excess.sorted { $0.key < $1.key }.map { "\($0.value) by \($0.key)" }
      return
        "\(tables) tables, \(hidden) hidden, fewest \(fewest): \(spread.joined(separator: ", "))"
    }
  }

  private static var fewestCells: SuppressionRule {
    var rule = SuppressionRule(threshold: 4)
    rule.cost = .cells
    return rule
  }

  /// Protects one table in `step` of all of a shape, up to symmetry; `fewest` says how many cells
  /// of a lattice must be hidden.
  private func tally(
    _ shape: [Int], step: Int, fewest: ([Int32]) throws -> Int,
    check: ([Int], [Int32]) -> Bool
  ) throws -> Tally {
    let dimensions = shape.enumerated().map { flat("d\($0.offset)", $0.element) }
    var tally = Tally()
    for (index, table) in SmallTables(shape).representatives.enumerated()
    where index % step == 0 {
      let fixture = Fixture(dimensions, inner: table)
      let lattice = fixture.matrices[0].lattice
      let report = try #require(
        try fixture.protected(.suppression(Self.fewestCells)).report.suppression)
      let hidden = report.roles[0].indices.filter { report.roles[0][$0] != .published }
      #expect(check(hidden, lattice), "\(table)")
      let fewest = try fewest(lattice)
      #expect(hidden.count >= fewest, "\(table): what has fewer hidden cells is not safe")
      tally.tables += 1
      tally.hidden += hidden.count
      tally.fewest += fewest
      tally.excess[hidden.count - fewest, default: 0] += 1
    }
    if Self.triesAll { print("\(shape): \(tally.text)") }
    return tally
  }

  private func tally(_ rows: Int, _ columns: Int, step: Int = 1) throws -> Tally {
    let optimum = TwoWayOptimum(rows: rows, columns: columns)
    return try tally([rows, columns], step: step) {
      try #require(optimum.fewest($0))
    } check: {
      optimum.isSafe(TwoWayOptimum.bits($0), $1)
    }
  }

  /// Whether every table of the larger shapes is tried, which takes minutes, and not a share.
  private static let triesAll =
    ProcessInfo.processInfo.environment["PRIKK_ALL_TABLES"] != nil
  /// One of so many tables is tried.
  private static let step = triesAll ? 1 : 97

  @Test func `two by two cells: hardly more are hidden than must be`() throws {
    let tally = try tally(2, 2)
    #expect(tally.hidden * 100 <= tally.fewest * 105, "\(tally.text)")
  }

  @Test func `two by three cells: hardly more are hidden than must be`() throws {
    let tally = try tally(2, 3)
    #expect(tally.hidden * 100 <= tally.fewest * 105, "\(tally.text)")
  }

  /// One table in 97; all are tried when `PRIKK_ALL_TABLES` is set.
  @Test func `three by three cells: hardly more are hidden than must be`() throws {
    let tally = try tally(3, 3, step: Self.step)
    #expect(tally.hidden * 100 <= tally.fewest * 105, "\(tally.text)")
  }

  /// One table in 97; all are tried when `PRIKK_ALL_TABLES` is set.
  @Test func `two by two by two cells: hardly more are hidden than must be`() throws {
    let tally = try tally(
      [2, 2, 2], step: Self.step, fewest: CubeOptimum.fewest
    ) {
      CubeOptimum.isSafe(TwoWayOptimum.bits($0), $1)
    }
    #expect(tally.hidden * 100 <= tally.fewest * 105, "\(tally.text)")
  }

  /// The grand total is public already, so that it cannot be hidden: some tables have no safe
  /// pattern then.
  @Test func `a release is refused where no pattern is safe, and nowhere else`() throws {
    for (rows, columns) in [(2, 2), (2, 3)] {
      let optimum = TwoWayOptimum(rows: rows, columns: columns)
      var refused = 0
      for table in SmallTables([rows, columns]).representatives {
        let fixture = Fixture([flat("a", rows), flat("b", columns)], inner: table)
        let lattice = fixture.matrices[0].lattice
        var rule = Self.fewestCells
        rule.published = [PublishedGroup([0, 0], count: Int(lattice[0]))]
        let fewest = optimum.fewest(lattice, kept: [0])
        do {
          let report = try fixture.protected(.suppression(rule)).report.suppression
          let roles = try #require(report).roles[0]
          let hidden = roles.indices.filter { roles[$0] != .published }
          #expect(optimum.isSafe(TwoWayOptimum.bits(hidden), lattice, kept: [0]), "\(table)")
          #expect(roles[0] == .published)
          #expect(fewest != nil, "\(table)")
        } catch {
          refused += 1
          #expect(fewest == nil, "\(table): \(error)")
        }
      }
      #expect(refused > 0)
    }
  }
}
