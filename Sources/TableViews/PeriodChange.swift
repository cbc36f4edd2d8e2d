import Classifications
import Publication

/// How a figure stands to that of another period.
public enum PeriodChange: Sendable, Hashable, CaseIterable {
  /// Not at all: the figures as they are.
  case none
  /// The figure less that of the period before.
  case difference
  /// The difference in per cent of the figure of the period before.
  case percent
  /// 100 times the figure over that of the first period shown.
  case index

  /// The word for it on the command line.
  public var id: String {
    switch self {
    case .none: "none"
    case .difference: "difference"
    case .percent: "percent"
    case .index: "index"
    }
  }
}

/// Which period each period shown is compared with.
struct PeriodComparison: Sendable, Hashable {
  /// The dimension: its place in the table.
  let place: Int
  /// The period to compare with; none for the first one.
  let base: [CategoryIndex: CategoryIndex]
}

extension ViewState {
  /// Whether the values of the dimension at `place` are periods.
  public func isTime(_ place: Int) -> Bool { dimension(at: place).isTime }

  /// The dimension along which figures are compared: one in rows or columns that shows several
  /// periods, or else the first there is; `nil` when the table has no periods.
  public var timePlace: Int? {
    let places = table.dimensions.indices.filter(isTime)
    return (stub + heading).first { isTime($0) && categories(of: $0).count > 1 } ?? places.first
  }

  /// What is compared with what, or `nil` when figures are shown as they are.
  ///
  /// A period is compared with the one shown before it, so that any two can be compared; the only
  /// one shown with the one before it in the list.
  var comparison: PeriodComparison? { comparison(as: change) }

  /// What is compared with what in a figure shown as `change`.
  func comparison(as change: PeriodChange) -> PeriodComparison? {
    guard change != .none, let place = timePlace else { return nil }
    let shown = categories(of: place)
    var base: [CategoryIndex: CategoryIndex] = [:]
    if change == .index {
      for period in shown { base[period] = shown[0] }
    } else if shown.count == 1 {
      if shown[0] > 1 { base[shown[0]] = shown[0] - 1 }
    } else {
      for (before, period) in zip(shown, shown.dropFirst()) { base[period] = before }
    }
    return PeriodComparison(place: place, base: base)
  }

  /// Whether figures can be shown as `change`.
  public func offers(_ change: PeriodChange) -> Bool {
    guard change != .none else { return true }
    guard let place = timePlace else { return false }
    return change == .index
      ? categories(of: place).count > 1 : dimension(at: place).hierarchy.leaves.count > 1
  }

  /// Goes to the next way of comparing periods.
  public mutating func cycleChange() throws(ViewChangeRefused) {
    guard timePlace != nil else { throw ViewChangeRefused(reason: Self.noPeriods) }
    let offered = PeriodChange.allCases.filter(offers)
    let position = offered.firstIndex(of: change) ?? 0
    change = offered[(position + 1) % offered.count]
    settle()
  }

  /// Shows figures as `change` from another period.
  public mutating func show(change: PeriodChange) throws(ViewChangeRefused) {
    guard offers(change) else { throw ViewChangeRefused(reason: noChangeReason(change)) }
    self.change = change
    settle()
  }

  /// Why figures cannot be shown as `change`.
  func noChangeReason(_ change: PeriodChange) -> String {
    guard timePlace != nil else { return Self.noPeriods }
    return change == .index
      ? "An index needs several periods: show them in rows or columns."
      : "There is one period only."
  }

  private static let noPeriods = "The table has no periods to compare."

  /// How figures stand to those of other periods, such as `index, 2018 = 100`; `nil` when they do
  /// not.
  public var changeText: String? {
    guard let comparison else { return nil }
    let shown = categories(of: comparison.place)
    let other =
      shown.count == 1
      ? comparison.base[shown[0]].map { name(of: $0, at: comparison.place) }
        ?? words(.periodBefore)
      : words(.periodBefore)
    return switch change {
    case .none: nil
    case .difference: words(.difference(from: other))
    case .percent: words(.percentChange(from: other))
    case .index: words(.index(from: name(of: shown[0], at: comparison.place)))
    }
  }

  /// How figures are compared, as a formula; `nil` when they are not.
  func changeFormula(as change: PeriodChange) -> String? {
    guard let comparison = comparison(as: change) else { return nil }
    let shown = categories(of: comparison.place)
    func name(_ period: CategoryIndex) -> String { self.name(of: period, at: comparison.place) }
    let one = shown.count == 1 ? comparison.base[shown[0]] : nil
    let own = one == nil ? words(.figure) : name(shown[0])
    let before = one.map(name) ?? words(.figureBefore)
    return switch change {
    case .none: nil
    case .difference: words(.differenceFormula(own, before))
    case .percent: words(.percentChangeFormula(own, before))
    case .index: words(.indexFormula(name(shown[0])))
    }
  }

  // MARK: Periods in words

  /// The period of the figures: those shown, such as `2018-2022`, or else the statistic's.
  public var periodText: String {
    let texts = table.dimensions.indices.filter(isTime).map(periodText(of:))
    return texts.isEmpty ? statistic.period : texts.joined(separator: ", ")
  }

  /// The periods shown of the dimension at `place`: runs as `2018-2022`, others one by one.
  public func periodText(of place: Int) -> String {
    var runs: [ClosedRange<CategoryIndex>] = []
    for period in categories(of: place) {
      if let last = runs.last, last.upperBound + 1 == period {
        runs[runs.count - 1] = last.lowerBound...period
      } else {
        runs.append(period...period)
      }
    }
    let texts = runs.flatMap { run -> [String] in
      let ends = [run.lowerBound, run.upperBound].map { name(of: $0, at: place) }
      switch run.count {
      case 1: return [ends[0]]
      case 2 where runs.count > 1: return ends
      default: return ["\(ends[0])-\(ends[1])"]
      }
    }
    return texts.count > 5
      ? words(.periods(categories(of: place).count))
      : listed(texts, and: and)
  }

  /// Why a dimension of periods shows no total.
  func noTotalReason(_ place: Int) -> String {
    "\(label(of: place)) has no total and no levels: each period stands for itself."
  }

  /// What the dimension at `place` shows in the filter: the period shown, the latest of several;
  /// else what stands for all that was shown.
  func valueInFilter(of place: Int) -> CategoryIndex {
    guard let latest = dimension(at: place).latestPeriod else { return top(of: place) }
    switch selections[place] {
    case .single(let period): return period == 0 ? latest : period
    case .chosen(let periods): return periods.last ?? latest
    case .level, .branch: return latest
    }
  }
}
