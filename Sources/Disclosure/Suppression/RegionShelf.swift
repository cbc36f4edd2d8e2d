import Synchronization

/// Regions of a system that are filled again and again, one for each thread.
final class RegionShelf: Sendable {
  private let system: CellSystem
  private let regions = Mutex<[SearchRegion]>([])

  /// No regions yet.
  init(_ system: CellSystem) { self.system = system }

  /// A region that nobody else fills.
  func take() -> SearchRegion {
    regions.withLock { $0.popLast() } ?? SearchRegion(of: system)
  }

  /// Keeps a region for the next.
  func giveBack(_ region: SearchRegion) { regions.withLock { $0.append(region) } }
}
