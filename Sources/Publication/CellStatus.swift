/// What stands in a published cell: a figure, or a symbol that says why there is none.
///
/// A suppressed cell never says whether it was hidden for itself or to protect another.
public enum CellStatus: UInt8, Sendable, Hashable, CaseIterable {
  /// A figure is shown.
  case published = 0
  /// The figure may not be shown.
  case suppressed = 1
  /// No figure can occur here.
  case notApplicable = 2
  /// There is no figure.
  case missing = 3
  /// There is no figure yet; never stored in a release, where it is missing.
  case notYet = 4
}

/// A cell of a release: a figure that may be shown, or the reason why there is none.
public enum Figure: Sendable, Hashable {
  /// A published count, or another whole number: the sum or median of an amount.
  case count(Int)
  /// No figure; never `.published`.
  case symbol(CellStatus)

  /// The count, or `nil` when there is none.
  public var value: Int? {
    if case .count(let value) = self { value } else { nil }
  }

  /// The status of the cell.
  public var status: CellStatus {
    if case .symbol(let status) = self { status } else { .published }
  }
}
