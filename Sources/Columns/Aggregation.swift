/// One dimension of a count: a column, and where each of its codes goes.
public struct Axis: Sendable {
  /// The column.
  public let column: CodeColumn
  /// Position in the cube for each code, or `nil` to count codes as they are; -1 leaves the row out.
  public let recode: [Int32]?
  /// Positions along this axis.
  public let extent: Int

  /// An axis that counts the column's codes as they are.
  public init(_ column: CodeColumn) {
    self.column = column
    self.recode = nil
    self.extent = column.cardinality
  }

  /// An axis that counts recoded values, such as municipalities as counties.
  /// - Precondition: `recode` has an entry for each code, each in `-1 ..< extent`.
  public init(_ column: CodeColumn, recode: [Int32], extent: Int) {
    precondition(recode.count >= column.cardinality, "every code has a target")
    precondition(recode.allSatisfy { $0 >= -1 && $0 < extent }, "targets are positions")
    self.column = column
    self.recode = recode
    self.extent = extent
  }
}

/// Counts the rows of each combination of axis positions, into a dense row-major cube.
/// - Parameters:
///   - axes: slowest first.
///   - selection: rows to count; `nil` counts all.
///   - weights: what each row counts for; `nil` counts 1.
public func count(
  over axes: [Axis], where selection: BitmapColumn? = nil, weights: IntegerColumn? = nil
) -> [Int] {
  var cube = Array(repeating: 0, count: axes.reduce(1) { $0 * $1.extent })
  guard let rows = axes.first?.column.count else { return cube }
  rows: for row in 0..<rows where selection?[row] ?? true {
    var cell = 0
    for axis in axes {
      let code = axis.column[row]
      let position = axis.recode.map { Int($0[code]) } ?? code
      if position < 0 { continue rows }
      cell = cell * axis.extent + position
    }
    cube[cell] += weights?[row] ?? 1
  }
  return cube
}
