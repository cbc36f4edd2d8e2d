/// Looks for cheap patterns that meet all conditions of a cover problem, by annealing.
///
/// Cells are hidden, shown, or one shown and another hidden instead, more and more seldom when that
/// makes the sum of costs and broken conditions larger. Deterministic for a seed and a number of
/// steps.
/// - Complexity: O(conditions of a cell) for each step.
struct CoverSearch {
  /// The cheapest pattern that met all conditions.
  private(set) var best: [Bool]
  /// What its free cells cost.
  private(set) var bestCost = Int.max
  private var state: CoverState
  private var generator: SeededGenerator
  /// The mean cost of a hidden cell: what heat is measured in.
  private let unit: Double

  /// What a broken condition costs, in units.
  private static let penalty = 1.25

  /// A search that starts from a pattern, which need meet no condition.
  init(_ problem: CoverProblem, start: [Bool], seed: UInt64) {
    state = CoverState(problem, isHidden: start)
    generator = SeededGenerator(seed: seed)
    best = start
    unit = state.meanCost
  }

  /// Goes on for so many steps while the heat falls from `hot` to `cold`.
  mutating func anneal(
    steps: Int, from hot: Double, to cold: Double, control: ProtectionControl
  ) throws(ProtectionFailure) {
    var heat = 0.0
    for step in 0..<steps {
      if step & 255 == 0 {
        guard !control.isCancelled() else { throw .cancelled }
        heat = unit * Metropolis.heat(from: hot, to: cold, after: Double(step) / Double(steps))
      }
      if generator.next() & 1 == 0 { change(heat) } else { move(heat) }
      keep()
    }
    finish()
  }

  /// Shows a hidden cell, with another one of one of its lines hidden instead or without.
  private mutating func move(_ heat: Double) {
    guard !state.secondaries.isEmpty else { return change(heat) }
    let cell = anySecondary()
    var rise = rise(ofFlipping: cell)
    if generator.next() & 1 == 0 {
      if isTaken(rise, heat) { state.flip(cell) }
      return
    }
    guard let other = anyBeside(cell), !state.isHidden[other] else { return }
    state.flip(cell)
    rise += self.rise(ofFlipping: other)
    state.flip(isTaken(rise, heat) ? other : cell)
  }

  /// Hides or shows a cell of a broken condition, or a cell beside a hidden one.
  private mutating func change(_ heat: Double) {
    var cell: Int?
    if !state.broken.isEmpty {
      let condition = state.broken[generator.index(below: state.broken.count)]
      let members = state.members(of: Int(condition))
      let member = Int(members[members.startIndex + generator.index(below: members.count)])
      cell = state.problem.isFree[member] ? member : nil
    } else if !state.secondaries.isEmpty {
      cell = anyBeside(anySecondary())
    }
    if let cell, isTaken(rise(ofFlipping: cell), heat) { state.flip(cell) }
  }

  /// Hides cells until no condition is broken, and shows those that no condition needs.
  private mutating func finish() {
    while !state.broken.isEmpty {
      let condition = state.broken[generator.index(below: state.broken.count)]
      mend(Int(condition))
      state.weighBroken()
    }
    for cell in state.secondaries.shuffled(using: &generator)
    where state.loss(ofShowing: Int(cell)) <= 0 {
      state.flip(Int(cell))
    }
    state.forgetWeights()
    keep()
  }

  /// Hides the member of a condition that mends most for what it costs.
  private mutating func mend(_ condition: Int) {
    var best: (cell: Int, gain: Double)?
    for cell in state.members(of: condition).map(Int.init)
    where state.problem.isFree[cell] && !state.isHidden[cell] {
      let gain = state.gain(ofHiding: cell) / Double(state.cost(of: cell))
      if best.map({ $0.gain < gain }) ?? true { best = (cell, gain) }
    }
    if let best { state.flip(best.cell) }
  }

  private mutating func keep() {
    guard state.broken.isEmpty, state.cost < bestCost else { return }
    bestCost = state.cost
    best = state.isHidden
  }

  private mutating func anySecondary() -> Int {
    Int(state.secondaries[generator.index(below: state.secondaries.count)])
  }

  /// A free cell of one of the lines of a cell.
  private mutating func anyBeside(_ cell: Int) -> Int? {
    let system = state.problem.system
    let lines = system.linesOfCell[cell]
    guard !lines.isEmpty else { return nil }
    let line = lines[lines.startIndex + generator.index(below: lines.count)]
    let members = system.lines[Int(line)]
    let other = Int(members[members.startIndex + generator.index(below: members.count)])
    return other != cell && state.problem.isFree[other] ? other : nil
  }

  /// How much dearer it is to have a cell the other way.
  private func rise(ofFlipping cell: Int) -> Double {
    let cost = Double(state.cost(of: cell))
    return state.isHidden[cell]
      ? Self.penalty * unit * state.loss(ofShowing: cell) - cost
      : cost - Self.penalty * unit * state.gain(ofHiding: cell)
  }

  private mutating func isTaken(_ rise: Double, _ heat: Double) -> Bool {
    rise <= 0 || rise < heat * Metropolis.limits[Int(generator.next() >> 54)]
  }
}
