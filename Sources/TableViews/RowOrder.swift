import Classifications
import Publication

/// The cells of the column that rows are sorted by.
struct SortKeys {
  private let keys: [ViewCell]

  /// The cells of `column` of a grid.
  init(grid: FigureGrid, column: Int) {
    keys = grid.isEmpty.indices.map { grid.cells[$0 * grid.width + column] }
  }

  /// Whether `row` stands before `other`: by published figure; those without a figure last.
  func precedes(_ row: Int, _ other: Int, isDescending: Bool) -> Bool {
    let (key, otherKey) = (keys[row], keys[other])
    switch (key.status == .published, otherKey.status == .published) {
    case (true, false): return true
    case (false, _): return false
    case (true, true):
      return isDescending ? key.scaled > otherKey.scaled : key.scaled < otherKey.scaled
    }
  }
}

extension ViewState {
  /// Whether every category of a row stands for all that is shown of its dimension, or is a period,
  /// which nothing stands for.
  func isTotalRow(_ categories: [CategoryIndex]) -> Bool {
    zip(stub, categories).allSatisfy { isTime($0) || top(of: $0) == $1 }
  }

  /// Rows by the figures of one column, each group of an outer category staying together.
  ///
  /// A group stands where its first row would, a value before its parts and they right behind it,
  /// ties in the order of the classification.
  func sorted(
    _ rows: [Int], of categories: [[CategoryIndex]], by keys: SortKeys, isDescending: Bool
  ) -> [Int] {
    sorted(rows[...], depth: 0, of: categories, by: keys, isDescending: isDescending)
  }

  private func sorted(
    _ rows: ArraySlice<Int>, depth: Int, of categories: [[CategoryIndex]], by keys: SortKeys,
    isDescending: Bool
  ) -> [Int] {
    guard depth < stub.count, rows.count > 1 else { return Array(rows) }
    // Invariant: `rows` agree in all dimensions outside `depth` and stand in the order of the
    // classification, so each group is a run.
    var groups: [ArraySlice<Int>] = []
    for position in rows.indices {
      let category = categories[rows[position]][depth]
      if let last = groups.last, categories[rows[last.startIndex]][depth] == category {
        groups[groups.count - 1] = rows[last.startIndex...position]
      } else {
        groups.append(rows[position...position])
      }
    }
    let values = groups.map { categories[rows[$0.startIndex]][depth] }
    let order = treeOrder(of: values, at: stub[depth]) { left, right in
      let (row, other) = (rows[groups[left].startIndex], rows[groups[right].startIndex])
      if keys.precedes(row, other, isDescending: isDescending) { return true }
      if keys.precedes(other, row, isDescending: isDescending) { return false }
      return left < right
    }
    return order.flatMap { group in
      sorted(
        groups[group], depth: depth + 1, of: categories, by: keys, isDescending: isDescending)
    }
  }

  /// The places of `values`, each followed by those of the values below it; values with the same
  /// one above them in the order that `precedes` says.
  private func treeOrder(
    of values: [CategoryIndex], at place: Int, by precedes: (Int, Int) -> Bool
  ) -> [Int] {
    let hierarchy = dimension(at: place).hierarchy
    var positions: [CategoryIndex: Int] = [:]
    for (position, value) in values.enumerated() { positions[value] = position }
    var below: [Int: [Int]] = [:]
    for (position, value) in values.enumerated() {
      let above = hierarchy.path(to: value).dropLast().last { positions[$0] != nil }
      below[above.flatMap { positions[$0] } ?? -1, default: []].append(position)
    }
    var order: [Int] = []
    // Invariant: the last of `open` comes next, then what is below it, then the ones before it.
    var open = (below[-1] ?? []).sorted(by: precedes).reversed().map(\.self)
    while let next = open.popLast() {
      order.append(next)
      open += (below[next] ?? []).sorted(by: precedes).reversed()
    }
    return order
  }
}
