public import Columns

/// A variable of a register: one code of a code list for each row.
public struct CodedVariable: Sendable {
  /// Short name, such as `countryOfBirth`.
  public let id: String
  /// The codes that occur, in the order of the column's numbers.
  public let codes: [String]
  /// One number per row: an index into `codes`.
  public let column: CodeColumn

  /// A variable over a column.
  /// - Precondition: every number of the column is an index into `codes`.
  public init(id: String, codes: [String], column: CodeColumn) {
    precondition(column.cardinality <= codes.count, "every number has a code")
    self.id = id
    self.codes = codes
    self.column = column
  }
}

/// Microdata: one row a unit, with coded variables, yes/no variables and amounts, all equally long.
public struct Register: Sendable {
  /// What the register is, such as "introduction programme participants 2019".
  public let name: String
  /// Rows.
  public let rowCount: Int
  /// The unit of each row; never leaves the registers.
  public let identifiers: IntegerColumn
  /// Variables with codes, by id.
  public let variables: [String: CodedVariable]
  /// Yes/no variables, by id.
  public let flags: [String: BitmapColumn]
  /// Numbers, by id, such as the persons that a row of an aggregated register stands for.
  public let amounts: [String: IntegerColumn]

  /// A register of columns.
  /// - Precondition: every column has `rowCount` rows.
  public init(
    name: String, identifiers: IntegerColumn, variables: [CodedVariable],
    flags: [String: BitmapColumn], amounts: [String: IntegerColumn]
  ) {
    let rows = identifiers.count
    precondition(variables.allSatisfy { $0.column.count == rows }, "columns are equally long")
    precondition(flags.values.allSatisfy { $0.count == rows }, "columns are equally long")
    precondition(amounts.values.allSatisfy { $0.count == rows }, "columns are equally long")
    self.name = name
    self.rowCount = rows
    self.identifiers = identifiers
    self.variables = Dictionary(uniqueKeysWithValues: variables.map { ($0.id, $0) })
    self.flags = flags
    self.amounts = amounts
  }
}
