/// Register files by name: what statistics are derived from.
public struct RecordSet: Sendable {
  private var records: [String: RegisterRecords] = [:]

  /// No registers.
  public init() {}

  /// These registers; those of one name are put together.
  /// - Precondition: registers of one name have one layout.
  public init(_ records: [RegisterRecords]) {
    for register in records { add(register) }
  }

  /// Adds the rows of a register.
  /// - Precondition: a register of that name has the same layout.
  public mutating func add(_ register: RegisterRecords) {
    if let there = records.removeValue(forKey: register.layout.name) {
      var joined = there
      joined.append(register)
      records[register.layout.name] = joined
    } else {
      records[register.layout.name] = register
    }
  }

  /// Adds the rows of all registers of `other`.
  /// - Precondition: registers of one name have one layout.
  public mutating func add(contentsOf other: RecordSet) {
    for register in other.all { add(register) }
  }

  /// The rows of a register as its file has them; none when it is not in the set.
  public func rows(of layout: RegisterLayout) -> RegisterRecords {
    records[layout.name] ?? RegisterRecords(layout)
  }

  /// The rows of a register as every statistic reads them, see ``RegisterRecords/settled``.
  public subscript(layout: RegisterLayout) -> RegisterRecords { rows(of: layout).settled }

  /// All registers, in the order of their names.
  public var all: [RegisterRecords] {
    records.values.sorted { $0.layout.name < $1.layout.name }
  }

  /// The same persons and more of them: every identifier is larger by `distance`.
  ///
  /// - Complexity: O(rows).
  public func renumbered(by distance: Int32) -> RecordSet {
    RecordSet(all.map { $0.renumbered(by: distance) })
  }
}

extension RegisterRecords {
  /// The rows with every identifier larger by `distance`.
  fileprivate func renumbered(by distance: Int32) -> RegisterRecords {
    RegisterRecords(
      layout,
      columns: zip(layout.fields, columns).map { field, column in
        field.kind == .person ? column.map { $0 + distance } : column
      })
  }
}
