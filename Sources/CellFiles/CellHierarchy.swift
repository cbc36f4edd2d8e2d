public import Classifications
public import DelimitedText

/// A hierarchy from a file: one line for each leaf, its code and those of what it is part of.
///
/// The header names the column of the dimension, then its levels from below: `mun,county` or
/// `mun,county,region`. The tree has a total on top; categories stand in the order of the file.
public struct CellHierarchy: Sendable {
  /// The file, as it was named.
  public let file: String
  /// Names of the columns: the dimension's, then those of the levels above it, from below.
  public let columns: [String]
  /// The tree, the total as its root.
  public let hierarchy: Hierarchy

  /// Reads a hierarchy.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - file: Its name, for messages.
  ///   - format: How fields are set apart.
  ///   - total: The code of the root, which the file does not have.
  ///   - column: The column that it is of; `nil` for the one that its header names first.
  /// - Throws: ``CellFileError`` for what is not one tree of unique codes.
  /// - Complexity: O(bytes).
  public init(
    _ bytes: [UInt8], file: String, format: DelimitedFormat, total: String,
    column: String? = nil
  ) throws(CellFileError) {
    var rows = try CellRows(bytes, file: file, format: format)
    let columns = [column ?? rows.columns[0]] + rows.columns.dropFirst()
    guard columns.count > 1 else {
      throw CellFileError(
        file: file, kind: .noParentColumn, position: rows.header,
        excerpt: columns.joined(separator: ","))
    }
    var tree = Tree(total: total)
    while let fields = try rows.next() {
      if let fault = tree.add(fields.map(\.text)) {
        throw CellFileError(
          file: file, kind: fault.kind, position: fields[fault.field].position,
          column: columns[fault.field], excerpt: fields.map(\.text).joined(separator: ","))
      }
    }
    guard tree.levels.count > 1 else {
      throw CellFileError(file: file, kind: .empty, position: nil)
    }
    self.file = file
    self.columns = columns
    hierarchy = Hierarchy(
      id: columns[0], levelLabels: ([total] + columns.reversed()).map { Label($0) },
      nodes: tree.nodes)
  }
}

/// A tree that grows by paths from a leaf to the child of the root.
private struct Tree {
  /// Each code with its level from the root.
  private(set) var levels: [String: Int]
  private var parents: [String: String] = [:]
  private var children: [String: [String]] = [:]
  private let total: String

  init(total: String) {
    self.total = total
    levels = [total: 0]
  }

  /// Adds a leaf with what is above it, or says what is wrong with which field.
  mutating func add(_ path: [String]) -> (kind: CellFileError.Kind, field: Int)? {
    for (field, code) in path.enumerated() {
      if code.isEmpty { return (.emptyCode, field) }
      if code == total { return (.codeOfTotal, field) }
    }
    if levels[path[0]] == path.count { return (.repeatedCode, 0) }
    for (field, code) in path.enumerated().reversed() {
      let level = path.count - field
      let parent = field + 1 < path.count ? path[field + 1] : total
      if let known = levels[code] {
        guard known == level, parents[code] == parent else { return (.notOneTree, field) }
      } else {
        levels[code] = level
        parents[code] = parent
        children[parent, default: []].append(code)
      }
    }
    return nil
  }

  /// The categories, depth first.
  var nodes: [(category: Category, level: Int)] {
    var nodes: [(category: Category, level: Int)] = []
    var waiting = [total]
    while let code = waiting.popLast() {
      nodes.append((Category(code: code, label: Label(code)), levels[code] ?? 0))
      waiting += (children[code] ?? []).reversed()
    }
    return nodes
  }
}
