/// The fewest cells of a table of two dimensions with totals that can be hidden, found by trying
/// all patterns.
///
/// A cell is an edge between its row and its column, and a change of counts that keeps all sums is
/// a flow around: how high a cell can be is a greatest flow, in whole numbers. Shares nothing with
/// the engine.
struct TwoWayOptimum {
  private let rows: Int
  private let columns: Int
  /// All patterns in which no line has one hidden cell alone, from the smallest up: bit `i` is the
  /// cell with row-major place `i`.
  private let patterns: [Int]

  /// Patterns of so many rows and columns, beside the totals, which stand first.
  init(rows: Int, columns: Int) {
    self.rows = rows + 1
    self.columns = columns + 1
    let (height, width) = (rows + 1, columns + 1)
    let lines =
      (0..<height).map { row in (0..<width).reduce(0) { $0 | 1 << (row * width + $1) } }
      + (0..<width).map { column in (0..<height).reduce(0) { $0 | 1 << ($1 * width + column) } }
    patterns = (0..<1 << (height * width))
      .filter { pattern in lines.allSatisfy { (pattern & $0).nonzeroBitCount != 1 } }
      .sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
  }

  /// How many cells the smallest safe pattern hides; `nil` when there is none without hiding a cell
  /// of `kept`.
  func fewest(_ lattice: [Int32], kept: Set<Int> = []) -> Int? {
    let primary = Self.bits(
      lattice.indices.filter { (1...3).contains(lattice[$0]) && !kept.contains($0) })
    let shown = Self.bits(lattice.indices.filter { lattice[$0] == 0 || kept.contains($0) })
    return patterns.first { pattern in
      pattern & primary == primary && pattern & shown == 0 && isSafe(pattern, lattice, kept: kept)
    }?.nonzeroBitCount
  }

  /// Whether each small count is hidden and can be 4 when the cells of `pattern` are hidden, each
  /// at least 1; those of `kept` are public.
  func isSafe(_ pattern: Int, _ lattice: [Int32], kept: Set<Int> = []) -> Bool {
    lattice.indices.allSatisfy { cell in
      !(1...3).contains(lattice[cell]) || kept.contains(cell)
        || pattern >> cell & 1 == 1 && canRise(cell, by: 4 - Int(lattice[cell]), pattern, lattice)
    }
  }

  static func bits(_ cells: [Int]) -> Int { cells.reduce(0) { $0 | 1 << $1 } }

  /// The nodes that a cell leads from and to: rows first, then columns.
  private func ends(of cell: Int) -> (from: Int, to: Int) {
    let (row, column) = (cell / columns, rows + cell % columns)
    // A total flows back to where its parts come from.
    return (row == 0) == (column == rows) ? (row, column) : (column, row)
  }

  private func canRise(_ cell: Int, by need: Int, _ pattern: Int, _ lattice: [Int32]) -> Bool {
    let count = rows + columns
    var room = Array(repeating: 0, count: count * count)
    for other in lattice.indices where other != cell && pattern >> other & 1 == 1 {
      let (from, to) = ends(of: other)
      room[from * count + to] = 1_000
      room[to * count + from] = Int(lattice[other]) - 1
    }
    let (target, source) = ends(of: cell)
    for _ in 0..<need {
      var before = Array(repeating: -1, count: count)
      before[source] = source
      var queue = [source]
      var next = 0
      while next < queue.count, before[target] < 0 {
        let node = queue[next]
        next += 1
        for other in 0..<count where before[other] < 0 && room[node * count + other] > 0 {
          before[other] = node
          queue.append(other)
        }
      }
      guard before[target] >= 0 else { return false }
      var node = target
      while node != source {
        room[before[node] * count + node] -= 1
        room[node * count + before[node]] += 1
        node = before[node]
      }
    }
    return true
  }
}
