/// The part of a system in which another table is looked for: cells around one and their lines.
///
/// Everything outside stays as it is.
struct Neighbourhood {
  /// The cells, the centre first.
  private(set) var cells: [Int] = []
  /// The row of each line that one of the cells is in.
  private(set) var rowOfLine: [Int: Int32] = [:]
  /// For each candidate how many of its lines are not here yet; -1 for a cell that is here.
  private var missing: [Int: Int] = [:]
  /// Candidates by the number of missing lines, first come first served.
  private var candidates: [[Int]] = []
  private var next: [Int] = []

  /// Hidden cells near `centre`, and up to `cheapest` published ones of each line with them.
  ///
  /// Grows by the cell that brings in fewest new lines, so that moves can close within it.
  init(
    around centre: Int, in system: CellSystem, isHidden: [Bool], limit: Int, cheapest: Int
  ) {
    add(centre, system, isHidden, cheapest)
    while cells.count < limit, let cell = popFirst() { add(cell, system, isHidden, cheapest) }
  }

  private mutating func popFirst() -> Int? {
    for bucket in candidates.indices {
      while next[bucket] < candidates[bucket].count {
        let cell = candidates[bucket][next[bucket]]
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
    for line in system.linesOfCell[cell].map(Int.init) where rowOfLine[line] == nil {
      rowOfLine[line] = Int32(rowOfLine.count)
      let members = system.lines[line].map(Int.init)
      for other in members where isHidden[other] { bringNearer(other, system) }
      guard cheapest > 0 else { continue }
      let published = members.filter { !isHidden[$0] }
      if published.count <= cheapest {
        for other in published { bringNearer(other, system) }
      } else {
        let sorted = published.sorted {
          (system.hidingCosts[$0], $0) < (system.hidingCosts[$1], $1)
        }
        for (rank, other) in sorted.enumerated() where rank < cheapest || missing[other] != nil {
          bringNearer(other, system)
        }
      }
    }
  }

  /// Counts one more line of `cell` as here.
  private mutating func bringNearer(_ cell: Int, _ system: CellSystem) {
    let count = (missing[cell] ?? system.linesOfCell[cell].count) - 1
    guard missing[cell] != -1 else { return }
    missing[cell] = count
    while candidates.count <= count {
      candidates.append([])
      next.append(0)
    }
    candidates[count].append(cell)
  }
}
