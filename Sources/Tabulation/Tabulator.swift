internal import Classifications
internal import Dispatch
public import Publication
public import Statistics
internal import Synchronization

/// Answers table queries from protected releases, on queues of its own.
///
/// A release is read or made the first time that one of its tables is asked for; requests that
/// come meanwhile wait for it. Nothing here waits on the caller's thread.
public final class Tabulator: TableSource {
  /// The statistics, in the order of the catalogue.
  public let statistics: [StatisticDescription]
  private let definitions: [String: StatisticDefinition]
  private let read: FinishedReleases
  private let builder: ReleaseBuilder
  private let shelf = Mutex(ReleaseShelf())
  // One queue makes releases, another answers: a table that is open is never behind one in the
  // making.
  private let making = DispatchQueue(label: "prikk.releases", attributes: .concurrent)
  private let answering = DispatchQueue(label: "prikk.tabulation", attributes: .concurrent)

  /// A source of tables.
  /// - Parameters:
  ///   - definitions: the statistics, in the order of the catalogue.
  ///   - read: finds a release that was made earlier.
  ///   - builder: makes the others.
  public init(
    definitions: [StatisticDefinition], read: @escaping FinishedReleases, builder: ReleaseBuilder
  ) {
    self.statistics = definitions.map(\.description)
    self.definitions = Dictionary(uniqueKeysWithValues: definitions.map { ($0.description.id, $0) })
    self.read = read
    self.builder = builder
  }

  /// Answers from an open release, or reads or makes the release first.
  public func tabulate(
    _ query: TableQuery, generation: Generation, deliver: @escaping @Sendable (TableReply) -> Void
  ) {
    guard let definition = definitions[query.statistic] else {
      deliver(.failure(generation, .unknownTable(query.table)))
      return
    }
    let request = ReleaseShelf.Waiting(generation: generation, query: query, deliver: deliver)
    switch shelf.withLock({ $0.take(request) }) {
    case .answer(let release): answer([request], from: release)
    case .fail(let reason): deliver(.failure(generation, .releaseUnavailable(reason)))
    case .wait: break
    case .make: making.async { self.make(definition) }
    }
  }

  /// Gives up requests; a release in the making is finished, for the next view needs it anyway.
  public func cancel(through generation: Generation) {
    shelf.withLock { $0.cancel(through: generation) }
  }

  private func make(_ definition: StatisticDefinition) {
    let id = definition.description.id
    do {
      if let release = try read(definition.description) {
        answer(shelf.withLock { $0.open(release) }, from: release)
        return
      }
      let built = try builder.build(
        definition,
        progress: { report in
          for waiting in self.shelf.withLock({ $0.waiting(for: id) }) {
            waiting.deliver(.progress(waiting.generation, report))
          }
        })
      answer(shelf.withLock { $0.open(built.release) }, from: built.release)
    } catch {
      let reason = "The release of \(definition.description.title.english) could not be made."
      for waiting in shelf.withLock({ $0.close(id, because: reason) }) {
        waiting.deliver(.failure(waiting.generation, .releaseUnavailable(reason)))
      }
    }
  }

  private func answer(_ requests: [ReleaseShelf.Waiting], from release: Release) {
    for request in requests {
      answering.async {
        let isGivenUp = self.shelf.withLock { $0.cancelledThrough >= request.generation }
        if isGivenUp { return }
        do throws(TableFailure) {
          request.deliver(.answer(request.generation, try release.answer(request.query)))
        } catch {
          request.deliver(.failure(request.generation, error))
        }
      }
    }
  }
}
