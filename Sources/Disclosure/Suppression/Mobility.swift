/// Which way each hidden cell could move as far as any one line can tell.
///
/// A child rises only if its parent rises or another child falls, a parent only if a child rises,
/// and so on; what cannot move is taken away until nothing changes. A cell that can neither rise
/// nor fall is known to everybody.
struct Mobility {
  /// Whether each cell could be more than it is.
  private(set) var canRise: [Bool]
  /// Whether each cell could be less than it is.
  private(set) var canFall: [Bool]
  /// Children that can rise, and that can fall, for each line.
  private var rising: [Int32]
  private var falling: [Int32]
  private let system: CellSystem

  init(of isHidden: [Bool], in system: CellSystem) {
    self.system = system
    canRise = isHidden
    canFall = isHidden.indices.map { isHidden[$0] && system.slack($0) > 0 }
    rising = Array(repeating: 0, count: system.lines.count)
    falling = rising
    for line in 0..<system.lines.count {
      for cell in system.lines[line].dropFirst().map(Int.init) {
        rising[line] += canRise[cell] ? 1 : 0
        falling[line] += canFall[cell] ? 1 : 0
      }
    }
    settle()
  }

  /// Whether `line` lets one of its cells rise (or fall), to judge from the others.
  func allows(_ cell: Int, rise: Bool, in line: Int) -> Bool {
    guard let parent = system.lines[line].first.map(Int.init) else { return true }
    if cell == parent { return (rise ? rising[line] : falling[line]) > 0 }
    if rise ? canRise[parent] : canFall[parent] { return true }
    let others =
      rise ? falling[line] - (canFall[cell] ? 1 : 0) : rising[line] - (canRise[cell] ? 1 : 0)
    return others > 0
  }

  /// Whether a hidden cell is known.
  func isStuck(_ cell: Int) -> Bool { !canRise[cell] && !canFall[cell] }

  private mutating func settle() {
    var queue = Array(0..<system.lines.count)
    var isQueued = Array(repeating: true, count: queue.count)
    while let line = queue.popLast() {
      isQueued[line] = false
      for cell in system.lines[line].map(Int.init) {
        let losesRise = canRise[cell] && !allows(cell, rise: true, in: line)
        let losesFall = canFall[cell] && !allows(cell, rise: false, in: line)
        guard losesRise || losesFall else { continue }
        if losesRise { canRise[cell] = false }
        if losesFall { canFall[cell] = false }
        for other in system.linesOfCell[cell].map(Int.init) {
          let isChild = system.lines[other].first != Int32(cell)
          if isChild && losesRise { rising[other] -= 1 }
          if isChild && losesFall { falling[other] -= 1 }
          let matters = !isChild || rising[other] < 2 || falling[other] < 2
          if matters && !isQueued[other] {
            isQueued[other] = true
            queue.append(other)
          }
        }
      }
    }
  }
}
