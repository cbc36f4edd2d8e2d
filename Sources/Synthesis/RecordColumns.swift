internal import Registers

/// The columns of a register that is being made.
struct RecordColumns {
  private let layout: RegisterLayout
  private var columns: [[Int32]]

  /// No rows, and room for `expected` of them.
  init(_ layout: RegisterLayout, expected: Int = 0) {
    self.layout = layout
    columns = layout.fields.map { _ in
      var column: [Int32] = []
      column.reserveCapacity(expected)
      return column
    }
  }

  /// Adds a row without making an array of it.
  /// - Precondition: one number per field.
  mutating func append<let count: Int>(_ row: InlineArray<count, Int32>) {
    precondition(count == columns.count, "a number for each field")
    for place in 0..<count { columns[place].append(row[place]) }
  }

  /// The register.
  var records: RegisterRecords { RegisterRecords(layout, columns: columns) }
}
