import Classifications
import Cubes

/// Puts a rounding problem together, matrix by matrix.
struct ProblemBuilder {
  private(set) var places: [RoundingProblem.Place] = []
  private(set) var counts: [Int32] = []
  private(set) var kept: [Bool?] = []
  private(set) var starts: [Int32] = []
  /// Links have their bits inverted until all lattice cells are numbered.
  private(set) var sums: [UInt32] = []
  private(set) var shapes: [Int32] = []
  private(set) var latticeCount = 0
  private(set) var leastSumOfSquares = 0
  /// Links between matrices.
  let linkCount: Int
  private let base: Int32
  private let shared: [SharedGroups]
  /// For each matrix its small cells sorted with each axis running fastest.
  private var sorted: [[[Int32]]] = []
  private var shapeNumbers: [[Int]: Int32] = [:]
  /// For each link the only small cell below its first and its second cell, where that is all.
  private var solePairs: [(first: Int?, second: Int?)]

  init(base: Int32, shared: [SharedGroups]) {
    self.base = base
    self.shared = shared
    linkCount = shared.reduce(0) { $0 + $1.cells.count }
    solePairs = Array(repeating: (nil, nil), count: linkCount)
  }

  mutating func add(_ matrix: RawMatrix, number: Int, kept keptCells: [Int: Bool]) {
    let small = matrix.innerCounts.indices.filter {
      matrix.innerCounts[$0] > 0 && matrix.innerCounts[$0] < base
    }
    let first = places.count
    places += small.map { RoundingProblem.Place(matrix: number, cell: $0) }
    counts += small.map { matrix.innerCounts[$0] }
    kept += small.map { keptCells[$0] }
    let coordinates = Self.coordinates(of: small, in: matrix)
    addSums(coordinates, in: matrix, number: number, first: first)
    sorted.append(
      Self.orders(coordinates, axes: matrix.axes.count, first: first, count: small.count))
  }

  /// Gives links their numbers, after those of the lattice cells.
  mutating func numberLinks() {
    guard linkCount > 0 else { return }
    let offset = UInt32(latticeCount)
    sums = sums.map { $0 > UInt32(Int32.max) ? offset + ~$0 : $0 }
  }

  /// Pairs of small cells of two matrices that are all there is of a group: one choice for both.
  var ties: [(Int, Int)] {
    solePairs.compactMap { pair in
      if let first = pair.first, let second = pair.second { (first, second) } else { nil }
    }
  }

  /// Orders of the small cells of all matrices: the last of each matrix, where the last axis runs
  /// fastest, then the one before...
  func orders() -> [[Int32]] {
    (0..<(sorted.map(\.count).max() ?? 0)).map { order -> [Int32] in
      var cells: [Int32] = []
      for ofMatrix in sorted where !ofMatrix.isEmpty {
        cells += ofMatrix[ofMatrix.count - 1 - order % ofMatrix.count]
      }
      return cells
    }
  }

  /// The position along each axis of each cell, cell after cell.
  private static func coordinates(of cells: [Int], in matrix: RawMatrix) -> [Int32] {
    let extents = matrix.axes.map(\.innerCategories.count)
    var coordinates = Array(repeating: Int32(0), count: cells.count * extents.count)
    for (index, cell) in cells.enumerated() {
      var rest = cell
      for axis in extents.indices.reversed() {
        coordinates[index * extents.count + axis] = Int32(rest % extents[axis])
        rest /= extents[axis]
      }
    }
    return coordinates
  }

