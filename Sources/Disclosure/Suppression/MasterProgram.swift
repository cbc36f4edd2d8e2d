import CClp

/// The linear relaxation of a cover problem: cells may be hidden in part.
///
/// Whatever prices its conditions have, they prove that no pattern is cheaper than a bound.
@safe
struct MasterProgram: ~Copyable {
  private let model: UnsafeMutableRawPointer
  private let cells: [Int]
  private let costs: [Double]
  private var columnOfCell: [Int32]
  private var rowCount = 0
  private var knownRows = 0
  /// Conditions of open lines: a cell that is hidden is not alone.
  private var lineRows: Set<LineRow> = []
  private var rows: [(columns: [Int32], entries: [Double], least: Double)] = []

  private struct LineRow: Hashable {
    let line: Int32
    let cell: Int32
  }

  /// How often lines are looked at for what else they ask.
  private static let mostRounds = 50

  /// A program without conditions; `nil` when there is no memory for it.
  init?(_ problem: CoverProblem) {
    guard let model = unsafe Clp_newModel() else { return nil }
    unsafe self.model = unsafe model
    cells = problem.isFree.indices.filter { problem.isFree[$0] }
    costs = cells.map { Double(max(1, problem.system.hidingCosts[$0])) }
    columnOfCell = problem.isFree.map { _ in -1 }
    for (column, cell) in cells.enumerated() { columnOfCell[cell] = Int32(column) }
    unsafe Clp_setLogLevel(model, 0)
    let starts = Array(repeating: Int32(0), count: cells.count + 1)
    let zeros = cells.map { _ in 0.0 }
    let ones = cells.map { _ in 1.0 }
    unsafe Clp_loadProblem(
      model, Int32(cells.count), 0, starts, [], [], zeros, ones, costs, [], [])
  }

  deinit { unsafe Clp_deleteModel(model) }

  /// Solves with all conditions of `problem`: no pattern that meets them costs less than this.
  ///
  /// 0 when the solver gives up.
  mutating func bound(
    of problem: CoverProblem, control: ProtectionControl
  ) throws(ProtectionFailure) -> Int {
    var new: [(columns: [Int32], entries: [Double], least: Double)] = []
    for row in problem.rows[knownRows...] {
      new.append(
        (
          columns: row.cells.map { columnOfCell[Int($0)] },
          entries: row.weights.map { Double($0) / Double(row.need) }, least: 1
        ))
    }
    knownRows = problem.rows.count
    var isSolved = false
    for _ in 0..<Self.mostRounds {
      guard !control.isCancelled() else { throw .cancelled }
      add(new)
      guard let shares = minimum() else { break }
      isSolved = true
      new = brokenLines(problem, shares)
      if new.isEmpty { break }
    }
    return isSolved ? provedBound : 0
  }

  private mutating func add(_ new: [(columns: [Int32], entries: [Double], least: Double)]) {
    guard !new.isEmpty else { return }
    var starts: [Int32] = [0]
    var columns: [Int32] = []
    var entries: [Double] = []
    for row in new {
      columns += row.columns
      entries += row.entries
      starts.append(Int32(columns.count))
    }
    let upper = new.map { _ in Double.greatestFiniteMagnitude }
    unsafe Clp_addRows(
      model, Int32(new.count), new.map(\.least), upper, starts, columns, entries)
    rows += new
  }

  /// How much of each cell of the system is hidden at the least cost.
  private func minimum() -> [Double]? {
    unsafe Clp_dual(model, 0)
    guard unsafe Clp_status(model) == 0, let solution = unsafe Clp_primalColumnSolution(model)
    else { return nil }
    var shares = columnOfCell.map { _ in 0.0 }
    for (column, cell) in cells.enumerated() { shares[cell] = unsafe solution[column] }
    return shares
  }

  /// What the prices of the rows prove, worked out anew from the conditions themselves.
  ///
  /// Any prices that are not negative prove a bound. Rounding errors are far below the margin.
  private var provedBound: Int {
    guard let prices = unsafe Clp_dualRowSolution(model) else { return 0 }
    var left = costs
    var sum = 0.0
    for (index, row) in rows.enumerated() {
      let price = max(0, unsafe prices[index])
      guard price > 0 else { continue }
      sum += price * row.least
      for (column, entry) in zip(row.columns, row.entries) { left[Int(column)] -= price * entry }
    }
    for rest in left where rest < 0 { sum += rest }
    return max(0, Int((sum - 1e-3).rounded(.up)))
  }

  /// Open lines in which more of a cell is hidden than of all others together.
  private mutating func brokenLines(
    _ problem: CoverProblem, _ shares: [Double]
  ) -> [(columns: [Int32], entries: [Double], least: Double)] {
    var new: [(columns: [Int32], entries: [Double], least: Double)] = []
    for line in problem.openLines {
      let members = problem.system.lines[Int(line)].filter { problem.isFree[Int($0)] }
      let sum = members.reduce(0) { $0 + shares[Int($1)] }
      guard let most = members.max(by: { shares[Int($0)] < shares[Int($1)] }),
        2 * shares[Int(most)] > sum + 1e-6,
        lineRows.insert(LineRow(line: line, cell: most)).inserted
      else { continue }
      new.append(
        (
          columns: members.map { columnOfCell[Int($0)] },
          entries: members.map { $0 == most ? -1 : 1 }, least: 0
        ))
    }
    return new
  }
}
