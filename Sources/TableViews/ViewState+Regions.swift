public import Classifications
public import Publication

extension ViewState {
  /// Goes to the next list of regions: as published, the earlier one, the later one.
  public mutating func cycleRegions() throws(ViewChangeRefused) {
    let next: Regrouping.Edition? =
      switch regions {
      case nil: .earlier
      case .earlier: .later
      case .later: nil
      }
    try show(regions: next)
  }

  /// Shows all periods on the list `edition`, or each on the list that was in force.
  ///
  /// What is chosen goes over to that list: a county that is not on it becomes the country, a
  /// municipality those that it went into.
  public mutating func show(regions edition: Regrouping.Edition?) throws(ViewChangeRefused) {
    guard let place = regionPlace, let regrouping = dimension(at: place).regrouping else {
      guard edition != nil else { return }
      throw ViewChangeRefused(reason: "The table has no regions that can be regrouped.")
    }
    if let edition {
      selections[place] = carried(selections[place], at: place, to: edition, of: regrouping)
    }
    regions = edition
    settle()
  }

  private func carried(
    _ selection: Selection, at place: Int, to edition: Regrouping.Edition, of regrouping: Regrouping
  ) -> Selection {
    let hierarchy = dimension(at: place).hierarchy
    func successors(_ category: CategoryIndex) -> [CategoryIndex] {
      if regrouping.contains(category, on: edition) { return [category] }
      let successors = regrouping.successors(of: category, on: edition.other)
      // A county that is no sum on the other list would become many municipalities.
      return successors.count <= 1 || hierarchy.children[category].isEmpty ? successors : []
    }
    switch selection {
    case .level: return selection
    case .branch(let category):
      let next = successors(category)
      return .branch(next.count == 1 && !hierarchy.children[next[0]].isEmpty ? next[0] : 0)
    case .single(let category):
      let next = successors(category)
      return .single(next.count == 1 ? next[0] : 0)
    case .chosen(let categories):
      let next = Set(categories.flatMap(successors)).sorted()
      switch next.count {
      case 0: return opened(place, at: 0)
      case 1: return .single(next[0])
      default: return .chosen(next)
      }
    }
  }

  /// Refuses a region that the view's list does not have, or that is no sum in the periods in view.
  func requireShown(_ category: CategoryIndex, at place: Int) throws(ViewChangeRefused) {
    guard place == regionPlace, let plan = regionPlan,
      let obstacle = plan.obstacle(to: category)
    else { return }
    throw ViewChangeRefused(reason: obstacleText(obstacle, to: category, plan))
  }

  /// Whether `category` can be chosen: no total of periods, and on the view's list of regions.
  public func isOnList(_ category: CategoryIndex, at place: Int) -> Bool {
    if isTime(place) { return category > 0 }
    guard let regions, place == regionPlace, let regrouping = dimension(at: place).regrouping
    else { return true }
    return regrouping.contains(category, on: regions)
  }

  // MARK: Words

  /// The word for the view's list on the command line.
  var regionsId: String? {
    guard let place = regionPlace, let regrouping = dimension(at: place).regrouping else {
      return nil
    }
    return regions.map(regrouping.year(of:)) ?? "published"
  }

  /// The list that regions are shown on, such as `regions of 2020`; `nil` for those published.
  public var regionText: String? {
    guard let plan = regionPlan else { return nil }
    let year = plan.regrouping.year(of: plan.edition)
    return words(.regions(of: year))
  }

  /// How figures on the view's list come about; `nil` when they are shown as published.
  public var regionFormula: String? {
    guard let plan = regionPlan else { return nil }
    let year = plan.regrouping.year(of: plan.edition)
    return words(.regionFormula(year))
  }

