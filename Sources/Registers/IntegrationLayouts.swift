public import Classifications

/// The layouts of the Danish registers that the integration programme is derived from.
///
/// Spells run from their first to their last day, both included; an empty end is open. The register
/// of residence permits and the population register speak of the same persons.
public struct IntegrationLayouts: Sendable {
  /// One row a spell in which what the population register says of a person did not change.
  ///
  /// Sex, origin and even the day of birth may be corrected: a reference date sees what was said
  /// of it.
  public let persons: RegisterLayout
  /// One row a residence permit that a person was given.
  public let permits: RegisterLayout
  /// One row an immigration; a person may have several, of which the first counts.
  public let immigrations: RegisterLayout
  /// One row a spell of citizenship; spells may overlap.
  public let citizenships: RegisterLayout
  /// One row a spell of residence in a municipality; between spells a person lives abroad.
  public let residences: RegisterLayout
  /// One row a person and year in the register-based labour force statistics (RAS).
  public let employment: RegisterLayout

  /// The layouts with the codes of `library`.
  public init(_ library: ClassificationLibrary) {
    let lists = library.danish
    func codes(_ list: Hierarchy) -> RegisterField.Kind {
      .code(list: list.id, codes: list.leafCodes)
    }
    let person = RegisterField("person", .person, summary: "The person.")
    let from = RegisterField(
      "from", .day, isOptional: true, summary: "First day; empty when always.")
    let until = RegisterField(
      "until", .day, isOptional: true, summary: "Last day; empty when open.")
    persons = RegisterLayout(
      name: "dk-persons", summary: "What the population register says of persons, in spells.",
      fields: [
        person, from, until,
        RegisterField("sex", codes(lists.sex), summary: "Sex."),
        RegisterField("born", .day, summary: "Day of birth."),
        RegisterField("origin", codes(lists.country), summary: "Country of origin."),
        RegisterField(
          "ancestry", codes(lists.ancestry),
          summary: "Danish origin, immigrant or descendant (herkomst)."),
      ], uniqueness: .spell)
    permits = RegisterLayout(
      name: "dk-permits", summary: "Residence permits (opholdsgrundlag).",
      fields: [
        person,
        RegisterField(
          "category", codes(lists.permit),
          summary: "Category; the code is its value in the value set, lowest first."),
        RegisterField(
          "given", .day, isOptional: true, summary: "Day it was given; empty when imputed."),
        RegisterField(
          "imputed", .flag, summary: "Whether the permit is imputed, not registered."),
      ])
    immigrations = RegisterLayout(
      name: "dk-immigrations", summary: "Immigrations to Denmark.",
      fields: [person, RegisterField("day", .day, summary: "Day of immigration.")])
    citizenships = RegisterLayout(
      name: "dk-citizenships", summary: "Citizenships of persons, in spells.",
      fields: [
        person, from, until,
        RegisterField("country", codes(lists.country), summary: "Country of citizenship."),
      ])
    residences = RegisterLayout(
      name: "dk-residences", summary: "Where persons were registered as resident.",
      fields: [
        person, RegisterField("from", .day, summary: "First day."), until,
        RegisterField(
          "municipality", codes(lists.municipalities), summary: "Municipality."),
      ], uniqueness: .spell)
    employment = RegisterLayout(
      name: "dk-employment", summary: "Status at the end of November (RAS).",
      fields: [
        person,
        RegisterField(
          "year", .number(unit: "year", in: RegisterField.years), summary: "The year of November."),
        RegisterField("status", codes(lists.employment), summary: "Status in the labour market."),
      ], uniqueness: .row(of: ["person", "year"]))
  }

  /// The six layouts, in the order of the properties.
  public var all: [RegisterLayout] {
    [persons, permits, immigrations, citizenships, residences, employment]
  }
}
