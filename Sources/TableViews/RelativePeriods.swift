import Classifications
import Publication

/// Periods counted from the latest one, so that a view goes on with its statistic: `last`,
/// `last-1` for the one before, and `last:3` for the last three.
extension Dimension {
  /// The period that `text` counts to; `nil` when it counts none, or there are not so many.
  func countedPeriod(_ text: String) -> CategoryIndex? {
    guard isTime, text.hasPrefix("last") else { return nil }
    let steps = text == "last" ? 0 : text.hasPrefix("last-") ? Int(text.dropFirst(5)) : nil
    let periods = hierarchy.leaves
    guard let steps, steps >= 0, steps < periods.count else { return nil }
    return periods[periods.count - 1 - steps]
  }

  /// The last periods that `text` counts, fewer when there are not so many.
  func countedPeriods(_ text: String) -> [CategoryIndex]? {
    guard isTime, text.hasPrefix("last:"), let count = Int(text.dropFirst(5)), count > 0 else {
      return nil
    }
    return Array(hierarchy.leaves.suffix(count))
  }

  /// A period, counted from the latest.
  fileprivate func counted(_ period: CategoryIndex) -> String? {
    let periods = hierarchy.leaves
    guard let place = periods.firstIndex(of: period) else { return nil }
    let steps = periods.count - 1 - place
    return steps == 0 ? "last" : "last-\(steps)"
  }
}

extension ViewOptions {
  /// The options that make `state`, with periods that end in the latest counted from it.
  ///
  /// A view of earlier periods keeps them: whoever looks back means those years.
  public init(onNewPeriods state: ViewState) {
    self.init(state)
    for place in state.table.dimensions.indices where state.isTime(place) {
      let dimension = state.dimension(at: place)
      let shown = state.categories(of: place)
      let name = dimension.id
      guard shown.elementsEqual(dimension.hierarchy.leaves.suffix(shown.count)) else { continue }
      if case .level = state.selections[place] {
        // All periods, also later ones.
      } else {
        let isOne = shown.count == 1
        replace("\(name)=", with: "\(name)=" + (isOne ? "last" : "last:\(shown.count)"))
      }
      guard let order = state.sort, let column = state.heading.firstIndex(of: place) else {
        continue
      }
      let period = order.categories[column]
      guard let counted = dimension.counted(period) else { continue }
      let code = "\(name)=\(state.code(of: period, at: place))"
      sort = sort.map { sort in
        let ends = sort.lastIndex(of: ":") ?? sort.endIndex
        let terms = sort[..<ends].split(separator: ",").map { term in
          term == code[...] ? "\(name)=\(counted)" : String(term)
        }
        return terms.joined(separator: ",") + sort[ends...]
      }
    }
  }

  /// Replaces the values of a dimension where they are named one by one.
  private mutating func replace(_ prefix: String, with text: String) {
    func replaced(_ texts: [String]) -> [String] { texts.map { $0.hasPrefix(prefix) ? text : $0 } }
    filter = replaced(filter)
    select = replaced(select)
  }
}