  /// Which regions are left out and why, a sentence for each reason; empty when none is.
  public var regionNotes: [String] {
    guard let plan = regionPlan else { return [] }
    let leftOut = leftOutRegions
    let splits = leftOut.filter { if case .torn = $0.reason { true } else { false } }
    let deep = leftOut.filter { $0.reason == .tooDeep }
    var notes: [String] = []
    if !splits.isEmpty {
      let torn = splits.reduce(into: Set<CategoryIndex>()) { torn, region in
        if case .torn(let regions) = region.reason { torn.formUnion(regions) }
      }
      let why = tornText(torn.sorted(), into: splits.count, plan)
      notes.append("\(leftOutText(splits.map(\.category), at: plan.place)) \(why).")
    }
    if !deep.isEmpty {
      let names = leftOutText(deep.map(\.category), at: plan.place)
      notes.append("\(names) \(words(.sumsNotHeld))")
    }
    return notes
  }

  private func leftOutText(_ categories: [CategoryIndex], at place: Int) -> String {
    words(.regionsLeftOut(categories.count, shortened(categories, at: place)))
  }

  /// Why `count` regions are no sums: these were split, or on the earlier list they themselves went
  /// into others.
  private func tornText(
    _ regions: [CategoryIndex], into count: Int, _ plan: RegionPlan
  ) -> String {
    let year = plan.regrouping.laterYear
    let names = shortened(regions, at: plan.place)
    return words(
      plan.edition == .later
        ? .split(names, count: regions.count, in: year)
        : .merged(count, in: year, names, regions.count))
  }

  /// A few names, and how many more there are.
  private func shortened(_ categories: [CategoryIndex], at place: Int) -> String {
    let most = 6
    let names = categories.map { name(of: $0, at: place) }
    guard names.count > most else { return listed(names, and: and) }
    return listed(names.prefix(most - 1) + [words(.more(names.count - most + 1))], and: and)
  }

  /// Why a region cannot be shown, as a sentence.
  func obstacleText(
    _ obstacle: RegionPlan.Obstacle, to category: CategoryIndex, _ plan: RegionPlan
  ) -> String {
    let region = name(of: category, at: plan.place)
    let year = plan.regrouping.year(of: plan.edition)
    switch obstacle {
    case .otherList:
      let now = plan.regrouping.successors(of: category, on: plan.edition.other)
      let names = shortened(now, at: plan.place)
      return words(.otherList(region, year, now: names))
    case .torn(let regions):
      let year = plan.regrouping.laterYear
      let names = shortened(regions, at: plan.place)
      return plan.edition == .later
        ? "\(words(.noSum(region))) \(words(.split(names, count: regions.count, in: year)))."
        : "\(words(.noSum(region))) \(words(.merged(in: year))): \(words(.see(names)))."
    case .tooDeep:
      return words(.sumNotHeld(region))
    }
  }

  /// What a region of the view's list was made of in a period, with the published figures of a
  /// content: `Nyby in 2019: Dal 12 + Fjell 8`; `nil` when it is one cell.
  func sumText(
    of region: CategoryIndex, in period: CategoryIndex, _ figure: (CategoryIndex) -> Figure
  ) -> String? {
    guard let plan = regionPlan, plan.inForce.indices.contains(period) else { return nil }
    let own = name(of: region, at: plan.place)
    let time = name(of: period, at: plan.timePlace)
    switch plan.parts(of: region, inForce: plan.inForce[period]) {
    case .failure(let obstacle): return obstacleText(obstacle.reason, to: region, plan)
    case .success([region]): return nil
    case .success(let parts):
      let most = 12
      var texts = parts.prefix(most).map { part in
        let cell =
          switch figure(part) {
          case .count(let count): ViewCell(scaled: count, decimals: 0)
          case .symbol(let status): ViewCell(symbol: status, of: statistic.symbols)
          }
        return "\(name(of: part, at: plan.place)) \(cell.grouped)"
      }
      if parts.count > most {
        texts.append(words(.more(parts.count - most)))
      }
      return "\(words(.region(own, in: time))): \(texts.joined(separator: " + "))"
    }
  }
}
