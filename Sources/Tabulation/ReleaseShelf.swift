public import Publication

/// A release that was made earlier, by statistic; `nil` when one is to be made, an error when one
/// had to be there.
public typealias FinishedReleases = @Sendable (StatisticDescription) throws -> Release?

/// The releases that are open, and who waits for those that are being made.
///
/// A state machine without threads: ``Tabulator`` keeps it under a lock and does what it says.
struct ReleaseShelf: Sendable {
  /// A request that waits for its release.
  struct Waiting: Sendable {
    let generation: Generation
    let query: TableQuery
    let deliver: @Sendable (TableReply) -> Void
  }
  /// Where a release stands.
  private enum Place: Sendable {
    case making([Waiting])
    case open(Release)
    case unavailable(String)
  }
  /// What to do with a request.
  enum Next: Sendable {
    /// Answer it from this release.
    case answer(Release)
    /// Make the release first; the request waits on the shelf.
    case make
    /// Another request already makes it; this one waits too.
    case wait
    /// There is none.
    case fail(String)
  }

  private var places: [String: Place] = [:]
  /// Requests up to this generation were given up.
  private(set) var cancelledThrough: Generation = -1

  /// Takes a request.
  mutating func take(_ waiting: Waiting) -> Next {
    switch places[waiting.query.statistic] {
    case .open(let release):
      return .answer(release)
    case .unavailable(let reason):
      return .fail(reason)
    case .making(let others):
      places[waiting.query.statistic] = .making(others + [waiting])
      return .wait
    case nil:
      places[waiting.query.statistic] = .making([waiting])
      return .make
    }
  }

  /// Puts a finished release on the shelf and returns who waited for it.
  mutating func open(_ release: Release) -> [Waiting] {
    let waiting = waiting(for: release.description.id)
    places[release.description.id] = .open(release)
    return waiting
  }

  /// Notes that a release cannot be had and returns who waited for it.
  mutating func close(_ statistic: String, because reason: String) -> [Waiting] {
    let waiting = waiting(for: statistic)
    places[statistic] = .unavailable(reason)
    return waiting
  }

  /// Who waits for a release now and has not been given up.
  func waiting(for statistic: String) -> [Waiting] {
    guard case .making(let waiting) = places[statistic] else { return [] }
    return waiting.filter { $0.generation > cancelledThrough }
  }

  /// Gives up requests.
  ///
  /// A release that is being made is finished: the next view needs it anyway.
  mutating func cancel(through generation: Generation) {
    cancelledThrough = max(cancelledThrough, generation)
  }
}
