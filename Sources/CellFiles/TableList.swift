import Classifications
public import Publication

/// Why a list of tables cannot be read.
public enum TableListError: Error, Sendable, Hashable {
  /// There is no table, or one without a name between its marks.
  case emptyTable
  /// No column or level has this name; one that may be meant.
  case unknownName(String, suggestion: String?, known: [String])
  /// Two names of a table are of one column.
  case twiceOneColumn(String, String)

  /// The error as a sentence with a way out.
  public var message: String {
    switch self {
    case .emptyTable:
      "a table is empty.\n"
        + "  Write names with * between them and tables with commas: sex*age,cob*mun."
    case .unknownName(let name, let suggestion, let known):
      "there is no column or level \"\(name)\"."
        + (suggestion.map { " Did you mean \($0)?" } ?? "")
        + "\n  Columns and levels are: \(known.joined(separator: ", "))."
    case .twiceOneColumn(let first, let second):
      "\(first) and \(second) are of one column and cannot stand in one table.\n"
        + "  Write two tables, one with each."
    }
  }
}

extension CellDimensions {
  /// The tables of a list such as `sex*age*cob,cob*mun`: each name a column or a level above one.
  ///
  /// The axes of a table stand in the order of the columns.
  public func tables(_ list: String) throws(TableListError) -> [[MatrixAxis]] {
    try list.split(separator: ",", omittingEmptySubsequences: false).map {
      table throws(TableListError) in
      let names = table.split(separator: "*", omittingEmptySubsequences: false)
        .map { $0.trimmed }
      var chosen: [Int: (name: String, axis: MatrixAxis)] = [:]
      for name in names {
        guard !name.isEmpty else { throw .emptyTable }
        guard let axis = levels.first(where: { $0.name == name })?.axis else {
          let known = levels.map(\.name)
          throw .unknownName(name, suggestion: nearestName(to: name, among: known), known: known)
        }
        let other = chosen.updateValue((name, axis), forKey: column(of: axis.dimension))
        if let other { throw .twiceOneColumn(other.name, name) }
      }
      return chosen.sorted { $0.key < $1.key }.map(\.value.axis)
    }
  }

  /// The name of a table: those of its levels.
  public func name(of table: [MatrixAxis]) -> String {
    table.map { axis in levels.first { $0.axis == axis }?.name ?? "" }.joined(separator: "*")
  }
}

extension Substring {
  /// Without spaces around it.
  fileprivate var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
