/// Who contributes how much to the sums of a matrix: what tells whether a sum gives a unit away.
///
/// Never leaves this side of disclosure control.
public struct RawContributions: Sendable {
  /// Units with an amount other than 0.
  public let units: [Int]
  /// The largest distances of a unit's amount from 0: first that of the largest unit of each cell,
  /// then that of the second largest, and so on; 0 where there are fewer units.
  ///
  /// Shape: as many ranks as the rule looks at, at least 1 × cells.
  public let largest: [[Int]]
  /// The sum of the distances of all units' amounts from 0.
  public let magnitudes: [Int]

  /// Contributions to cells, in the order of the cells.
  /// - Precondition: as many of each; no lower rank has more than a higher one.
  public init(units: [Int], largest: [[Int]], magnitudes: [Int]) {
    precondition(!largest.isEmpty, "somebody contributes most")
    precondition(
      units.count == magnitudes.count && largest.allSatisfy { $0.count == units.count },
      "contributions to each cell")
    for (higher, lower) in zip(largest, largest.dropFirst()) {
      precondition(zip(higher, lower).allSatisfy { $0 >= $1 }, "the largest come first")
    }
    self.units = units
    self.largest = largest
    self.magnitudes = magnitudes
  }

  /// The contributions to some of the cells.
  public func of(_ cells: [Int]) -> RawContributions {
    RawContributions(
      units: cells.map { units[$0] }, largest: largest.map { rank in cells.map { rank[$0] } },
      magnitudes: cells.map { magnitudes[$0] })
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
  /// - Complexity: O(lattice cells × axes × ranks).
  public var latticeContributions: RawContributions {
    guard case .sums(let inner) = content else {
      return RawContributions(units: [], largest: [[]], magnitudes: [])
    }
    return RawContributions(
      units: rollUp(inner.units, +), largest: latticeRanks(inner.largest),
      magnitudes: rollUp(inner.magnitudes, +))
  }

  /// The largest contributions to each lattice cell, from those to the inner ones.
  ///
  /// No unit is in two inner cells, so that the largest ones of a sum are among those of its parts.
  private func latticeRanks(_ inner: [[Int]]) -> [[Int]] {
    if inner.count == 1 { return [rollUp(inner[0], max)] }
    let lists = inner[0].indices.map { cell in inner.map { $0[cell] } }
    let none = inner.map { _ in 0 }
    let merged = rollUp(lists, nothing: none) { left, right in
      var (places, merged) = ((left: 0, right: 0), none)
      for rank in merged.indices {
        if left[places.left] >= right[places.right] {
          merged[rank] = left[places.left]
          places.left += 1
        } else {
          merged[rank] = right[places.right]
          places.right += 1
        }
      }
      return merged
    }
    return inner.indices.map { rank in merged.map { $0[rank] } }
  }
}
