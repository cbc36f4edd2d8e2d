import Classifications
import Cubes
import Disclosure
import Publication
import Testing

/// The shares that are hidden by dimension and level, counted again cell by cell.
@Suite struct HiddenByLevelTests {
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `figures, primary and secondary cells of each level are those of its cells`(
    seed: UInt64
  ) throws {
    var draws = Draws(seed)
    let dimensions = [flat("s", 2), dimension("r", levels: [0, 1, 2, 2, 1, 2, 2, 2])]
    let inner = (0..<2 * 5).map { _ in Int32(draws.skewed(12)) }
    let fixture = Fixture(dimensions, inner: inner)
    let (release, report) = try fixture.protected(
      .suppression(SuppressionRule(threshold: 4)), seed: seed)
    let roles = try #require(report.suppression).roles[0]
    let lines = report.hiddenByLevel(of: release)
    let lattice = fixture.matrices[0].lattice
    guard roles.contains(where: { $0 != .published }) else {
      #expect(lines.isEmpty)
      return
    }
    #expect(lines.map(\.level) == ["all", "0", "1", "0", "1", "2"])
    #expect(lines.map(\.dimension) == [nil, "s", "s", "r", "r", "r"])
    for line in lines {
      var (figures, primary, secondary) = (0, 0, 0)
      for (cell, count) in lattice.enumerated() where count != 0 {
        let categories = [cell / 8, cell % 8]
        let isMeant = zip(dimensions, categories).allSatisfy { dimension, category in
          line.dimension != dimension.id
            || dimension.hierarchy.levels[category] == Int(line.level)
        }
        guard isMeant else { continue }
        figures += 1
        if roles[cell] == .primary { primary += 1 }
        if roles[cell] == .secondary { secondary += 1 }
      }
      #expect(line.figures == figures, "\(line)")
      #expect(line.primary == primary && line.secondary == secondary, "\(line)")
    }
  }
}
