import Classifications
import Cubes
import Disclosure
import Publication
import Registers
import Statistics
import TableFiles
import Testing

@Suite struct RoundedReleaseBytesTests {
  private func release(
    _ raw: [RawMatrix], of description: StatisticDescription, seed: UInt64
  ) throws -> Release {
    try protect(
      raw, description: description, policy: .smallCountRounding(base: 3, sweeps: 20), seed: seed,
      provenance: "test", control: ProtectionControl(lanes: 2)
    ).release
  }

  @Test func `a release file does not tell drawn zeros and threes from natural ones`() throws {
    let definition = CanaryStatistic.definition(.smallCountRounding(base: 3))
    let raw = try definition.count(from: RecordSet())
    var generator = SeededDraws(state: 4)
    // Many small counts, whatever the statistic has.
    let small = raw.map { matrix in
      RawMatrix(
        id: matrix.id, axes: matrix.axes,
        innerCounts: matrix.innerCounts.map { $0 == 0 ? 0 : 1 + generator.next(below: 4) })
    }
    let drawn = try release(small, of: definition.description, seed: 1)
    // A register whose counts are what the first one's were rounded to.
    let natural = zip(small, drawn.matrices).map { matrix, shown in
      RawMatrix(
        id: matrix.id, axes: matrix.axes,
        innerCounts: innerPlaces(matrix).map { Int32(shown.figure(atCell: $0).value ?? 0) })
    }
    #expect(zip(natural, small).contains { $0.innerCounts != $1.innerCounts })
    let other = try release(natural, of: definition.description, seed: 2)
    #expect(ReleaseFile.encode(other) == ReleaseFile.encode(drawn))
  }

  /// The lattice cells of the inner cells, row-major.
  private func innerPlaces(_ matrix: RawMatrix) -> [Int] {
    matrix.axes.reduce([0]) { places, axis in
      places.flatMap { place in axis.innerCategories.map { place * axis.hierarchy.count + $0 } }
    }
  }
}

/// Draws that depend on nothing but their state.
private struct SeededDraws {
  var state: UInt64

  mutating func next(below bound: UInt64) -> Int32 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int32((state >> 33) % bound)
  }
}
