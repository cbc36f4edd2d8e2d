/// Which columns of a file of cells are codes and which are figures.
public struct CellColumns: Sendable, Hashable {
  /// What the figures are.
  public enum Figures: Sendable, Hashable {
    /// A column of numbers of units.
    case counts(String)
    /// A column of sums of an amount, one of the numbers of units behind them, and columns of the
    /// largest amount of a unit, of the second largest and so on; no amount is below 0.
    ///
    /// At least one column of largest amounts, and as many as the rule looks at.
    case sums(String, units: String, largest: [String])

    /// The columns, in this order.
    var names: [String] {
      switch self {
      case .counts(let name): [name]
      case .sums(let name, let units, let largest): [name, units] + largest
      }
    }
  }
  /// The dimensions, slowest first; `nil` for every column that is neither a figure nor a level
  /// above a dimension, in the order of the file.
  public let codes: [String]?
  /// The figures.
  public let figures: Figures

  /// Columns by name.
  public init(codes: [String]?, figures: Figures) {
    self.codes = codes
    self.figures = figures
  }
}
