/// Tries all tables of whole numbers that agree with what is published, knowing that hidden cells
/// are at least 1.
struct WholeNumberAttacker {
  private let knowledge: PublicKnowledge
  private let equationsOf: [[Int]]
  /// No hidden group is tried above this: more tables could only make it less known.
  private let highest: Int

  init(_ knowledge: PublicKnowledge, highest: Int) {
    self.knowledge = knowledge
    self.highest = highest
    var equationsOf: [[Int]] = Array(repeating: [], count: knowledge.figures.count)
    for (index, equation) in knowledge.equations.enumerated() {
      for group in [equation.parent] + equation.children { equationsOf[group].append(index) }
    }
    self.equationsOf = equationsOf
  }

  /// The one value that `group` can have, or `nil` when there are several.
  func knownValue(of group: Int) -> Int? {
    if let figure = knowledge.figures[group] { return figure }
    var only: Int?
    for value in knowledge.least[group]...highest where canBe(group, value) {
      if only != nil { return nil }
      only = value
    }
    return only
  }

  /// Whether `group` can be `least` or more.
  func canReach(_ least: Int, _ group: Int) -> Bool {
    if let figure = knowledge.figures[group] { return figure >= least }
    return (least...max(least, highest)).contains { canBe(group, $0) }
  }

  /// The least and the greatest value that `group` can have, up to the highest that is tried.
  func range(of group: Int) -> ClosedRange<Int>? {
    let values = (knowledge.least[group]...highest).filter { canBe(group, $0) }
    guard let low = values.first, let high = values.last else { return nil }
    return low...high
  }

  private func canBe(_ group: Int, _ value: Int) -> Bool {
    var ranges = knowledge.figures.indices.map { index -> ClosedRange<Int> in
      knowledge.figures[index].map { $0...$0 } ?? knowledge.least[index]...highest
    }
    ranges[group] = value...value
    return isPossible(ranges, changed: Array(knowledge.equations.indices))
  }

  /// Whether a table has every group within its range: narrows, then splits the shortest range.
  private func isPossible(_ given: [ClosedRange<Int>], changed: [Int]) -> Bool {
    var ranges = given
    guard narrow(&ranges, changed) else { return false }
    let open = ranges.indices.filter { ranges[$0].count > 1 }
    guard let split = open.min(by: { ranges[$0].count < ranges[$1].count }) else { return true }
    return ranges[split].contains { value in
      var next = ranges
      next[split] = value...value
      return isPossible(next, changed: equationsOf[split])
    }
  }

  /// Takes away what no table can have as far as single equations tell.
  private func narrow(_ ranges: inout [ClosedRange<Int>], _ changed: [Int]) -> Bool {
    var queue = changed
    while let index = queue.popLast() {
      let (parent, children) = knowledge.equations[index]
      let low = children.reduce(0) { $0 + ranges[$1].lowerBound }
      let high = children.reduce(0) { $0 + ranges[$1].upperBound }
      let whole = ranges[parent]
      for group in [parent] + children {
        let range = ranges[group]
        let least = group == parent ? low : whole.lowerBound - (high - range.upperBound)
        let most = group == parent ? high : whole.upperBound - (low - range.lowerBound)
        guard max(range.lowerBound, least) <= min(range.upperBound, most) else { return false }
        let narrower = max(range.lowerBound, least)...min(range.upperBound, most)
        if narrower != range {
          ranges[group] = narrower
          queue.append(contentsOf: equationsOf[group])
        }
      }
    }
    return true
  }
}
