public import Classifications
public import Publication

extension ViewState {
  /// The categories shown of the dimension at `place`, in order.
  public func categories(of place: Int) -> [CategoryIndex] {
    let selected = categories(selections[place], of: place)
    guard !unfolded[place].isEmpty else { return selected }
    var shown = Set(selected)
    // Parents come before their children, so that what is opened in what is opened is shown.
    for category in unfolded[place] where shown.contains(category) {
      shown.formUnion(categories(.branch(category), of: place))
    }
    return shown.sorted()
  }

  /// The categories that `selection` shows of the dimension at `place`, in order: those in force in
  /// a period shown; on a list of regions those that can be shown on it.
  public func categories(_ selection: Selection, of place: Int) -> [CategoryIndex] {
    let listed = categoriesListed(selection, of: place)
    guard regions != nil, place == regionPlace, let plan = regionPlan else {
      return inForce(listed, selection, of: place)
    }
    return shownRegions(of: listed, selection, plan)
  }

  /// Those of `listed` that the selection names, and not only their level or parent, or that are in
  /// force in one of the periods shown.
  /// - Complexity: O(categories with a validity × periods shown).
  private func inForce(
    _ listed: [CategoryIndex], _ selection: Selection, of place: Int
  ) -> [CategoryIndex] {
    guard !isTime(place), let time = table.dimensions.indices.first(where: isTime) else {
      return listed
    }
    let named: CategoryIndex?
    switch selection {
    case .single, .chosen: return listed
    case .branch(let parent): named = parent
    case .level: named = nil
    }
    let periods = dimension(at: time)
    let days = categoriesListed(selections[time], of: time).map(periods.referenceDay(of:))
    let categories = dimension(at: place).hierarchy.categories
    return listed.filter { category in
      guard category != named, let validity = categories[category].validity else { return true }
      return days.contains { $0.map(validity.contains) ?? true }
    }
  }

  /// The categories of `selection` in the hierarchy of the dimension at `place`, in order.
  func categoriesListed(_ selection: Selection, of place: Int) -> [CategoryIndex] {
    let hierarchy = dimension(at: place).hierarchy
    switch selection {
    case .single(let category): return [category]
    case .branch(let category): return [category] + hierarchy.children[category]
    case .level(let level) where isTime(place):
      return hierarchy.categories(atLevel: level).filter { $0 != 0 }
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

  /// The cells that the view needs: those shown, the bases of its percentages, those of the
  /// periods that they are compared with, and on a list of regions those that they are sums of.
  ///
  /// Each axis stands in the order of its hierarchy, without duplicates.
  public var query: TableQuery {
    TableQuery(
      statistic: statistic.id, table: table.id,
      axes: table.dimensions.indices.map(cellsAsked(of:)))
  }

  /// The query, to be refused when nearly all of it is hidden and one dimension a level higher
  /// shows more.
  public var queryUnlessSparse: TableQuery {
    let coarser = table.dimensions.indices.compactMap { place -> CoarserBlock? in
      let levels = dimension(at: place).hierarchy.levels
      let deepest = categories(of: place).map { levels[$0] }.max() ?? 0
      guard !isTime(place), deepest > 0 else { return nil }
      let way = CombinationNotHeld.WayOut(
        dimension: table.dimensions[place], level: deepest - 1)
      var state = self
      state.apply([way])
      return CoarserBlock(way: way, axes: state.query.axes)
    }
    return TableQuery(
      statistic: statistic.id, table: table.id, axes: query.axes, coarser: coarser)
  }

  /// The categories of the dimension at `place` that figures are shown or needed of: those shown,
  /// the bases of percentages, and the periods that they are compared with; in order.
  func wanted(of place: Int) -> [CategoryIndex] {
    var wanted = Set(categories(of: place))
    for plan in figurePlans {
      if let base = plan.base?.categories[place] { wanted.insert(base) }
      if plan.base?.parentOf == place {
        let parents = dimension(at: place).hierarchy.parents
        wanted.formUnion(categories(of: place).map { parents[$0] })
      }
      if let comparison = comparison(as: plan.change), comparison.place == place {
        wanted.formUnion(comparison.base.values)
      }
    }
    return wanted.sorted()
  }
}
