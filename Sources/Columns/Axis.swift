/// One dimension of a count: a column, and where each of its codes goes.
public struct Axis: Sendable {
  /// The column.
  public let column: CodeColumn
  /// Position in the cube for each code, or `nil` when codes are positions; -1 leaves rows out.
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
