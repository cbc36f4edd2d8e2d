import Classifications
@_spi(DisclosureControl) import Publication
import TestSupport
import Testing

@testable import TableFiles

@Suite struct AmountFileTests {
  @Test func `a release with amounts comes back as it was, byte for byte`() throws {
    let bytes = ReleaseFile.encode(SampleAmounts.release)
    let read = try ReleaseFile.decode(bytes, as: SampleAmounts.description)
    #expect(read == SampleAmounts.release)
    #expect(ReleaseFile.encode(read) == bytes)
  }

  /// The description of the sample with other contents of its second matrix.
  private static func description(_ content: MatrixContent) -> StatisticDescription {
    let sample = SampleAmounts.description
    var matrices = sample.matrices
    matrices[1] = MatrixDescription(
      id: matrices[1].id, label: matrices[1].label, axes: matrices[1].axes, content: content)
    return StatisticDescription(
      id: sample.id, title: sample.title, agency: sample.agency, period: sample.period,
      unit: sample.unit, source: sample.source, policy: sample.policy,
      dimensions: sample.dimensions, matrices: matrices, tables: sample.tables, notes: [])
  }

  @Test func `sums are not read as counts, medians or sums of something else`() {
    let bytes = ReleaseFile.encode(SampleAmounts.release)
    let others: [MatrixContent] = [
      .units,
      .median(AmountDescription(id: "benefit", scale: 1_000, units: 0, canBeNegative: true)),
      .sum(AmountDescription(id: "wages", scale: 1_000, units: 0, canBeNegative: true)),
      .sum(AmountDescription(id: "benefit", scale: 1, units: 0, canBeNegative: true)),
    ]
    for other in others {
      #expect(throws: ReleaseFileError.self) {
        try ReleaseFile.decode(bytes, as: Self.description(other))
      }
    }
    let same = AmountDescription(id: "benefit", scale: 1_000, units: 0, canBeNegative: true)
    #expect(throws: Never.self) {
      try ReleaseFile.decode(bytes, as: Self.description(.sum(same)))
    }
  }
}
