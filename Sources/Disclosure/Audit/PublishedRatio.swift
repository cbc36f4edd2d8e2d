/// A quotient of two counts of a published set, such as a percentage with its decimals.
///
/// A release of ours holds none: a view works percentages and means out from published figures and
/// shows no other, so that they tell nothing which those do not, and a median has a matrix of its
/// own that nothing follows from. Others print percentages beside hidden counts; those give back an
/// interval for the count, the closer the more decimals there are.
public struct PublishedRatio: Sendable, Hashable {
  /// The count that is divided.
  public let part: AuditedPlace
  /// The count that it is divided by.
  public let whole: AuditedPlace
  /// The quotient as it is printed, without its decimal point: 119 for 11.9.
  public let digits: Int
  /// How many of the digits stand behind the point.
  public let decimals: Int
  /// What the quotient is taken times: 100 for per cent.
  public let factor: Int

  /// A quotient that is rounded to so many decimals; halves may go either way.
  /// - Precondition: nothing is negative, and the factor is above 0.
  public init(
    of part: AuditedPlace, by whole: AuditedPlace, digits: Int, decimals: Int, factor: Int = 100
  ) {
    precondition(digits >= 0 && decimals >= 0 && factor > 0, "a quotient of counts")
    self.part = part
    self.whole = whole
    self.digits = digits
    self.decimals = decimals
    self.factor = factor
  }

  /// The least and the greatest that the part can be of the whole.
  var share: ClosedRange<Double> {
    var unit = 2 * Double(factor)
    for _ in 0..<decimals { unit *= 10 }
    return max(0, 2 * Double(digits) - 1) / unit...(2 * Double(digits) + 1) / unit
  }
}
