/// A pattern of hidden cells with a witness for every primary, found cell by cell and then thinned.
///
/// A witness stays one when more cells are hidden, so that finding can go on in several places at
/// once: a fixed number of cells is worked on from the same pattern, and what is found is taken in
/// order. The result is the same however many threads there are.
struct PatternSearch {
  /// Whether each cell is hidden, as complements always are.
  private(set) var isHidden: [Bool]
  /// Tables that agree with all that is published.
  private(set) var witnesses: [Witness] = []
  /// Programs solved.
  private(set) var programCount = 0
  /// Primaries for which there is no witness whatever is hidden.
  private(set) var outOfReach: [Int] = []
  private var system: CellSystem
  private let seed: UInt64
  private let effort: SuppressionEffort
  private(set) var isExposed: [Bool]
  /// How many cells are hidden to protect others, and what that costs.
  private(set) var (secondaryCount, secondaryCost) = (0, 0)
  /// No safe pattern's secondary cells cost less.
  var leastCost = 0
  /// For each cell how many witnesses it differs enough in.
  private var servings: [Int32]
  /// For each secondary cell the witnesses that need it hidden.
  private var uses: [Int: [Int32]] = [:]
  private var isAlive: [Bool] = []
  private let regions: RegionShelf
  /// How often several places were worked on.
  private var looks = 0

  /// How often hidden cells near a primary are tried before it counts how often that helps: a
  /// program over all cells takes about eight times as long.
  private static let fewTries = 20
  /// Cells that are worked on from the same pattern.
  private static let batch = 16

  /// A search that starts from a pattern in which all primaries are hidden.
  init(_ system: CellSystem, isHidden: [Bool], seed: UInt64, effort: SuppressionEffort) {
    self.system = system
    self.effort = effort
    self.isHidden = isHidden
    self.seed = seed
    isExposed = system.isPrimary
    servings = Array(repeating: 0, count: isHidden.count)
    regions = RegionShelf(system)
  }

  /// Hides more until every primary has a witness or cannot have one.
  mutating func protect(control: ProtectionControl) throws(ProtectionFailure) {
    if system.isSmall { try protectInTurn(control: control) }
    try work(control) { centre, finder in
      finder.cheapest(for: centre, mostCost: .max)
    } taking: { centre, found, search in
      if let found { search.adopt(found) }
      if search.isExposed[centre] {
        search.isExposed[centre] = false
        search.outOfReach.append(centre)
      }
    }
  }

  /// Finds a witness for one exposed primary after the other: among hidden cells near it, as long
  /// as that mostly helps, else among all cells; those that have none stay exposed.
  private mutating func protectInTurn(control: ProtectionControl) throws(ProtectionFailure) {
    var order = exposed
    guard !order.isEmpty,
      var program = HidingProgram(system, isHidden: isHidden, onlyHidden: false)
    else { return }
    var generator = SeededGenerator(seed: ~seed)
    order.shuffle(using: &generator)
    var near = (tries: 0, found: 0)
    for (place, primary) in order.enumerated() where isExposed[primary] {
      guard !control.isCancelled() else { throw .cancelled }
      control.progress(Double(place) / Double(order.count), standing)
      if near.tries < Self.fewTries + 8 * near.found {
        near.tries += 1
        for witness in try witnessesNear(primary, control) { adopt(witness) }
        if !isExposed[primary] { near.found += 1 }
      }
      guard isExposed[primary], let witness = program.witness(for: primary) else { continue }
      adopt(witness)
      program.hide(witness)
    }
    programCount += program.programCount
  }

  /// Witnesses among the hidden cells around a primary.
  private mutating func witnessesNear(
    _ primary: Int, _ control: ProtectionControl
  ) throws(ProtectionFailure) -> [Witness] {
    try look(1, control) { _, finder in finder.shared(for: primary) }[0]
  }

  /// Works on every exposed primary that is still exposed when its turn comes.
  private mutating func work<Found: Sendable>(
    _ control: ProtectionControl,
    _ work: @Sendable (Int, inout WitnessFinder) -> Found,
    taking take: (Int, Found, inout PatternSearch) -> Void
  ) throws(ProtectionFailure) {
    var order = system.counts.indices.filter { isExposed[$0] }
    var generator = SeededGenerator(seed: seed)
    order.shuffle(using: &generator)
    var next = 0
    while next < order.count {
      var centres: [Int] = []
      while next < order.count, centres.count < Self.batch {
        if isExposed[order[next]] { centres.append(order[next]) }
        next += 1
      }
      let results = try look(centres.count, control) { [centres] index, finder in
        work(centres[index], &finder)
      }
      for (index, centre) in centres.enumerated() { take(centre, results[index], &self) }
      control.progress(Double(next) / Double(order.count), standing)
    }
  }

