/// The registers that the introduction programme is derived from, laid out as
/// ``IntroductionLayouts`` says.
public struct IntroductionRecords: Sendable, Hashable {
  /// Persons of the population register.
  public var persons: RegisterRecords
  /// Spells of residence in a municipality.
  public var residences: RegisterRecords
  /// Spells of residence in a district of Oslo.
  public var districts: RegisterRecords
  /// Spells of months with paid work.
  public var employment: RegisterRecords
  /// Spells in the programme.
  public var participations: RegisterRecords
  /// Leaves from the programme.
  public var leaves: RegisterRecords
  /// Measures by year.
  public var measures: RegisterRecords
  /// Months and amounts of benefit.
  public var benefits: RegisterRecords
  /// Registrations with the labour and welfare administration.
  public var labourMarket: RegisterRecords
  /// Months of enrolment in education.
  public var studies: RegisterRecords

  /// Registers without rows.
  public init(_ layouts: IntroductionLayouts) {
    persons = RegisterRecords(layouts.persons)
    residences = RegisterRecords(layouts.residences)
    districts = RegisterRecords(layouts.districts)
    employment = RegisterRecords(layouts.employment)
    participations = RegisterRecords(layouts.participations)
    leaves = RegisterRecords(layouts.leaves)
    measures = RegisterRecords(layouts.measures)
    benefits = RegisterRecords(layouts.benefits)
    labourMarket = RegisterRecords(layouts.labourMarket)
    studies = RegisterRecords(layouts.studies)
  }

  /// Every register, in the order of ``IntroductionLayouts/all``.
  public var registers: [RegisterRecords] {
    [
      persons, residences, districts, employment, participations, leaves, measures, benefits,
      labourMarket, studies,
    ]
  }
}
