/// What the root of a dimension stands for.
public enum Totals: String, Sendable, Hashable, CaseIterable {
  /// The sum of its parts, as every category above the leaves.
  case sum
  /// A count of its own: a unit may have several values at once (measures of a programme), so that
  /// the total counts units, not values.
  case counted
  /// Nothing: each value is a period (a year, a quarter) that stands for itself.
  ///
  /// The root has no figure and is never shown; every period is protected by itself.
  case none
}
