public import Classifications
internal import Cubes
internal import Publication
internal import Registers

/// Disability benefit, Norway.
///
/// - Universe: persons with a positive decision on disability benefit for at least one month of the
///   year, paid or not; residents on 31 December but for the two tables by residence.
/// - Unit: person.
/// - Reference period: a full calendar year; age and residence at its end, education 1 October.
/// - Missing values: unknown education is a group of its own, with no completed education; who is
///   in no household of the income statistics has an unknown risk of poverty.
/// - Source: Statistics Norway, "Recipients of disability benefit", section "About the statistics",
///   read 2026-11-21. Variables are derived by
///   ``deriveDisability(years:from:library:)``.
extension StatisticDefinition {
  /// The years of the statistic: the municipalities of 2020 are in force in all of them.
  public static let disabilityBenefitYears = 2020...2022

  /// The statistic of `years`, each a period of its own.
  public static func disabilityBenefit(
    _ library: ClassificationLibrary, years: ClosedRange<Int> = disabilityBenefitYears
  ) -> StatisticDefinition {
    let lists = DisabilityLists(library, years: years)
    return StatisticDefinition(
      description: StatisticDescription(
        id: "disability", title: DisabilityTexts.title, agency: AgencyTexts.statisticsNorway,
        period: years.count == 1
          ? "\(years.lowerBound)" : "\(years.lowerBound)-\(years.upperBound)",
        unit: AgencyTexts.persons, source: DisabilityTexts.source,
        policy: DisabilityTexts.policy, dimensions: lists.dimensions,
        matrices: lists.matrices.map(\.description), tables: lists.tables,
        notes: DisabilityTexts.notes, isSynthetic: true),
      rule: .smallCountRounding(base: 3), matrices: lists.matrices.map(\.definition),
      sources: NorwegianLayouts(library).all + DisabilityLayouts().all + [
        PopulationLayouts(library).groups
      ],
      derive: { records in
        [
          .disability: deriveDisability(
            years: years, from: DisabilityRecords(records, library: library), library: library),
          .disabilityPopulation: derivePopulation(
            years: years, by: library.disabilityAge,
            from: records[PopulationLayouts(library).groups], library: library),
        ]
      })
  }
}

/// Dimensions, matrices and tables of disability benefit.
///
/// Only `recipients` has cells that may be small, and only it has regions, education and
/// background. The other matrices of recipients are so coarse that nothing in them is rounded: what
/// is left of the difference between two rounded matrices of the same units could give away what
/// was rounded.
struct DisabilityLists {
  /// Places in `dimensions`.
  enum Axis: Int, CaseIterable {
    case year, age, sex, degree, education, background, region, intensity, young, residence
    case poverty
  }
  /// Places in `matrices`.
  enum Matrix: Int {
    case recipients, degree, young, new, intensity, residence, residenceDegree, poverty
    case population, populationRegion
  }
  /// A matrix, and how it is counted.
  struct CountedMatrix {
    let description: MatrixDescription
    let definition: MatrixDefinition
  }
  let dimensions: [Dimension]
  let matrices: [CountedMatrix]
  /// Amounts of recipients by age and sex, behind all counts.
  let incomeAccount: DisabilityIncomeAccount

