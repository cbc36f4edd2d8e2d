/// The rows of a register file, column by column.
public struct RegisterRecords: Sendable, Hashable {
  /// What stands for an empty field.
  public static let missing = Int32.min
  /// What the columns are.
  public let layout: RegisterLayout
  /// One column per field of the layout, equally long; see ``RegisterField/Kind`` for the numbers.
  public private(set) var columns: [[Int32]]

  /// No rows.
  public init(_ layout: RegisterLayout) {
    self.layout = layout
    columns = Array(repeating: [], count: layout.fields.count)
  }

  /// Rows in columns.
  /// - Precondition: one column per field, equally long.
  public init(_ layout: RegisterLayout, columns: [[Int32]]) {
    precondition(columns.count == layout.fields.count, "a column for each field")
    precondition(Set(columns.map(\.count)).count <= 1, "columns are equally long")
    self.layout = layout
    self.columns = columns
  }

  /// Rows.
  public var rowCount: Int { columns.first?.count ?? 0 }

  /// Adds a row: one number per field, ``missing`` for an empty one.
  /// - Precondition: one number per field.
  public mutating func append(_ row: [Int32]) {
    precondition(row.count == columns.count, "a number for each field")
    for place in columns.indices { columns[place].append(row[place]) }
  }

  /// Adds the rows of another part of the same register.
  /// - Precondition: the same layout.
  public mutating func append(_ other: RegisterRecords) {
    precondition(other.layout == layout, "the same register")
    for place in columns.indices { columns[place] += other.columns[place] }
  }

  /// The column named `name`.
  /// - Precondition: there is one.
  public subscript(name: String) -> [Int32] { columns[layout.place(of: name)] }
}

/// Finds the rows of a person.
public struct RecordIndex: Sendable {
  /// Row numbers, by person and then in the order of the register.
  private let rows: [Int32]
  private let firstByPerson: [Int32: Range<Int>]

  /// An index over the column of kind `person`, the first field of every layout.
  /// - Complexity: O(rows · log rows); 20 bytes a row.
  public init(_ records: RegisterRecords) {
    let persons = records.columns.first ?? []
    let rows = persons.indices.map { Int32($0) }.sorted {
      (persons[Int($0)], $0) < (persons[Int($1)], $1)
    }
    var firstByPerson: [Int32: Range<Int>] = [:]
    var start = 0
    for place in rows.indices
    where place + 1 == rows.count || persons[Int(rows[place + 1])] != persons[Int(rows[place])] {
      firstByPerson[persons[Int(rows[place])]] = start..<place + 1
      start = place + 1
    }
    self.rows = rows
    self.firstByPerson = firstByPerson
  }

  /// The rows of `person`, in the order of the register.
  public func rows(of person: Int32) -> [Int] {
    guard let range = firstByPerson[person] else { return [] }
    return rows[range].map { Int($0) }
  }
}
