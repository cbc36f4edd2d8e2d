public import Classifications

extension Dimension {
  /// Whether the values are periods (years, quarters), each standing for itself.
  public var isTime: Bool { totals == .none }

  /// The period that a view shows first: the latest; `nil` when the values are no periods.
  public var latestPeriod: CategoryIndex? { isTime ? hierarchy.leaves.last : nil }

  /// The day as of which units are described in a period: the first day of the category's
  /// validity, or else the last day of the year that its code begins with.
  ///
  /// `nil` when neither says it. A region that is not in force on that day has no figure in the
  /// period.
  public func referenceDay(of period: CategoryIndex) -> String? {
    let category = hierarchy.categories[period]
    if let day = category.validity?.from { return day }
    let year = category.code.prefix(4)
    let isYear = year.utf8.count == 4 && year.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isYear ? "\(year)-12-31" : nil
  }
}
