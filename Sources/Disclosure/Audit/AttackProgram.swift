import CClp

/// A linear program whose costs change and whose last solution is where the next begins.
///
/// Its rows are the equations between hidden cells; Clp keeps the basis.
@safe
struct AttackProgram: ~Copyable {
  private let model: UnsafeMutableRawPointer
  private let columnCount: Int
  private let rowCount: Int

  /// A program over columns in `bounds`, each with the rows that it is in.
  ///
  /// Every row adds up to its sum. `nil` when there is no memory for it.
  init?(
    bounds: [ClosedRange<Double>], rowsOfColumn: [[(row: Int32, entry: Double)]], sums: [Double]
  ) {
    guard let model = unsafe Clp_newModel() else { return nil }
    unsafe self.model = unsafe model
    columnCount = bounds.count
    rowCount = sums.count
    var starts: [Int32] = [0]
    var rows: [Int32] = []
    var entries: [Double] = []
    for column in rowsOfColumn {
      for (row, entry) in column {
        rows.append(row)
        entries.append(entry)
      }
      starts.append(Int32(rows.count))
    }
    let costs = Array(repeating: 0.0, count: columnCount)
    unsafe Clp_setLogLevel(model, 0)
    unsafe Clp_scaling(model, 0)
    // Most solutions are a few steps from the last: to disturb costs takes longer than it saves.
    unsafe Clp_setPerturbation(model, 100)
    unsafe Clp_loadProblem(
      model, Int32(columnCount), Int32(rowCount), starts, rows, entries,
      bounds.map(\.lowerBound), bounds.map(\.upperBound), costs, sums, sums)
  }

  deinit { unsafe Clp_deleteModel(model) }

  /// The columns at the least cost, from where the last solution was; `nil` when there are none.
  mutating func minimum(of costs: [Double], isFirst: Bool) -> [Double]? {
    unsafe Clp_chgObjCoefficients(model, costs)
    if isFirst { unsafe Clp_dual(model, 0) } else { unsafe Clp_primal(model, 0) }
    guard unsafe Clp_status(model) == 0, let solution = unsafe Clp_primalColumnSolution(model)
    else { return nil }
    return (0..<columnCount).map { unsafe solution[$0] }
  }

  /// Sets what a column can be.
  mutating func setBounds(_ bounds: ClosedRange<Double>, of column: Int) {
    guard let lower = unsafe Clp_columnLower(model), let upper = unsafe Clp_columnUpper(model)
    else { return }
    unsafe lower[column] = bounds.lowerBound
    unsafe upper[column] = bounds.upperBound
  }

  /// What a unit more in each row would add to the last minimum.
  var prices: [Double] {
    guard let prices = unsafe Clp_dualRowSolution(model) else { return [] }
    return (0..<rowCount).map { unsafe prices[$0] }
  }

  /// The rows that the last minimum rests on.
  var supportingRows: [Int] { prices.indices.filter { abs(prices[$0]) > 1e-7 } }
}
