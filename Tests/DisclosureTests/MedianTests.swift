import Classifications
import Cubes
import Disclosure
import Publication
import Testing

/// Medians and periods of amounts.
@Suite struct MedianTests {
  private static let text = Label("text")

  /// A statistic of counts and an amount over `dimensions`.
  private static func description(
    _ dimensions: [Publication.Dimension], _ content: MatrixContent
  ) -> StatisticDescription {
    let axes = dimensions.indices.map { MatrixAxis(dimension: $0, depth: 1) }
    return StatisticDescription(
      id: "s", title: text, agency: text, period: "", unit: text, source: text,
      policy: PolicyDescription(name: text, sentence: "", explanation: text, source: ""),
      dimensions: dimensions,
      matrices: [
        MatrixDescription(id: "units", label: text, axes: axes),
        MatrixDescription(id: "amounts", label: text, axes: axes, content: content),
      ], tables: [], notes: [])
  }

  private static func axes(_ dimensions: [Publication.Dimension]) -> [RawMatrix.Axis] {
    dimensions.map { RawMatrix.Axis(hierarchy: $0.hierarchy, totals: $0.totals) }
  }

  /// The published medians of groups of `counts` persons, of whom `having` have the amount.
  private static func medians(
    _ counts: [Int32], having: [Int32], _ policy: Policy
  ) throws -> [Figure] {
    let dimensions = [flat("d", counts.count)]
    let amount = AmountDescription(id: "amount", scale: 100, units: 0)
    let (release, _) = try protect(
      [
        RawMatrix(id: "units", axes: axes(dimensions), innerCounts: counts),
        RawMatrix(
          id: "amounts", axes: axes(dimensions), innerCounts: having,
          content: .medians((0...counts.count).map { Int32($0 + 1) * 100 })),
      ],
      description: description(dimensions, .median(amount)), policy: policy, seed: 1,
      provenance: "test", control: ProtectionControl(lanes: 1))
    return (0...counts.count).map { release.matrices[1].figure(at: [$0]) }
  }

  @Test func `a median of nine units is hidden and one of ten is shown`() throws {
    let hidden = Figure.symbol(.suppressed)
    for policy in [AmountFixture.hidden, AmountFixture.rounded] {
      let counts: [Int32] = [9, 10, 40]
      #expect(
        try Self.medians(counts, having: counts, policy) == [
          .count(100), hidden, .count(300), .count(400),
        ])
      #expect(
        try Self.medians([20, 20, 20], having: [20, 9, 10], policy)[2] == hidden,
        "units without the amount do not count")
    }
  }

  @Test func `no median stands beside a hidden count, and none where nobody is`() throws {
    let figures = try Self.medians([2, 12, 30, 0], having: [2, 12, 30, 0], AmountFixture.hidden)
    #expect(figures[1] == .symbol(.suppressed))
    #expect(figures[2] == .symbol(.suppressed), "its count protects the other")
    #expect(figures[3] == .count(400))
    #expect(figures[4] == .symbol(.notApplicable))
  }

  @Test func `under rounding nobody and two persons look alike beside a median`() throws {
    let figures = try Self.medians([2, 0, 30], having: [2, 0, 30], AmountFixture.rounded)
    #expect(figures[1] == figures[2])
    #expect(figures[1] == .symbol(.suppressed))
  }

  /// The sums of one year in another table of years, however they are protected.
  @Test func `sums of a period do not depend on other periods`() throws {
    func sums(_ years: [Int]) throws -> [[Figure]] {
      let inner = [[10, 11, 30, 40], [90, 12, 30, 40], [20, 20, 20, 20]]
      let largest = [[5, 4, 8, 9], [80, 5, 8, 9], [9, 9, 9, 9]]
      let units = [[2, 4, 9, 12], [4, 4, 9, 12], [5, 5, 5, 5]]
      let time = dimension(
        "year", levels: [0] + years.map { _ in 1 }, totals: .none)
      let dimensions = [time, flat("d", 4)]
      let chosen = years.flatMap { year in (0..<4).map { (year, $0) } }
      let amount = AmountDescription(id: "amount", scale: 1, units: 0)
      let matrices = [
        RawMatrix(
          id: "units", axes: Self.axes(dimensions),
          innerCounts: chosen.map { Int32(units[$0.0][$0.1]) }),
        RawMatrix(
          id: "amounts", axes: Self.axes(dimensions),
          innerCounts: chosen.map { Int32(inner[$0.0][$0.1]) },
          content: .sums(
            RawContributions(
              units: chosen.map { units[$0.0][$0.1] },
              largest: [chosen.map { largest[$0.0][$0.1] }],
              magnitudes: chosen.map { inner[$0.0][$0.1] }))),
      ]
      let (release, _) = try protect(
        matrices, description: Self.description(dimensions, .sum(amount)),
        policy: AmountFixture.hidden, seed: 1, provenance: "test",
        control: ProtectionControl(lanes: 2))
      return years.indices.map { year in
        (0...4).map { release.matrices[1].figure(at: [year + 1, $0]) }
      }
    }
    let all = try sums([0, 1, 2])
    #expect(all[0][1].status == .suppressed && all[1][1].status == .suppressed)
    #expect(all[2] == [.count(80), .count(20), .count(20), .count(20), .count(20)])
    #expect(try sums([0]) == [all[0]])
    #expect(try sums([1])[0][0] == .count(172))
  }

  /// A year of one person; the only other hidden sum has one month to the top.
  @Test func `what a sum can be at most is no protection of another`() throws {
    let months = [[12], [12, 12, 12, 11], [6, 6, 6, 6, 6, 6, 6]]
    for most in [nil, 12] {
      var fixture = AmountFixture([3], cells: months)
      fixture.mostOfUnit = most
      let (release, _) = try fixture.protected()
      let statuses = (0...3).map { release.matrices[1].figure(at: [$0]).status }
      #expect(statuses[1] == .suppressed && statuses[2] == .suppressed)
      #expect((statuses[0] == .suppressed || statuses[3] == .suppressed) == (most == 12))
    }
  }
}
