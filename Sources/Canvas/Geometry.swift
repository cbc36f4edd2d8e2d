/// A number of rows and columns, in terminal cells.
public struct Size: Sendable, Hashable {
  /// Rows.
  public let rows: Int
  /// Columns.
  public let columns: Int

  /// A size in cells.
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}

/// A place on the screen, from the upper left, in terminal cells.
public struct Position: Sendable, Hashable {
  /// Row, 0 at the top.
  public let row: Int
  /// Column, 0 at the left.
  public let column: Int

  /// A place.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
