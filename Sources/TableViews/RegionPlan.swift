import Classifications
import Publication

/// How a view shows a series on one list of regions: which published cells make up each region.
///
/// It chooses cells and adds them up; it never divides one.
struct RegionPlan: Sendable, Hashable {
  /// The dimension that is regrouped: its place in the table.
  let place: Int
  /// The dimension of periods that says which list is in force.
  let timePlace: Int
  /// The list asked for.
  let edition: Regrouping.Edition
  /// The two lists.
  let regrouping: Regrouping
  /// The list in force in each period; the root stands for none.
  let inForce: [Regrouping.Edition]
  /// The lists in force in the periods that are shown or compared with, the earlier one first.
  let editionsInView: [Regrouping.Edition]
  /// The deepest level of which figures are held beside the other dimensions of the view.
  let deepest: Int
  /// Level of each category.
  let levels: [Int]

  /// Why a region cannot be shown.
  enum Obstacle: Sendable, Hashable {
    /// It is on another list only.
    case otherList
    /// These regions are in it, but not as a whole.
    case torn([CategoryIndex])
    /// It is a sum of regions of which no figures are held in this detail.
    case tooDeep
  }

  /// The categories whose figures make up `category` when the list `inForce` is in force.
  func parts(
    of category: CategoryIndex, inForce: Regrouping.Edition
  ) -> Result<[CategoryIndex], RegionObstacle> {
    switch regrouping.parts(of: category, on: edition, inForce: inForce) {
    case .absent: return .failure(RegionObstacle(.otherList))
    case .torn(let regions): return .failure(RegionObstacle(.torn(regions)))
    case .sum(let parts):
      let isHeld = parts == [category] || parts.allSatisfy { levels[$0] <= deepest }
      return isHeld ? .success(parts) : .failure(RegionObstacle(.tooDeep))
    }
  }

  /// Why `category` has no figure in some of the periods in view, or `nil` when it has.
  func obstacle(to category: CategoryIndex) -> Obstacle? {
    for inForce in editionsInView {
      if case .failure(let obstacle) = parts(of: category, inForce: inForce) {
        return obstacle.reason
      }
    }
    return nil
  }
}

/// A region that is not a sum of published cells.
struct RegionObstacle: Error, Sendable, Hashable {
  let reason: RegionPlan.Obstacle

  init(_ reason: RegionPlan.Obstacle) { self.reason = reason }
}

extension ViewState {
  /// The dimension whose series can be shown on a list of another year: its place in the table.
  public var regionPlace: Int? {
    guard regionTimePlace != nil else { return nil }
    return table.dimensions.indices.first { dimension(at: $0).regrouping != nil }
  }

  /// The dimension of periods that says which list of regions is in force: the first whose periods
  /// have a day.
  private var regionTimePlace: Int? {
    table.dimensions.indices.first { place in
      let dimension = dimension(at: place)
      return dimension.latestPeriod.map { dimension.referenceDay(of: $0) != nil } ?? false
    }
  }

  /// How regions are regrouped, or `nil` when they are shown as published.
  var regionPlan: RegionPlan? {
    guard let edition = regions, let place = regionPlace,
      let regrouping = dimension(at: place).regrouping,
      let timePlace = regionTimePlace
    else { return nil }
    let time = dimension(at: timePlace)
    let inForce = time.hierarchy.categories.indices.map {
      regrouping.edition(on: $0 == 0 ? nil : time.referenceDay(of: $0))
    }
    let periods = wanted(of: timePlace).filter { $0 > 0 }
    let inView = Set(periods.map { inForce[$0] })
    return RegionPlan(
      place: place, timePlace: timePlace, edition: edition, regrouping: regrouping,
      inForce: inForce, editionsInView: Regrouping.Edition.allCases.filter(inView.contains),
      deepest: deepestBesides(place), levels: dimension(at: place).hierarchy.levels)
  }

  /// The deepest level of the dimension at `place` that is held beside what the view shows of the
  /// others, for every content that it needs and the dimension concerns.
  private func deepestBesides(_ place: Int) -> Int {
    let depth = dimension(at: place).hierarchy.depth
    let others = table.dimensions.indices.filter { $0 != place }.map { other in
      let levels = dimension(at: other).hierarchy.levels
      return (
        dimension: table.dimensions[other],
        level: wanted(of: other).lazy.map { levels[$0] }.max() ?? 0
      )
    }
    var contents: Set<Int> = [0]
    for plan in figurePlans {
      contents.insert(plan.content)
      if let base = plan.base { contents.insert(base.content) }
    }
    return contents.reduce(depth) { deepest, content in
      let matrices = table.contents[content].matrices.map { statistic.matrices[$0] }
      func depthHeld(_ matrix: MatrixDescription, of dimension: Int) -> Int? {
        matrix.axes.first { $0.dimension == dimension }?.depth
      }
      let holding = matrices.filter { matrix in
        others.allSatisfy { other in
          if let held = depthHeld(matrix, of: other.dimension) { return other.level <= held }
          return other.level == 0
            || matrices.allSatisfy { depthHeld($0, of: other.dimension) == nil }
        }
      }
      let depths = holding.compactMap { depthHeld($0, of: table.dimensions[place]) }
      return min(deepest, depths.max() ?? deepest)
    }
  }

