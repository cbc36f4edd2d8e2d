import Publication

extension CellSystem {
  /// Marks what must be hidden and what must not, how far each cell must be able to differ, and
  /// what it costs to hide.
  ///
  /// `keys` are the groups of the cells of matrices.
  mutating func apply(
    _ rule: SuppressionRule, keys: [Int], groups: GroupKeys, described: [MatrixDescription]
  ) {
    let thresholds = thresholds(rule, keys: keys, groups: groups)
    let least: Int32 = rule.zeros == .protected ? 0 : 1
    isPrimary = counts.indices.map { counts[$0] >= least && counts[$0] < thresholds[$0] }
    isKept = counts.map { _ in false }
    hidingCosts = counts.map { rule.cost.cost(ofHiding: $0) }
    easeSupplements(described)
    falls = counts.indices.map { $0 < matrixCellCount ? counts[$0] - least : counts[$0] }
    rises = counts.map { _ in .max }
    higher = counts.indices.map { isPrimary[$0] ? thresholds[$0] - counts[$0] : .max }
    lower = counts.map { _ in .max }
    var cellOfKey: [Int: Int] = [:]
    if !rule.instructions.isEmpty || !rule.published.isEmpty {
      for (cell, key) in keys.enumerated() { cellOfKey[key] = cell }
    }
    follow(rule.instructions) { cellOfKey[groups.key(of: $0)] }
    for known in rule.published {
      guard let cell = cellOfKey[groups.key(of: known.categories)],
        known.isPublic(Int(counts[cell]), threshold: Int(thresholds[cell]))
      else { continue }
      keep(cell)
    }
    keepKnownZeros()
    if rule.range == .anotherNumber {
      for cell in counts.indices where isPrimary[cell] { ease(cell) }
    }
  }

  /// The threshold of each cell; that of a complement is its category's.
  private func thresholds(
    _ rule: SuppressionRule, keys: [Int], groups: GroupKeys
  ) -> [Int32] {
    var thresholds = counts.map { _ in Int32(clamping: rule.threshold) }
    for (dimension, threshold) in rule.thresholds {
      for (cell, key) in keys.enumerated() where groups.goesBy(dimension, key) {
        thresholds[cell] = max(thresholds[cell], Int32(clamping: threshold))
      }
    }
    for line in 0..<lines.count {
      guard let complement = lines[line].last.map(Int.init), complement >= matrixCellCount else {
        continue
      }
      thresholds[complement] = thresholds[Int(lines[line][lines[line].startIndex + 1])]
    }
    return thresholds
  }

  /// Does what is asked for single groups, in order.
  private mutating func follow(
    _ instructions: [CellInstruction], cell: ([Int]) -> Int?
  ) {
    // What the rule says of each cell that has an instruction.
    var ruled: [Int: (isPrimary: Bool, higher: Int32)] = [:]
    for instruction in instructions {
      guard let cell = cell(instruction.categories) else { continue }
      let own = ruled[cell] ?? (isPrimary[cell], higher[cell])
      ruled[cell] = own
      if case .cost(let cost) = instruction.order {
        hidingCosts[cell] = cost
        continue
      }
      (isPrimary[cell], higher[cell], lower[cell]) = (own.isPrimary, own.higher, .max)
      isKept[cell] = false
      isHeld.remove(cell)
      switch instruction.order {
      case .show: keep(cell)
      case .showUnlessSmall: if !own.isPrimary { keep(cell) }
      case .hide: if !own.isPrimary { hide(cell) }
      case .keepHidden:
        isHeld.insert(cell)
        hidingCosts[cell] = 1
      case .cost: break
      }
    }
    forcedPrimaries = ruled.count { $0.value.isPrimary && isKept[$0.key] }
  }

  /// Counts a cell as public.
  private mutating func keep(_ cell: Int) {
    isKept[cell] = true
    isHeld.remove(cell)
    isPrimary[cell] = false
    higher[cell] = .max
    lower[cell] = .max
  }

  /// Hides a cell that is not small, so that nobody can tell which number it is.
  private mutating func hide(_ cell: Int) {
    isPrimary[cell] = true
    ease(cell)
  }

  /// Publishes what can be nothing but 0, since all that it is made of, or what it is part of, is.
  private mutating func keepKnownZeros() {
    var new = knownZeros
    while !new.isEmpty {
      for cell in new { keep(Int(cell)) }
      let reached = Set(new.flatMap { linesOfCell[Int($0)] })
      new = []
      for line in reached {
        let members = lines[Int(line)]
        guard let parent = members.first else { continue }
        let parts = members.dropFirst()
        if knownZeros.contains(parent) {
          new.formUnion(parts.filter { !knownZeros.contains($0) })
        } else if parts.allSatisfy(knownZeros.contains) {
          new.insert(parent)
        }
      }
      knownZeros.formUnion(new)
    }
  }

  /// Makes cells that stand in supplementary matrices alone cheap to hide.
  private mutating func easeSupplements(_ described: [MatrixDescription]) {
    var isMain = counts.map { _ in false }
    for (places, matrix) in zip(cellAtPlace, described) where !matrix.isSupplementary {
      for cell in places where cell >= 0 { isMain[Int(cell)] = true }
    }
    for cell in 0..<matrixCellCount where !isMain[cell] {
      hidingCosts[cell] = max(1, hidingCosts[cell] / 8)
    }
  }
}

extension HidingCost {
  /// What it costs to hide a count.
  ///
  /// Large counts are those that readers look for, but a hidden cell is a hidden cell: a count
  /// twice as large costs 8 more, with straight lines between.
  func cost(ofHiding count: Int32) -> Int {
    guard self == .information else { return 1 }
    let count = Int(max(1, count))
    let doublings = Int.bitWidth - 1 - count.leadingZeroBitCount
    return 8 * doublings + (8 * count) >> doublings
  }
}
