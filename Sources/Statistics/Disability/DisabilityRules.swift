internal import Registers

/// The rules of disability benefit, one function each.
///
/// Every function is pure and carries the sentence of the page that it implements. The page is
/// Statistics Norway, "Recipients of disability benefit", read 2026-11-21; sentences in quotation
/// marks are the page's, and the section is "Definitions of the main concepts and variables"
/// unless another one is named.
enum DisabilityRules {
  /// A row of the register of decisions.
  struct Decision {
    let from: Month
    /// Last month, or `nil` while it runs.
    let until: Month?
    /// Per cent; 0 is a refusal.
    let degree: Int
    let isPaid: Bool
  }

  /// A row of the register of employment.
  struct Employment {
    let from: Month
    /// Last month, or `nil` while it runs.
    let until: Month?
  }

  /// What the positive decisions of someone say of a year.
  struct Benefit {
    /// The months of the year, and the December before, with a positive decision.
    fileprivate(set) var months: MonthsOfYear
    /// The highest degree of a positive decision in a month of the year, 0 without one.
    fileprivate(set) var highestDegree = 0
  }

  /// Whether a decision is positive: its degree is above 0, paid or not.
  ///
  /// "The definition also covers persons with a positive decision who have not actually received
  /// payment of the benefit."
  static func isPositive(_ decision: Decision) -> Bool { decision.degree > 0 }

  /// The first month in which someone born on `born` can have the benefit.
  ///
  /// "applicants must be at least 18 years of age, and they can start receiving the benefit the
  /// month after they turn 18". A decision for earlier months is cut.
  static func firstMonth(born: Day) -> Month { born.month.advanced(by: 18 * 12 + 1) }

  /// The last month in which someone born on `born` can have the benefit.
  ///
  /// "Disability benefit also ends at the age of 67. In practice, recipients will go over to the
  /// retirement pension the month following their 67th birthday." A decision for later months is
  /// cut.
  static func lastMonth(born: Day) -> Month { born.month.advanced(by: 67 * 12) }

  /// The months of `year`, and the December before, with a positive decision; the highest degree.
  ///
  /// "we choose the highest registered degree of disability". December of the year before does not
  /// count for the degree.
  static func benefit(
    _ decisions: [Decision], from first: Month, through last: Month, in year: Int
  ) -> Benefit {
    let (january, december) = (Month(year, 1), Month(year, 12))
    var benefit = Benefit(months: MonthsOfYear(of: year))
    for decision in decisions where isPositive(decision) {
      let from = max(decision.from, first)
      let until = min(decision.until ?? last, last)
      benefit.months.add(from: from.number, until: until.number)
      if max(from, january) <= min(until, december) {
        benefit.highestDegree = max(benefit.highestDegree, decision.degree)
      }
    }
    return benefit
  }

  /// Whether someone is a recipient of the year.
  ///
  /// "persons who receive a positive decision on disability benefit … that is applicable to at
  /// least one month during the year".
  static func isRecipient(_ benefit: Benefit) -> Bool { benefit.months.count >= 1 }

  /// Whether someone is a new recipient of the year.
  ///
  /// "persons with a decision on disability benefit in month m during the year, but without a
  /// decision in month m-1. In cases where m represents January, m-1 will represent December in
  /// the preceding year." Counted once however often it happens.
  static func isNew(_ benefit: Benefit) -> Bool { benefit.months.starts != 0 }

  /// The degree in three groups, a code of `no-disability-degree`.
  ///
  /// "the disability benefit recipient’s calculated degree of disability as 0–50 per cent, 51–99
  /// per cent or 100 per cent".
  static func degreeGroup(_ degree: Int) -> String {
    switch degree {
    case ...50: "0-50"
    case ...99: "51-99"
    default: "100"
    }
  }

  /// The months of `year` with employment as a wage earner.
  ///
  /// "persons who performed paid work, with compensation in the form of wages or similar, for at
  /// least one hour": the register has these months, and not those of the self-employed.
  static func employment(_ spells: [Employment], in year: Int) -> MonthsOfYear {
    var months = MonthsOfYear(of: year)
    for spell in spells {
      months.add(
        from: spell.from.number, until: spell.until?.number ?? RegisterRecords.missing)
    }
    return months
  }

  /// Work intensity, a code of `no-work-intensity`.
  ///
  /// "‘the number of months in which income from work and disability benefit is received / the
  /// number of months that disability benefit is received’": none, at least one but less than half,
  /// "more than half but not all", all. Exactly half is left open by the page and counted as high,
  /// as for work assessment allowance. A month with a decision counts as one with benefit, paid or
  /// not, as it does for recipients.
  static func workIntensity(_ benefit: Benefit, employment: MonthsOfYear) -> String {
    WorkIntensity(of: benefit.months, employment: employment).rawValue
  }
}
