public import Classifications

// What each statistic takes from a set of register files.

extension AllowanceRecords {
  /// The registers in `set`.
  public init(_ set: RecordSet, library: ClassificationLibrary) {
    let layouts = AllowanceLayouts(library)
    self.init(layouts)
    persons = set[layouts.shared.persons]
    residences = set[layouts.shared.residences]
    education = set[layouts.shared.education]
    employment = set[layouts.shared.employment]
    months = set[layouts.months]
  }
}

extension DisabilityRecords {
  /// The registers in `set`.
  public init(_ set: RecordSet, library: ClassificationLibrary) {
    let (norwegian, own) = (NorwegianLayouts(library), DisabilityLayouts())
    self.init(norwegian, own)
    persons = set[norwegian.persons]
    residences = set[norwegian.residences]
    education = set[norwegian.education]
    employment = set[norwegian.employment]
    decisions = set[own.decisions]
    incomes = set[own.incomes]
    households = set[own.households]
    populationIncomes = set[own.populationIncomes]
  }

  /// Every register, in the order of ``NorwegianLayouts/all`` and ``DisabilityLayouts/all``.
  public var registers: [RegisterRecords] {
    [
      persons, residences, education, employment, decisions, incomes, households,
      populationIncomes,
    ]
  }
}

extension IntroductionRecords {
  /// The registers in `set`.
  public init(_ set: RecordSet, library: ClassificationLibrary) {
    let layouts = IntroductionLayouts(library)
    self.init(layouts)
    persons = set[layouts.persons]
    residences = set[layouts.residences]
    districts = set[layouts.districts]
    employment = set[layouts.employment]
    participations = set[layouts.participations]
    leaves = set[layouts.leaves]
    measures = set[layouts.measures]
    benefits = set[layouts.benefits]
    labourMarket = set[layouts.labourMarket]
    studies = set[layouts.studies]
  }
}

extension IntegrationRecords {
  /// The registers in `set`.
  public init(_ set: RecordSet, library: ClassificationLibrary) {
    let layouts = IntegrationLayouts(library)
    self.init(layouts)
    persons = set[layouts.persons]
    permits = set[layouts.permits]
    immigrations = set[layouts.immigrations]
    citizenships = set[layouts.citizenships]
    residences = set[layouts.residences]
    employment = set[layouts.employment]
  }

  /// Every register, in the order of ``IntegrationLayouts/all``.
  public var registers: [RegisterRecords] {
    [persons, permits, immigrations, citizenships, residences, employment]
  }
}