  private mutating func addSums(
    _ coordinates: [Int32], in matrix: RawMatrix, number: Int, first: Int
  ) {
    // For each axis and inner position: the lattice positions from the root down.
    let paths = matrix.axes.map { axis in
      axis.innerCategories.map { category in
        (axis.totals == .sum ? axis.hierarchy.path(to: category) : [category]).map(UInt32.init)
      }
    }
    let extents = matrix.latticeExtents
    let links = linksByCell(of: number)
    let firstSum = sums.count
    var smallSums = Array(repeating: Int32(0), count: extents.reduce(1, *))
    var cells: [UInt32] = []
    // The only small cell below each linked lattice cell, or -1.
    var soles: [UInt32: Int] = [:]
    for index in first..<places.count {
      cells.removeAll(keepingCapacity: true)
      cells.append(0)
      var shape = [number]
      for axis in extents.indices {
        let path = paths[axis][Int(coordinates[(index - first) * extents.count + axis])]
        shape.append(path.count)
        Self.extend(&cells, along: path, extent: UInt32(extents[axis]))
      }
      for cell in cells { smallSums[Int(cell)] += counts[index] }
      for cell in cells where links[cell] != nil { soles[cell] = soles[cell] == nil ? index : -1 }
      starts.append(Int32(sums.count))
      sums += cells
      for isFirst in [true, false] {
        starts.append(Int32(sums.count))
        guard !links.isEmpty else { continue }
        for cell in cells {
          sums += (links[cell] ?? []).filter { $0.isFirst == isFirst }.map { ~UInt32($0.link) }
        }
      }
      shapes.append(shapeNumbers[shape, default: Int32(shapeNumbers.count)])
      shapeNumbers[shape] = shapes[index]
    }
    numberLatticeCells(from: firstSum, smallSums: smallSums)
    noteSoles(soles, of: matrix, links: links)
  }

  /// Remembers which linked lattice cells are one small cell and nothing else.
  private mutating func noteSoles(
    _ soles: [UInt32: Int], of matrix: RawMatrix,
    links: [UInt32: [(link: Int, isFirst: Bool)]]
  ) {
    guard !soles.isEmpty else { return }
    let lattice = matrix.lattice
    for (cell, index) in soles where index >= 0 && lattice[Int(cell)] == counts[index] {
      for (link, isFirst) in links[cell] ?? [] {
        if isFirst { solePairs[link].first = index } else { solePairs[link].second = index }
      }
    }
  }

  /// Replaces lattice positions over some axes by those with one axis more.
  private static func extend(_ cells: inout [UInt32], along path: [UInt32], extent: UInt32) {
    let count = cells.count
    for _ in 1..<path.count { cells.append(contentsOf: cells[..<count]) }
    for (step, category) in path.enumerated() {
      for index in 0..<count {
        cells[step * count + index] = cells[step * count + index] * extent + category
      }
    }
  }

  /// The links of each lattice cell of a matrix, and whether it is the first of the two.
  private func linksByCell(of matrix: Int) -> [UInt32: [(link: Int, isFirst: Bool)]] {
    var links: [UInt32: [(link: Int, isFirst: Bool)]] = [:]
    var link = 0
    for pair in shared {
      for cells in pair.cells {
        if pair.first == matrix { links[UInt32(cells.first), default: []].append((link, true)) }
        if pair.second == matrix { links[UInt32(cells.second), default: []].append((link, false)) }
        link += 1
      }
    }
    return links
  }

  /// Gives lattice cells above small ones consecutive numbers, in the order of the lattice.
  private mutating func numberLatticeCells(from first: Int, smallSums: [Int32]) {
    var numbers = Array(repeating: UInt32(0), count: smallSums.count)
    for (cell, sum) in smallSums.enumerated() where sum > 0 {
      numbers[cell] = UInt32(latticeCount)
      latticeCount += 1
      // The deviation is −(sum of small counts) modulo the base.
      let residue = Int(sum % base)
      let nearest = min(residue, Int(base) - residue)
      leastSumOfSquares += nearest * nearest
    }
    for index in first..<sums.count where sums[index] <= UInt32(Int32.max) {
      sums[index] = numbers[Int(sums[index])]
    }
  }

  /// For each axis the cells with that axis running fastest.
  private static func orders(
    _ coordinates: [Int32], axes: Int, first: Int, count: Int
  ) -> [[Int32]] {
    (0..<axes).map { fastest in
      let significance = (0..<axes).filter { $0 != fastest } + [fastest]
      return (0..<count).sorted { left, right in
        for axis in significance {
          let (a, b) = (coordinates[left * axes + axis], coordinates[right * axes + axis])
          if a != b { return a < b }
        }
        return false
      }
      .map { Int32(first + $0) }
    }
  }
}