  /// Of regions that are `listed`, those that the view's list has and that are sums of published
  /// cells in every period in view; what stands for all of them stays.
  func shownRegions(
    of listed: [CategoryIndex], _ selection: Selection, _ plan: RegionPlan
  ) -> [CategoryIndex] {
    let top: CategoryIndex? =
      switch selection {
      case .single(let category), .branch(let category): category
      case .level, .chosen: nil
      }
    let shown = listed.filter { $0 == top || plan.obstacle(to: $0) == nil }
    return shown.isEmpty ? Array(listed.prefix(1)) : shown
  }

  /// The regions of the view's list that it leaves out, each with the reason.
  var leftOutRegions: [(category: CategoryIndex, reason: RegionPlan.Obstacle)] {
    guard let plan = regionPlan else { return [] }
    let children = dimension(at: plan.place).hierarchy.children
    let listed = Set(
      categoriesListed(selections[plan.place], of: plan.place)
        + unfolded[plan.place].flatMap { children[$0] })
    return listed.sorted().compactMap { category in
      guard let reason = plan.obstacle(to: category), reason != .otherList else { return nil }
      return (category, reason)
    }
  }

  /// The cells to ask for of the dimension at `place`: what is wanted, or what it is the sum of.
  func cellsAsked(of place: Int) -> [CategoryIndex] {
    let wanted = wanted(of: place)
    guard let plan = regionPlan, plan.place == place else { return wanted }
    var asked: Set<CategoryIndex> = []
    for category in wanted {
      for inForce in plan.editionsInView {
        if case .success(let parts) = plan.parts(of: category, inForce: inForce) {
          asked.formUnion(parts)
        }
      }
    }
    // A region without figures is asked for with the country, so that there is a cell to replace.
    return asked.isEmpty ? [0] : asked.sorted()
  }

  /// The answer with a figure for each region wanted: the sum of the published cells that it is
  /// made of, hidden when one of them is.
  /// - Complexity: O(cells of the answer), no allocation per cell.
  func regrouped(_ answer: TableAnswer) -> TableAnswer {
    guard let plan = regionPlan else { return answer }
    let regions = wanted(of: plan.place)
    let asked = answer.query.axes
    var positions = Array(repeating: -1, count: plan.levels.count)
    for (position, category) in asked[plan.place].enumerated() { positions[category] = position }
    // For each list in force and each region: where its parts are along the axis.
    let parts = Regrouping.Edition.allCases.map { inForce in
      regions.map { region -> [Int]? in
        guard case .success(let parts) = plan.parts(of: region, inForce: inForce) else {
          return nil
        }
        let found = parts.map { positions[$0] }
        return found.contains(-1) ? nil : found
      }
    }
    let isLater = asked[plan.timePlace].map { plan.inForce[$0] == .later ? 1 : 0 }
    func stride(_ place: Int) -> Int { asked[(place + 1)...].reduce(1) { $0 * $1.count } }
    let inner = stride(plan.place)
    let timeStride = stride(plan.timePlace)
    let outer = asked[..<plan.place].reduce(1) { $0 * $1.count }
    let figures = answer.figures.indices.map { content -> [Figure] in
      let old = answer.figures[content]
      let isSummed = concerns(content, plan.place)
      var new: [Figure] = []
      new.reserveCapacity(outer * regions.count * inner)
      for block in 0..<outer {
        let start = block * asked[plan.place].count * inner
        for region in regions.indices {
          for cell in 0..<inner {
            let period = (start + cell) / timeStride % isLater.count
            guard let places = parts[isLater[period]][region] else {
              new.append(.symbol(.missing))
              continue
            }
            var sum = FigureSum()
            for place in isSummed ? places[...] : places.prefix(1) {
              sum.add(old[start + place * inner + cell])
            }
            new.append(sum.figure)
          }
        }
      }
      return new
    }
    var axes = asked
    axes[plan.place] = regions
    return TableAnswer(
      query: TableQuery(statistic: statistic.id, table: table.id, axes: axes), figures: figures,
      hiddenInRelease: answer.hiddenInRelease, cellsInRelease: answer.cellsInRelease)
  }

  /// Whether any matrix of a content has the dimension at `place`; else each of its categories has
  /// the same figure, and nothing is to be added up.
  private func concerns(_ content: Int, _ place: Int) -> Bool {
    table.contents[content].matrices.contains { matrix in
      statistic.matrices[matrix].axes.contains { $0.dimension == table.dimensions[place] }
    }
  }
}

/// The sum of published figures, as long as all of them are.
struct FigureSum {
  private var count = 0
  private var strongest: CellStatus?
  private var applicable = 0
  private var added = 0

  /// Takes a figure into the sum.
  mutating func add(_ figure: Figure) {
    added += 1
    switch figure {
    case .count(let value):
      count += value
      applicable += 1
    case .symbol(.suppressed):
      strongest = .suppressed
      applicable += 1
    case .symbol(.notApplicable): break
    case .symbol(let status):
      strongest = strongest ?? status
      applicable += 1
    }
  }

  /// The sum; hidden when a part is, missing when a part is missing or cannot occur though others
  /// can, not applicable when no part can occur.
  var figure: Figure {
    if added > 0, applicable == 0 { return .symbol(.notApplicable) }
    if let strongest { return .symbol(strongest) }
    return applicable == added ? .count(count) : .symbol(.missing)
  }
}
