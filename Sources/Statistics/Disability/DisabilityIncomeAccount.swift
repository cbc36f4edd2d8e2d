internal import Classifications
internal import Publication
internal import Registers

/// The average income account: "The composition of total income for persons and after-tax income by
/// selected income components, as well as median after-tax income and median household equivalent
/// income (EU-scale)" (Definitions: average income account).
///
/// - Universe: recipients who are resident on 31 December; for household equivalent income those of
///   them who belong to a household.
/// - Unit: person.
/// - Amounts: sums of each component in 1 000 kroner, each sum of the most detailed groups rounded
///   once; means are those sums over the published number of recipients. Medians to the nearest 100
///   kroner.
/// - Missing values: who has no row in the income statistics has 0 of every component.
/// - Confidentiality: no sum of fewer than four units with that component, none that one of them
///   dominates, none where the rounded count may stand for fewer than four; no median of fewer than
///   ten.
struct DisabilityIncomeAccount {
  /// Axes of the amounts.
  let axes: [MatrixAxis]
  /// The matrix that counts recipients by these axes: an index.
  let units: Int
  /// The place of the first of ``matrices`` among the statistic's.
  let first: Int

  /// A component of income.
  private struct Component {
    let id: String
    let label: Label
    var canBeNegative = false
  }
  private static let components = zip(
    DisabilityRegister.incomeComponents,
    [
      (Label(english: "Wages and salaries", national: "Lønn"), false),
      (Label(english: "Self-employment", national: "Næringsinntekt"), true),
      (Label(english: "Disability benefit", national: "Uføretrygd"), false),
      (Label(english: "Other transfers", national: "Andre overføringer"), false),
      (Label(english: "Property income", national: "Kapitalinntekt"), true),
      (
        Label(english: "Taxes and negative transfers", national: "Skatt og negative overføringer"),
        false
      ),
    ]
  ).map { Component(id: $0, label: $1.0, canBeNegative: $1.1) }

  private static let medians = [
    (
      amount: DisabilityRegister.incomeAfterTax, selection: DisabilityRegister.isResident,
      label: Label(english: "Income after tax, median", national: "Inntekt etter skatt, median")
    ),
    (
      amount: DisabilityRegister.incomePerConsumptionUnit,
      selection: DisabilityRegister.hasHouseholdIncome,
      label: Label(
        english: "Household income after tax per consumption unit, median",
        national: "Husholdningens inntekt etter skatt per forbruksenhet, median")
    ),
  ]

  /// Sums of the components, then medians.
  var matrices: [MatrixDescription] {
    Self.components.map {
      MatrixDescription(
        id: "income-\($0.id)", label: $0.label, axes: axes,
        content: .sum(
          AmountDescription(
            id: $0.id, scale: 1_000, units: units, canBeNegative: $0.canBeNegative)))
    }
      + Self.medians.map {
        MatrixDescription(
          id: "median-\($0.amount)", label: $0.label, axes: axes,
          content: .median(
            AmountDescription(id: $0.amount, scale: 100, units: units, canBeNegative: true)))
      }
  }

  /// How ``matrices`` are counted.
  static func counting(
    _ register: RegisterName, axes: [MatrixDefinition.AxisRule]
  ) -> [MatrixDefinition] {
    let sums = components.map { (DisabilityRegister.isResident, $0.id) }
    return (sums + medians.map { ($0.selection, $0.amount) }).map { selection, amount in
      MatrixDefinition(
        register: register, selection: selection, weight: nil, axes: axes, amount: amount)
    }
  }

  /// Means of the components and both medians.
  func table(stub: [Int], heading: [Int]) -> TableDescription {
    let kroner = Label("kroner")
    // Taxes are the last component.
    let taxes = Self.components.count
    let contents =
      [
        TableContent(
          id: "recipients", label: DisabilityTexts.recipients, matrices: [units])
      ]
      + matrices.enumerated().map {
        TableContent(id: $1.id, label: $1.label, matrices: [first + $0])
      }
    let measures =
      [Measure(id: "persons", label: Self.persons, kind: .count(0), decimals: 0)]
      + Self.components.enumerated().map {
        Measure(
          id: "mean-\($1.id)", label: Self.mean($1.label), kind: .mean([$0 + 1], units: 0),
          decimals: 0, unit: kroner)
      }
      + [
        Measure(
          id: "mean-total", label: Self.mean(Self.totalIncome),
          kind: .mean(Array(1..<taxes), units: 0), decimals: 0, unit: kroner),
        Measure(
          id: "mean-after-tax", label: Self.mean(Self.incomeAfterTax),
          kind: .mean(Array(1..<taxes), less: [taxes], units: 0), decimals: 0, unit: kroner),
      ]
      + Self.medians.enumerated().map {
        Measure(
          id: "median-\($1.amount)", label: $1.label,
          kind: .median(Self.components.count + $0 + 1), decimals: 0, unit: kroner)
      }
    return TableDescription(
      id: "dis-income", title: Self.title, dimensions: axes.map(\.dimension),
      contents: contents, measures: measures,
      opening: OpeningView(stub: stub, heading: heading, measures: Array(measures.indices)),
      notes: [Self.note])
  }

  private static func mean(_ component: Label) -> Label {
    Label(
      english: "\(component.english), mean", national: "\(component.national), gjennomsnitt")
  }

  private static let totalIncome = Label(english: "Total income", national: "Samlet inntekt")
  private static let incomeAfterTax = Label(
    english: "Income after tax", national: "Inntekt etter skatt")
  private static let persons = Label(english: "Persons", national: "Personer")
  private static let title = Label(
    english: "Average income account of recipients of disability benefit",
    national: "Gjennomsnittlig inntektsregnskap for mottakere av uføretrygd")
  private static let note = Label(
    english: """
      Average income account: means of the components of income over all recipients of the group, \
      medians of income after tax and of household income after tax per consumption unit (EU \
      scale). Total income is the sum of the components, income after tax that less taxes; both \
      are calculated from the published sums. Means are calculated from sums in 1 000 kroner and \
      rounded counts; medians are to the nearest 100 kroner. A mean is not shown where fewer than \
      four persons have the component or one of them has a dominant part, nor where the rounded \
      count may stand for fewer than four; a median not for fewer than ten. These limits are ours.
      """,
    national: """
      Gjennomsnittlig inntektsregnskap: gjennomsnitt av inntektskomponentene over alle mottakere i \
      gruppen, median av inntekt etter skatt og av husholdningens inntekt etter skatt per \
      forbruksenhet (EU-skala). Samlet inntekt er summen av komponentene, inntekt etter skatt er \
      den minus skatt; begge er regnet av de offentliggjorte summene. Gjennomsnitt er regnet av \
      summer i 1 000 kroner og avrundede antall; medianer er til nærmeste 100 kroner. Gjennomsnitt \
      vises ikke der færre enn fire har komponenten, en av dem har en dominerende del, eller det \
      avrundede antallet kan stå for færre enn fire; median ikke for færre enn ti. Grensene er \
      våre.
      """)
}
