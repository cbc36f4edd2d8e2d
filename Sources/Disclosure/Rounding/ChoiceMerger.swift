/// Makes one choice of small cells of several matrices that are the same units.
///
/// Figures of a small count that differ between matrices would show that it is small.
struct ChoiceMerger {
  /// The choice of each small cell.
  private(set) var choices: [Int32]
  /// The raw count behind each choice.
  private(set) var counts: [Int32]
  /// For each choice whether it is up for good.
  private(set) var kept: [Bool?]
  /// As ``RoundingProblem/starts``.
  private(set) var starts: [Int32]
  /// As ``RoundingProblem/sums``.
  private(set) var sums: [UInt32]
  /// As ``RoundingProblem/shapes``.
  private(set) var shapes: [Int32]
  /// The first small cell of each choice.
  private let firsts: [Int]

  init(_ builder: ProblemBuilder) {
    choices = (0..<Int32(builder.places.count)).map { $0 }
    counts = builder.counts
    kept = builder.kept
    starts = builder.starts + [Int32(builder.sums.count)]
    sums = builder.sums
    shapes = builder.shapes
    let ties = builder.ties
    guard !ties.isEmpty else {
      firsts = Array(builder.places.indices)
      return
    }
    // The first cell of each set of tied cells stands for all.
    var representative = Array(builder.places.indices)
    func root(_ cell: Int) -> Int {
      var cell = cell
      while representative[cell] != cell { cell = representative[cell] }
      return cell
    }
    for (one, other) in ties {
      let (left, right) = (root(one), root(other))
      representative[max(left, right)] = min(left, right)
    }
    var members: [[Int]] = []
    for cell in builder.places.indices {
      let first = root(cell)
      if first == cell {
        choices[cell] = Int32(members.count)
        members.append([cell])
      } else {
        choices[cell] = choices[first]
        members[Int(choices[first])].append(cell)
      }
    }
    firsts = members.map { $0[0] }
    counts = firsts.map { builder.counts[$0] }
    kept = members.map { cells in cells.lazy.compactMap { builder.kept[$0] }.first }
    let free = Int32(shapes.count)
    shapes = members.enumerated().map { choice, cells in
      cells.count == 1 ? builder.shapes[cells[0]] : free + Int32(choice)
    }
    join(members)
  }

  /// Puts the sums of all cells of a choice together; a link that it both adds to and takes from
  /// does not change.
  private mutating func join(_ members: [[Int]]) {
    var joined: [UInt32] = []
    var joinedStarts: [Int32] = []
    func part(_ cell: Int, _ kind: Int) -> ArraySlice<UInt32> {
      sums[Int(starts[3 * cell + kind])..<Int(starts[3 * cell + kind + 1])]
    }
    for cells in members {
      var parts = (0..<3).map { kind in cells.flatMap { part($0, kind) } }
      if cells.count > 1 {
        let both = Set(parts[1]).intersection(parts[2])
        for kind in 1...2 { parts[kind].removeAll { both.contains($0) } }
      }
      for part in parts {
        joinedStarts.append(Int32(joined.count))
        joined += part
      }
    }
    sums = joined
    starts = joinedStarts + [Int32(joined.count)]
  }

  /// The open choices in an order of the small cells, each where its first cell stands.
  func openChoices(of order: [Int32]) -> [Int32] {
    order.compactMap { cell in
      let choice = choices[Int(cell)]
      return firsts[Int(choice)] == Int(cell) && kept[Int(choice)] == nil ? choice : nil
    }
  }
}
