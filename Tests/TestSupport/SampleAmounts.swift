import Classifications
@_spi(DisclosureControl) public import Publication

/// A small statistic with an amount: persons by sex and age, their sum, mean and median.
///
/// Sums are in 1 000 kroner, medians in kroner.
public enum SampleAmounts {
  private static let axes = [
    MatrixAxis(dimension: 0, depth: 1), MatrixAxis(dimension: 1, depth: 1),
  ]
  private static func amount(_ id: String, scale: Int) -> AmountDescription {
    AmountDescription(id: id, scale: scale, units: 0, canBeNegative: true)
  }
  private static let benefit = Label(english: "Benefit", national: "Stønad")
  private static let kroner = Label(english: "kroner", national: "kroner")

  /// `sample-benefit`: persons, their sum, mean and median.
  public static let table = TableDescription(
    id: "sample-benefit", title: benefit, dimensions: [0, 1],
    contents: [
      TableContent(
        id: "persons", label: Label(english: "Persons", national: "Personar"), matrices: [0]),
      TableContent(id: "benefit", label: benefit, matrices: [1]),
      TableContent(id: "benefit-median", label: benefit, matrices: [2]),
    ],
    measures: [
      Measure(
        id: "persons", label: Label(english: "Persons", national: "Personar"), kind: .count(0),
        decimals: 0),
      Measure(
        id: "sum", label: Label(english: "Benefit, sum", national: "Stønad, sum"), kind: .sum(1),
        decimals: 0, unit: Label(english: "1 000 kroner", national: "1 000 kroner")),
      Measure(
        id: "mean", label: Label(english: "Benefit, mean", national: "Stønad, snitt"),
        kind: .mean([1], units: 0), decimals: 1, unit: kroner),
      Measure(
        id: "median", label: Label(english: "Benefit, median", national: "Stønad, median"),
        kind: .median(2), decimals: 0, unit: kroner),
    ],
    opening: OpeningView(stub: [1], heading: [0], measures: [0, 1, 2, 3]), notes: [])

  /// Texts, dimensions, matrices and the table, without any figure.
  public static let description: StatisticDescription = {
    let sample = SampleStatistic.description
    return StatisticDescription(
      id: "amounts", title: benefit, agency: sample.agency, period: "2022", unit: sample.unit,
      source: sample.source, policy: sample.policy,
      dimensions: [sample.dimensions[1], sample.dimensions[2]],
      matrices: [
        MatrixDescription(id: "units", label: benefit, axes: axes),
        MatrixDescription(
          id: "sums", label: benefit, axes: axes, content: .sum(amount("benefit", scale: 1_000))),
        MatrixDescription(
          id: "medians", label: benefit, axes: axes,
          content: .median(amount("benefit", scale: 100))),
      ],
      tables: [table], notes: [])
  }()

  /// Both sexes, males, females; for each all ages and three bands.
  ///
  /// Where the counts of young
  /// females and males are hidden, so is what they have; the sum of the oldest females is hidden
  /// for its own sake, the sum of the oldest males with it.
  public static let release: Release = {
    let hidden = CellStatus.suppressed.rawValue
    func matrix(_ index: Int, _ counts: [Int32], hiding places: Set<Int>) -> ProtectedMatrix {
      ProtectedMatrix(
        description: description.matrices[index], dimensions: description.dimensions,
        counts: counts.indices.map { places.contains($0) ? 0 : counts[$0] },
        statuses: counts.indices.map { places.contains($0) ? hidden : 0 })
    }
    let counts: [Int32] = [60, 11, 20, 29, 32, 9, 10, 13, 28, 2, 10, 16]
    let sums: [Int32] = [
      6_543, 300, 2_000, 4_243, 3_700, 280, 1_000, 2_420, 2_843, 20, 1_000, 1_823,
    ]
    let medians: [Int32] = [
      90_100, 0, 99_000, 101_200, 88_000, 0, 95_500, 1_100, 91_700, 0, 0, -500,
    ]
    return Release(
      description: description,
      matrices: [
        matrix(0, counts, hiding: [5, 6, 9, 10]),
        matrix(1, sums, hiding: [5, 6, 7, 9, 10, 11]),
        matrix(2, medians, hiding: [1, 5, 6, 9, 10]),
      ], provenance: "test fixture")
  }()
}
