import Classifications
import Cubes
import Testing

@Suite struct ContributionTests {
  private static func axis(_ id: String, _ levels: [Int]) -> RawMatrix.Axis {
    RawMatrix.Axis(
      hierarchy: Hierarchy(
        id: id, levelLabels: (0...(levels.max() ?? 0)).map { Label("\($0)") },
        nodes: levels.enumerated().map { index, level in
          (Category(code: "\(index)", label: Label("\(index)")), level)
        }),
      totals: .sum)
  }

  @Test func `units and magnitudes add up to the lattice, the largest is the largest of the parts`()
  {
    // Two regions with two and one places, by two sexes.
    let matrix = RawMatrix(
      id: "m", axes: [Self.axis("r", [0, 1, 2, 2, 1, 2]), Self.axis("s", [0, 1, 1])],
      innerCounts: [5, -2, 7, 0, 4, 1],
      content: .sums(
        RawContributions(
          units: [1, 2, 3, 0, 2, 1], largest: [[5, 9, 4, 0, 3, 1]],
          magnitudes: [5, 16, 7, 0, 4, 1])))
    #expect(matrix.lattice == [15, 16, -1, 10, 12, -2, 3, 5, -2, 7, 7, 0, 5, 4, 1, 5, 4, 1])
    let all = matrix.latticeContributions
    #expect(all.units == [9, 6, 3, 6, 4, 2, 3, 1, 2, 3, 3, 0, 3, 2, 1, 3, 2, 1])
    #expect(all.largest == [[9, 5, 9, 9, 5, 9, 9, 5, 9, 4, 4, 0, 3, 3, 1, 3, 3, 1]])
    #expect(
      all.magnitudes == [33, 16, 17, 28, 12, 16, 21, 5, 16, 7, 7, 0, 5, 4, 1, 5, 4, 1])
  }

  @Test(arguments: 1...4)
  func `the largest contributions to a sum are those of all its units`(ranks: Int) {
    let axes = [Self.axis("r", [0, 1, 2, 2, 1, 2]), Self.axis("s", [0, 1, 1])]
    let units = [[5], [9, 7], [4, 2, 1], [], [3, 1], [9]]
    func ranked(_ amounts: [Int]) -> [Int] {
      let sorted = amounts.sorted(by: >) + Array(repeating: 0, count: ranks)
      return Array(sorted.prefix(ranks))
    }
    let matrix = RawMatrix(
      id: "m", axes: axes, innerCounts: units.map { Int32($0.reduce(0, +)) },
      content: .sums(
        RawContributions(
          units: units.map(\.count),
          largest: (0..<ranks).map { rank in units.map { ranked($0)[rank] } },
          magnitudes: units.map { $0.reduce(0, +) })))
    let all = matrix.latticeContributions
    // The inner cells below each region and each sex.
    let below = [[0, 1, 2], [0, 1], [0], [1], [2], [2]]
    for (region, places) in below.enumerated() {
      for (sex, columns) in [[0, 1], [0], [1]].enumerated() {
        let own = places.flatMap { place in columns.flatMap { units[2 * place + $0] } }
        #expect(all.largest.map { $0[3 * region + sex] } == ranked(own))
      }
    }
  }
}
