/// The cells of several matrices over one population, and every equation that anyone can write
/// down between them.
///
/// Cells that denote the same group are one cell. Cells without a count are left out where they are
/// published, and known to be nil; where zeros are protected they are cells as others are. After
/// the cells of the matrices stand *complements*: for a category of a dimension whose values
/// overlap ("in the measure"), those who are not in it. They are never published, but subtraction
/// gives them where the group and the category are.
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
  /// Cells that are hidden whether others need it or not.
  var isHeld: Set<Int> = []
  /// Cells without anybody of which everyone knows it, since no one can be where they are counted.
  var knownZeros: Set<Int32> = []
  /// How many cells are shown though the rule would hide them.
  var forcedPrimaries = 0
  /// How dear it is to hide each cell.
  var hidingCosts: [Int] = []
  /// For each matrix the cell at each place of its lattice, or -1 where there is none.
  var cellAtPlace: [[Int32]] = []
  /// For each matrix where its cells stand.
  var grids: [CellGrid] = []
  /// For each cell of a matrix the first matrix that has it, and its place there; for a complement
  /// that of the group that it is part of.
  var homes: [(matrix: Int32, place: Int32)] = []
  /// How many dimensions the statistic has.
  var dimensionCount = 0
  /// Equations: first the parent, then the children that add up to it.
  var lines = Incidence()
  /// For each cell the lines that it is in.
  var linesOfCell = Incidence()

  /// How far each cell can be below its count for all that is known of hidden cells: a cell of a
  /// matrix is at least 1 when zeros are published, a complement at least 0.
  var falls: [Int32] = []
  /// How far each cell can be above its count for all that is known of hidden cells.
  var rises: [Int32] = []
  /// How far above its count each primary cell must be able to be; `.max` when that does not count.
  var higher: [Int32] = []
  /// How far below its count each primary cell must be able to be, where it is not above; `.max`
  /// when that does not count.
  var lower: [Int32] = []

  /// Whether it is searched from cell to cell first.
  var isSmall: Bool { counts.count < 15_000 }

  /// Whether each search has to keep to as few cells as it can: a program over a region that has
  /// a partner in every one of six dimensions takes five times as long as one that has not.
  var isHuge: Bool { counts.count >= 300_000 }

  /// The share of the places in its lattices that have a cell.
  var density: Double {
    let places = cellAtPlace.reduce(0) { $0 + $1.count }
    return Double(max(1, matrixCellCount)) / Double(max(1, places))
  }

  /// Whether a change of a primary cell is as much as it must be able to differ.
  func isEnough(_ change: Int32, of cell: Int) -> Bool {
    change > 0 ? change >= higher[cell] : change < 0 && -change >= lower[cell]
  }

  /// The least change of a cell that is enough.
  func need(of cell: Int) -> Double { Double(min(higher[cell], lower[cell])) }

  /// Asks no more of a primary cell than that it can be another number.
  mutating func ease(_ cell: Int) {
    higher[cell] = 1
    lower[cell] = 1
  }

  /// How a cell counts in the equation of a line: 1 as its parent, -1 as a child.
  func sign(of cell: Int, in line: Int) -> Int {
    lines[line].first == Int32(cell) ? 1 : -1
  }
}