  /// Goes on from another pattern, with the witnesses that still stand in it.
  mutating func restart(from pattern: [Bool]) {
    isHidden = pattern
    secondaryCount = secondaries.count
    secondaryCost = secondaries.reduce(0) { $0 + system.hidingCosts[$1] }
    isExposed = system.isPrimary
    servings = Array(repeating: 0, count: isHidden.count)
    uses = [:]
    for index in witnesses.indices {
      isAlive[index] = witnesses[index].cells.allSatisfy { isHidden[Int($0)] }
      if isAlive[index] { count(Int32(index)) }
    }
  }

  /// Asks of cells that are out of reach that they can be another number, and no more.
  mutating func ease(control: ProtectionControl) throws(ProtectionFailure) {
    for cell in outOfReach {
      system.ease(cell)
      isExposed[cell] = true
    }
    outOfReach = []
    try protect(control: control)
  }

  /// Takes back secondary cells that are not needed, or that cheaper ones can stand in for, each
  /// with those that are hidden for its sake.
  ///
  /// So many as `steps` are tried, the dearest first.
  mutating func thin(steps: Int, control: ProtectionControl) throws(ProtectionFailure) {
    var generator = SeededGenerator(seed: seed, stream: 1)
    var order: [Int] = []
    var done = 0
    while done < steps {
      if order.count < Self.batch {
        let costs = system.hidingCosts
        order = secondaries.shuffled(using: &generator).sorted { costs[$0] < costs[$1] }
        if order.isEmpty { return }
      }
      let tried = Array(order.suffix(Self.batch))
      order.removeLast(tried.count)
      done += tried.count
      let groups = tried.map { groupHidden(with: $0) }
      let lost = tried.map { exposedWithout($0) }
      let results = try look(tried.count, control) { [system] index, finder -> [Witness]? in
        guard finder.isHidden[tried[index]] else { return nil }
        return Self.replace(groups[index], lost: lost[index], system, &finder)
      }
      for (index, cell) in tried.enumerated() {
        if let found = results[index] { publish(cell, with: found) }
      }
      control.progress(min(1, Double(done) / Double(steps)), standing)
    }
  }

  /// Witnesses without the first cell of a group for all that would be exposed, hiding others for
  /// less than the group costs.
  private static func replace(
    _ group: [Int], lost: [Int], _ system: CellSystem, _ finder: inout WitnessFinder
  ) -> [Witness]? {
    for cell in group { finder.isHidden[cell] = false }
    for primary in lost { finder.isExposed[primary] = true }
    var found: [Witness] = []
    var left = group.reduce(0) { $0 + system.hidingCosts[$1] }
    for primary in lost where finder.isExposed[primary] {
      if system.isSmall {
        let near = finder.shared(for: primary)
        finder.take(near)
        found += near
      }
      guard finder.isExposed[primary] else { continue }
      guard let last = finder.cheapest(for: primary, mostCost: left),
        !last.cells.contains(Int32(group[0]))
      else { return nil }
      left -= finder.cost(of: last)
      finder.take([last])
      found.append(last)
    }
    return found
  }

  /// The witnesses in which only hidden cells differ.
  var livingWitnesses: [Witness] { witnesses.indices.filter { isAlive[$0] }.map { witnesses[$0] } }

  /// Primaries that lack a witness.
  var exposed: [Int] { isExposed.indices.filter { isExposed[$0] } }

  /// Looks for witnesses with the pattern as it is: near each exposed primary, then among all
  /// hidden cells.
  mutating func findWitnesses(control: ProtectionControl) throws(ProtectionFailure) {
    try work(control) { centre, finder in
      finder.shared(for: centre)
    } taking: { _, found, search in
      for witness in found { search.adopt(witness) }
    }
    guard !exposed.isEmpty,
      var program = HidingProgram(system, isHidden: isHidden, onlyHidden: true)
    else { return }
    for primary in exposed where isExposed[primary] {
      guard !control.isCancelled() else { throw .cancelled }
      if let witness = program.witness(for: primary) { adopt(witness) }
    }
    programCount += program.programCount
  }

  private var standing: ProtectionStanding {
    .suppression(secondaryCells: secondaryCount, cost: secondaryCost, leastCost: leastCost)
  }

  /// Secondary cells that are the same in all witnesses: they protect nobody, and some of them
  /// follow from what is published.
  var idleSecondaries: [Int] {
    secondaries.filter { cell in !uses[cell, default: []].contains { isAlive[Int($0)] } }
  }

