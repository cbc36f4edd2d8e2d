/// The fewest cells of a table of two by two by two with all totals that can be hidden, found by
/// branching over patterns; in whole numbers, and sharing nothing with the engine.
struct CubeOptimum {
  /// The inner cells below each of the 27 lattice cells, totals first along each axis.
  private static let below: [[Int]] = combinations(Array(repeating: [0, 1, 2], count: 3)).map {
    cell in
    combinations(Array(repeating: [1, 2], count: 3)).enumerated()
      .filter { inner in zip(cell, inner.element).allSatisfy { $0 == 0 || $0 == $1 } }
      .map(\.offset)
  }
  /// The lattice cells of each line.
  private static let lines: [[Int]] = (0..<27).flatMap { cell in
    [9, 3, 1].filter { cell / $0 % 3 == 0 }.map { [cell, cell + $0, cell + 2 * $0] }
  }
  /// No cell is tried to rise or fall by more; moves of so small a table are small.
  private static let farthest = 8

  private let lattice: [Int32]
  private let primary: [Int]
  private let zeros: Int
  /// Other tables that were found: the cells that differ, and the primaries that can be 4 there.
  private var witnesses: [(cells: Int, serves: Int)] = []

  /// The fewest hidden cells of a lattice of 27 counts.
  static func fewest(_ lattice: [Int32]) -> Int {
    var optimum = CubeOptimum(lattice)
    let start = TwoWayOptimum.bits(optimum.primary)
    for budget in 0... where optimum.isReached(start, budget: budget, shown: optimum.zeros) {
      return optimum.primary.count + budget
    }
    return .max
  }

  /// Whether each small hidden count can be 4 when the cells of `pattern` are hidden.
  static func isSafe(_ pattern: Int, _ lattice: [Int32]) -> Bool {
    var optimum = CubeOptimum(lattice)
    return pattern & TwoWayOptimum.bits(optimum.primary) == TwoWayOptimum.bits(optimum.primary)
      && optimum.isSafe(pattern)
  }

  private init(_ lattice: [Int32]) {
    self.lattice = lattice
    primary = lattice.indices.filter { (1...3).contains(lattice[$0]) }
    zeros = TwoWayOptimum.bits(lattice.indices.filter { lattice[$0] == 0 })
  }

  /// Whether a safe pattern hides at most `budget` cells more, none of `shown`.
  private mutating func isReached(_ pattern: Int, budget: Int, shown: Int) -> Bool {
    // A cell that is hidden alone in a line is known; no smallest pattern has one.
    let open = Self.lines.first { line in line.count { pattern >> $0 & 1 == 1 } == 1 }
    if open == nil, isSafe(pattern) { return true }
    guard budget > 0 else { return false }
    var shown = shown
    for cell in open ?? Array(0..<27) where (pattern | shown) >> cell & 1 == 0 {
      if isReached(pattern | 1 << cell, budget: budget - 1, shown: shown) { return true }
      shown |= 1 << cell
    }
    return false
  }

  private mutating func isSafe(_ pattern: Int) -> Bool {
    var served = 0
    for witness in witnesses where witness.cells & ~pattern == 0 { served |= witness.serves }
    for cell in primary where served >> cell & 1 == 0 {
      guard let changes = table(in: pattern, raising: cell) else { return false }
      let sums = Self.below.map { $0.reduce(0) { $0 + changes[$1] } }
      let serves = primary.filter { Int(lattice[$0]) + sums[$0] > 3 }
      witnesses.append(
        (
          TwoWayOptimum.bits(sums.indices.filter { sums[$0] != 0 }), TwoWayOptimum.bits(serves)
        ))
      served |= TwoWayOptimum.bits(serves)
    }
    return true
  }

  /// Changes of the inner cells that make `cell` 4 or more and leave what is published alone.
  private func table(in pattern: Int, raising cell: Int) -> [Int]? {
    var bounds = lattice.indices.map { other -> ClosedRange<Int> in
      guard pattern >> other & 1 == 1 else { return 0...0 }
      return 1 - Int(lattice[other])...Self.farthest
    }
    bounds[cell] = 4 - Int(lattice[cell])...Self.farthest
    var ranges = Array(repeating: -Self.farthest...Self.farthest, count: 8)
    for (place, inner) in Self.below.enumerated() where inner.count == 1 {
      ranges[inner[0]] = bounds[place]
    }
    return solve(ranges, bounds)
  }

  private func solve(_ given: [ClosedRange<Int>], _ bounds: [ClosedRange<Int>]) -> [Int]? {
    var ranges = given
    var isChanged = true
    while isChanged {
      isChanged = false
      for (place, inner) in Self.below.enumerated() where inner.count > 1 {
        let low = inner.reduce(0) { $0 + ranges[$1].lowerBound }
        let high = inner.reduce(0) { $0 + ranges[$1].upperBound }
        for variable in inner {
          let range = ranges[variable]
          let least = max(range.lowerBound, bounds[place].lowerBound - (high - range.upperBound))
          let most = min(range.upperBound, bounds[place].upperBound - (low - range.lowerBound))
          guard least <= most else { return nil }
          if least...most != range {
            ranges[variable] = least...most
            isChanged = true
            break
          }
        }
      }
    }
    let open = (0..<8).filter { ranges[$0].count > 1 }
    guard let split = open.min(by: { ranges[$0].count < ranges[$1].count }) else {
      return ranges.map(\.lowerBound)
    }
    for value in ranges[split].sorted(by: { abs($0) < abs($1) }) {
      var next = ranges
      next[split] = value...value
      if let found = solve(next, bounds) { return found }
    }
    return nil
  }
}
