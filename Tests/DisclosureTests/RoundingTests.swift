import Classifications
import Cubes
import Disclosure
import Publication
import Testing

@Suite struct RoundingTests {
  private static let region = dimension("r", levels: [0, 1, 2, 2, 2, 1, 2, 2, 1, 2, 2, 2])

  private static func sparse(_ dimensions: [Publication.Dimension], seed: UInt64) -> Fixture {
    var draws = Draws(seed)
    let count = dimensions.reduce(1) { $0 * $1.hierarchy.leaves.count }
    return Fixture(dimensions, inner: (0..<count).map { _ in Int32(draws.skewed(14)) })
  }

  /// What a release shows, row-major.
  private func shown(_ release: Release) -> [Int32] {
    (0..<release.matrices[0].cellCount).compactMap {
      release.matrices[0].figure(atCell: $0).value.map(Int32.init)
    }
  }

  /// The inner cells of a lattice.
  private func inner(_ matrix: RawMatrix, _ lattice: [Int32]) -> [Int32] {
    combinations(matrix.axes.map(\.innerCategories)).map { cell in
      lattice[zip(cell, matrix.latticeExtents).reduce(0) { $0 * $1.1 + $1.0 }]
    }
  }

  private func check(_ fixture: Fixture, base: Int, sweeps: Int = 3, seed: UInt64 = 1) throws {
    let (release, report) = try fixture.protected(
      .smallCountRounding(base: base, sweeps: sweeps), seed: seed)
    let matrix = fixture.matrices[0]
    let lattice = shown(release)
    let rounded = inner(matrix, lattice)
    #expect(matrix.rollUp(rounded) == lattice, "every figure is a sum of inner ones")
    for (raw, new) in zip(matrix.innerCounts, rounded) {
      let isSmall = (1..<Int32(base)).contains(raw)
      #expect(isSmall ? new == 0 || new == Int32(base) : new == raw)
    }
    // A sum of 0s, bases and larger counts is never small.
    #expect(!lattice.contains { (1..<Int32(base)).contains($0) })
    let deviations = zip(lattice, matrix.lattice).filter { $1 != 0 }.map { abs(Int($0 - $1)) }
    let rounding = try #require(report.rounding.first)
    #expect(report.suppression == nil)
    #expect(rounding.nonZeroCells == deviations.count)
    #expect(rounding.largestDeviation == deviations.max() ?? 0)
    #expect(rounding.sumOfAbsolutes == deviations.reduce(0, +))
    #expect(rounding.sumOfSquares == deviations.reduce(0) { $0 + $1 * $1 })
    #expect(rounding.leastSumOfSquares <= rounding.sumOfSquares)
    #expect(
      rounding.roundedCells == matrix.innerCounts.count { (1..<Int32(base)).contains($0) })
  }

  @Test func `all tables of two by three are rounded and add up`() throws {
    let dimensions = [flat("a", 2), flat("b", 3)]
    for table in combinations(Array(repeating: Array(Int32(0)...4), count: 6)) {
      try check(Fixture(dimensions, inner: table), base: 3)
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `lattices with levels are rounded and add up, to any base`(seed: UInt64) throws {
    let fixture = Self.sparse([flat("a", 3), Self.region, flat("s", 2)], seed: seed)
    for base in 2...6 { try check(fixture, base: base, sweeps: 20, seed: seed) }
  }

  @Test func `tables without anything to round are left alone`() throws {
    for inner in [[Int32]](arrayLiteral: [0, 0, 0, 0], [3, 4, 5, 6], [0, 3, 3, 0]) {
      let fixture = Fixture([flat("a", 2), flat("b", 2)], inner: inner)
      let release = try fixture.protected(.smallCountRounding(base: 3, sweeps: 5)).release
      #expect(shown(release) == fixture.matrices[0].lattice)
    }
  }

  @Test func `the seed alone decides, on any number of lanes`() throws {
    var fixture = Self.sparse([flat("a", 4), Self.region], seed: 9)
    fixture.add([(0, 1)], inner: [1, 2, 1, 5])
    let policy = Policy.smallCountRounding(base: 3, sweeps: 20)
    let first = try fixture.protected(policy, seed: 1)
    #expect(try fixture.protected(policy, seed: 1) == first)
    #expect(try fixture.protected(policy, seed: 1, lanes: 2) == first)
    #expect(try fixture.protected(policy, seed: 2).release != first.release)
  }

  @Test func `ones go up one time in three and twos two times in three`() throws {
    var ups: [Int32: Int] = [:]
    var all: [Int32: Int] = [:]
    for seed in 1...20 as ClosedRange<UInt64> {
      let fixture = Self.sparse([flat("a", 6), Self.region, flat("s", 2)], seed: seed)
      let release = try fixture.protected(
        .smallCountRounding(base: 3, sweeps: 30), seed: seed
      ).release
      let rounded = inner(fixture.matrices[0], shown(release))
      for (raw, new) in zip(fixture.matrices[0].innerCounts, rounded) where raw == 1 || raw == 2 {
        all[raw, default: 0] += 1
        if new == 3 { ups[raw, default: 0] += 1 }
      }
    }
    let ones = Double(ups[1] ?? 0) / Double(all[1] ?? 1)
    let twos = Double(ups[2] ?? 0) / Double(all[2] ?? 1)
    #expect((0.2...0.45).contains(ones), "\(ones)")
    #expect((0.55...0.8).contains(twos), "\(twos)")
  }

  @Test func `any one cell comes out now one way and now the other`() throws {
    // Otherwise the pattern would tell what the count was.
    let fixture = Self.sparse([flat("a", 3), Self.region], seed: 4)
    let matrix = fixture.matrices[0]
    var ups = Array(repeating: 0, count: matrix.innerCounts.count)
    for seed in 1...60 as ClosedRange<UInt64> {
      let release = try fixture.protected(
        .smallCountRounding(base: 3, sweeps: 30), seed: seed
      ).release
      for (cell, new) in inner(matrix, shown(release)).enumerated() where new == 3 {
        ups[cell] += 1
      }
    }
    for (raw, up) in zip(matrix.innerCounts, ups) where raw == 1 || raw == 2 {
      #expect((1..<60).contains(up))
    }
  }

  @Test func `the search beats rounding each cell to the nearest`() throws {
    for seed in 1...5 as ClosedRange<UInt64> {
      let fixture = Self.sparse(
        [flat("a", 6), flat("e", 4), Self.region, flat("s", 2)], seed: seed)
      let matrix = fixture.matrices[0]
      let nearest = matrix.rollUp(matrix.innerCounts.map { $0 == 1 ? 0 : $0 == 2 ? 3 : $0 })
      let squares = zip(nearest, matrix.lattice).reduce(0) {
        $0 + Int($1.0 - $1.1) * Int($1.0 - $1.1)
      }
      let greedy = try fixture.protected(.smallCountRounding(base: 3, sweeps: 0)).report
      let searched = try fixture.protected(.smallCountRounding(base: 3, sweeps: 30)).report
      #expect(greedy.rounding[0].sumOfSquares < squares)
      #expect(searched.rounding[0].sumOfSquares < greedy.rounding[0].sumOfSquares * 9 / 10)
    }
  }
}
