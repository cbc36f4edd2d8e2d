public import Publication

/// Tables of which one level is left out.
public struct CoarserTables: Sendable, Hashable {
  /// The name of the level that is left out.
  public let without: String
  /// The name of the level above, which stands in its place; `nil` when the column is left out.
  public let instead: String?
  /// The tables that are left.
  public let tables: [[MatrixAxis]]
}

extension CellDimensions {
  /// Tables without the finest level of one dimension, for each dimension that has one in them.
  ///
  /// A table that is a margin of another one is left out; where nothing is left of the tables there
  /// is no way to leave the level out.
  public func coarser(_ tables: [[MatrixAxis]]) -> [CoarserTables] {
    dimensions.indices.compactMap { dimension in
      let used = tables.joined().filter { $0.dimension == dimension }
      guard let finest = used.max(by: { $0.depth < $1.depth }) else { return nil }
      let above = MatrixAxis(dimension: dimension, depth: finest.depth - 1)
      let coarser = tables.map { table in
        table.compactMap { $0 != finest ? $0 : above.depth > 0 ? above : nil }
      }
      let rest = Self.withoutMargins(coarser)
      guard !rest.isEmpty, let without = name(of: finest) else { return nil }
      return CoarserTables(without: without, instead: name(of: above), tables: rest)
    }
  }

  /// The name of a level.
  private func name(of axis: MatrixAxis) -> String? { levels.first { $0.axis == axis }?.name }

  /// The tables that are no margins of others, each once.
  private static func withoutMargins(_ tables: [[MatrixAxis]]) -> [[MatrixAxis]] {
    func isMargin(_ table: [MatrixAxis], of other: [MatrixAxis]) -> Bool {
      table.allSatisfy { axis in
        other.contains { $0.dimension == axis.dimension && $0.depth >= axis.depth }
      }
    }
    return tables.indices.filter { index in
      !tables[index].isEmpty
        && !tables.indices.contains { other in
          other != index && isMargin(tables[index], of: tables[other])
            && (other < index || !isMargin(tables[other], of: tables[index]))
        }
    }.map { tables[$0] }
  }
}
