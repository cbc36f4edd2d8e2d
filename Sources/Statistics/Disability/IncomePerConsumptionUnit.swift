internal import Registers

/// Kroner per consumption unit, as an exact fraction: no figure is rounded before a threshold.
struct IncomePerConsumptionUnit: Comparable, Sendable {
  let numerator: Int
  /// Above 0.
  let denominator: Int

  /// A household's income after tax over its consumption units, counted in tenths.
  /// - Precondition: there is a tenth at least.
  init(kroner: Int, tenthsOfUnits: Int) {
    precondition(tenthsOfUnits > 0, "a household has members")
    (numerator, denominator) = (10 * kroner, tenthsOfUnits)
  }

  private init(numerator: Int, denominator: Int) {
    (self.numerator, self.denominator) = (numerator, denominator)
  }

  /// Rounded down to whole kroner.
  var wholeKroner: Int {
    let quotient = numerator / denominator
    return numerator % denominator < 0 ? quotient - 1 : quotient
  }

  /// Halfway between two.
  static func midpoint(_ left: Self, _ right: Self) -> Self {
    var numerator =
      Int128(left.numerator) * Int128(right.denominator)
      + Int128(right.numerator) * Int128(left.denominator)
    var denominator = 2 * Int128(left.denominator) * Int128(right.denominator)
    // Only households of thousands of members come here: no figure is spoilt.
    while max(numerator.magnitude, denominator.magnitude) >= 1 << 56, denominator > 1 {
      numerator /= 2
      denominator /= 2
    }
    return Self(numerator: Int(numerator), denominator: Int(denominator))
  }

  /// Whether it is below `percent` per cent of `median`; not when it is exactly that.
  func isBelow(percent: Int, of median: Self) -> Bool {
    100 * Int128(numerator) * Int128(median.denominator)
      < Int128(percent) * Int128(median.numerator) * Int128(denominator)
  }

  static func == (left: Self, right: Self) -> Bool {
    product(left.numerator, right.denominator) == product(right.numerator, left.denominator)
  }

  static func < (left: Self, right: Self) -> Bool {
    product(left.numerator, right.denominator) < product(right.numerator, left.denominator)
  }

  /// Both words of a product, which may be beyond 64 bits.
  private static func product(_ left: Int, _ right: Int) -> (high: Int, low: UInt) {
    left.multipliedFullWidth(by: right)
  }
}

extension DisabilityRules {
  /// Consumption units of a household, in tenths, by the EU scale.
  ///
  /// "Consumption units calculated according to the EU-scale": 1.0 for the first adult, 0.5 for
  /// each further person of 14 and over, 0.3 for each child under 14 (the definition is on the
  /// page of income statistics for households). Where all are children, the eldest counts as the
  /// adult.
  static func tenthsOfConsumptionUnits(from14: Int, under14: Int) -> Int {
    from14 > 0 ? 10 + 5 * (from14 - 1) + 3 * under14 : 10 + 3 * (under14 - 1)
  }

  /// The median of incomes that each stand for some persons, or `nil` without persons.
  ///
  /// "median income after tax per consumption unit in the entire population": every person counts
  /// with the household's income. With an even number, halfway between the two in the middle.
  static func median(
    _ incomes: [(income: IncomePerConsumptionUnit, persons: Int)]
  ) -> IncomePerConsumptionUnit? {
    let sorted = incomes.filter { $0.persons > 0 }.sorted { $0.income < $1.income }
    let total = sorted.reduce(0) { $0 + $1.persons }
    var through = 0
    for (place, group) in sorted.enumerated() {
      through += group.persons
      // The person number total / 2, from 1 on, rounded up, stands in this group.
      guard 2 * through >= total else { continue }
      // With an even number the next person counts too, who may stand in the next group.
      let isSplit = 2 * through == total && place + 1 < sorted.count
      return isSplit ? .midpoint(group.income, sorted[place + 1].income) : group.income
    }
    return nil
  }

  /// Whether a household income is at risk of poverty at `percent` per cent.
  ///
  /// "At-risk-of poverty thresholds are set as 50 and 60 per cent of median income after tax per
  /// consumption unit in the entire population." Income of exactly the threshold is not below it.
  static func isAtRiskOfPoverty(
    _ income: IncomePerConsumptionUnit?, percent: Int, median: IncomePerConsumptionUnit?
  ) -> Bool {
    guard let income, let median else { return false }
    return income.isBelow(percent: percent, of: median)
  }

  /// Risk of poverty by both thresholds, a code of `no-poverty-risk`.
  static func povertyRisk(
    _ income: IncomePerConsumptionUnit?, median: IncomePerConsumptionUnit?
  ) -> String {
    guard income != nil, median != nil else { return "unknown" }
    if isAtRiskOfPoverty(income, percent: 50, median: median) { return "below-50" }
    return isAtRiskOfPoverty(income, percent: 60, median: median) ? "50-60" : "60-and-over"
  }

  /// Whether someone is a child in the EU scale: under 14 at the end of the year.
  static func isChild(born: Day, at end: Day) -> Bool { age(born: born, at: end) < 14 }

  /// A person's total income: the components in the order of the register, without taxes.
  ///
  /// "The composition of total income for persons".
  static func totalIncome(_ components: HouseholdIncomes.Components) -> Int {
    (0..<components.count - 1).reduce(0) { $0 + Int(components[$1]) }
  }

  /// A person's income after tax: total income less taxes, the last component.
  ///
  /// "after-tax income by selected income components".
  static func incomeAfterTax(_ components: HouseholdIncomes.Components) -> Int {
    totalIncome(components) - Int(components[components.count - 1])
  }
}
