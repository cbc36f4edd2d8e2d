import Classifications
import Publication

/// How a figure that stands beside others comes about from published ones.
public enum Derivation: Sendable, Hashable, CaseIterable {
  /// Per cent of the column's total.
  case ofColumn
  /// Per cent of the row's total.
  case ofRow
  /// Per cent of the table's total.
  case ofTotal
  /// Per cent of the same figure of the value above the row's.
  case ofParent
  /// The figure less that of the period before.
  case difference
  /// The difference in per cent of the figure of the period before.
  case percentChange
  /// 100 times the figure over that of the first period shown.
  case index
  /// The place among the published figures of the column in rows at the same level, largest first.
  case rank

  /// The word for it on the command line and in files.
  public var id: String {
    switch self {
    case .ofColumn: "percent-of-column"
    case .ofRow: "percent-of-row"
    case .ofTotal: "percent-of-total"
    case .ofParent: "percent-of-parent"
    case .difference: "difference"
    case .percentChange: "percent-change"
    case .index: "index"
    case .rank: "rank"
    }
  }

  /// What it is in per cent of.
  var percent: PercentBase {
    switch self {
    case .ofColumn: .column
    case .ofRow: .row
    case .ofTotal: .total
    case .ofParent: .parent
    case .difference, .percentChange, .index, .rank: .none
    }
  }

  /// How it stands to other periods.
  var change: PeriodChange {
    switch self {
    case .difference: .difference
    case .percentChange: .percent
    case .index: .index
    case .ofColumn, .ofRow, .ofTotal, .ofParent, .rank: .none
    }
  }
}

/// A figure shown beside the measures: made of one of them.
public struct DerivedFigure: Sendable, Hashable {
  /// Index into the table's measures.
  public let measure: Int
  /// How it comes about.
  public let derivation: Derivation

  /// A figure derived from a measure.
  public init(_ derivation: Derivation, of measure: Int) {
    self.measure = measure
    self.derivation = derivation
  }
}

extension ViewState {
  /// The figures that the view could show beside its measures.
  public var derivableFigures: [DerivedFigure] {
    table.measures.indices.flatMap { measure in
      Derivation.allCases.map { DerivedFigure($0, of: measure) }.filter(offers)
    }
  }

  /// How many figures stand side by side.
  public var figureCount: Int { figurePlans.count }

  /// Whether the view can show a figure: what is shown in per cent adds up.
  func offers(_ figure: DerivedFigure) -> Bool {
    guard table.measures.indices.contains(figure.measure) else { return false }
    if figure.derivation.percent != .none {
      switch table.measures[figure.measure].kind {
      case .count, .sum: return hasTotals(figure.derivation.percent)
      case .percentOfContent, .percentOfTotal, .mean, .median: return false
      }
    }
    return offers(figure.derivation.change)
  }

  /// How a derived figure comes about for every cell.
  func plan(of figure: DerivedFigure) -> FigurePlan {
    var plan = plan(ofMeasure: figure.measure)
    if figure.derivation.percent != .none {
      plan.base = percentBase(figure.derivation.percent, ofContent: plan.content)
      plan.decimals = 1
    }
    plan.change = figure.derivation.change
    plan.derivation = figure.derivation
    return plan
  }

  /// The name of a figure: that of its measure, or of what is derived from it.
  public func heading(ofMeasure measure: Int, derivation: Derivation?) -> String {
    guard let derivation else { return measureName(measure) }
    let name = heading(ofMeasure: measure)
    return switch derivation {
    case .ofColumn: words(.named(name, .ofColumn))
    case .ofRow: words(.named(name, .ofRow))
    case .ofTotal: words(.named(name, .ofTable))
    case .ofParent: words(.named(name, .ofParent))
    case .difference: words(.difference(name))
    case .percentChange: words(.percentChange(name))
    case .index: words(.index(name))
    case .rank: words(.named(name, .rank))
    }
  }

  /// How a derived figure comes about, as a formula.
  func formula(of figure: DerivedFigure) -> String {
    let name = table.measures[figure.measure].label.text(in: language)
    return switch figure.derivation {
    case .ofColumn, .ofRow, .ofTotal, .ofParent:
      percentFormula(figure.derivation.percent, of: name) ?? ""
    case .difference, .percentChange, .index:
      changeFormula(as: figure.derivation.change).map { "\(name): \($0)" } ?? ""
    case .rank: words(.rankFormula(name))
    }
  }
}
