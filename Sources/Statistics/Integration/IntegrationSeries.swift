internal import Classifications
internal import Publication
internal import Registers

/// The periods that the tables of the integration programme have.
///
/// The registers know of every day up to 31 December 2023, the reference date of 2024 and of
/// 2024K1.
public enum IntegrationSeries {
  /// IMINT01, IMINT02 and IMINT03 by year: from the first one that cohorts are made of.
  public static let years = (IntegrationPerson.firstCohortLabel...lastYear).map {
    IntegrationPeriod.year($0)
  }

  /// IMINT01, IMINT02 and IMINT03 by quarter: the last two years.
  public static let quarters =
    [2022, 2023].flatMap { year in
      (1...4).map { IntegrationPeriod.quarter($0, of: year) }
    } + [.quarter(1, of: lastYear)]

  /// Years of immigration of IMINT04 and IMINT05: from the first one whose first reference date
  /// is among ``years``, to the last one with an answer one year after.
  public static let cohorts = IntegrationPerson.firstCohortLabel - 1...lastYear - 2

  /// How many years after the year of immigration IMINT05 looks.
  public static let yearsAfter = 1...3

  /// The last year of ``years``.
  static let lastYear = 2024

  /// Whether what was so many years after a year of immigration is known: the last of December is
  /// not after the reference date of the year `last`.
  static func isKnown(_ years: Int, after cohort: Int, through last: Int = lastYear) -> Bool {
    cohort + years < last
  }

  /// The last year of immigration of which is known what was so many years after.
  static func lastCohort(after years: Int) -> Int {
    cohorts.last { isKnown(years, after: $0) } ?? cohorts.lowerBound
  }

  /// Periods as a dimension; each is in force from its reference date.
  static func dimension(
    _ id: String, _ label: Label, level: Label, _ periods: [IntegrationPeriod]
  ) -> Dimension {
    dimension(
      id, label, level: level,
      periods.map {
        Category(
          code: $0.label, label: Label($0.label),
          validity: Validity(from: $0.referenceDate.description, until: nil))
      })
  }

  /// The years of immigration as a dimension.
  static var cohortDimension: Dimension {
    dimension(
      "cohort", Label(english: "year of immigration", national: "indvandringsår"),
      level: Label(english: "Year of immigration", national: "Indvandringsår"),
      cohorts.map { Category(code: "\($0)", label: Label("\($0)")) })
  }

  private static func dimension(
    _ id: String, _ label: Label, level: Label, _ periods: [Category]
  ) -> Dimension {
    let all = Label(english: "All periods", national: "Alle perioder")
    return Dimension(
      id: id, label: label,
      hierarchy: Hierarchy(
        id: "dk-integration-\(id)", levelLabels: [all, level],
        nodes: [(Category(code: "all", label: all), 0)] + periods.map { ($0, 1) }),
      totals: .none)
  }
}
