import CClp

/// A linear program over bounded columns with rows that sum to 0, solved by Clp.
///
/// Nothing rests on the solver being right: what it finds is checked in whole numbers.
struct LinearProgram {
  private var lower: [Double] = []
  private var upper: [Double] = []
  private var costs: [Double] = []
  private var starts: [Int32] = [0]
  private var rows: [Int32] = []
  private var entries: [Double] = []
  private let rowCount: Int

  /// The best columns, and what a unit more in each row would cost.
  struct Solution {
    let columns: [Double]
    let prices: [Double]
  }

  /// A program with `rowCount` rows and no columns.
  init(rowCount: Int) { self.rowCount = rowCount }

  /// Adds a column with its cost for each unit.
  mutating func addColumn(
    _ bounds: ClosedRange<Double>, cost: Double, rows: some Sequence<(row: Int32, entry: Double)>
  ) {
    lower.append(bounds.lowerBound)
    upper.append(bounds.upperBound)
    costs.append(cost)
    for (row, entry) in rows {
      self.rows.append(row)
      entries.append(entry)
    }
    starts.append(Int32(self.rows.count))
  }

  /// The columns at the least cost, or `nil` when the rows cannot be satisfied.
  ///
  /// It helps to say when all columns may be 0; otherwise costs should rise both ways from there.
  func minimum(startsFeasible: Bool) -> Solution? {
    guard let model = unsafe Clp_newModel() else { return nil }
    defer { unsafe Clp_deleteModel(model) }
    let zeros = Array(repeating: 0.0, count: rowCount)
    unsafe Clp_setLogLevel(model, 0)
    // All entries are 1 or -1: there is nothing to scale.
    unsafe Clp_scaling(model, 0)
    unsafe Clp_loadProblem(
      model, Int32(costs.count), Int32(rowCount), starts, rows, entries, lower, upper, costs,
      zeros, zeros)
    if startsFeasible { unsafe Clp_primal(model, 0) } else { unsafe Clp_dual(model, 0) }
    guard unsafe Clp_status(model) == 0, let columns = unsafe Clp_primalColumnSolution(model),
      let prices = unsafe Clp_dualRowSolution(model)
    else { return nil }
    return Solution(
      columns: costs.indices.map { unsafe columns[$0] },
      prices: (0..<rowCount).map { unsafe prices[$0] })
  }
}
