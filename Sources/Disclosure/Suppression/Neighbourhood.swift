/// The part of a system in which another table is looked for: cells around one and their lines.
///
/// Everything outside stays as it is. Grows by the cell that brings in fewest new lines, so that
/// moves can close within it.
struct Neighbourhood {
  /// The cells, the centre first.
  private(set) var cells: [Int] = []
  /// The row of each line of the system, or -1 for a line that none of the cells is in.
  private(set) var rowOfLine: [Int32]
  /// How many lines have a row.
  private(set) var rowCount: Int32 = 0
  /// For each cell how many of its lines have no row yet; -1 for a cell that is here.
  private var missing: [Int32]
  /// Candidates by the number of missing lines, first come first served.
  private var candidates: [[Int32]] = []
  private var next: [Int] = []

  /// At most `limit` hidden cells near `centre`, and `cheapest` published ones of each line.
  init(
    around centre: Int, in system: CellSystem, isHidden: [Bool], limit: Int, cheapest: Int
  ) {
    rowOfLine = Array(repeating: -1, count: system.lines.count)
    missing = (0..<system.counts.count).map { Int32(system.linesOfCell[$0].count) }
    add(centre, system, isHidden, cheapest)
    while cells.count < limit, let cell = popFirst() { add(cell, system, isHidden, cheapest) }
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
      rowCount += 1
      let members = system.lines[Int(line)]
      for other in members where isHidden[Int(other)] { bringNearer(other) }
      guard cheapest > 0 else { continue }
      let published = members.filter { !isHidden[Int($0)] && !system.isKept[Int($0)] }
      if published.count <= cheapest {
        for other in published { bringNearer(other) }
        continue
      }
      let chosen = published.sorted {
        (system.hidingCosts[Int($0)], $0) < (system.hidingCosts[Int($1)], $1)
      }
      for other in chosen.prefix(cheapest) { bringNearer(other) }
    }
  }

  /// Counts one more line of `cell` as here.
  private mutating func bringNearer(_ cell: Int32) {
    guard missing[Int(cell)] >= 0 else { return }
    missing[Int(cell)] -= 1
    let bucket = Int(missing[Int(cell)])
    while candidates.count <= bucket {
      candidates.append([])
      next.append(0)
    }
    candidates[bucket].append(cell)
  }
}
