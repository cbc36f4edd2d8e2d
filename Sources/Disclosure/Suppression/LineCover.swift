/// A set of hidden cells in which no line by itself gives a hidden cell away: the start from which
/// a safe pattern is worked out.
///
/// Within a line a hidden cell can be something else only if another hidden one makes up for it.
/// When the parent is published, a child that rises needs another that can fall.
struct LineCover {
  /// Whether each cell is hidden, as complements always are.
  private(set) var isHidden: [Bool]
  private let system: CellSystem
  /// For each line: hidden children, those of them that can fall, hidden cells in need of cover.
  private var hiddenChildren: [Int32]
  private var fallingChildren: [Int32]
  private var needy: [Int32]
  private var queue: [Int] = []

  /// Nothing hidden but what must be.
  init(_ system: CellSystem) {
    self.system = system
    isHidden = Array(repeating: false, count: system.counts.count)
    hiddenChildren = Array(repeating: 0, count: system.lines.count)
    fallingChildren = hiddenChildren
    needy = hiddenChildren
    for cell in system.counts.indices
    where system.isPrimary[cell] || cell >= system.matrixCellCount {
      hide(cell)
    }
  }

  /// Hides more cells until no line gives one away.
  mutating func close() {
    var next = 0
    while next < queue.count {
      let line = queue[next]
      next += 1
      while isOpen(line), let cell = cheapest(of: line) { hide(cell) }
    }
    queue.removeAll()
  }

  /// Hides a cell; `close()` sees to the consequences.
  mutating func hide(_ cell: Int) {
    guard !isHidden[cell] else { return }
    isHidden[cell] = true
    for line in system.linesOfCell[cell].map(Int.init) {
      let isParent = isParent(cell, of: line)
      if !isParent { hiddenChildren[line] += 1 }
      if !isParent && system.slack(cell) > 0 { fallingChildren[line] += 1 }
      if system.isPrimary[cell] || cell < system.matrixCellCount { needy[line] += 1 }
      queue.append(line)
    }
  }

  private func isParent(_ cell: Int, of line: Int) -> Bool {
    system.lines[line].first == Int32(cell)
  }

  /// Whether `line` gives a hidden cell away, or would with `cell` hidden as well.
  private func isOpen(_ line: Int, with cell: Int? = nil) -> Bool {
    var children = hiddenChildren[line]
    var falling = fallingChildren[line]
    var isParentHidden = system.lines[line].first.map { isHidden[Int($0)] } ?? false
    if let cell {
      if isParent(cell, of: line) {
        isParentHidden = true
      } else {
        children += 1
        falling += system.slack(cell) > 0 ? 1 : 0
      }
    } else if needy[line] == 0 {
      return false
    }
    return isParentHidden ? children == 0 : children < 2 || falling == 0
  }

  /// The published cell of `line` that closes it at the least cost, here and in its other lines.
  private func cheapest(of line: Int) -> Int? {
    var best: (cost: Int, cell: Int)?
    for cell in system.lines[line].map(Int.init) where !isHidden[cell] && !system.isKept[cell] {
      guard !isOpen(line, with: cell) else { continue }
      var cost = system.hidingCosts[cell]
      for other in system.linesOfCell[cell].map(Int.init) where other != line {
        let was = isOpen(other)
        let becomes = isOpen(other, with: cell)
        if becomes && !was { cost += 30 }
        if was && !becomes { cost -= 30 }
      }
      if best.map({ (cost, cell) < $0 }) ?? true { best = (cost, cell) }
    }
    return best?.cell
  }
}
