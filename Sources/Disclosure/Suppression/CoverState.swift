/// A pattern and the conditions that it breaks, kept up to date as cells are hidden and shown.
///
/// Conditions are numbered: the rows of the problem first, then its open lines, which are broken
/// when exactly one of their cells is hidden.
struct CoverState {
  let problem: CoverProblem
  /// Whether each cell is hidden.
  private(set) var isHidden: [Bool]
  /// What the hidden free cells cost.
  private(set) var cost = 0
  /// The broken conditions.
  private(set) var broken: [Int32] = []
  /// The hidden free cells.
  private(set) var secondaries: [Int32] = []
  private var placeOfBroken: [Int32]
  private var placeOfSecondary: [Int32]
  /// What each row lacks, 0 or less when it is met; for an open line how many are hidden.
  private var states: [Int32]
  /// What it weighs that a condition is broken.
  private var penalties: [Double]
  /// The mean weight in each row: what is lacking is counted in cells.
  private let scales: [Double]
  private let rowCount: Int
  /// The rows of each cell with its weight in them, and its open lines.
  private let rowsOfCell: Incidence
  private let weightsOfCell: Incidence
  private let openLinesOfCell: Incidence

  /// The pattern `isHidden`.
  /// - Complexity: O(members of rows and lines).
  init(_ problem: CoverProblem, isHidden start: [Bool]) {
    self.problem = problem
    let system = problem.system
    isHidden = system.counts.indices.map(system.isHiddenAnyway)
    rowCount = problem.rows.count
    var rows = system.counts.map { _ in [Int32]() }
    var weights = rows
    for (index, row) in problem.rows.enumerated() {
      for (cell, weight) in zip(row.cells, row.weights) {
        rows[Int(cell)].append(Int32(index))
        weights[Int(cell)].append(weight)
      }
    }
    var (rowsOfCell, weightsOfCell) = (Incidence(), Incidence())
    for list in rows { rowsOfCell.append(list) }
    for list in weights { weightsOfCell.append(list) }
    (self.rowsOfCell, self.weightsOfCell) = (rowsOfCell, weightsOfCell)
    var lines = Incidence()
    for line in problem.openLines { lines.append(system.lines[Int(line)]) }
    openLinesOfCell = Incidence(inverting: lines, count: system.counts.count)
    scales = problem.rows.map {
      Double($0.weights.reduce(0) { $0 + Int($1) }) / Double(max(1, $0.weights.count))
    }
    states = problem.rows.map(\.need) + problem.openLines.map { _ in 0 }
    penalties = states.map { _ in 1 }
    placeOfBroken = states.map { _ in -1 }
    placeOfSecondary = system.counts.map { _ in -1 }
    for row in 0..<rowCount { note(row) }
    for cell in start.indices where start[cell] && problem.isFree[cell] { flip(cell) }
  }

  /// Whether a condition is that of an open line.
  func isLine(_ condition: Int) -> Bool { condition >= rowCount }

  /// The cells of a condition.
  func members(of condition: Int) -> ArraySlice<Int32> {
    isLine(condition)
      ? problem.system.lines[Int(problem.openLines[condition - rowCount])]
      : problem.rows[condition].cells[...]
  }

  /// What it costs to hide a cell; at least 1.
  func cost(of cell: Int) -> Int { max(1, problem.system.hidingCosts[cell]) }

  /// Hides or shows a free cell.
  mutating func flip(_ cell: Int) {
    let sign: Int32 = isHidden[cell] ? -1 : 1
    isHidden[cell].toggle()
    cost += Int(sign) * cost(of: cell)
    if sign > 0 {
      placeOfSecondary[cell] = Int32(secondaries.count)
      secondaries.append(Int32(cell))
    } else if let last = secondaries.popLast() {
      let place = placeOfSecondary[cell]
      if last != Int32(cell) {
        secondaries[Int(place)] = last
        placeOfSecondary[Int(last)] = place
      }
    }
    for (row, weight) in zip(rowsOfCell[cell], weightsOfCell[cell]) {
      states[Int(row)] -= sign * weight
      note(Int(row))
    }
    for line in openLinesOfCell[cell] {
      states[rowCount + Int(line)] += sign
      note(rowCount + Int(line))
    }
  }

  /// How much less is broken, by weight, when a cell is hidden.
  func gain(ofHiding cell: Int) -> Double {
    var gain = 0.0
    for (row, weight) in zip(rowsOfCell[cell], weightsOfCell[cell]) {
      let lack = states[Int(row)]
      guard lack > 0 else { continue }
      gain += penalties[Int(row)] * Double(min(weight, lack)) / scales[Int(row)]
    }
    for line in openLinesOfCell[cell] {
      let condition = rowCount + Int(line)
      if states[condition] == 1 { gain += penalties[condition] }
      if states[condition] == 0 { gain -= penalties[condition] }
    }
    return gain
  }

  /// How much more is broken, by weight, when a cell is shown.
  func loss(ofShowing cell: Int) -> Double {
    var loss = 0.0
    for (row, weight) in zip(rowsOfCell[cell], weightsOfCell[cell]) {
      let lack = states[Int(row)] + weight
      guard lack > 0 else { continue }
      loss += penalties[Int(row)] * Double(min(weight, lack)) / scales[Int(row)]
    }
    for line in openLinesOfCell[cell] {
      let condition = rowCount + Int(line)
      if states[condition] == 2 { loss += penalties[condition] }
      if states[condition] == 1 { loss -= penalties[condition] }
    }
    return loss
  }

  /// Makes what is broken weigh more.
  mutating func weighBroken() {
    for condition in broken { penalties[Int(condition)] += 1 }
  }

  /// Makes all conditions weigh alike again.
  mutating func forgetWeights() {
    for condition in penalties.indices { penalties[condition] = 1 }
  }

  /// The mean cost of the hidden free cells, or of all free cells when none is hidden.
  var meanCost: Double {
    let cells =
      secondaries.isEmpty
      ? problem.isFree.indices.filter { problem.isFree[$0] } : secondaries.map(Int.init)
    return Double(cells.reduce(0) { $0 + cost(of: $1) }) / Double(max(1, cells.count))
  }

  private mutating func note(_ condition: Int) {
    let isBroken = isLine(condition) ? states[condition] == 1 : states[condition] > 0
    let place = placeOfBroken[condition]
    guard isBroken != (place >= 0) else { return }
    if isBroken {
      placeOfBroken[condition] = Int32(broken.count)
      broken.append(Int32(condition))
    } else if let last = broken.popLast() {
      placeOfBroken[condition] = -1
      if last != Int32(condition) {
        broken[Int(place)] = last
        placeOfBroken[Int(last)] = place
      }
    }
  }
}
