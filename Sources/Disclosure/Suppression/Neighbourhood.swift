/// Cells around one cell and the lines that they are in: the part of a system in which another
/// table is looked for. Everything outside stays as it is.
struct Neighbourhood {
  /// The cells, the centre first.
  private(set) var cells: [Int] = []
  /// The row of each line that one of the cells is in.
  private(set) var rowOfLine: [Int: Int32] = [:]

  /// The hidden cells nearest to `centre`, and `cheapest` published ones of each line with them.
  init(
    around centre: Int, in system: CellSystem, isHidden: [Bool], limit: Int, cheapest: Int
  ) {
    var isIn: Set<Int> = [centre]
    cells = [centre]
    var next = 0
    while next < cells.count {
      for line in system.linesOfCell[cells[next]].map(Int.init) where rowOfLine[line] == nil {
        rowOfLine[line] = Int32(rowOfLine.count)
        guard cells.count < limit else { continue }
        let members = system.lines[line].map(Int.init)
        var chosen = members.filter { isHidden[$0] }
        if cheapest > 0 {
          chosen += members.filter { !isHidden[$0] }
            .sorted { (system.hidingCosts[$0], $0) < (system.hidingCosts[$1], $1) }
            .prefix(cheapest)
        }
        for cell in chosen where cells.count < limit && isIn.insert(cell).inserted {
          cells.append(cell)
        }
      }
      next += 1
    }
  }
}
