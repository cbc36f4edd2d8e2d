/// What the figures of a matrix are.
public enum MatrixContent: Sendable, Hashable {
  /// Numbers of units.
  case units
  /// Sums of an amount.
  case sum(AmountDescription)
  /// Medians of an amount.
  case median(AmountDescription)

  /// The amount; `nil` for a matrix of counts.
  public var amount: AmountDescription? {
    switch self {
    case .units: nil
    case .sum(let amount), .median(let amount): amount
    }
  }
}

/// An amount of which a matrix has sums or medians, and what everyone knows of it.
public struct AmountDescription: Sendable, Hashable {
  /// Identifier within the statistic, such as `wages`.
  public let id: String
  /// What one in a matrix of sums stands for: 1 000 when figures are in 1 000 kroner.
  ///
  /// Medians are multiples of it.
  public let scale: Int
  /// The matrix that counts the units: an index into the statistic's matrices.
  ///
  /// It has all dimensions of the matrix of amounts, as deep or deeper.
  public let units: Int
  /// Whether an amount of a unit may be below 0.
  public let canBeNegative: Bool
  /// The most that a unit can have, in figures of the matrix, such as 12 months; `nil` when nobody
  /// can say.
  public let mostOfUnit: Int?

  /// An amount over the units that matrix number `units` counts.
  public init(
    id: String, scale: Int, units: Int, canBeNegative: Bool = false, mostOfUnit: Int? = nil
  ) {
    precondition(scale > 0, "a figure stands for something")
    self.id = id
    self.scale = scale
    self.units = units
    self.canBeNegative = canBeNegative
    self.mostOfUnit = mostOfUnit
  }
}
