public import Classifications

/// Says that the values of a dimension are sums of the values of another one of the statistic, such
/// as economic regions of municipalities.
///
/// It is for protection: whoever reads figures by both can add up and subtract.
public struct SumsOfAnother: Sendable, Hashable {
  /// The other dimension: its place among the statistic's.
  public let dimension: Int
  /// Where each leaf of the other dimension goes, by code.
  public let leaves: Correspondence

  /// Sums of the leaves of a dimension.
  public init(of dimension: Int, by leaves: Correspondence) {
    self.dimension = dimension
    self.leaves = leaves
  }
}
