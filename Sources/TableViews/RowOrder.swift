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
  /// A group stands where its first row would, a total before its parts, ties in the order of the
  /// classification.
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
    let total = self.total(of: stub[depth])
    let order = groups.enumerated().sorted { left, right in
      let (row, other) = (rows[left.element.startIndex], rows[right.element.startIndex])
      let isTotal = categories[row][depth] == total
      let isOtherTotal = categories[other][depth] == total
      if isTotal != isOtherTotal { return isTotal }
      if keys.precedes(row, other, isDescending: isDescending) { return true }
      if keys.precedes(other, row, isDescending: isDescending) { return false }
      return left.offset < right.offset
    }
    return order.flatMap { group in
      sorted(
        group.element, depth: depth + 1, of: categories, by: keys, isDescending: isDescending)
    }
  }

  /// The category shown first that has all others shown below it, or `nil` when there is none.
  private func total(of place: Int) -> CategoryIndex? {
    let shown = categories(of: place)
    guard let first = shown.first else { return nil }
    let below = dimension(at: place).hierarchy.descendants(of: first)
    return shown.allSatisfy(below.contains) ? first : nil
  }
}
