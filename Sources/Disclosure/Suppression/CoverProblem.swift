/// Which cells to hide at the least cost, as far as it is known what makes a pattern safe.
///
/// Known are conditions that every safe pattern meets (``CoverRow``): at first those that single
/// lines set, later those found by attacks on patterns that met all before. Besides, a cell that is
/// hidden alone in a line protects nothing, so that cheap patterns have no such line.
struct CoverProblem {
  /// The cells and lines.
  let system: CellSystem
  /// Whether each cell may be hidden, need not be, and can help when it is.
  private(set) var isFree: [Bool]
  /// The conditions.
  private(set) var rows: [CoverRow] = []
  /// Lines with no cell that is hidden anyway.
  private(set) var openLines: [Int32] = []
  /// Makes conditions from prices.
  let maker: CoverRowMaker
  private var known: Set<CoverRow> = []

  /// The conditions of single lines.
  /// - Complexity: O(members of lines × kinds of primaries in a line).
  init(_ system: CellSystem) {
    self.system = system
    isFree = Self.freeCells(of: system)
    maker = CoverRowMaker(system, isFree: isFree)
    for line in 0..<system.lines.count {
      let members = system.lines[line].map(Int.init)
      if members.contains(where: system.isHiddenAnyway) {
        addRows(of: line, members)
      } else if members.contains(where: { isFree[$0] }) {
        openLines.append(Int32(line))
      }
    }
  }

  /// Adds a condition; whether it is new.
  @discardableResult
  mutating func add(_ row: CoverRow) -> Bool {
    guard known.insert(row).inserted else { return false }
    rows.append(row)
    return true
  }

  /// Whether a pattern meets all conditions.
  func isMet(by isHidden: [Bool]) -> Bool {
    rows.allSatisfy { $0.isMet(by: isHidden) }
      && openLines.allSatisfy { line in
        system.lines[Int(line)].count { isHidden[Int($0)] } != 1
      }
  }

  /// Primaries of a line that can differ alike and need the same set the same condition.
  private struct Kind: Hashable {
    let isParent: Bool
    let reach: [Int32]
  }

  private mutating func addRows(of line: Int, _ members: [Int]) {
    var kinds: Set<Kind> = []
    for (place, cell) in members.enumerated() where system.isPrimary[cell] {
      let kind = Kind(
        isParent: place == 0,
        reach: [system.falls[cell], system.rises[cell], system.higher[cell], system.lower[cell]])
      guard kinds.insert(kind).inserted, let row = maker.row(for: cell, in: line) else { continue }
      add(row)
    }
  }

  /// Cells that may be hidden, without those that would be alone in a line whatever is hidden.
  private static func freeCells(of system: CellSystem) -> [Bool] {
    var isFree = system.counts.indices.map {
      !system.isHiddenAnyway($0) && !system.isKept[$0]
    }
    var queue = Array(0..<system.lines.count)
    while let line = queue.popLast() {
      let able = system.lines[line].map(Int.init).filter {
        isFree[$0] || system.isHiddenAnyway($0)
      }
      guard able.count == 1, isFree[able[0]] else { continue }
      isFree[able[0]] = false
      queue += system.linesOfCell[able[0]].map(Int.init)
    }
    return isFree
  }
}
