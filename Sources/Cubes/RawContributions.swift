/// Who contributes how much to the sums of a matrix: what tells whether a sum gives a unit away.
///
/// Never leaves this side of disclosure control.
public struct RawContributions: Sendable {
  /// Units with an amount other than 0.
  public let units: [Int]
  /// The largest distance of a unit's amount from 0.
  public let largest: [Int]
  /// The sum of the distances of all units' amounts from 0.
  public let magnitudes: [Int]

  /// Contributions to cells, in the order of the cells.
  /// - Precondition: as many of each.
  public init(units: [Int], largest: [Int], magnitudes: [Int]) {
    precondition(
      units.count == largest.count && units.count == magnitudes.count,
      "contributions to each cell")
    self.units = units
    self.largest = largest
    self.magnitudes = magnitudes
  }
}

/// What the figures of a raw matrix are.
public enum RawContent: Sendable {
  /// Inner counts are numbers of units.
  case units
  /// Inner counts are sums of an amount; the contributions are those to the inner cells.
  ///
  /// A unit contributes to one inner cell only.
  case sums(RawContributions)
  /// Inner counts are numbers of units that have the amount; the median of each lattice cell,
  /// row-major, 0 where there is no unit.
  case medians([Int32])
}

extension RawMatrix {
  /// The contributions to the whole lattice; nothing when the matrix has no sums.
  ///
  /// - Complexity: O(lattice cells × axes).
  public var latticeContributions: RawContributions {
    guard case .sums(let inner) = content else {
      return RawContributions(units: [], largest: [], magnitudes: [])
    }
    return RawContributions(
      units: rollUp(inner.units, +), largest: rollUp(inner.largest, max),
      magnitudes: rollUp(inner.magnitudes, +))
  }
}
