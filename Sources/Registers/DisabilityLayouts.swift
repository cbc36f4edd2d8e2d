/// The layouts of the registers of disability benefit, beside those of ``NorwegianLayouts``.
///
/// Spells run from their first to their last month, both included; an empty end is open.
public struct DisabilityLayouts: Sendable {
  /// One row a decision on disability benefit (PESYS).
  ///
  /// A change of degree ends one row and begins another; a degree of 0 is a refusal.
  public let decisions: RegisterLayout
  /// One row a person and income year: the components of income, and taxes.
  public let incomes: RegisterLayout
  /// One row a person and year: the household on 31 December.
  public let households: RegisterLayout
  /// One row a group and year: the part of the population without rows in ``households``.
  ///
  /// The median needs everyone's income. Who has no row in ``households`` is held here, in groups
  /// of persons who live in households with the same members and the same income; both registers
  /// together are the whole population on 31 December.
  public let populationIncomes: RegisterLayout

  /// Every layout of its own, in the order of the properties.
  public var all: [RegisterLayout] { [decisions, incomes, households, populationIncomes] }

  /// The layouts.
  public init() {
    let person = RegisterField("person", .person, summary: "The person.")
    let year = RegisterField(
      "year", .number(unit: "year", in: RegisterField.years), summary: "Income year.")
    // Six components of a person add up within 32 bits.
    let most: Int32 = 300_000_000
    func kroner(_ name: String, from least: Int32 = 0, _ summary: String) -> RegisterField {
      RegisterField(name, .number(unit: "kroner", in: least...most), summary: summary)
    }
    func persons(_ name: String, _ range: ClosedRange<Int32>, _ summary: String) -> RegisterField {
      RegisterField(name, .number(unit: "persons", in: range), summary: summary)
    }
    decisions = RegisterLayout(
      name: "no-disability-decisions", summary: "Decisions on disability benefit (PESYS).",
      fields: [
        person,
        RegisterField("from", .month, summary: "First month."),
        RegisterField("until", .month, isOptional: true, summary: "Last month; empty when open."),
        RegisterField(
          "degree", .number(unit: "per cent", in: 0...100),
          summary: "Calculated degree of disability; 0 is a refusal."),
        RegisterField("paid", .flag, summary: "Whether the benefit was paid out."),
      ])
    incomes = RegisterLayout(
      name: "no-incomes", summary: "Income of persons by component (tax returns and others).",
      fields: [
        person, year,
        kroner("wages", "Wages and salaries."),
        kroner("selfEmployment", from: -most, "Net income from self-employment; may be negative."),
        kroner("disabilityBenefit", "Disability benefit of the National Insurance Scheme."),
        kroner("otherTransfers", "All other transfers, taxable or not."),
        kroner("capital", from: -most, "Property income; may be negative."),
        kroner("taxes", "Taxes and negative transfers; taken from the sum of the others."),
      ], uniqueness: .row(of: ["person", "year"]))
    households = RegisterLayout(
      name: "no-households", summary: "Households on 31 December.",
      fields: [
        person, year,
        RegisterField(
          "household", .person,
          summary: "The number that members share: that of one of them, at any time."),
      ], uniqueness: .row(of: ["person", "year"]))
    populationIncomes = RegisterLayout(
      name: "no-population-incomes",
      summary: "Household income of everyone who has no row in no-households, in groups.",
      fields: [
        RegisterField("group", .person, summary: "The group: a number, not a person."),
        year,
        persons("persons", 1...20_000_000, "Persons in the group."),
        persons(
          "membersFrom14", 1...50,
          "Members of 14 years and over of the household of each of them."),
        persons(
          "membersUnder14", 0...50, "Members under 14 years of the household of each of them."),
        kroner(
          "householdIncome", from: -most, "Income after tax of the household of each of them."),
      ])
  }
}

/// The registers that disability benefit is derived from.
public struct DisabilityRecords: Sendable {
  /// Laid out as ``NorwegianLayouts/persons``.
  public var persons: RegisterRecords
  /// Laid out as ``NorwegianLayouts/residences``.
  public var residences: RegisterRecords
  /// Laid out as ``NorwegianLayouts/education``.
  public var education: RegisterRecords
  /// Laid out as ``NorwegianLayouts/employment``.
  public var employment: RegisterRecords
  /// Laid out as ``DisabilityLayouts/decisions``.
  public var decisions: RegisterRecords
  /// Laid out as ``DisabilityLayouts/incomes``.
  public var incomes: RegisterRecords
  /// Laid out as ``DisabilityLayouts/households``.
  public var households: RegisterRecords
  /// Laid out as ``DisabilityLayouts/populationIncomes``.
  public var populationIncomes: RegisterRecords

  /// Registers without rows.
  public init(_ norwegian: NorwegianLayouts, _ disability: DisabilityLayouts) {
    persons = RegisterRecords(norwegian.persons)
    residences = RegisterRecords(norwegian.residences)
    education = RegisterRecords(norwegian.education)
    employment = RegisterRecords(norwegian.employment)
    decisions = RegisterRecords(disability.decisions)
    incomes = RegisterRecords(disability.incomes)
    households = RegisterRecords(disability.households)
    populationIncomes = RegisterRecords(disability.populationIncomes)
  }
}
