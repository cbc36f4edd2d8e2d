public import Classifications

/// The layouts of the registers that work assessment allowance is derived from: the shared ones and
/// its own.
public struct AllowanceLayouts: Sendable {
  /// Persons, residences, education and employment.
  public let shared: NorwegianLayouts
  /// One row a spell of months in which a person received the allowance (from NAV).
  ///
  /// A month counts when the allowance was received in it, for however many days. Spells of a
  /// person do not overlap; between two spells lies at least one month without the allowance.
  public let months: RegisterLayout

  /// Every layout, in the order of the properties.
  public var all: [RegisterLayout] { shared.all + [months] }

  /// The layouts with the codes of `library`.
  public init(_ library: ClassificationLibrary) {
    shared = NorwegianLayouts(library)
    months = RegisterLayout(
      name: "no-allowance-months", summary: "Months with work assessment allowance (NAV).",
      fields: [
        RegisterField("person", .person, summary: "The person."),
        RegisterField("from", .month, summary: "First month with the allowance."),
        RegisterField(
          "until", .month, isOptional: true,
          summary: "Last month with the allowance; empty when it goes on."),
      ])
  }
}

/// The rows of the registers that work assessment allowance is derived from.
public struct AllowanceRecords: Sendable, Hashable {
  /// Laid out as ``NorwegianLayouts/persons``.
  public var persons: RegisterRecords
  /// Laid out as ``NorwegianLayouts/residences``.
  public var residences: RegisterRecords
  /// Laid out as ``NorwegianLayouts/education``.
  public var education: RegisterRecords
  /// Laid out as ``NorwegianLayouts/employment``.
  public var employment: RegisterRecords
  /// Laid out as ``AllowanceLayouts/months``.
  public var months: RegisterRecords

  /// No rows.
  public init(_ layouts: AllowanceLayouts) {
    persons = RegisterRecords(layouts.shared.persons)
    residences = RegisterRecords(layouts.shared.residences)
    education = RegisterRecords(layouts.shared.education)
    employment = RegisterRecords(layouts.shared.employment)
    months = RegisterRecords(layouts.months)
  }

  /// Every register, in the order of ``AllowanceLayouts/all``.
  public var registers: [RegisterRecords] { [persons, residences, education, employment, months] }
}
