public import Classifications
import Publication

/// A row or a column that a search found.
public struct LineMatch: Sendable, Hashable {
  /// Whether the line is a row; else it is a column.
  public let isRow: Bool
  /// Index of the row or column.
  public let index: Int
  /// The dimension that fits: its place in the table.
  public let place: Int
  /// The category that fits.
  public let category: CategoryIndex

  /// A match.
  public init(isRow: Bool, index: Int, place: Int, category: CategoryIndex) {
    self.isRow = isRow
    self.index = index
    self.place = place
    self.category = category
  }
}

extension TableView {
  /// The rows, then the columns with a label, code or alias that has `text` in it, in the order
  /// shown; without regard to case and accents.
  ///
  /// In nested rows only the first row of a group is a match for the group's label. If nothing has
  /// the text, lines with its letters in this order are matches.
  public func matches(_ text: String) -> [LineMatch] {
    let key = SearchKey(text.trimmed)
    guard !key.text.isEmpty else { return [] }
    let found = [(true, rows, state.stub), (false, columns, state.heading)].flatMap {
      matches(key, isRow: $0, lines: $1, places: $2)
    }
    let exact = found.filter { $0.rank != .letters }
    return (exact.isEmpty ? found : exact).map(\.match)
  }

  /// The match that follows `match`, the first one after the last; `nil` when there is none.
  public func find(_ text: String, after match: LineMatch?) -> LineMatch? {
    let all = matches(text)
    guard let match else { return all.first }
    func position(_ match: LineMatch) -> (Int, Int) { (match.isRow ? 0 : 1, match.index) }
    return all.first { position($0) > position(match) } ?? all.first
  }

  private func matches(
    _ key: SearchKey, isRow: Bool, lines: [ViewLine], places: [Int]
  ) -> [(match: LineMatch, rank: SearchRank)] {
    let ranks = places.map { place -> [CategoryIndex: SearchRank] in
      let hierarchy = state.dimension(at: place).hierarchy
      return state.categories(of: place).reduce(into: [:]) { ranks, category in
        ranks[category] = hierarchy.rank(of: key, at: category)
      }
    }
    var result: [(match: LineMatch, rank: SearchRank)] = []
    for (index, line) in lines.enumerated() {
      let before = index > 0 ? lines[index - 1].categories : []
      for depth in places.indices {
        let category = line.categories[depth]
        guard let rank = ranks[depth][category] else { continue }
        let isNew = Array(before.prefix(depth + 1)) != Array(line.categories.prefix(depth + 1))
        guard isNew else { continue }
        result.append(
          (
            LineMatch(isRow: isRow, index: index, place: places[depth], category: category), rank
          ))
        break
      }
    }
    return result
  }
}
