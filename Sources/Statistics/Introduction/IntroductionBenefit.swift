internal import Classifications
internal import Publication
internal import Registers

/// The introduction benefit of participants: "which months they have received the benefit, and the
/// total benefit amount for the year" (Population).
///
/// - Universe: all participants of the group; one who received nothing counts with 0.
/// - Unit: person.
/// - Amounts: months of the year with benefit, 0 to 12; benefit of the year in 1 000 kroner, each
///   sum of the most detailed groups rounded once, so that all sums add up.
/// - Confidentiality: "Figures are not shown where there are fewer than four units"; no sum that
///   one unit dominates, and none where the number of participants is hidden.
struct IntroductionBenefit {
  /// Axes of the sums.
  let axes: [MatrixAxis]
  /// The matrix that counts the participants by these axes: an index.
  let units: Int
  /// The place of the first of ``matrices`` among the statistic's.
  let first: Int
  /// What all participants are.
  let limits: [Int: CategoryIndex]

  /// Sums of months and of kroner.
  var matrices: [MatrixDescription] {
    [
      MatrixDescription(
        id: "benefit-months", label: Texts.months, axes: axes, limits: limits,
        content: .sum(
          AmountDescription(id: "benefit-months", scale: 1, units: units, mostOfUnit: 12))),
      MatrixDescription(
        id: "benefit", label: Texts.benefit, axes: axes, limits: limits,
        content: .sum(AmountDescription(id: "benefit", scale: 1_000, units: units))),
    ]
  }

  /// How ``matrices`` are summed.
  static func counting(
    _ register: RegisterName, axes: [MatrixDefinition.AxisRule]
  ) -> [MatrixDefinition] {
    [ParticipantRegister.benefitMonths, ParticipantRegister.benefit].map {
      MatrixDefinition(
        register: register, selection: ParticipantRegister.isResident, weight: nil, axes: axes,
        amount: $0)
    }
  }

  /// Participants, mean months, mean and total benefit.
  func table(stub: [Int], heading: [Int]) -> TableDescription {
    TableDescription(
      id: "introduction-benefit", title: Texts.title, dimensions: axes.map(\.dimension),
      contents: [
        TableContent(
          id: "participants", label: ParticipantTexts.participants, matrices: [units]),
        TableContent(id: "benefit-months", label: Texts.months, matrices: [first]),
        TableContent(id: "benefit", label: Texts.benefit, matrices: [first + 1]),
      ],
      measures: [
        Measure(id: "persons", label: ParticipantTexts.persons, kind: .count(0), decimals: 0),
        Measure(
          id: "mean-months", label: Texts.meanMonths, kind: .mean([1], units: 0), decimals: 1,
          unit: Texts.monthsUnit),
        Measure(
          id: "mean-benefit", label: Texts.meanBenefit, kind: .mean([2], units: 0), decimals: 0,
          unit: Texts.kroner),
        Measure(
          id: "benefit", label: Texts.sumOfBenefit, kind: .sum(2), decimals: 0,
          unit: Texts.thousands),
      ],
      opening: OpeningView(stub: stub, heading: heading, measures: [0, 1, 2, 3]),
      notes: [Texts.note])
  }

  private enum Texts {
    static let title = Label(
      english: "Introduction benefit of participants",
      national: "Introduksjonsstønad til deltakere")
    static let months = Label(english: "Months of benefit", national: "Måneder med stønad")
    static let benefit = Label(
      english: "Introduction benefit", national: "Introduksjonsstønad")
    static let meanMonths = Label(
      english: "Months of benefit, mean", national: "Måneder med stønad, gjennomsnitt")
    static let meanBenefit = Label(
      english: "Benefit, mean", national: "Stønad, gjennomsnitt")
    static let sumOfBenefit = Label(english: "Benefit, total", national: "Stønad, i alt")
    static let monthsUnit = Label(english: "months", national: "måneder")
    static let kroner = Label("kroner")
    static let thousands = Label(english: "1 000 kroner", national: "1 000 kroner")
    static let note = Label(
      english: """
        Months are those of the year in which the participant received the introduction benefit; \
        the total is its amount for the year. Means are over all participants of the group. \
        Neither is shown where fewer than four participants received it, where one of them \
        received a dominant part, or where the number of participants is not shown. The page names \
        no rule for dominance: it is ours.
        """,
      national: """
        Måneder er årets måneder med introduksjonsstønad; summen er stønaden i året. Gjennomsnitt \
        er over alle deltakere i gruppen. Ingen av dem vises der færre enn fire mottok stønad, der \
        en av dem mottok en dominerende del, eller der antallet deltakere ikke vises. Siden har \
        ingen regel om dominans: den er vår.
        """)
  }
}
