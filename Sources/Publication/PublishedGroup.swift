public import Classifications

/// A group of a statistic whose figure is public before a release is made.
public struct PublishedGroup: Sendable, Hashable {
  /// One category for each dimension of the statistic; the root where it does not go by it.
  public let categories: [CategoryIndex]
  /// The public count; `nil` for whatever the registers say, from the threshold on.
  public let count: Int?

  /// A group with its public count, if it is known.
  public init(_ categories: [CategoryIndex], count: Int? = nil) {
    self.categories = categories
    self.count = count
  }

  /// Whether a count of the registers is the public one: registers of other persons have other
  /// counts, and those are not public.
  public func isPublic(_ count: Int, threshold: Int) -> Bool {
    self.count.map { $0 == count } ?? (count >= threshold)
  }
}
