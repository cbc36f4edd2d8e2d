import Cubes
import Disclosure
@_spi(DisclosureControl) import Publication
import Testing

/// A release with hidden cells, its report, and what the public can make of it.
struct Suppressed {
  let fixture: Fixture
  let release: Release
  let report: SuppressionReport
  let knowledge: PublicKnowledge
  /// The least count that is secret; all below 4 are.
  let least: Int

  init(
    _ fixture: Fixture, _ rule: SuppressionRule = SuppressionRule(threshold: 4), seed: UInt64 = 1
  ) throws {
    let (release, report) = try fixture.protected(.suppression(rule), seed: seed)
    self.init(
      fixture, release: release, report: try #require(report.suppression),
      least: rule.zeros == .protected ? 0 : 1)
  }

  private init(_ fixture: Fixture, release: Release, report: SuppressionReport, least: Int) {
    self.fixture = fixture
    self.release = release
    self.report = report
    self.least = least
    knowledge = PublicKnowledge(release, leastHidden: least)
  }

  /// The true count of each group that must not become known: counts of 1 to 3, or of 0 to 3, and
  /// so many who are not in a category when others are.
  var secrets: [Int: Int] {
    var counts: [Int: Int] = [:]
    for (matrix, places) in zip(fixture.matrices, knowledge.places) {
      for (group, count) in zip(places, matrix.lattice) { counts[group] = Int(count) }
    }
    for (parent, children) in knowledge.equations {
      guard children.count == 2, knowledge.complements[children[0]] == children[1] else { continue }
      guard let whole = counts[parent], let part = counts[children[0]], part >= least else {
        continue
      }
      counts[children[1]] = whole - part
    }
    return counts.filter { (least...3).contains($0.value) }
  }

  /// The same release with one hidden cell shown after all.
  func showing(place: Int, ofMatrix shown: Int) -> Suppressed {
    let matrices = fixture.matrices.indices.map { index -> ProtectedMatrix in
      var roles = report.roles[index]
      if index == shown { roles[place] = .published }
      let lattice = fixture.matrices[index].lattice
      return ProtectedMatrix(
        description: fixture.described[index], dimensions: fixture.dimensions,
        counts: zip(lattice, roles).map { $1 == .published ? $0 : 0 },
        statuses: roles.map {
          ($0 == .published ? CellStatus.published : CellStatus.suppressed).rawValue
        })
    }
    return Suppressed(
      fixture,
      release: Release(
        description: fixture.description, matrices: matrices, provenance: "broken"),
      report: report, least: least)
  }

  /// Secrets that linear algebra gives away.
  var linearlyKnown: [Int] {
    let determined = LinearAttacker.determined(by: knowledge)
    return secrets.keys.filter { determined.contains($0) || knowledge.figures[$0] != nil }
  }

  /// Secrets of which trying all tables tells that they are below the threshold; only for small
  /// tables.
  var knownToBeSmall: [Int] {
    let highest = (fixture.matrices.flatMap(\.lattice).max() ?? 0) + 6
    let attacker = WholeNumberAttacker(knowledge, highest: Int(highest))
    return secrets.keys.filter { !attacker.canReach(4, $0) }
  }

  /// Secrets that trying all tables gives away; only for small tables.
  var knownByTrying: [Int] {
    let highest = (fixture.matrices.flatMap(\.lattice).max() ?? 0) + 6
    let attacker = WholeNumberAttacker(knowledge, highest: Int(highest))
    return secrets.keys.filter { attacker.knownValue(of: $0) != nil }
  }
}
