import Classifications
import Cubes
import Publication

/// What is published of the units behind the cells of a matrix of amounts.
struct UnitCounts {
  /// The true number of units of each lattice cell.
  let counts: [Int32]
  /// The least that the number can be for all that the release says; 0 where it is hidden.
  ///
  /// Made from published counts alone: to hide by it tells nothing that they do not.
  let least: [Int32]
  /// Whether the release says that there is no unit; under rounding it never does.
  let isKnownEmpty: [Bool]

  /// The units of a matrix of amounts, counted by `units` and protected as `cells`.
  ///
  /// - Parameters:
  ///   - described: the matrix of amounts.
  ///   - units: the matrix that counts its units in the same period.
  ///   - cells: what is published of those.
  ///   - base: what small inner counts were rounded to, or `nil` when they were hidden.
  ///   - dimensions: the statistic's dimensions.
  init(
    of described: MatrixDescription, units: PeriodSlice, cells: LatticeCells, base: Int?,
    dimensions: [Dimension]
  ) {
    let own = LatticeShape(description: described, dimensions: dimensions)
    let other = LatticeShape(description: units.described, dimensions: dimensions)
    var places = [0]
    for (axis, description) in described.axes.enumerated() {
      guard
        let same = units.described.axes.firstIndex(where: {
          $0.dimension == description.dimension && $0.depth >= description.depth
        })
      else { preconditionFailure("units are counted by all that amounts are summed by") }
      let steps = own.positions[axis].indices.filter { own.positions[axis][$0] >= 0 }
        .map { Int(other.positions[same][$0]) * other.strides[same] }
      places = places.flatMap { place in steps.map { place + $0 } }
    }
    let lattice = units.raw.lattice
    let known =
      base.map { Self.leastCounts(units.raw, rounded: cells.counts, base: Int32($0)) }
      ?? cells.counts
    counts = places.map { lattice[$0] }
    least = places.map { known[$0] }
    isKnownEmpty = places.map {
      base == nil && cells.counts[$0] == 0 && cells.statuses[$0] == CellStatus.published.rawValue
    }
  }

  /// Whether all that is published leaves it open that a cell has fewer units, and some at all.
  func mayBeFewer(than fewest: Int, at place: Int) -> Bool {
    !isKnownEmpty[place] && least[place] < fewest
  }

  /// For each lattice cell the least count that rounding can have come from: an inner 0 may be a 0,
  /// an inner `base` a 1.
  private static func leastCounts(
    _ units: RawMatrix, rounded: [Int32], base: Int32
  ) -> [Int32] {
    var innerPlaces = [0]
    for axis in units.axes {
      innerPlaces = innerPlaces.flatMap { place in
        axis.innerCategories.map { place * axis.hierarchy.count + $0 }
      }
    }
    return units.rollUp(innerPlaces.map { rounded[$0] == base ? 1 : rounded[$0] })
  }
}
