/// A stretch of an order of the open choices, and how the moves there are made.
struct RoundingStretch: Sendable {
  /// Where the stretch begins and ends in the problem's list of orders.
  let positions: Range<Int>
  /// What moves cost.
  let costs: MoveCosts
  /// Which costs are accepted.
  let acceptance: Acceptance
}

/// Proposes the flip of each choice ("cell") of a stretch; where it is refused, the flip of the
/// cell together with that of an opposite cell near it in the order.
///
/// `isUp` says of each choice whether it is up, `deviations` what rounding adds to each sum.
///
/// - Complexity: O(positions × sums of a cell); nothing is allocated.
func proposeMoves(
  _ problem: RoundingProblem, _ stretch: RoundingStretch, _ isUp: inout [Bool],
  _ deviations: inout [Int16], _ generator: inout SeededGenerator
) {
  let sums = problem.sums.span
  let starts = problem.starts.span
  let shapes = problem.shapes.span
  let order = problem.orders.span
  let limits = stretch.acceptance.limits.span
  let costs = stretch.costs.changes.span
  var deviations = deviations.mutableSpan
  var isUp = isUp.mutableSpan
  let base = Int16(problem.base)
  let (lower, upper) = (stretch.positions.lowerBound, stretch.positions.upperBound)
  for position in lower..<upper {
    let bits = generator.next()
    let limit = limits[Int(bits >> 54)]
    let cell = Int(order[position])
    let goesUp = !isUp[cell]
    let change = goesUp ? base : -base
    let alone = flipCost(sums, starts, cell, deviations.span, costs, goesUp: goesUp)
    if alone <= limit {
      isUp[cell] = goesUp
      flip(sums, starts, cell, &deviations, change)
      continue
    }
    // The next cell that is rounded the other way, some steps to the left or right.
    let step = bits & 1 == 0 ? 1 : -1
    var place = position + step * (1 + Int((bits >> 1) & 7))
    var tries = 0
    while tries < 6, place >= lower, place < upper, isUp[Int(order[place])] != goesUp {
      place += step
      tries += 1
    }
    guard tries < 6, place >= lower, place < upper else { continue }
    let partner = Int(order[place])
    // Lists of different shapes cannot be compared place by place.
    guard shapes[partner] == shapes[cell] else { continue }
    let both = swapCost(sums, starts, cell, partner, deviations.span, costs, goesUp: goesUp)
    guard both <= limit else { continue }
    isUp[cell] = goesUp
    isUp[partner] = !goesUp
    flip(sums, starts, cell, &deviations, change)
    flip(sums, starts, partner, &deviations, -change)
  }
}

/// The sums of a cell of one kind: lattice cells, links that it adds to, links that it takes from.
@inline(__always)
private func range(_ starts: Span<Int32>, _ cell: Int, _ kind: Int) -> Range<Int> {
  Int(starts[3 * cell + kind])..<Int(starts[3 * cell + kind + 1])
}

/// What the flip of a cell adds to the objective.
@inline(__always)
private func flipCost(
  _ sums: Span<UInt32>, _ starts: Span<Int32>, _ cell: Int, _ deviations: Span<Int16>,
  _ costs: Span<Int32>, goesUp: Bool
) -> Int32 {
  var cost: Int32 = 0
  for kind in 0..<3 {
    let table = MoveCosts.table(kind, goesUp: goesUp)
    for index in range(starts, cell, kind) {
      cost &+= costs[table + MoveCosts.entry(deviations[Int(sums[index])])]
    }
  }
  return cost
}

/// What the flips of two opposite cells of one shape add together; what they share stays.
@inline(__always)
private func swapCost(
  _ sums: Span<UInt32>, _ starts: Span<Int32>, _ cell: Int, _ partner: Int,
  _ deviations: Span<Int16>, _ costs: Span<Int32>, goesUp: Bool
) -> Int32 {
  var cost: Int32 = 0
  for kind in 0..<3 {
    let table = MoveCosts.table(kind, goesUp: goesUp)
    let partnerTable = MoveCosts.table(kind, goesUp: !goesUp)
    let cells = range(starts, cell, kind)
    let first = Int(starts[3 * partner + kind])
    for index in 0..<cells.count {
      let one = Int(sums[cells.lowerBound + index])
      let other = Int(sums[first + index])
      if one != other {
        cost &+= costs[table + MoveCosts.entry(deviations[one])]
        cost &+= costs[partnerTable + MoveCosts.entry(deviations[other])]
      }
    }
  }
  return cost
}

@inline(__always)
private func flip(
  _ sums: Span<UInt32>, _ starts: Span<Int32>, _ cell: Int,
  _ deviations: inout MutableSpan<Int16>, _ change: Int16
) {
  for kind in 0..<3 {
    let change = kind == 2 ? -change : change
    for index in range(starts, cell, kind) { deviations[Int(sums[index])] += change }
  }
}
