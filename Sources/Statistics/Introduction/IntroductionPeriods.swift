internal import Classifications
internal import Publication
internal import Registers

/// The years of the introduction programme, and what changes with them.
enum IntroductionPeriods {
  /// All years: "first published in 2006 for the statistics year 2005" (Comparability over time).
  static let years = 2005...2022
  /// The cohorts that are followed: the registers reach November 2022.
  static let cohorts = 2005...2021
  /// The first year that is counted from the national register.
  static let breakYear = years.first { ProgrammeYear($0).source == .nationalRegister } ?? 2017

  /// The statistical year.
  static var year: Dimension {
    Dimension(
      id: "year", label: Label(english: "year", national: "år"),
      hierarchy: periods("introduction-years", all: allYears, years) {
        Category(code: "\($0)", label: Label("\($0)"))
      }, totals: .none, breaks: breakNote)
  }

  /// The leaving cohort; regions are those in force in November of the year after.
  static var cohort: Dimension {
    Dimension(
      id: "cohort", label: Label(english: "leaving cohort", national: "avgangskull"),
      hierarchy: periods("introduction-cohorts", all: allYears, cohorts) {
        let day = ProgrammeYear($0 + 1).referenceDay
        return Category(
          code: "\($0)", label: Label("\($0)"), validity: Validity(from: "\(day)", until: nil))
      }, totals: .none, breaks: breakNote)
  }

  /// Years after the programme, of which a cohort has those whose November has been.
  static func after(_ list: Hierarchy, observing status: Int) -> Dimension {
    let nodes = zip(list.categories, list.levels).map { category, level in
      let last = Int(category.code).map { ProgrammeYear(years.upperBound - $0 + 2).first }
      return (
        Category(
          code: category.code, label: category.label, aliases: category.aliases,
          validity: last.map { Validity(from: nil, until: "\($0)") }), level
      )
    }
    return Dimension(
      id: "after", label: Label(english: "years after", national: "år etter"),
      hierarchy: Hierarchy(id: list.id, levelLabels: list.levelLabels, nodes: nodes),
      totals: .none, observes: status)
  }

  private static let allYears = Label(english: "All years", national: "Alle år")

  private static var breakNote: [String: Label] {
    [
      "\(breakYear)": Label(
        english: "Break in the series: from \(breakYear) from the National Introduction Register.",
        national: "Brudd i serien: fra \(breakYear) fra Nasjonalt introduksjonsregister.")
    ]
  }

  private static func periods(
    _ id: String, all: Label, _ years: ClosedRange<Int>, _ category: (Int) -> Category
  ) -> Hierarchy {
    Hierarchy(
      id: id, levelLabels: [all, Label(english: "Year", national: "År")],
      nodes: [(Category(code: "years", label: all), 0)] + years.map { (category($0), 1) })
  }
}