  private var secondaries: [Int] {
    (0..<system.matrixCellCount).filter { isHidden[$0] && !system.isPrimary[$0] }
  }

  /// Primaries that would be left without a witness if `cell` were published.
  func exposedWithout(_ cell: Int) -> [Int] {
    var fewer: [Int32: Int32] = [:]
    for index in uses[cell, default: []].map(Int.init) where isAlive[index] {
      for (place, served) in witnesses[index].cells.enumerated()
      where system.isPrimary[Int(served)] && witnesses[index].serves(at: place, in: system) {
        fewer[served, default: 0] += 1
      }
    }
    return fewer.filter { servings[Int($0.key)] == $0.value }.map { Int($0.key) }.sorted()
  }

  /// A secondary cell, first, and those that no witness without it needs hidden.
  private func groupHidden(with cell: Int) -> [Int] {
    let own = uses[cell, default: []].filter { isAlive[Int($0)] }
    let beside = Set(own.flatMap { witnesses[Int($0)].cells.map(Int.init) })
    return [cell]
      + beside.sorted().filter { other in
        guard other != cell, let used = uses[other] else { return false }
        return used.allSatisfy { !isAlive[Int($0)] || own.contains($0) }
      }
  }

  /// Publishes a cell and its group when the witnesses found instead still stand.
  private mutating func publish(_ cell: Int, with found: [Witness]) {
    guard isHidden[cell] else { return }
    let group = groupHidden(with: cell)
    // Others were published from the same pattern: what was found may use them, or they may have
    // exposed more.
    let needed = Set(exposedWithout(cell))
    var served: Set<Int> = []
    var cost = 0
    var hides: Set<Int32> = []
    for witness in found {
      for place in witness.cells.indices {
        if witness.serves(at: place, in: system) { served.insert(Int(witness.cells[place])) }
        if !isHidden[Int(witness.cells[place])] || group.contains(Int(witness.cells[place])) {
          hides.insert(witness.cells[place])
        }
      }
    }
    for other in hides { cost += system.hidingCosts[Int(other)] }
    let saved = group.reduce(0) { $0 + system.hidingCosts[$1] }
    guard needed.isSubset(of: served), cost < saved || hides.isEmpty else { return }
    for index in uses[cell, default: []].map(Int.init) where isAlive[index] {
      isAlive[index] = false
      for (place, cell) in witnesses[index].cells.map(Int.init).enumerated()
      where witnesses[index].serves(at: place, in: system) {
        servings[cell] -= 1
      }
    }
    for shown in group {
      uses[shown] = nil
      isHidden[shown] = false
      secondaryCount -= 1
      secondaryCost -= system.hidingCosts[shown]
    }
    for witness in found { adopt(witness) }
  }

  /// Hides the cells of a witness, and counts whom it serves.
  private mutating func adopt(_ witness: Witness) {
    witnesses.append(witness)
    isAlive.append(true)
    for cell in witness.cells.map(Int.init) where !isHidden[cell] {
      isHidden[cell] = true
      secondaryCount += 1
      secondaryCost += system.hidingCosts[cell]
    }
    count(Int32(witnesses.count - 1))
  }

  /// Counts whom a witness serves, and what it needs hidden.
  private mutating func count(_ index: Int32) {
    let witness = witnesses[Int(index)]
    for (place, cell) in witness.cells.map(Int.init).enumerated() {
      if cell < system.matrixCellCount, !system.isPrimary[cell] {
        uses[cell, default: []].append(index)
      } else if witness.serves(at: place, in: system) {
        servings[cell] += 1
        isExposed[cell] = false
      }
    }
  }

  /// Works from the same pattern in several places; results stand in order.
  private mutating func look<Found: Sendable>(
    _ count: Int, _ control: ProtectionControl,
    _ work: @Sendable (Int, inout WitnessFinder) -> Found
  ) throws(ProtectionFailure) -> [Found] {
    let (system, isHidden, isExposed, regions) = (system, isHidden, isExposed, regions)
    let (seed, stream, effort) = (seed, looks * Self.batch + 2, effort)
    looks += 1
    let results = try concurrently(count, control: control.quiet) { index, _ in
      var finder = WitnessFinder(
        system, isHidden: isHidden, isExposed: isExposed, region: regions.take(),
        effort: effort, generator: SeededGenerator(seed: seed, stream: stream + index))
      let found = work(index, &finder)
      let count = finder.programCount
      regions.giveBack(finder.takeRegion())
      return (found, count)
    }
    programCount += results.reduce(0) { $0 + $1.1 }
    return results.map(\.0)
  }
}
