/// The part of a system in which another table is looked for: cells around one and their lines.
///
/// Everything outside stays as it is. Grows by the cell that brings in fewest new lines, so that
/// moves can close within it. One region is filled again and again: filling costs what is in it.
struct SearchRegion {
  /// The cells, the centre first.
  private(set) var cells: [Int] = []
  /// How many lines have a row.
  private(set) var rowCount: Int32 = 0
  /// The row of each line of the system, or -1 for a line that none of the cells is in.
  private var rowOfLine: [Int32]
  /// The line of each row.
  private(set) var linesWithRow: [Int32] = []
  /// For each cell how many of its lines have no row yet; -1 for a cell that is here.
  private var missing: [Int32]
  private var touched: [Int32] = []
  /// Candidates by the number of missing lines, first come first served.
  private var candidates: [[Int32]] = []
  private var next: [Int] = []

  /// An empty region of `system`.
  init(of system: CellSystem) {
    rowOfLine = Array(repeating: -1, count: system.lines.count)
    missing = (0..<system.counts.count).map { Int32(system.linesOfCell[$0].count) }
  }

  /// Takes at most `limit` hidden cells near `centre`, and `cheapest` published ones of each line.
  /// - Complexity: O(cells taken × lines of a cell × members of a line).
  mutating func fill(
    around centre: Int, in system: CellSystem, isHidden: [Bool], limit: Int, cheapest: Int
  ) {
    clear(system)
    bringNearer(Int32(centre), by: 0)
    add(centre, system, isHidden, cheapest)
    while cells.count < limit, let cell = popFirst() { add(cell, system, isHidden, cheapest) }
  }

  /// Takes the given cells, the centre first.
  mutating func fill(with given: [Int], in system: CellSystem) {
    clear(system)
    for cell in given {
      cells.append(cell)
      for line in system.linesOfCell[cell] where rowOfLine[Int(line)] < 0 {
        rowOfLine[Int(line)] = rowCount
        linesWithRow.append(line)
        rowCount += 1
      }
    }
  }

  /// The rows that a cell of the region is in, with its sign.
  func rows(of cell: Int, in system: CellSystem) -> [(row: Int32, entry: Double)] {
    system.linesOfCell[cell].map {
      (rowOfLine[Int($0)], Double(system.sign(of: cell, in: Int($0))))
    }
  }

  private mutating func clear(_ system: CellSystem) {
    for line in linesWithRow { rowOfLine[Int(line)] = -1 }
    for cell in touched { missing[Int(cell)] = Int32(system.linesOfCell[Int(cell)].count) }
    for bucket in candidates.indices { candidates[bucket].removeAll(keepingCapacity: true) }
    next = next.map { _ in 0 }
    linesWithRow.removeAll(keepingCapacity: true)
    touched.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    rowCount = 0
  }

  private mutating func popFirst() -> Int? {
    for bucket in candidates.indices {
      while next[bucket] < candidates[bucket].count {
        let cell = Int(candidates[bucket][next[bucket]])
        next[bucket] += 1
        if missing[cell] == bucket { return cell }
      }
    }
    return nil
  }

  private mutating func add(
    _ cell: Int, _ system: CellSystem, _ isHidden: [Bool], _ cheapest: Int
  ) {
    missing[cell] = -1
    cells.append(cell)
    for line in system.linesOfCell[cell] where rowOfLine[Int(line)] < 0 {
      rowOfLine[Int(line)] = rowCount
      linesWithRow.append(line)
      rowCount += 1
      let members = system.lines[Int(line)]
      for other in members where isHidden[Int(other)] { bringNearer(other, by: 1) }
      guard cheapest > 0 else { continue }
      let published = members.filter { !isHidden[Int($0)] && !system.isKept[Int($0)] }
      if published.count <= cheapest {
        for other in published { bringNearer(other, by: 1) }
        continue
      }
      let chosen = published.sorted {
        (system.hidingCosts[Int($0)], $0) < (system.hidingCosts[Int($1)], $1)
      }
      for other in chosen.prefix(cheapest) { bringNearer(other, by: 1) }
    }
  }

  /// Counts one more line of `cell` as here.
  private mutating func bringNearer(_ cell: Int32, by lines: Int32) {
    guard missing[Int(cell)] >= 0 else { return }
    missing[Int(cell)] -= lines
    touched.append(cell)
    let bucket = Int(missing[Int(cell)])
    while candidates.count <= bucket {
      candidates.append([])
      next.append(0)
    }
    candidates[bucket].append(cell)
  }
}
