/// Another table that agrees with all that is published, as its differences from the true one.
///
/// Whoever sees the release cannot tell which of the two is true, so that a cell in which they
/// differ is not known. Differences are whole numbers, so that this holds for counts as well.
struct Witness {
  /// The cells that differ, all of them hidden.
  let cells: [Int32]
  /// What each is more or less.
  let changes: [Int32]

  /// Whether every line of `system` still adds up, and every cell stays within what is known of it,
  /// with nothing changed but hidden cells.
  func holds(in system: CellSystem, isHidden: [Bool]) -> Bool {
    cells.allSatisfy { isHidden[Int($0)] } && addsUp(in: system)
  }

  /// Whether every line of `system` still adds up, and every cell stays within what is known of a
  /// hidden one.
  func addsUp(in system: CellSystem) -> Bool {
    var sums: [Int32: Int] = [:]
    for (cell, change) in zip(cells, changes) {
      guard change != 0, change >= -system.falls[Int(cell)], change <= system.rises[Int(cell)]
      else { return false }
      for line in system.linesOfCell[Int(cell)] {
        sums[line, default: 0] += system.sign(of: Int(cell), in: Int(line)) * Int(change)
      }
    }
    return Set(cells).count == cells.count && sums.values.allSatisfy { $0 == 0 }
  }

  /// Whether the cell in a place of `cells` differs so much that it is not known.
  func serves(at place: Int, in system: CellSystem) -> Bool {
    system.isEnough(changes[place], of: Int(cells[place]))
  }
}
