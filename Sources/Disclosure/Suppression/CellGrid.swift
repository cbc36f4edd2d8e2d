import Classifications
import Cubes
import Publication

/// Where the cells of one matrix stand in its lattice.
struct CellGrid {
  /// For each axis the dimension of the statistic.
  let dimensions: [Int]
  /// For each axis the parent of each position; the root is its own.
  let parents: [[Int]]
  /// For each axis and position the leaves below it, or itself.
  let leaves: [[[Int]]]
  /// Cells per step along each axis.
  let strides: [Int]
  /// For each axis the categories of the dimension at its positions.
  let categories: [[Int]]
  /// For each axis the position of each category of the dimension, or -1.
  let positions: [[Int]]

  /// The grid of a matrix with `axes`.
  init(_ axes: [RawMatrix.Axis], described: MatrixDescription, shape: LatticeShape) {
    dimensions = described.axes.map(\.dimension)
    parents = axes.map(\.hierarchy.parents)
    leaves = axes.map { axis in
      axis.hierarchy.categories.indices.map { category in
        axis.hierarchy.descendants(of: category).filter { axis.hierarchy.children[$0].isEmpty }
      }
    }
    strides = shape.strides
    positions = shape.positions.map { $0.map { Int($0) } }
    categories = positions.map { positions in
      positions.indices.filter { positions[$0] >= 0 }
    }
  }

  /// The position along an axis of a place in the lattice.
  func position(of place: Int, along axis: Int) -> Int {
    place / strides[axis] % parents[axis].count
  }

  /// Adds a position along an axis, and what it adds up to, to those that are not there yet.
  func add(_ position: Int, along axis: Int, to positions: inout [Int]) {
    var next = position
    while !positions.contains(next) {
      positions.append(next)
      next = parents[axis][next]
    }
  }
}

/// Chooses a few categories of every dimension around a cell: the cells of all matrices that go by
/// no other are closed under moving counts between these categories.
struct SubLattice {
  /// For each dimension the chosen categories; those it does not go by have the root alone.
  private var chosen: [[Int]]

  /// The categories of `centre`, others beside it or below it, and what they add up to: as many as
  /// give about `size` cells.
  ///
  /// Partners are taken from among the hidden cells in the lines of the centre first. If
  /// `everyDimension`, each dimension gets one whatever the size: in many dimensions that is many
  /// times `size`, while a change can mostly go by a hidden total instead.
  init(
    around centre: Int, size: Int, everyDimension: Bool, in system: CellSystem,
    isHidden: [Bool], generator: inout SeededGenerator
  ) {
    let home = system.homes[centre]
    let grid = system.grids[Int(home.matrix)]
    let cells = system.cellAtPlace[Int(home.matrix)]
    var axes: [(positions: [Int], partners: [Int])] = []
    for axis in grid.dimensions.indices {
      let own = grid.position(of: Int(home.place), along: axis)
      let isLeaf = grid.leaves[axis][own] == [own]
      let other = grid.leaves[axis][isLeaf ? grid.parents[axis][own] : own]
      var hidden: [Int] = []
      var published: [Int] = []
      for position in other.shuffled(using: &generator) where position != own {
        let cell = cells[Int(home.place) + (position - own) * grid.strides[axis]]
        guard cell >= 0 else { continue }
        if isHidden[Int(cell)] { hidden.append(position) } else { published.append(position) }
      }
      var positions: [Int] = []
      grid.add(own, along: axis, to: &positions)
      var partners = Array((hidden + published).reversed())
      // A sum needs something that changes below it.
      if !isLeaf, let first = partners.popLast() {
        grid.add(first, along: axis, to: &positions)
      }
      axes.append((positions, partners))
    }
    func isFull() -> Bool { axes.reduce(1) { $0 * $1.positions.count } >= size }
    var order = Array(axes.indices)
    while !order.isEmpty, everyDimension || !isFull() {
      order.shuffle(using: &generator)
      for axis in order {
        guard let next = axes[axis].partners.popLast() else { continue }
        grid.add(next, along: axis, to: &axes[axis].positions)
        guard isFull() else { continue }
        order = []
        if !everyDimension { break }
      }
      order.removeAll { axes[$0].partners.isEmpty }
    }
    chosen = Array(repeating: [0], count: system.dimensionCount)
    for (axis, dimension) in grid.dimensions.enumerated() {
      chosen[dimension] = axes[axis].positions.map { grid.categories[axis][$0] }
    }
  }

  /// The cells that go by chosen categories only and are or may be hidden, `centre` first.
  func cells(around centre: Int, in system: CellSystem, isHidden: [Bool]) -> [Int] {
    var found = [centre]
    var isFound: Set<Int> = [centre]
    func add(_ cell: Int) {
      guard isHidden[cell] || !system.isKept[cell] else { return }
      if isFound.insert(cell).inserted { found.append(cell) }
    }
    for (grid, cells) in zip(system.grids, system.cellAtPlace) {
      var places = [0]
      for (axis, dimension) in grid.dimensions.enumerated() {
        let steps = chosen[dimension].map { grid.positions[axis][$0] }.filter { $0 >= 0 }
          .map { $0 * grid.strides[axis] }
        places = places.flatMap { place in steps.map { place + $0 } }
      }
      for place in places where cells[place] >= 0 { add(Int(cells[place])) }
    }
    guard system.matrixCellCount < system.counts.count else { return found }
    // What a category is not is a cell of its own.
    for cell in found {
      for line in system.linesOfCell[cell] {
        guard let last = system.lines[Int(line)].last, last >= system.matrixCellCount else {
          continue
        }
        add(Int(last))
      }
    }
    return found
  }
}
