/// Totals of the cells that occur: open addressing, at most half full, doubled when it is.
///
/// Costs 16 bytes a slot, so 32 to 64 bytes a cell that occurs.
struct CellTable {
  private var cells: [UInt64]
  private var totals: [Int]
  private var used = 0
  /// The slots are 2 to the power of `64 - shift`.
  private var shift: UInt64

  /// Stands for no cell: a cube never has so many.
  private static let free = UInt64.max

  init(slotBits: Int = 12) {
    cells = Array(repeating: Self.free, count: 1 << slotBits)
    totals = Array(repeating: 0, count: 1 << slotBits)
    shift = UInt64(64 - slotBits)
  }

  /// The cells that occur, in no order.
  var entries: [(cell: Int, total: Int)] {
    cells.indices.filter { cells[$0] != Self.free }.map { (Int(cells[$0]), totals[$0]) }
  }

  /// Adds the amount of each row, or 1, to its cell; cells from `last` on are left out.
  mutating func add(_ amounts: Span<Int>?, at rowCells: Span<UInt64>, rows: Int, last: UInt64) {
    for row in 0..<rows {
      let cell = rowCells[row]
      if cell < last { add(amounts?[row] ?? 1, at: cell) }
    }
  }

  /// Adds to one cell.
  private mutating func add(_ amount: Int, at cell: UInt64) {
    if 2 * used >= cells.count { grow() }
    let slot = self.slot(of: cell)
    if cells[slot] == Self.free {
      cells[slot] = cell
      used += 1
    }
    totals[slot] &+= amount
  }

  /// Where a cell is, or the free slot where it would be.
  private func slot(of cell: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (cell &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    while cells[slot] != cell && cells[slot] != Self.free {
      slot = (slot &+ 1) & (cells.count &- 1)
    }
    return slot
  }

  /// Doubles the slots.
  private mutating func grow() {
    var larger = CellTable(slotBits: Int(64 - shift) + 1)
    for slot in cells.indices where cells[slot] != Self.free {
      larger.add(totals[slot], at: cells[slot])
    }
    self = larger
  }
}
