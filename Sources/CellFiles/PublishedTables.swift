import Classifications
import Cubes
public import Publication

/// Published cells as the tables that they are of.
public struct PublishedTables: Sendable {
  /// A table with its margins.
  public struct Table: Sendable {
    /// Its lattice.
    public let lattice: TableLattice
    /// What it counts by.
    public let described: MatrixDescription
    /// The figure of each cell; 0 where there is none.
    public let counts: [Int32]
    /// Whether each is hidden, or not in the file and not known from its parts.
    public let isHidden: [Bool]
    /// Whether each that is hidden stands in the file as hidden.
    public let isListed: [Bool]
  }
  /// The tables.
  public let tables: [Table]
  /// Shown totals that are not the sum of their shown parts.
  public let contradictions: [(table: Int, place: Int)]
}

extension PublishedCells {
  /// The tables: those combinations of levels in the file that are margins of no other, each with
  /// all its margins.
  ///
  /// A cell that is not in the file, though others of its kind are, is 0. Of a margin whose kind is
  /// not in the file nothing is known but what follows from its parts.
  ///
  /// - Throws: ``CellFileError`` when there are too many cells, or their sums are too large.
  /// - Complexity: O(cells of all lattices).
  public func tables() throws(CellFileError) -> PublishedTables {
    let axes = finestKinds.map { kind in
      dimensions.columns.flatMap(\.dimensions).filter { kind[$0] > 0 }
        .map { MatrixAxis(dimension: $0, depth: kind[$0]) }
    }
    let lattices = axes.map { dimensions.lattice(of: $0) }
    for lattice in lattices where lattice.cellCount > CellTable.mostLatticeCells {
      throw CellFileError(
        file: file, kind: .latticeTooLarge(cells: lattice.cellCount), position: nil)
    }
    // Margins that are not in the file, where all parts are shown in some table.
    var derived: [Int: Int32] = [:]
    for lattice in lattices { try derive(lattice, &derived) }
    var tables: [PublishedTables.Table] = []
    var contradictions: [(table: Int, place: Int)] = []
    for (index, lattice) in lattices.enumerated() {
      let table = self.table(lattice, derived)
      contradictions += wrongTotals(table).map { (index, $0) }
      tables.append(table)
    }
    return PublishedTables(tables: tables, contradictions: contradictions)
  }

  /// The kinds of cells that are margins of no other.
  private var finestKinds: [[Int]] {
    let all = kinds.sorted { $0.lexicographicallyPrecedes($1) }
    return all.filter { kind in
      !all.contains { other in
        other != kind && zip(kind, other).allSatisfy { $0 == 0 || $0 <= $1 }
      }
    }
  }

  /// The level of each dimension of a cell.
  private func kind(_ lattice: TableLattice, at place: Int) -> [Int] {
    var kind = dimensions.dimensions.map { _ in 0 }
    for (axis, category) in zip(lattice.axes, lattice.position(of: place)) {
      kind[axis.dimension] = dimensions.dimensions[axis.dimension].hierarchy.levels[category]
    }
    return kind
  }

  private func derive(
    _ lattice: TableLattice, _ derived: inout [Int: Int32]
  ) throws(CellFileError) {
    var shown = Array(repeating: Int32(0), count: lattice.cellCount)
    var hidden = Array(repeating: Int32(0), count: lattice.cellCount)
    var gaps: [(place: Int, number: Int)] = []
    for place in 0..<lattice.cellCount {
      let number = lattice.number(of: place, steps: steps)
      if let cell = cells[number] {
        shown[place] = cell.figure ?? 0
        hidden[place] = cell.figure == nil ? 1 : 0
      } else if !kinds.contains(kind(lattice, at: place)) {
        gaps.append((place, number))
      }
    }
    guard !gaps.isEmpty else { return }
    let axes = self.axes(of: lattice)
    let inner = axes.reduce([0]) { places, axis in
      places.flatMap { place in
        axis.innerCategories.map { place * axis.hierarchy.count + $0 }
      }
    }
    guard inner.reduce(0, { $0 + Int(shown[$1]) }) <= Int(Int32.max) else {
      throw CellFileError(file: file, kind: .tooLarge, position: nil, column: "the total")
    }
    let parts = RawMatrix(id: file, axes: axes, innerCounts: inner.map { shown[$0] })
    let sums = parts.lattice
    let unknown = parts.rollUp(inner.map { hidden[$0] })
    for gap in gaps where unknown[gap.place] == 0 { derived[gap.number] = sums[gap.place] }
  }

  private func axes(of lattice: TableLattice) -> [RawMatrix.Axis] {
    lattice.axes.map {
      RawMatrix.Axis(
        hierarchy: dimensions.dimensions[$0.dimension].hierarchy.truncated(toLevel: $0.depth),
        totals: .sum)
    }
  }

  private func table(_ lattice: TableLattice, _ derived: [Int: Int32]) -> PublishedTables.Table {
    var counts = Array(repeating: Int32(0), count: lattice.cellCount)
    var isHidden = Array(repeating: false, count: lattice.cellCount)
    var isListed = isHidden
    for place in 0..<lattice.cellCount {
      let number = lattice.number(of: place, steps: steps)
      if let cell = cells[number] {
        counts[place] = cell.figure ?? 0
        isHidden[place] = cell.figure == nil
        isListed[place] = isHidden[place]
      } else if let sum = derived[number] {
        counts[place] = sum
      } else {
        isHidden[place] = !kinds.contains(kind(lattice, at: place))
      }
    }
    let name = dimensions.name(of: lattice.axes)
    return PublishedTables.Table(
      lattice: lattice,
      described: MatrixDescription(id: name, label: Label(name), axes: lattice.axes),
      counts: counts, isHidden: isHidden, isListed: isListed)
  }

  /// The places of totals that are shown with all their parts along an axis and are not their sum.
  private func wrongTotals(_ table: PublishedTables.Table) -> [Int] {
    var wrong: Set<Int> = []
    var stride = table.counts.count
    for axis in axes(of: table.lattice) {
      let list = axis.hierarchy
      let blocks = table.counts.count / stride
      stride /= list.count
      for block in 0..<blocks {
        for category in list.categories.indices where !list.children[category].isEmpty {
          for rest in 0..<stride {
            func place(_ category: Int) -> Int {
              (block * list.count + category) * stride + rest
            }
            let parts = list.children[category].map(place)
            guard !table.isHidden[place(category)], !parts.contains(where: { table.isHidden[$0] })
            else { continue }
            let sum = parts.reduce(0) { $0 + Int(table.counts[$1]) }
            if sum != Int(table.counts[place(category)]) { wrong.insert(place(category)) }
          }
        }
      }
    }
    return wrong.sorted()
  }
}