  init(_ library: ClassificationLibrary, years: ClosedRange<Int>) {
    let dimensions = Axis.allCases.map { $0.dimension(library, years: years) }
    self.dimensions = dimensions
    /// Recipients by year and `groups`, all as deep as they go.
    func recipients(
      _ id: String, _ label: Label, where flag: String?, _ groups: Axis...
    ) -> CountedMatrix {
      let axes = [.year] + groups
      return CountedMatrix(
        description: matrix(id, label, axes),
        definition: MatrixDefinition(
          register: .disability, selection: flag, weight: nil,
          axes: axes.map { $0.rule(library) }))
    }
    func population(_ id: String, _ groups: (axis: Axis, variable: String)...) -> CountedMatrix {
      let axes = [(axis: .year, variable: DisabilityRegister.year)] + groups
      return CountedMatrix(
        description: matrix(id, AllowanceTexts.population, axes.map(\.axis)),
        definition: MatrixDefinition(
          register: .disabilityPopulation, selection: nil,
          weight: PopulationRegister.persons,
          axes: axes.map { .variable($0.variable, recode: nil) }))
    }
    func matrix(_ id: String, _ label: Label, _ axes: [Axis]) -> MatrixDescription {
      MatrixDescription(
        id: id, label: label,
        axes: axes.map {
          MatrixAxis(dimension: $0.rawValue, depth: dimensions[$0.rawValue].hierarchy.depth)
        })
    }
    let resident = DisabilityRegister.isResident
    let counts = [
      recipients(
        "recipients", DisabilityTexts.recipients, where: resident,
        .age, .sex, .education, .background, .region),
      recipients(
        "recipients-degree", DisabilityTexts.recipients, where: resident, .age, .sex, .degree),
      recipients(
        "young-recipients", DisabilityTexts.youngRecipients, where: DisabilityRegister.isYoung,
        .young, .sex, .degree),
      recipients(
        "new-recipients", DisabilityTexts.newRecipients,
        where: DisabilityRegister.isNewRecipient, .age, .sex),
      recipients(
        "recipients-intensity", DisabilityTexts.recipients, where: resident,
        .age, .sex, .intensity),
      recipients(
        "all-recipients", DisabilityTexts.allRecipients, where: nil, .age, .sex, .residence),
      recipients(
        "all-recipients-degree", DisabilityTexts.allRecipients, where: nil,
        .sex, .degree, .residence),
      recipients(
        "recipients-poverty", DisabilityTexts.poverty, where: resident, .age, .sex, .poverty),
      population(
        "population", (.age, PopulationRegister.ageBand), (.sex, PopulationRegister.sex),
        (.education, PopulationRegister.education),
        (.background, PopulationRegister.background)),
      population(
        "population-region", (.age, PopulationRegister.ageBand), (.sex, PopulationRegister.sex),
        (.region, PopulationRegister.municipality)),
    ]
    incomeAccount = DisabilityIncomeAccount(
      axes: [Axis.year, .age, .sex].map {
        MatrixAxis(dimension: $0.rawValue, depth: dimensions[$0.rawValue].hierarchy.depth)
      }, units: Matrix.degree.rawValue, first: counts.count)
    let amounts = DisabilityIncomeAccount.counting(
      .disability, axes: [Axis.year, .age, .sex].map { $0.rule(library) })
    matrices =
      counts
      + zip(incomeAccount.matrices, amounts).map {
        CountedMatrix(description: $0, definition: $1)
      }
  }
}

extension DisabilityLists.Axis {
  /// The dimension with its code list.
  func dimension(_ library: ClassificationLibrary, years: ClosedRange<Int>) -> Dimension {
    func make(
      _ id: String, _ english: String, _ bokmål: String, _ list: Hierarchy
    ) -> Dimension {
      Dimension(id: id, label: Label(english: english, national: bokmål), hierarchy: list)
    }
    return switch self {
    case .year:
      Dimension(
        id: "year", label: DisabilityTexts.year, hierarchy: DisabilityTexts.years(years),
        totals: .none)
    case .age: make("age", "age", "alder", library.disabilityAge)
    case .sex: make("sex", "sex", "kjønn", library.sex)
    case .degree: make("degree", "degree of disability", "uføregrad", library.disabilityDegree)
    case .education: make("education", "education", "utdanning", library.education)
    case .background:
      make("background", "country background", "landbakgrunn", library.disabilityBackground)
    case .region: make("region", "municipality", "kommune", library.municipalities2020)
    case .intensity:
      make("intensity", "work intensity", "arbeidsintensitet", library.workIntensity)
    case .young: make("young", "age", "alder", library.youngAge)
    case .residence: make("residence", "residence", "bosted", library.disabilityResidence)
    case .poverty: make("poverty", "household income", "husholdningsinntekt", library.povertyRisk)
    }
  }

  /// Where the category of a recipient comes from.
  func rule(_ library: ClassificationLibrary) -> MatrixDefinition.AxisRule {
    switch self {
    case .year: .variable(DisabilityRegister.year, recode: nil)
    case .age: .variable(DisabilityRegister.age, recode: library.disabilityAgeOfYear)
    case .sex: .variable(DisabilityRegister.sex, recode: nil)
    case .degree: .variable(DisabilityRegister.degree, recode: nil)
    case .education: .variable(DisabilityRegister.education, recode: nil)
    case .background: .variable(DisabilityRegister.background, recode: nil)
    case .region: .variable(DisabilityRegister.municipality, recode: nil)
    case .intensity: .variable(DisabilityRegister.workIntensity, recode: nil)
    case .young: .variable(DisabilityRegister.age, recode: library.youngAgeOfYear)
    case .residence: .variable(DisabilityRegister.residence, recode: nil)
    case .poverty: .variable(DisabilityRegister.povertyRisk, recode: nil)
    }
  }
}
