internal import Classifications
internal import Publication
internal import Registers

/// Dimensions and matrices of the integration programme.
///
/// The note names the tables and what they are by, not their columns: the layouts are ours, small
/// enough that few counts have to be hidden.
struct IntegrationLists {
  /// What one definition is made of.
  struct Content {
    let register: RegisterName
    let dimensions: [Dimension]
    let matrices: [MatrixDescription]
    /// Where the category of a unit comes from, for each axis of each matrix.
    let axes: [[MatrixDefinition.AxisRule]]
  }
  /// A dimension with the variable that it is counted from.
  struct Counted {
    let dimension: Dimension
    let rule: MatrixDefinition.AxisRule
  }
  /// The places of the dimensions of IMINT01, IMINT02 and IMINT03.
  enum Axis: Int {
    case period, age, sex, origin, stay, permit, region
  }
  /// The places of the dimensions of IMINT04 and IMINT05; after them stand residence and
  /// municipality, two dimensions for each number of years after.
  enum CohortAxis: Int {
    case cohort, age, sex, origin, permit, employment, region
    static let firstResidence = 7
  }
  private let lists: DanishClassifications

  init(_ library: ClassificationLibrary) { lists = library.danish }

  /// IMINT01, IMINT02 and IMINT03 in the periods of a dimension.
  ///
  /// The year and its first quarter have one reference date: the matrices of the two series must
  /// be the same, so that its persons are protected alike in both.
  func population(in periods: Dimension) -> Content {
    let counted = [
      Counted(
        dimension: periods, rule: .variable(IntegrationRegister.period, recode: nil)),
      age(Label(english: "age", national: "alder"), IntegrationRegister.age),
      sex(IntegrationRegister.sex), origin(IntegrationRegister.origin),
      self.counted(
        "stay", Label(english: "length of stay", national: "opholdstid"), lists.lengthOfStay,
        IntegrationRegister.lengthOfStay),
      permit(IntegrationRegister.permit), region(IntegrationRegister.municipality),
    ]
    func axes(_ axes: [(Axis, Int)]) -> [(dimension: Int, depth: Int)] {
      axes.map { ($0.0.rawValue, $0.1) }
    }
    return content(
      .integrationPopulation, counted,
      [
        ("age-sex-stay-permit", axes([(.age, 1), (.sex, 1), (.stay, 1), (.permit, 2)]), []),
        ("sex-origin", axes([(.sex, 1), (.origin, 2)]), []),
        ("sex-permit-region", axes([(.sex, 1), (.permit, 1), (.region, 3)]), []),
      ])
  }

  /// IMINT04, and IMINT05 so many years after.
  func cohorts(yearsAfter: ClosedRange<Int>) -> Content {
    let counted =
      [
        Counted(
          dimension: IntegrationSeries.cohortDimension,
          rule: .variable(IntegrationCohortRegister.period, recode: nil)),
        age(
          Label(english: "age at immigration", national: "indvandringsalder"),
          IntegrationCohortRegister.ageAtImmigration),
        sex(IntegrationCohortRegister.sex), origin(IntegrationCohortRegister.origin),
        permit(IntegrationCohortRegister.permit),
        self.counted(
          "employment",
          Label(
            english: "status in November of the year after",
            national: "tilknytning i november året efter"),
          lists.employment, IntegrationCohortRegister.employment),
        region(IntegrationCohortRegister.municipality),
      ] + yearsAfter.flatMap { [residence($0), municipality($0)] }
    func axes(_ axes: [(CohortAxis, Int)]) -> [(dimension: Int, depth: Int)] {
      axes.map { ($0.0.rawValue, $0.1) }
    }
    return content(
      .integrationCohorts, counted,
      [
        ("age-sex-employment", axes([(.age, 1), (.sex, 1), (.employment, 1)]), []),
        ("sex-permit-employment", axes([(.sex, 1), (.permit, 1), (.employment, 1)]), []),
        ("sex-origin-employment", axes([(.sex, 1), (.origin, 1), (.employment, 1)]), []),
      ]
        + yearsAfter.flatMap { years in
          let residence = CohortAxis.firstResidence + 2 * (years - yearsAfter.lowerBound)
          return [
            (
              "province-residence-\(years)", axes([(.region, 2)]) + [(residence, 2)],
              unknown(years)
            ),
            (
              "municipality-residence-\(years)", axes([(.region, 3)]) + [(residence, 1)],
              unknown(years)
            ),
            // Both have who is not resident: counted together, neither gives the other away.
            (
              "residence-municipality-\(years)", axes([]) + [(residence, 1), (residence + 1, 3)],
              unknown(years)
            ),
          ]
        })
  }

  /// The cohorts of which it is not known yet what was so many years after.
  private func unknown(_ years: Int) -> Set<String> {
    Set(
      IntegrationSeries.cohorts.filter { !IntegrationSeries.isKnown(years, after: $0) }
        .map { "\($0)" })
  }

  private func residence(_ years: Int) -> Counted {
    counted(
      "residence-\(years)",
      Label(
        english: years == 1 ? "residence one year after" : "residence \(years) years after",
        national: "bopæl \(years) år efter"),
      lists.residenceAfter, IntegrationCohortRegister.residence(yearsAfter: years))
  }

  private func municipality(_ years: Int) -> Counted {
    counted(
      "municipality-\(years)",
      Label(
        english: years == 1 ? "municipality one year after" : "municipality \(years) years after",
        national: "kommune \(years) år efter"),
      lists.municipalityAfter, IntegrationCohortRegister.municipality(yearsAfter: years))
  }

  private func age(_ label: Label, _ variable: String) -> Counted {
    counted(
      "age", label, lists.integrationAge, variable, recode: lists.integrationAgeOfYear)
  }

  private func sex(_ variable: String) -> Counted {
    counted("sex", Label(english: "sex", national: "køn"), lists.sex, variable)
  }

  private func origin(_ variable: String) -> Counted {
    counted(
      "origin", Label(english: "country of origin", national: "oprindelsesland"), lists.country,
      variable)
  }

  private func permit(_ variable: String) -> Counted {
    counted(
      "permit", Label(english: "residence permit", national: "opholdsgrundlag"),
      lists.integrationPermit, variable)
  }

  private func region(_ variable: String) -> Counted {
    counted(
      "region", Label(english: "municipality", national: "kommune"), lists.municipalities,
      variable)
  }

  private func counted(
    _ id: String, _ label: Label, _ hierarchy: Hierarchy, _ variable: String,
    recode: Correspondence? = nil
  ) -> Counted {
    Counted(
      dimension: Dimension(id: id, label: label, hierarchy: hierarchy),
      rule: .variable(variable, recode: recode))
  }

  /// The parts of a definition; each matrix by its dimensions after the periods, how deep it is,
  /// and the periods without figures.
  private func content(
    _ register: RegisterName, _ counted: [Counted],
    _ matrices: [(id: String, axes: [(dimension: Int, depth: Int)], missing: Set<String>)]
  ) -> Content {
    let matrices = matrices.map { matrix in
      MatrixDescription(
        id: matrix.id, label: IntegrationTexts.title,
        axes: ([(0, 1)] + matrix.axes).map { MatrixAxis(dimension: $0.0, depth: $0.1) },
        missingPeriods: matrix.missing)
    }
    return Content(
      register: register, dimensions: counted.map(\.dimension), matrices: matrices,
      axes: matrices.map { matrix in matrix.axes.map { counted[$0.dimension].rule } })
  }
}
