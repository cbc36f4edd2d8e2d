public import Classifications
public import Publication

extension ViewState {
  /// The categories shown of the dimension at `place`, in order.
  public func categories(of place: Int) -> [CategoryIndex] {
    categories(selections[place], of: place)
  }

  /// The categories that `selection` shows of the dimension at `place`, in order.
  public func categories(_ selection: Selection, of place: Int) -> [CategoryIndex] {
    let hierarchy = dimension(at: place).hierarchy
    switch selection {
    case .single(let category): return [category]
    case .branch(let category): return [category] + hierarchy.children[category]
    case .level(let level):
      return level == 0 ? [0] : [0] + hierarchy.categories(atLevel: level).filter { $0 != 0 }
    case .chosen(let categories): return categories
    }
  }

  /// The category that stands for all that is shown of the dimension at `place`: the base of its
  /// percentages.
  public func top(of place: Int) -> CategoryIndex {
    switch selections[place] {
    case .single(let category), .branch(let category): category
    case .level, .chosen: 0
    }
  }

  /// The cells that the view needs: those shown and the bases of its percentages.
  ///
  /// Each axis stands in the order of its hierarchy, without duplicates.
  public var query: TableQuery {
    TableQuery(
      statistic: statistic.id, table: table.id,
      axes: table.dimensions.indices.map { place in
        var wanted = Set(categories(of: place))
        for plan in figurePlans {
          if let base = plan.base?.categories[place] { wanted.insert(base) }
        }
        return wanted.sorted()
      })
  }
}
