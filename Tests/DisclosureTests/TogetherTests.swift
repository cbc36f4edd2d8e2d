import Classifications
import Cubes
import Disclosure
import Publication
import Testing

/// Sums of several hidden cells that follow from what is published: they are shown as well as if
/// they stood in the table.
@Suite struct TogetherTests {
  /// Amounts of the units of each leaf, over dimensions of any depth.
  private struct Table {
    let dimensions: [Publication.Dimension]
    let leaves: [[Int]]
    /// Persons of each leaf without the amount.
    var others = 6

    private var axes: [RawMatrix.Axis] {
      dimensions.map { RawMatrix.Axis(hierarchy: $0.hierarchy, totals: .sum) }
    }

    func release(seed: UInt64) throws -> Release {
      let text = Label("text")
      let all = dimensions.indices.map {
        MatrixAxis(dimension: $0, depth: dimensions[$0].hierarchy.depth)
      }
      let amount = AmountDescription(id: "amount", scale: 1, units: 0)
      let description = StatisticDescription(
        id: "s", title: text, agency: text, period: "", unit: text, source: text,
        policy: PolicyDescription(name: text, sentence: "", explanation: text, source: ""),
        dimensions: dimensions,
        matrices: [
          MatrixDescription(id: "units", label: text, axes: all),
          MatrixDescription(id: "sums", label: text, axes: all, content: .sum(amount)),
        ], tables: [], notes: [])
      let sums = RawMatrix(
        id: "sums", axes: axes, innerCounts: leaves.map { Int32($0.reduce(0, +)) },
        content: .sums(
          RawContributions(
            units: leaves.map(\.count), largest: [leaves.map { $0.max() ?? 0 }],
            magnitudes: leaves.map { $0.reduce(0, +) })))
      let counts = RawMatrix(
        id: "units", axes: axes, innerCounts: leaves.map { Int32($0.count + others) })
      return try protect(
        [counts, sums], description: description, policy: AmountFixture.hidden, seed: seed,
        provenance: "test", control: ProtectionControl(lanes: 1)
      ).release
    }

    /// The leaves of each lattice cell that has a figure.
    func published(_ release: Release) -> [[Int]] {
      let hierarchies = dimensions.map(\.hierarchy)
      let inner = combinations(hierarchies.map(\.leaves))
      return combinations(hierarchies.map { Array($0.categories.indices) })
        .filter { release.matrices[1].figure(at: $0).value != nil }
        .map { cell in
          inner.indices.filter { leaf in
            zip(cell, zip(inner[leaf], hierarchies)).allSatisfy {
              $1.1.descendants(of: $0).contains($1.0)
            }
          }
        }
    }
  }

  /// Sets of leaves whose sum follows and may not be shown.
  private static func faults(_ table: Table, seed: UInt64) throws -> [[Int]] {
    let count = table.leaves.count
    var basis: [[Ratio]] = []
    func reduced(_ vector: [Ratio]) -> [Ratio] {
      basis.reduce(vector) { vector, row in
        guard let place = row.firstIndex(where: { $0 != Ratio(0) }) else { return vector }
        let times = vector[place] / row[place]
        return zip(vector, row).map { $0 - times * $1 }
      }
    }
    func vector(_ cells: [Int]) -> [Ratio] {
      (0..<count).map { Ratio(cells.contains($0) ? 1 : 0) }
    }
    for cells in table.published(try table.release(seed: seed)) {
      let rest = reduced(vector(cells))
      if rest.contains(where: { $0 != Ratio(0) }) { basis.append(rest) }
    }
    return (1..<(1 << count)).map { bits in (0..<count).filter { bits >> $0 & 1 == 1 } }
      .filter { cells in
        AmountTests.isForbidden(cells.flatMap { table.leaves[$0] })
          && reduced(vector(cells)).allSatisfy { $0 == Ratio(0) }
      }
  }

  private static func leaves(_ count: Int, _ draws: inout Draws) -> [[Int]] {
    (0..<count).map { _ in
      (0..<draws.skewed(8)).map { _ in 5 + draws.below(9) * (draws.below(6) == 0 ? 30 : 1) }
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `hidden parts on two levels are not few units' together`(seed: UInt64) throws {
    var draws = Draws(seed)
    let table = Table(
      dimensions: [dimension("r", levels: [0, 1, 2, 2, 2, 1, 2, 2, 1, 2, 2])],
      leaves: Self.leaves(7, &draws))
    #expect(try Self.faults(table, seed: seed).isEmpty)
  }
}
