public import Classifications
public import Publication

/// What cells go by: a dimension for each column of codes, and one more for each other way in which
/// the codes of a column add up.
///
/// Municipalities that add up to counties and, beside them, to economic regions are one column with
/// two dimensions: a cell has a municipality, a county or an economic region there, or the total.
public struct CellDimensions: Sendable {
  /// A column of codes.
  public struct Column: Sendable {
    /// Its name.
    public let name: String
    /// The dimensions that its codes are of: its own first.
    public let dimensions: [Int]
  }
  /// The columns, slowest first.
  public let columns: [Column]
  /// First the own dimensions of the columns, in their order, then the other sums.
  public let dimensions: [Dimension]
  /// For each level of each dimension its name, in order.
  public let levels: [(name: String, axis: MatrixAxis)]

  /// The dimensions of columns with their own trees, and other hierarchies of them.
  ///
  /// - Throws: ``CellFileError`` where another hierarchy lacks a code of its column, or has one, or
  /// a   level, that is named elsewhere.
  public init(
    columns: [(name: String, hierarchy: Hierarchy)], sums: [CellHierarchy]
  ) throws(CellFileError) {
    var dimensions = columns.map {
      Dimension(id: $0.name, label: Label($0.name), hierarchy: $0.hierarchy)
    }
    var places = columns.indices.map { [$0] }
    for sum in sums {
      guard let column = columns.firstIndex(where: { $0.name == sum.columns[0] }) else {
        throw CellFileError(
          file: sum.file, kind: .missingColumn, position: nil, column: sum.columns[0])
      }
      let list = sum.hierarchy.truncated(toLevel: sum.hierarchy.depth - 1)
      for category in list.categories.dropFirst() {
        for other in places[column]
        where dimensions[other].hierarchy.index(ofCode: category.code) != nil {
          throw CellFileError(
            file: sum.file, kind: .codeOfAnotherList, position: nil, column: columns[column].name,
            excerpt: category.code)
        }
      }
      places[column].append(dimensions.count)
      dimensions.append(
        Dimension(
          id: sum.columns[1], label: Label(sum.columns[1]), hierarchy: list,
          sums: SumsOfAnother(
            of: column, by: try Self.parents(of: columns[column].hierarchy, in: sum))))
    }
    var levels: [(name: String, axis: MatrixAxis)] = []
    for (place, dimension) in dimensions.enumerated() {
      for (level, label) in dimension.hierarchy.levelLabels.enumerated().dropFirst() {
        guard !levels.contains(where: { $0.name == label.english }) else {
          throw CellFileError(
            file: place < columns.count ? columns[place].name : sums[place - columns.count].file,
            kind: .doubledColumn, position: nil, column: label.english)
        }
        levels.append((label.english, MatrixAxis(dimension: place, depth: level)))
      }
    }
    self.columns = zip(columns, places).map { Column(name: $0.name, dimensions: $1) }
    self.dimensions = dimensions
    self.levels = levels
  }

  /// Where the leaves of a tree go in another one.
  private static func parents(
    of own: Hierarchy, in sum: CellHierarchy
  ) throws(CellFileError) -> Correspondence {
    let moves = try own.leaves.map { leaf throws(CellFileError) in
      let code = own.categories[leaf].code
      guard let place = sum.hierarchy.index(ofCode: code), sum.hierarchy.children[place].isEmpty
      else {
        throw CellFileError(
          file: sum.file, kind: .missingLeaf, position: nil, column: sum.columns[0], excerpt: code)
      }
      let parent = sum.hierarchy.categories[sum.hierarchy.parents[place]].code
      return (source: code, targets: [(code: parent, percent: 100)])
    }
    return Correspondence(id: sum.columns[1], moves: moves)
  }

  /// The column that a dimension belongs to.
  public func column(of dimension: Int) -> Int {
    columns.firstIndex { $0.dimensions.contains(dimension) } ?? 0
  }

  /// The dimension and category of a code in a column; `nil` when no list of the column has it.
  public func place(
    of code: String, inColumn column: Int
  ) -> (dimension: Int, category: CategoryIndex)? {
    for dimension in columns[column].dimensions {
      if let category = dimensions[dimension].hierarchy.index(ofCode: code) {
        return (dimension, category)
      }
    }
    return nil
  }

  /// The combinations of the finest values of all columns: with their margins, all that there is.
  public var wholeLattice: [[MatrixAxis]] {
    columns.reduce([[]]) { tables, column in
      tables.flatMap { table in
        column.dimensions.map {
          table + [MatrixAxis(dimension: $0, depth: dimensions[$0].hierarchy.depth)]
        }
      }
    }
  }
}
