import CClp

/// A linear program whose costs change and whose last solution is where the next begins.
///
/// Its rows are the equations between hidden cells; Clp keeps the basis.
@safe
struct AttackProgram: ~Copyable {
  private let model: UnsafeMutableRawPointer
  private var columnCount: Int
  private var rowCount: Int

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

  /// Where a minimum was: whether each column and row is basic or at which of its bounds.
  struct Basis {
    fileprivate var columns: [UInt8]
    fileprivate var rows: [UInt8]
  }

  /// Where the last minimum was.
  var basis: Basis? {
    guard let status = unsafe Clp_statusArray(model) else { return nil }
    return Basis(
      columns: (0..<columnCount).map { unsafe status[$0] },
      rows: (columnCount..<columnCount + rowCount).map { unsafe status[$0] })
  }

  /// The columns at the least cost, from where the minimum of the same costs was before bounds
  /// changed; `nil` when there are none.
  mutating func minimum(of costs: [Double], from basis: Basis) -> [Double]? {
    // What has been added since is at its least, and in no equation.
    let columns = basis.columns + Array(repeating: 3, count: columnCount - basis.columns.count)
    let rows = basis.rows + Array(repeating: 1, count: rowCount - basis.rows.count)
    unsafe Clp_copyinStatus(model, columns + rows)
    return minimum(of: costs, isFirst: true)
  }

  /// Sets what a column can be.
  mutating func setBounds(_ bounds: ClosedRange<Double>, of column: Int) {
    guard let lower = unsafe Clp_columnLower(model), let upper = unsafe Clp_columnUpper(model)
    else { return }
    unsafe lower[column] = bounds.lowerBound
    unsafe upper[column] = bounds.upperBound
  }

  /// Adds a row without columns, which adds up to a sum.
  mutating func addRow(sum: Double) {
    unsafe Clp_addRows(model, 1, [sum], [sum], [0, 0], [], [])
    rowCount += 1
  }

  /// Adds a column with the rows that it is in.
  mutating func addColumn(_ bounds: ClosedRange<Double>, rows: [(row: Int32, entry: Double)]) {
    unsafe Clp_addColumns(
      model, 1, [bounds.lowerBound], [bounds.upperBound], [0], [0, Int32(rows.count)],
      rows.map(\.row), rows.map(\.entry))
    columnCount += 1
  }

  /// Makes what a row adds up to more by `change`.
  mutating func add(_ change: Double, toSumOf row: Int) {
    guard let lower = unsafe Clp_rowLower(model), let upper = unsafe Clp_rowUpper(model)
    else { return }
    unsafe lower[row] += change
    unsafe upper[row] += change
  }

  /// What a unit more in each row would add to the last minimum.
  var prices: [Double] {
    guard let prices = unsafe Clp_dualRowSolution(model) else { return [] }
    return (0..<rowCount).map { unsafe prices[$0] }
  }

  /// The rows that the last minimum rests on.
  var supportingRows: [Int] {
    let prices = prices
    return prices.indices.filter { abs(prices[$0]) > 1e-7 }
  }
}
