internal import Classifications

/// How many of each group of the population receive disability benefit: rough guesses of our own
/// at Norway's level, none of them published.
struct DisabilityRates {
  /// Recipients resident in Norway that are aimed at, by place of the sex: 42 per cent men.
  private static let targets = [148_000.0, 205_000.0]
  /// Share of the population by place of the age group among the leaves: steeply rising.
  private static let byAge = [0.022, 0.028, 0.034, 0.058, 0.115, 0.21, 0.31]

  /// Expected recipients in each group.
  let expected: [Double]

  /// Rates of `groups`; `appetite` says how much more or less a municipality's people receive,
  /// about 1.
  init(_ groups: [DisabilityPopulation.Group], library: ClassificationLibrary, appetite: [Double]) {
    let educationRates = ["01": 1.9, "02": 1.1, "03": 0.4]
    let byEducation = library.education.leafCodes.map { educationRates[$0] ?? 0.6 }
    let backgroundRates = ["A": 0.45, "B": 0.95]
    let byBackground = library.disabilityBackground.leafCodes.map { backgroundRates[$0] ?? 1 }
    let rough = groups.map { group in
      Double(group.persons) * Self.byAge[group.age] * byEducation[group.education]
        * byBackground[group.background] * appetite[group.municipality]
    }
    var sums = Self.targets.map { _ in 0.0 }
    for (group, recipients) in zip(groups, rough) { sums[group.sex] += recipients }
    expected = zip(groups, rough).map { group, recipients in
      min(
        0.85 * Double(group.persons),
        recipients * Self.targets[group.sex] / max(1, sums[group.sex]))
    }
  }
}
