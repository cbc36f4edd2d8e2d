import Cubes
@_spi(DisclosureControl) import Publication

/// Protected cells of a lattice, row-major: a count, or a status and 0.
struct LatticeCells {
  /// Counts; 0 where the cell is not published.
  var counts: [Int32]
  /// `CellStatus.rawValue` of each cell.
  var statuses: [UInt8]

  /// Published zeros.
  init(count: Int) {
    counts = Array(repeating: 0, count: count)
    statuses = Array(repeating: CellStatus.published.rawValue, count: count)
  }

  /// Published counts.
  init(published counts: [Int32]) {
    self.counts = counts
    statuses = Array(repeating: CellStatus.published.rawValue, count: counts.count)
  }
}

extension ProtectedMatrix {
  /// A matrix put together from its slices; what cannot have a figure says so in any case.
  init(
    _ slices: [(slice: PeriodSlice, cells: LatticeCells)], description: MatrixDescription,
    dimensions: [Dimension], applicability: Applicability
  ) {
    let shape = LatticeShape(description: description, dimensions: dimensions)
    var whole = LatticeCells(count: shape.cellCount)
    for (slice, cells) in slices {
      for (cell, place) in slice.placesInWhole.enumerated() {
        whole.counts[place] = cells.counts[cell]
        whole.statuses[place] = cells.statuses[cell]
      }
    }
    for (place, status) in applicability.statuses.enumerated() where status != 0 {
      whole.counts[place] = 0
      whole.statuses[place] = status
    }
    self.init(
      description: description, dimensions: dimensions, counts: whole.counts,
      statuses: whole.statuses.contains { $0 != 0 } ? whole.statuses : [])
  }
}
