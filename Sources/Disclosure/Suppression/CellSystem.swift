/// The cells of several matrices over one population, and every equation that anyone can write
/// down between them.
///
/// Cells that denote the same group are one cell. Cells without a count are left out: they are
/// published, and known to be nil. After the cells of the matrices stand *complements*: for a
/// category of a dimension whose values overlap ("in the measure"), those who are not in it. They
/// are never published, but subtraction gives them where the group and the category are.
///
/// Sums of an amount are cells as well, of one matrix (``AmountSystem``).
struct CellSystem {
  /// The raw count of each cell.
  var counts: [Int32] = []
  /// How many of the first cells belong to matrices; the rest are complements.
  var matrixCellCount = 0
  /// Cells that must not become known.
  var isPrimary: [Bool] = []
  /// Cells whose counts are public already: never hidden to protect others.
  var isKept: [Bool] = []
  /// How dear it is to hide each cell.
  var hidingCosts: [Int] = []
  /// For each matrix the cell at each place of its lattice, or -1 where there is none.
  var cellAtPlace: [[Int32]] = []
  /// Equations: first the parent, then the children that add up to it.
  var lines = Incidence()
  /// For each cell the lines that it is in.
  var linesOfCell = Incidence()

  /// How far each cell can be below its count for all that is known of hidden cells: a cell of a
  /// matrix is at least 1, since zeros are published, and a complement at least 0.
  var falls: [Int32] = []
  /// How far each cell can be above its count for all that is known of hidden cells.
  var rises: [Int32] = []
  /// How far each primary cell must be able to be from its count.
  var needs: [Int32] = []

  /// How far a cell can be below its count.
  func slack(_ cell: Int) -> Int32 { falls[cell] }

  /// How a cell counts in the equation of a line: 1 as its parent, -1 as a child.
  func sign(of cell: Int, in line: Int) -> Int {
    lines[line].first == Int32(cell) ? 1 : -1
  }
}
