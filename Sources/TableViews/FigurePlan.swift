import Classifications
import Publication

/// How the figures of one measure come about, for every cell of a view alike.
struct FigurePlan: Sendable, Hashable {
  /// What figures are divided by, and how many times the quotient is taken.
  struct Base: Sendable, Hashable {
    /// Index into the table's contents.
    let content: Int
    /// For each place whose category is not the cell's own: the category of the base.
    let categories: [Int: CategoryIndex]
    /// The place whose category gives way to the one above it, if any.
    var parentOf: Int?
    /// 100 for per cent, the scale of the amount for a mean.
    var factor = 100
    /// Whether the figure is in per cent.
    var isPercent = true
  }
  /// Index into the table's measures.
  let measure: Int
  /// Index into the table's contents.
  let content: Int
  /// Contents that are added to it.
  var added: [Int] = []
  /// Contents that are taken from it.
  var taken: [Int] = []
  /// What the content is divided by, or `nil` for a count.
  var base: Base?
  /// Decimals shown.
  var decimals: Int
  /// How the figure stands to that of another period.
  var change = PeriodChange.none
  /// What it is made of a measure beside the measures of the view; `nil` for one of those.
  var derivation: Derivation?
}

extension ViewState {
  /// One plan for each figure shown, in order: those of the measures, then what stands beside them.
  var figurePlans: [FigurePlan] { measurePlans + derived.map(plan(of:)) }

  /// One plan for each measure shown, in order.
  var measurePlans: [FigurePlan] {
    var plans = measures.map(plan(ofMeasure:))
    if percent != .none, let plan = percentPlan { plans = [plan] }
    for index in plans.indices { plans[index].change = change }
    return plans
  }

  /// Whether 0 of a plan's content is nil: an exact number of units, or its share of others.
  ///
  /// Amounts are sums in thousands or the like, of which 0 may be rounded.
  func isZeroNil(in plan: FigurePlan) -> Bool {
    statistic.areZerosExact && plan.base?.isPercent ?? true
      && table.contents[plan.content].matrices.allSatisfy {
        statistic.matrices[$0].content == .units
      }
  }

  /// The measure whose count is shown in per cent: the first count shown, or else of the table.
  var countMeasure: Int? {
    (measures + table.measures.indices).first {
      if case .count = table.measures[$0].kind { true } else { false }
    }
  }

  /// The table's first measure in per cent of another content.
  var populationMeasure: Int? {
    table.measures.indices.first {
      if case .percentOfContent = table.measures[$0].kind { true } else { false }
    }
  }

  /// Whether the table has figures for `base`.
  func offers(_ base: PercentBase) -> Bool {
    switch base {
    case .none: true
    case .column, .row, .total, .parent: countMeasure != nil && hasTotals(base)
    case .population: populationMeasure != nil
    }
  }

  /// Whether there is something to show per cent of: periods have no total.
  func hasTotals(_ base: PercentBase) -> Bool {
    base == .parent ? parentPlace != nil : !isOfPeriodsOnly(base)
  }

  /// The dimension whose values are shown in per cent of those above them: the innermost of the
  /// rows that has any.
  var parentPlace: Int? { stub.last { !isTime($0) } }

  func plan(ofMeasure measure: Int) -> FigurePlan {
    let decimals = table.measures[measure].decimals
    switch table.measures[measure].kind {
    case .count(let content):
      return FigurePlan(measure: measure, content: content, base: nil, decimals: 0)
    case .percentOfContent(let content, let base):
      return FigurePlan(
        measure: measure, content: content, base: .init(content: base, categories: [:]),
        decimals: decimals)
    case .percentOfTotal(let content, let dimension):
      let place = table.dimensions.firstIndex(of: dimension)
      return FigurePlan(
        measure: measure, content: content,
        base: .init(content: content, categories: place.map { [$0: 0] } ?? [:]),
        decimals: decimals)
    case .sum(let content), .median(let content):
      return FigurePlan(measure: measure, content: content, base: nil, decimals: 0)
    case .mean(let contents, let less, let units):
      precondition(!contents.isEmpty, "a mean is of something")
      let content = contents[0]
      return FigurePlan(
        measure: measure, content: content, added: Array(contents.dropFirst()), taken: less,
        base: .init(
          content: units, categories: [:], factor: scale(ofContent: content), isPercent: false),
        decimals: decimals)
    }
  }

  /// What one in a content stands for.
  func scale(ofContent content: Int) -> Int {
    table.contents[content].matrices.first
      .flatMap { statistic.matrices[$0].content.amount?.scale } ?? 1
  }

  private var percentPlan: FigurePlan? {
    if percent == .population { return populationMeasure.map(plan(ofMeasure:)) }
    guard let measure = countMeasure, case .count(let content) = table.measures[measure].kind
    else { return nil }
    return FigurePlan(
      measure: measure, content: content, base: percentBase(percent, ofContent: content),
      decimals: 1)
  }

  /// The content itself, at the top of what is shown or one step up.
  func percentBase(_ base: PercentBase, ofContent content: Int) -> FigurePlan.Base {
    var tops: [Int: CategoryIndex] = [:]
    for place in percentPlaces(base) where !isTime(place) { tops[place] = top(of: place) }
    return FigurePlan.Base(
      content: content, categories: tops, parentOf: base == .parent ? parentPlace : nil)
  }

  /// Whether nothing but periods would be added up to the base: they have no total.
  private func isOfPeriodsOnly(_ base: PercentBase) -> Bool {
    let places = percentPlaces(base)
    return !places.isEmpty && places.allSatisfy(isTime)
  }

  /// The dimensions that the base of a percentage is over.
  func percentPlaces(_ base: PercentBase) -> [Int] {
    switch base {
    case .none, .population, .parent: []
    case .column: stub
    case .row: heading
    case .total: stub + heading
    }
  }
}
