import Publication

/// What a cell must be for its row to be shown.
///
/// A cell without a figure is never larger, smaller or among the first: it can only be hidden, or
/// not.
public enum RowTest: Sendable, Hashable {
  /// How a figure stands to a number.
  public enum Relation: String, Sendable, Hashable, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"
    case equal = "="
  }
  /// The figure as it is shown stands so to a number of `scaled` units of the last of `decimals`.
  case compared(Relation, scaled: Int, decimals: Int)
  /// The figure is among so many largest of the rows at its level.
  case top(Int)
  /// The figure is among so many smallest of the rows at its level.
  case bottom(Int)
  /// The figure is not for publication.
  case hidden
  /// There is nothing hidden.
  case notHidden

  /// The test that `text` says, such as `> 1000`, `top 10` or `not hidden`.
  public init(_ text: String) throws(ViewChangeRefused) {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    switch (words.first, words.count) {
    case ("hidden", 1): self = .hidden
    case ("not", 2) where words[1] == "hidden": self = .notHidden
    case ("top", 2), ("bottom", 2):
      guard let count = Int(words[1]), (1...Self.mostRows).contains(count) else {
        throw Self.refusal("“\(words[1])” is not a number of rows from 1 to \(Self.mostRows).")
      }
      self = words[0] == "top" ? .top(count) : .bottom(count)
    default:
      let text = words.joined()
      guard let relation = Relation.allCases.first(where: { text.hasPrefix($0.rawValue) }) else {
        throw Self.refusal(
          words.isEmpty ? "A condition is needed." : "“\(words.joined(separator: " "))” is none.")
      }
      let number = String(text.dropFirst(relation.rawValue.count))
      guard let (scaled, decimals) = Self.number(number) else {
        throw Self.refusal("“\(number)” is not a number such as 1000 or 5.5.")
      }
      self = .compared(relation, scaled: scaled, decimals: decimals)
    }
  }

  /// What can be asked of a cell, in the words that are understood.
  public static let allowed =
    "> 1000, >= 1000, < 5, <= 5.5, = 0, top 10, bottom 5, hidden, not hidden"

  private static let mostRows = 100_000

  private static func refusal(_ reason: String) -> ViewChangeRefused {
    ViewChangeRefused(reason: "\(reason) Possible: \(allowed).")
  }

  /// A decimal number with a point, in units of its last decimal; none written twice ways.
  private static func number(_ text: String) -> (scaled: Int, decimals: Int)? {
    let isNegative = text.hasPrefix("-") || text.hasPrefix("−")
    let parts = text.dropFirst(isNegative ? 1 : 0)
      .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty, parts.last?.isEmpty == false else { return nil }
    let fraction = parts.count == 2 ? String(parts[1]).trimmingZeros : ""
    let digits = String(whole) + fraction
    guard digits.utf8.allSatisfy({ (48...57).contains($0) }), digits.utf8.count <= 15,
      parts.dropFirst().allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let scaled = Int(digits)
    else { return nil }
    return (isNegative ? -scaled : scaled, fraction.utf8.count)
  }

  /// The test as it can be typed.
  public var text: String {
    switch self {
    case .compared(let relation, let scaled, let decimals):
      "\(relation.rawValue) \(ViewCell(scaled: scaled, decimals: decimals).text)"
    case .top(let count): "top \(count)"
    case .bottom(let count): "bottom \(count)"
    case .hidden: "hidden"
    case .notHidden: "not hidden"
    }
  }

  /// Those of `rows` whose cell passes; the first and last are found among rows of the same level.
  func rows(_ rows: [Int], cell: (Int) -> ViewCell, level: (Int) -> [Int]) -> [Int] {
    switch self {
    case .hidden: return rows.filter { cell($0).status == .suppressed }
    case .notHidden: return rows.filter { cell($0).status != .suppressed }
    case .compared(let relation, let scaled, let decimals):
      return rows.filter { row in
        let cell = cell(row)
        guard cell.status == .published else { return false }
        let figure = Int128(cell.scaled) * Int128(powerOfTen(decimals))
        let number = Int128(scaled) * Int128(powerOfTen(cell.decimals))
        return switch relation {
        case .above: figure > number
        case .atLeast: figure >= number
        case .below: figure < number
        case .atMost: figure <= number
        case .equal: figure == number
        }
      }
    case .top(let count), .bottom(let count):
      let sign = if case .top = self { -1 } else { 1 }
      let published = rows.filter { cell($0).status == .published }
      // The figure of the last row that is among the first of its level, turned round for the top.
      let limits = Dictionary(grouping: published, by: level).mapValues { group in
        let figures = group.map { sign * cell($0).scaled }.sorted()
        return figures[min(count, figures.count) - 1]
      }
      return published.filter { row in
        limits[level(row)].map { sign * cell(row).scaled <= $0 } ?? false
      }
    }
  }
}

extension String {
  /// Without zeros at the end.
  fileprivate var trimmingZeros: String {
    String(self[..<(lastIndex { $0 != "0" }.map(index(after:)) ?? startIndex)])
  }
}
