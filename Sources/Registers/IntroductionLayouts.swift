public import Classifications

/// The layouts of the registers of the introduction programme.
///
/// Persons, residences and employment are those of ``NorwegianLayouts``. Spells run from their
/// first to their last day or month, both included; an empty end is open.
public struct IntroductionLayouts: Sendable {
  /// One row a person who was ever in the population register.
  public let persons: RegisterLayout
  /// One row a spell of residence in a municipality.
  public let residences: RegisterLayout
  /// One row a spell of residence in a district of Oslo.
  ///
  /// A register of its own: it is kept for Oslo only, and a person may move within the city
  /// without moving between municipalities.
  public let districts: RegisterLayout
  /// One row a spell of months with paid work.
  public let employment: RegisterLayout
  /// One row a spell in the programme, as one source has it.
  ///
  /// A spell over the turn of 2016 stands in both sources: until 2016 KOSTRA counts, from 2017 the
  /// national register.
  public let participations: RegisterLayout
  /// One row a leave from the programme.
  public let leaves: RegisterLayout
  /// One row a measure that a participant took part in during a year.
  public let measures: RegisterLayout
  /// One row a spell of months of one year for which introduction benefit was paid.
  public let benefits: RegisterLayout
  /// One row a registration with the labour and welfare administration in a month.
  public let labourMarket: RegisterLayout
  /// One row a month in which a person was enrolled in education.
  public let studies: RegisterLayout

  /// Every layout, in the order of the properties.
  public var all: [RegisterLayout] {
    [
      persons, residences, districts, employment, participations, leaves, measures, benefits,
      labourMarket, studies,
    ]
  }

  /// The layouts with the codes of `library`.
  public init(_ library: ClassificationLibrary) {
    let norwegian = NorwegianLayouts(library)
    persons = norwegian.persons
    residences = norwegian.residences
    employment = norwegian.employment
    let person = RegisterField("person", .person, summary: "The person.")
    let first = RegisterField("from", .day, summary: "First day.")
    let last = RegisterField(
      "until", .day, isOptional: true, summary: "Last day; empty when open.")
    func code(_ hierarchy: Hierarchy) -> RegisterField.Kind {
      .code(list: hierarchy.id, codes: hierarchy.leafCodes)
    }
    districts = RegisterLayout(
      name: "no-oslo-districts", summary: "Districts in which residents of Oslo lived.",
      fields: [
        person, first, last,
        RegisterField("district", code(library.osloDistricts), summary: "District."),
      ], uniqueness: .spell)
    participations = RegisterLayout(
      name: "no-introduction-participations",
      summary: "Spells in the introduction programme, as municipalities reported them.",
      fields: [
        person, first, last,
        RegisterField(
          "municipality", code(library.municipalities),
          summary: "The reporting municipality, of the list in force on the last day."),
        RegisterField(
          "source", code(library.introductionSources),
          summary: "KOSTRA for years until 2016, the national register from 2017."),
        RegisterField(
          "outcome", code(library.introductionOutcomes), isOptional: true,
          summary: "Completed or dropped out; empty while the spell is open."),
        RegisterField(
          "endingReason", code(library.introductionEndingReasons), isOptional: true,
          summary: "Why the participant ended; empty while open or when not stated."),
      ])
    leaves = RegisterLayout(
      name: "no-introduction-leaves", summary: "Leaves from the introduction programme.",
      fields: [
        person, first, last,
        RegisterField("reason", code(library.introductionLeaveReasons), summary: "Reason."),
      ])
    measures = RegisterLayout(
      name: "no-introduction-measures", summary: "Measures that participants took part in.",
      fields: [
        person,
        RegisterField(
          "year", .number(unit: "year", in: RegisterField.years),
          summary: "The year, such as 2019."),
        RegisterField("measure", code(library.introductionMeasures), summary: "Measure."),
      ])
    benefits = RegisterLayout(
      name: "no-introduction-benefits", summary: "Months with introduction benefit.",
      fields: [
        person, RegisterField("from", .month, summary: "First month."),
        RegisterField("until", .month, summary: "Last month, of the same year."),
        RegisterField(
          "amount", .number(unit: "kroner", in: 0...10_000_000),
          summary: "Paid for these months, before tax."),
      ])
    labourMarket = RegisterLayout(
      name: "no-labour-market", summary: "Registered at NAV in a month: unemployed and others.",
      fields: [
        person, RegisterField("month", .month, summary: "The month."),
        RegisterField("status", code(library.labourMarketStatus), summary: "In what way."),
      ])
    studies = RegisterLayout(
      name: "no-studies", summary: "Months in which persons were enrolled in education.",
      fields: [person, RegisterField("month", .month, summary: "The month.")])
  }
}
