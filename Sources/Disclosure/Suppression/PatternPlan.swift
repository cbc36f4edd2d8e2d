/// A cheap pattern that linear programs find safe, and a bound on what any safe one costs.
///
/// Conditions that every safe pattern meets are known from single lines at first. The cheapest
/// pattern that meets those known is attacked, and where a primary cannot differ enough the attack
/// says which condition is missing; so it goes on until nothing is exposed. What linear programs
/// say of a pattern is not yet a proof: that is left to witnesses in whole numbers.
///
/// - Complexity: A round anneals for some hundred steps a free cell and attacks once; the attack is
///   a few dozen linear programs with as many columns as cells are hidden, and two for each exposed
///   primary. Rounds and programs grow with the number of primaries that lines cannot tell exposed.
struct PatternPlan {
  /// The conditions known so far.
  private(set) var problem: CoverProblem
  /// Whether each cell is hidden in the cheapest pattern that no attack broke, or else in the last.
  private(set) var isHidden: [Bool]
  /// No safe pattern's secondary cells cost less.
  private(set) var bound = 0
  /// Programs solved.
  private(set) var programCount = 0
  private let system: CellSystem
  private let seed: UInt64
  private let effort: SuppressionEffort
  private var leastCost = Int.max
  /// Primaries that the last attack found exposed.
  private var open = 0
  /// The pattern that was annealed last.
  private var latest: [Bool]

  /// How often the pattern is attacked until nothing is exposed.
  private static let mostRounds = 40
  /// Steps of annealing for each free cell.
  private static let stepsPerCell = 200
  /// How hot annealing is at the start of an attempt, later in it, and at its end: of what a mean
  /// cell costs.
  private static let (hot, warm, cold) = (0.5, 0.2, 0.05)
  /// How often an attempt begins anew with all that is known.
  private static let mostAttempts = 3
  /// Where more cells are free, the program that bounds their costs is not solved.
  private static let mostBounded = 40_000
  private static let mostSteps = 6_000_000
  /// Where more primaries are attacked, one attempt has to do.
  private static let mostOfMany = 1_000
  /// How many times the first pattern of an attempt is annealed; the cheapest is taken.
  private static let starts = 4
  /// Patterns of so few steps are annealed once.
  private static let stepsOfFew = 20_000

  /// Nothing but what must be hidden.
  init(_ system: CellSystem, seed: UInt64, effort: SuppressionEffort) {
    self.system = system
    self.seed = seed
    self.effort = effort
    problem = CoverProblem(system)
    isHidden = system.counts.indices.map(system.isHiddenAnyway)
    latest = isHidden
  }

  /// Finds the pattern; what `search` finds on the way it keeps.
  mutating func run(
    _ search: inout PatternSearch, control: ProtectionControl
  ) throws(ProtectionFailure) {
    let free = problem.isFree.count { $0 }
    let primaries = system.isPrimary.count { $0 }
    guard free > 0, primaries > 0 else { return }
    let steps = min(free * Self.stepsPerCell, Self.mostSteps)
    var master = free > Self.mostBounded ? nil : MasterProgram(problem)
    // In large lattices lines miss so much that what they ask for is mostly in vain, and programs
    // over all hidden cells take too long.
    guard system.isSmall else { return try improveBound(&master, control) }
    guard effort == .thorough else {
      try improveBound(&master, control)
      // Only the conditions of lines: what they miss is added primary by primary.
      var cover = CoverSearch(problem, start: latest, seed: seed)
      try cover.anneal(steps: steps, from: Self.hot, to: Self.cold, control: control)
      isHidden = cover.best
      return
    }
    let attempts = primaries > Self.mostOfMany ? 1 : Self.mostAttempts
    for attempt in 0..<attempts {
      if leastCost <= bound { break }
      try attemptPattern(attempt, steps, &master, &search, control)
      control.progress(Double(attempt + 1) / Double(attempts))
    }
    if leastCost == .max { isHidden = latest }
  }

  /// Anneals and attacks until nothing is exposed, or the pattern is no cheaper than one before.
  private mutating func attemptPattern(
    _ attempt: Int, _ steps: Int, _ master: inout MasterProgram?, _ search: inout PatternSearch,
    _ control: ProtectionControl
  ) throws(ProtectionFailure) {
    for round in 0..<Self.mostRounds {
      try improveBound(&master, control)
      let seed = seed &+ UInt64(attempt * Self.mostRounds + round)
      let (problem, start, heat) = (problem, latest, round == 0 ? Self.hot : Self.warm)
      let covers = try concurrently(
        round == 0 && steps > Self.stepsOfFew ? Self.starts : 1, control: control.quiet
      ) {
        (index, control) throws(ProtectionFailure) in
        var cover = CoverSearch(problem, start: start, seed: seed &+ UInt64(index) << 32)
        try cover.anneal(steps: steps, from: heat, to: Self.cold, control: control)
        return cover
      }
      guard let cover = covers.min(by: { $0.bestCost < $1.bestCost }) else { return }
      latest = cover.best
      if cover.bestCost >= leastCost { return }
      let rows = try attack(latest, &search, control)
      let new = rows.count { self.problem.add($0) }
      if new == 0 {
        if open == 0 { (leastCost, isHidden) = (cover.bestCost, cover.best) }
        return
      }
    }
  }

  private mutating func improveBound(
    _ master: inout MasterProgram?, _ control: ProtectionControl
  ) throws(ProtectionFailure) {
    if let proved = try master?.bound(of: problem, control: control) { bound = max(bound, proved) }
  }

  private mutating func attack(
    _ pattern: [Bool], _ search: inout PatternSearch, _ control: ProtectionControl
  ) throws(ProtectionFailure) -> [CoverRow] {
    search.restart(from: pattern)
    guard
      var attack = PatternAttack(system, isHidden: pattern, exposed: search.exposed)
    else { return [] }
    let rows = try attack.run(problem.maker, control: control)
    programCount += attack.programCount
    open = attack.openCount
    return rows
  }
}

extension ProtectionControl {
  /// The same work, told nobody.
  var quiet: ProtectionControl { ProtectionControl(lanes: lanes, isCancelled: isCancelled) }
}
