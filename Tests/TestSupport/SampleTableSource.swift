public import Publication

/// Answers every query at once, from the sample release, on the caller's thread.
public struct SampleTableSource: TableSource {
  /// The releases that it answers from.
  public let releases: [Release]

  /// A source of `releases`; the sample's unless told.
  public init(releases: [Release] = [SampleStatistic.release]) { self.releases = releases }

  /// The statistics of the releases.
  public var statistics: [StatisticDescription] { releases.map(\.description) }

  /// Delivers the answer before it returns.
  public func tabulate(
    _ query: TableQuery, generation: Generation, deliver: @escaping @Sendable (TableReply) -> Void
  ) {
    guard let release = releases.first(where: { $0.description.id == query.statistic }) else {
      deliver(.failure(generation, .unknownTable(query.table)))
      return
    }
    do throws(TableFailure) {
      deliver(.answer(generation, try release.answer(query)))
    } catch {
      deliver(.failure(generation, error))
    }
  }

  /// Has nothing to give up.
  public func cancel(through generation: Generation) {}
}
