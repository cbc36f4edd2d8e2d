public import Classifications
public import Publication

extension ViewState {
  /// The categories shown of the dimension at `place`, in order.
  public func categories(of place: Int) -> [CategoryIndex] { [0] }

  /// The cells that the view needs: those shown and the bases of its percentages.
  public var query: TableQuery {
    TableQuery(
      statistic: statistic.id, table: table.id,
      axes: table.dimensions.indices.map { categories(of: $0) })
  }
}
