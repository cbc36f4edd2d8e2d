public import Classifications
internal import Cubes
internal import Publication
internal import Registers

/// The integration programme, Denmark.
///
/// - Universe: immigrants of 18 to 66 years, resident in Denmark, first immigrated within five
///   years and of age then, with a permit as refugee, for family reunification or by the Ukraine
///   special act, without Nordic citizenship; and cohorts of them by year of immigration.
/// - Unit: person.
/// - Reference period: a day behind the label of a year or quarter; a year of immigration.
/// - Missing values: an unknown origin is a country; no status in November, and no residence, are
///   categories; what is not known yet of a cohort is missing.
/// - Source: Statistics Denmark, "Integrationsprogrammet", sections "Generelt i Danmarks
///   Statistik", "I Udlændingedatabasen" and "Variable i integrationstabeller", read 2026-11-21.
///
/// The matrices of a period are protected together and must count the same persons, so years,
/// quarters and cohorts have a definition each; a year and its first quarter, the same persons,
/// have the same matrices and are protected alike.
extension StatisticDefinition {
  /// The three statistics of the integration programme: years, quarters, cohorts.
  public static func integrationProgramme(
    _ library: ClassificationLibrary
  ) -> [StatisticDefinition] {
    let lists = IntegrationLists(library)
    return [
      integration(
        library, id: "integration", title: IntegrationTexts.title,
        lists.population(
          in: IntegrationSeries.dimension(
            "year", Label(english: "year", national: "år"),
            level: Label(english: "Year", national: "År"), IntegrationSeries.years)),
        tables: IntegrationLists.yearlyTables, notes: [IntegrationTexts.yearNote],
        deriving: { $0.population(in: IntegrationSeries.years) }),
      integration(
        library, id: "integration-quarter", title: IntegrationTexts.title,
        lists.population(
          in: IntegrationSeries.dimension(
            "quarter", Label(english: "quarter", national: "kvartal"),
            level: Label(english: "Quarter", national: "Kvartal"), IntegrationSeries.quarters)),
        tables: IntegrationLists.quarterlyTables,
        notes: [IntegrationTexts.quarterNote, IntegrationTexts.preliminaryNote],
        deriving: { $0.population(in: IntegrationSeries.quarters) }),
      integration(
        library, id: "integration-cohort", title: IntegrationTexts.cohortTitle,
        lists.cohorts(yearsAfter: IntegrationSeries.yearsAfter),
        tables: IntegrationLists.cohortTables(yearsAfter: IntegrationSeries.yearsAfter),
        notes: [IntegrationTexts.cohortNote],
        deriving: {
          $0.cohorts(
            immigratedIn: Array(IntegrationSeries.cohorts), through: IntegrationSeries.lastYear,
            yearsAfter: IntegrationSeries.yearsAfter)
        }),
    ]
  }

  private static func integration(
    _ library: ClassificationLibrary, id: String, title: Label,
    _ content: IntegrationLists.Content, tables: [TableDescription], notes: [Label],
    deriving register: @escaping @Sendable (IntegrationDerivation) -> Register
  ) -> StatisticDefinition {
    let periods = content.dimensions[0].hierarchy.leafCodes
    return StatisticDefinition(
      description: StatisticDescription(
        id: id, title: title, agency: IntegrationTexts.statisticsDenmark,
        period: "\(periods.first ?? "")-\(periods.last ?? "")",
        unit: IntegrationTexts.unit, source: IntegrationTexts.source,
        policy: IntegrationTexts.policy, dimensions: content.dimensions,
        matrices: content.matrices, tables: tables,
        notes: notes + IntegrationTexts.notes, isSynthetic: true, symbols: .denmark,
        nationalLanguage: .danish),
      rule: .suppression(below: 4, published: []),
      matrices: content.axes.map {
        MatrixDefinition(register: content.register, selection: nil, weight: nil, axes: $0)
      },
      sources: IntegrationLayouts(library).all,
      derive: { records in
        let derivation = IntegrationDerivation(
          IntegrationRecords(records, library: library), library: library)
        return [content.register: register(derivation)]
      })
  }
}
