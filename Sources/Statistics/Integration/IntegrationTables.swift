internal import Classifications
internal import Publication

extension IntegrationLists {
  /// The tables of the years: IMINT01, IMINT02, IMINT03.
  static var yearlyTables: [TableDescription] {
    [
      population(1, "", [.period, .permit, .stay, .age, .sex], stub: [.permit], heading: [.stay]),
      population(2, "", [.period, .origin, .sex], stub: [.origin], heading: [.sex]),
      population(3, "", [.period, .region, .sex, .permit], stub: [.region], heading: [.permit]),
    ]
  }

  /// The same tables by quarter; they open as series.
  static var quarterlyTables: [TableDescription] {
    [
      population(
        1, "k", [.period, .permit, .stay, .age, .sex], stub: [.permit], heading: [.period]),
      population(
        2, "k", [.period, .origin, .sex], stub: [.origin], heading: [.period]),
      population(
        3, "k", [.period, .region, .sex, .permit], stub: [.region], heading: [.period]),
    ]
  }

  /// IMINT04, and IMINT05 for each number of years after: by the first municipality with where its
  /// people live then, and by the municipality then.
  static func cohortTables(yearsAfter: ClosedRange<Int>) -> [TableDescription] {
    let employment = cohort(
      "imint04", matrices: [0, 1, 2],
      [.cohort, .age, .sex, .origin, .permit, .employment].map(\CohortAxis.rawValue),
      stub: .cohort, heading: CohortAxis.employment.rawValue,
      notes: [IntegrationTexts.employmentNote])
    return [employment]
      + yearsAfter.flatMap { years in
        let place = years - yearsAfter.lowerBound
        let residence = CohortAxis.firstResidence + 2 * place
        let notes = [IntegrationTexts.residenceNote(yearsAfter: years)]
        return [
          cohort(
            "imint05-\(years)", matrices: [3 + 3 * place, 4 + 3 * place],
            [CohortAxis.cohort.rawValue, CohortAxis.region.rawValue, residence],
            stub: .region, heading: residence,
            lastKnown: IntegrationSeries.lastCohort(after: years), notes: notes),
          TableDescription(
            id: "imint05-\(years)-municipality", title: IntegrationTexts.title,
            dimensions: [CohortAxis.cohort.rawValue, residence + 1],
            contents: [persons(in: [5 + 3 * place])], measures: [IntegrationTexts.persons],
            opening: OpeningView(
              stub: [residence + 1], heading: [CohortAxis.cohort.rawValue], measures: [0]),
            notes: [IntegrationTexts.municipalityNote(yearsAfter: years)]),
        ]
      }
  }

  /// Table number `number` of the population: it has the matrix of its number.
  private static func population(
    _ number: Int, _ suffix: String, _ axes: [Axis], stub: [Axis], heading: [Axis]
  ) -> TableDescription {
    TableDescription(
      id: "imint0\(number)\(suffix)", title: IntegrationTexts.title,
      dimensions: axes.map(\.rawValue), contents: [persons(in: [number - 1])],
      measures: [IntegrationTexts.persons],
      opening: OpeningView(
        stub: stub.map(\.rawValue), heading: heading.map(\.rawValue), measures: [0]),
      notes: [])
  }

  /// A table of cohorts with per cent of the total of what is in its heading.
  private static func cohort(
    _ id: String, matrices: [Int], _ dimensions: [Int], stub: CohortAxis, heading: Int,
    lastKnown: Int? = nil, notes: [Label]
  ) -> TableDescription {
    TableDescription(
      id: id, title: IntegrationTexts.title, dimensions: dimensions,
      contents: [persons(in: matrices)],
      measures: [
        IntegrationTexts.persons,
        Measure(
          id: "percent", label: IntegrationTexts.percent,
          kind: .percentOfTotal(0, dimension: heading), decimals: 1),
      ],
      opening: OpeningView(
        stub: [stub.rawValue], heading: [heading], measures: [0, 1],
        selections: lastKnown.map { [CohortAxis.cohort.rawValue: .only("\($0)")] } ?? [:]),
      notes: notes)
  }

  private static func persons(in matrices: [Int]) -> TableContent {
    TableContent(id: "persons", label: IntegrationTexts.persons.label, matrices: matrices)
  }
}
