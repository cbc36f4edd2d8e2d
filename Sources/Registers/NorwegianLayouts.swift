public import Classifications

/// The layouts of the Norwegian registers that several statistics are derived from.
///
/// Spells run from their first to their last day or month, both included; an empty end is open.
public struct NorwegianLayouts: Sendable {
  /// One row a person who was ever in the population register.
  public let persons: RegisterLayout
  /// One row a spell of residence in a municipality; between spells a person lives abroad.
  public let residences: RegisterLayout
  /// One row a completed education.
  public let education: RegisterLayout
  /// One row a spell of months with paid work of at least one hour, as an employee.
  public let employment: RegisterLayout

  /// Every layout, in the order of the properties.
  public var all: [RegisterLayout] { [persons, residences, education, employment] }

  /// The layouts with the codes of `library`.
  public init(_ library: ClassificationLibrary) {
    let country = RegisterField.Kind.code(
      list: library.countryOfBirth.id, codes: library.countryOfBirth.leafCodes)
    let person = RegisterField("person", .person, summary: "The person.")
    persons = RegisterLayout(
      name: "no-persons", summary: "Persons of the population register.",
      fields: [
        person,
        RegisterField(
          "sex", .code(list: library.sex.id, codes: library.sex.leafCodes), summary: "Sex."),
        RegisterField("born", .day, summary: "Day of birth."),
        RegisterField("died", .day, isOptional: true, summary: "Day of death."),
        RegisterField("birthCountry", country, summary: "Country of birth."),
        RegisterField("motherBirthCountry", country, summary: "The mother's country of birth."),
        RegisterField("fatherBirthCountry", country, summary: "The father's country of birth."),
        RegisterField(
          "foreignGrandparents", .number(unit: "persons", in: 0...4),
          summary: "Grandparents born abroad."),
      ],
      orders: [("born", "died")], uniqueness: .row(of: ["person"]))
    residences = RegisterLayout(
      name: "no-residences", summary: "Where persons were registered as resident.",
      fields: [
        person,
        RegisterField("from", .day, summary: "First day."),
        RegisterField("until", .day, isOptional: true, summary: "Last day; empty when open."),
        RegisterField(
          "municipality",
          .code(list: library.municipalities.id, codes: library.municipalities.leafCodes),
          summary: "Municipality, of the list in force on each day."),
      ], uniqueness: .spell)
    education = RegisterLayout(
      name: "no-education", summary: "Completed education (National Education Database).",
      fields: [
        person,
        RegisterField("completed", .day, summary: "The day it was completed."),
        RegisterField(
          "level", .number(unit: "NUS2000 level", in: 0...9),
          summary: "First digit of the NUS code."),
      ])
    employment = RegisterLayout(
      name: "no-employment", summary: "Months with paid work of at least one hour (a-ordningen).",
      fields: [
        person,
        RegisterField("from", .month, summary: "First month."),
        RegisterField("until", .month, isOptional: true, summary: "Last month; empty when open."),
      ])
  }
}
