/// Chooses 0 or the base for each small count so that the whole lattice stays close to the raw one.
///
/// The objective is the sum over all lattice cells of φ(d), see ``MoveCosts``, with d what rounding
/// adds to the cell; the state keeps nothing but d. A greedy start in random order is followed by
/// annealing with two moves: the flip of a cell, and the flip of two opposite cells that stand near
/// each other, which leaves what they share unchanged.
struct RoundingSearch {
  /// Whether each small cell is rounded up to the base.
  private(set) var isUp: [Bool]
  /// What rounding adds to each lattice cell.
  private(set) var deviations: [Int32]
  private let problem: RoundingProblem
  private let costs: MoveCosts
  private var generator: SeededGenerator

  init(_ problem: RoundingProblem, generator: SeededGenerator) {
    self.problem = problem
    self.generator = generator
    costs = MoveCosts(base: problem.base)
    isUp = Array(repeating: false, count: problem.smallCells.count)
    deviations = Array(repeating: 0, count: problem.latticeCount)
  }

  /// Gives each cell, in random order, the value that is best together with those before it.
  mutating func startGreedily() {
    for cell in problem.smallCells.indices.shuffled(using: &generator) {
      let down = -problem.smallCounts[cell]
      let up = problem.base + down
      let range = Int(problem.starts[cell])..<Int(problem.starts[cell + 1])
      // Σ (d + up)² − (d + down)² = (up − down) · Σ (2d + up + down)
      var balance = 0
      for index in range {
        balance += Int(2 * deviations[Int(problem.above[index])] + up + down)
      }
      let goesUp = balance < 0 || balance == 0 && generator.next() & 1 == 0
      isUp[cell] = goesUp
      for index in range { deviations[Int(problem.above[index])] += goesUp ? up : down }
    }
  }

  /// Anneals for `sweeps` proposals per cell, or until it is cancelled.
  mutating func anneal(sweeps: Int, isCancelled: () -> Bool) {
    let count = problem.smallCells.count
    guard count > 1, sweeps > 0 else { return }
    let rounds = min(sweeps, 200)
    for round in 0..<rounds {
      if isCancelled() { return }
      let proposals = count * sweeps * (round + 1) / rounds - count * sweeps * round / rounds
      propose(
        proposals, temperature: costs.temperature(after: Double(round) / Double(rounds)))
    }
  }

  private mutating func propose(_ proposals: Int, temperature: Double) {
    let count = problem.smallCells.count
    for _ in 0..<proposals {
      let bits = generator.next()
      let cell = Int(((bits & 0xffff_ffff) &* UInt64(count)) >> 32)
      let limit = costs.limit(Int(bits >> 54), temperature: temperature)
      let alone = flipCost(cell)
      if alone <= limit {
        flip(cell)
        continue
      }
      guard let partner = opposite(of: cell, bits: Int((bits >> 32) & 0x3f_ffff)) else { continue }
      flip(cell)
      if alone + flipCost(partner) <= limit { flip(partner) } else { flip(cell) }
    }
  }

  /// A cell near `cell`, in one of the orders, that is rounded the other way.
  private func opposite(of cell: Int, bits: Int) -> Int? {
    let count = problem.smallCells.count
    let axes = problem.orders.count / count
    let first = (bits >> 8) % axes * count
    let step = bits & 1 == 0 ? 1 : -1
    var place = Int(problem.positions[first + cell]) + step * ((bits >> 1) & 7)
    for _ in 0..<8 {
      place += step
      guard place >= 0, place < count else { return nil }
      let partner = Int(problem.orders[first + place])
      if isUp[partner] != isUp[cell] { return partner }
    }
    return nil
  }

  /// What flipping `cell` adds to the objective.
  private func flipCost(_ cell: Int) -> Int {
    let first = costs.firstEntry(goingUp: !isUp[cell])
    var cost = 0
    for index in Int(problem.starts[cell])..<Int(problem.starts[cell + 1]) {
      cost += Int(costs.changes[first + costs.clamped(deviations[Int(problem.above[index])])])
    }
    return cost
  }

  private mutating func flip(_ cell: Int) {
    let change = isUp[cell] ? -problem.base : problem.base
    isUp[cell].toggle()
    for index in Int(problem.starts[cell])..<Int(problem.starts[cell + 1]) {
      deviations[Int(problem.above[index])] += change
    }
  }
}
