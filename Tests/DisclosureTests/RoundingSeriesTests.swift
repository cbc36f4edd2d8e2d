import Classifications
import Cubes
import Disclosure
import Publication
import Testing

@Suite struct RoundingSeriesTests {
  private static let policy = Policy.smallCountRounding(base: 3, sweeps: 30)
  private static let extents = [40, 5]

  private static func years(_ codes: [String]) -> Publication.Dimension {
    Publication.Dimension(
      id: "year", label: Label("year"),
      hierarchy: Hierarchy(
        id: "years", levelLabels: [Label("All"), Label("Year")],
        nodes: [(Category(code: "all", label: Label("all")), 0)]
          + codes.map { (Category(code: $0, label: Label($0)), 1) }),
      totals: .none)
  }

  /// Counts of years of which each has half of its cells from the year before.
  private static func counts(_ years: Int) -> [[Int32]] {
    var draws = Draws(5)
    var all: [[Int32]] = []
    for _ in 0..<years {
      all.append(
        (0..<extents.reduce(1, *)).map { cell in
          let drawn = Int32(draws.skewed(8))
          return draws.below(2) == 0 ? drawn : all.last?[cell] ?? drawn
        })
    }
    return all
  }

  private static func fixture(_ codes: [String], _ counts: [[Int32]]) -> Fixture {
    Fixture(
      [years(codes), flat("a", extents[0]), flat("b", extents[1])], inner: counts.flatMap(\.self))
  }

  private static func inner(_ release: Release, year: Int) -> [Int?] {
    combinations(extents.map { Array(1...$0) }).map {
      release.matrices[0].figure(at: [year] + $0).value
    }
  }

  @Test func `a small count that did not change keeps its rounded value`() throws {
    let codes = ["2019", "2020", "2021", "2022"]
    let counts = Self.counts(4)
    let release = try Self.fixture(codes, counts).protected(Self.policy).release
    var kept = 0
    var redrawn = 0
    for year in 1..<4 {
      let (before, now) = (Self.inner(release, year: year), Self.inner(release, year: year + 1))
      for cell in before.indices {
        if counts[year - 1][cell] == counts[year][cell] {
          #expect(before[cell] == now[cell])
          kept += (1...2).contains(counts[year][cell]) ? 1 : 0
        } else if (1...2).contains(counts[year - 1][cell]), (1...2).contains(counts[year][cell]) {
          redrawn += before[cell] == now[cell] ? 0 : 1
        }
      }
    }
    #expect(kept > 50 && redrawn > 5)
  }

  @Test func `a year does not depend on later ones`() throws {
    let codes = ["2019", "2020", "2021", "2022"]
    let counts = Self.counts(4)
    let whole = try Self.fixture(codes, counts).protected(Self.policy, lanes: 2).release
    for years in 1...3 {
      let shorter = try Self.fixture(Array(codes[..<years]), Array(counts[..<years]))
        .protected(Self.policy).release
      for year in 1...years {
        #expect(Self.inner(shorter, year: year) == Self.inner(whole, year: year))
      }
    }
  }

  @Test func `the order of time counts, not that of the list`() throws {
    let counts = Self.counts(2)
    let forth = try Self.fixture(["2019", "2020"], counts).protected(Self.policy).release
    let back = try Self.fixture(["2020", "2019"], counts.reversed()).protected(Self.policy).release
    for year in 1...2 { #expect(Self.inner(forth, year: year) == Self.inner(back, year: 3 - year)) }
  }

  @Test func `two labels of one day with the same counts are rounded alike`() throws {
    let counts = Self.counts(2)
    let release = try Self.fixture(["2020", "2021", "2021K4"], counts + [counts[1]])
      .protected(Self.policy).release
    #expect(Self.inner(release, year: 2) == Self.inner(release, year: 3))
  }

  @Test func `what is out already keeps its rounded values where counts did not change`() throws {
    let counts = Self.counts(3)
    let first = Self.fixture(["2020", "2021"], Array(counts[..<2]))
    let out = try first.protected(Self.policy, seed: 77).release
    // One cell of 2020 is corrected; 2022 is new; another seed would draw everything anew.
    var corrected = counts
    let place = try #require(counts[0].firstIndex(of: 1))
    corrected[0][place] = 2
    let second = Self.fixture(["2020", "2021", "2022"], corrected)
    let release = try protect(
      second.matrices, description: second.description, policy: Self.policy,
      earlier: EarlierRelease(out, raw: first.matrices), seed: 5, provenance: "test",
      control: ProtectionControl(lanes: 1)
    ).release
    for year in 1...2 {
      let (before, now) = (Self.inner(out, year: year), Self.inner(release, year: year))
      for cell in before.indices where counts[year - 1][cell] == corrected[year - 1][cell] {
        #expect(before[cell] == now[cell])
      }
    }
    let (before, now) = (Self.inner(release, year: 2), Self.inner(release, year: 3))
    for cell in before.indices where counts[1][cell] == counts[2][cell] {
      #expect(before[cell] == now[cell])
    }
    let anew = try second.protected(Self.policy, seed: 5).release
    #expect(Self.inner(anew, year: 1) != Self.inner(out, year: 1))
  }

  @Test func `an earlier release with other codes keeps only what both have`() throws {
    let counts = Self.counts(1)[0]
    let old = Fixture([flat("a", 40), flat("b", 5)], inner: counts)
    let out = try old.protected(Self.policy, seed: 77).release
    // The list of b has one code less at its end.
    let fewer = Fixture(
      [flat("a", 40), flat("b", 4)],
      inner: counts.enumerated().filter { $0.offset % 5 < 4 }.map(\.element))
    let release = try protect(
      fewer.matrices, description: fewer.description, policy: Self.policy,
      earlier: EarlierRelease(out, raw: old.matrices), seed: 5, provenance: "test",
      control: ProtectionControl(lanes: 1)
    ).release
    for cell in combinations([Array(1...40), Array(1...4)]) {
      #expect(release.matrices[0].figure(at: cell) == out.matrices[0].figure(at: cell))
    }
  }
}
