public import Classifications

/// The layout of the register of the population in groups, which denominators are derived from.
public struct PopulationLayouts: Sendable {
  /// One row a group of residents on 31 December of a year who are alike.
  ///
  /// Groups without persons have no row. Ages are those of disability benefit, which are parts of
  /// those of work assessment allowance.
  public let groups: RegisterLayout

  /// The layout with the codes of `library`.
  public init(_ library: ClassificationLibrary) {
    func code(_ name: String, _ list: Hierarchy, _ summary: String) -> RegisterField {
      RegisterField(name, .code(list: list.id, codes: list.leafCodes), summary: summary)
    }
    groups = RegisterLayout(
      name: "no-population",
      summary: "Residents aged 18-67 on 31 December, in groups.",
      fields: [
        RegisterField("year", .number(unit: "year", in: RegisterField.years), summary: "The year."),
        code(
          "municipality", library.municipalities,
          "Municipality of residence, of the list in force on the day."),
        code("sex", library.sex, "Sex."),
        code("ageGroup", library.disabilityAge, "Age in completed years on the day, in groups."),
        code("education", library.education, "Highest education completed by 1 October."),
        code("background", library.background, "Country background."),
        RegisterField(
          "persons", .number(unit: "persons", in: 1...20_000_000), summary: "Persons in it."),
      ])
  }
}
