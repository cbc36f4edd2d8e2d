import Classifications
import Publication

/// How the figures of one measure come about, for every cell of a view alike.
struct FigurePlan: Sendable, Hashable {
  /// What figures are divided by.
  struct Base: Sendable, Hashable {
    /// Index into the table's contents.
    let content: Int
    /// For each place whose category is not the cell's own: the category of the base.
    let categories: [Int: CategoryIndex]
  }
  /// Index into the table's measures.
  let measure: Int
  /// Index into the table's contents.
  let content: Int
  /// What the content is divided by, or `nil` for a count.
  let base: Base?
  /// Decimals shown.
  let decimals: Int
}

extension ViewState {
  /// One plan for each measure shown, in order.
  var figurePlans: [FigurePlan] {
    if percent != .none, let plan = percentPlan { return [plan] }
    return measures.map(plan(ofMeasure:))
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
    case .column, .row, .total: countMeasure != nil
    case .population: populationMeasure != nil
    }
  }

  private func plan(ofMeasure measure: Int) -> FigurePlan {
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
    }
  }

  private var percentPlan: FigurePlan? {
    if percent == .population { return populationMeasure.map(plan(ofMeasure:)) }
    guard let measure = countMeasure, case .count(let content) = table.measures[measure].kind
    else { return nil }
    var tops: [Int: CategoryIndex] = [:]
    for place in percentPlaces { tops[place] = top(of: place) }
    return FigurePlan(
      measure: measure, content: content, base: .init(content: content, categories: tops),
      decimals: 1)
  }

  /// The dimensions of which the base of a percentage is the top.
  var percentPlaces: [Int] {
    switch percent {
    case .none, .population: []
    case .column: stub
    case .row: heading
    case .total: stub + heading
    }
  }
}
