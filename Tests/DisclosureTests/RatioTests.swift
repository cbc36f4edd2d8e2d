import Classifications
import Cubes
import Disclosure
import Publication
import Testing

/// What percentages that are printed beside hidden counts give away, beside trying all counts.
@Suite struct RatioTests {
  private func place(_ cell: Int) -> AuditedPlace { AuditedPlace(matrix: 0, place: cell) }

  /// The audit of a row with its total, the total first.
  private func audited(
    _ counts: [Int32], hidden: Set<Int>, ratios: [PublishedRatio], fewest: Int
  ) throws -> AuditReport {
    let dimension = flat("a", counts.count - 1)
    let described = Fixture([dimension], inner: Array(counts.dropFirst())).described[0]
    return try audit(
      [
        PublishedLattice(
          described: described, counts: counts, isHidden: counts.indices.map(hidden.contains))
      ], dimensions: [dimension], ratios: ratios, zerosArePublished: true, fewest: fewest)
  }

  /// Whether a quotient can be printed as `digits`; halves go either way.
  private func isPrinted(_ part: Int, of whole: Int, as digits: Int, decimals: Int) -> Bool {
    let unit = 100 * (0..<decimals).reduce(1) { product, _ in 10 * product }
    return abs(2 * (unit * part - digits * whole)) <= whole
  }

  @Test(arguments: 0...2)
  func `a per cent of a published total gives an interval for the count`(decimals: Int) throws {
    let unit = 100 * (0..<decimals).reduce(1) { product, _ in 10 * product }
    for whole in [40, 333, 5_000] {
      for part in stride(from: 3, to: whole - 3, by: whole / 13) {
        let digits = (2 * unit * part + whole) / (2 * whole)
        let ratio = PublishedRatio(
          of: place(1), by: place(0), digits: digits, decimals: decimals)
        let report = try audited(
          [Int32(whole), Int32(part), Int32(whole - part)], hidden: [1, 2], ratios: [ratio],
          fewest: whole)
        let possible = (1..<whole).filter {
          isPrinted($0, of: whole, as: digits, decimals: decimals)
        }
        let cell = try #require(report.narrow.first { $0.place.place == 1 })
        #expect(report.isComplete)
        #expect(cell.low == possible.first && cell.high == possible.last, "\(part) of \(whole)")
        #expect(cell.becauseOf.contains(place(0)))
      }
    }
  }

  @Test func `a per cent of a hidden count tells both`() throws {
    // One part is a quarter of the other: 20 and 80 under 100, or nearly.
    let ratio = PublishedRatio(of: place(1), by: place(2), digits: 250, decimals: 1)
    let report = try audited([100, 20, 80], hidden: [1, 2], ratios: [ratio], fewest: 2)
    #expect(report.narrow.map(\.low) == [20, 80])
    #expect(report.narrow.filter(\.isKnown).count == 2)
    #expect(try audited([100, 20, 80], hidden: [1, 2], ratios: [], fewest: 2).narrow.isEmpty)
  }

  @Test func `a per cent that contradicts the counts is told`() throws {
    let ratio = PublishedRatio(of: place(1), by: place(0), digits: 990, decimals: 1)
    let second = PublishedRatio(of: place(2), by: place(0), digits: 990, decimals: 1)
    let report = try audited([100, 20, 80], hidden: [1, 2], ratios: [ratio, second], fewest: 2)
    #expect(!report.isComplete)
  }

  /// A view shows a percentage where both counts are published and nowhere else.
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `all percentages of published counts tell nothing that these do not`(seed: UInt64) throws {
    var draws = Draws(seed)
    let inner = (0..<12).map { _ in Int32(draws.skewed(12)) }
    let suppressed = try Suppressed(
      Fixture([flat("a", 3), flat("b", 4)], inner: inner), seed: seed)
    let matrix = suppressed.release.matrices[0]
    let published = (0..<matrix.cellCount).compactMap { cell in
      matrix.figure(atCell: cell).value.map { (cell: cell, count: $0) }
    }
    let ratios = published.flatMap { whole in
      published.filter { _ in whole.count > 0 }.map { part in
        PublishedRatio(
          of: place(part.cell), by: place(whole.cell),
          digits: (2_000 * part.count + whole.count) / (2 * whole.count), decimals: 1)
      }
    }
    func audited(_ ratios: [PublishedRatio]) throws -> AuditReport {
      try audit(
        [PublishedLattice(matrix)], dimensions: suppressed.fixture.dimensions, ratios: ratios,
        zerosArePublished: true, fewest: 5)
    }
    #expect(!ratios.isEmpty)
    #expect(try audited(ratios) == audited([]))
  }
}
