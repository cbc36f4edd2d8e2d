public import Classifications

// What each statistic takes from a set of register files, rows that contradict each other settled.

extension AllowanceRecords {
  /// The registers in `set`.
  public init(_ set: RecordSet, library: ClassificationLibrary) {
    let layouts = AllowanceLayouts(library)
    self.init(layouts)
    persons = set[layouts.shared.persons].settled
    residences = set[layouts.shared.residences].settled
    education = set[layouts.shared.education].settled
    employment = set[layouts.shared.employment].settled
    months = set[layouts.months].settled
  }
}

extension DisabilityRecords {
  /// The registers in `set`.
  public init(_ set: RecordSet, library: ClassificationLibrary) {
    let (norwegian, own) = (NorwegianLayouts(library), DisabilityLayouts())
    self.init(norwegian, own)
    persons = set[norwegian.persons].settled
    residences = set[norwegian.residences].settled
    education = set[norwegian.education].settled
    employment = set[norwegian.employment].settled
    decisions = set[own.decisions].settled
    incomes = set[own.incomes].settled
    households = set[own.households].settled
    populationIncomes = set[own.populationIncomes].settled
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
    persons = set[layouts.persons].settled
    residences = set[layouts.residences].settled
    districts = set[layouts.districts].settled
    employment = set[layouts.employment].settled
    participations = set[layouts.participations].settled
    leaves = set[layouts.leaves].settled
    measures = set[layouts.measures].settled
    benefits = set[layouts.benefits].settled
    labourMarket = set[layouts.labourMarket].settled
    studies = set[layouts.studies].settled
  }
}

extension IntegrationRecords {
  /// The registers in `set`.
  public init(_ set: RecordSet, library: ClassificationLibrary) {
    let layouts = IntegrationLayouts(library)
    self.init(layouts)
    persons = set[layouts.persons].settled
    permits = set[layouts.permits].settled
    immigrations = set[layouts.immigrations].settled
    citizenships = set[layouts.citizenships].settled
    residences = set[layouts.residences].settled
    employment = set[layouts.employment].settled
  }

  /// Every register, in the order of ``IntegrationLayouts/all``.
  public var registers: [RegisterRecords] {
    [persons, permits, immigrations, citizenships, residences, employment]
  }
}
