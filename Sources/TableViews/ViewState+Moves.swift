import Classifications
import Publication

extension ViewState {
  /// Moves the dimension at `place` to the end of (or to `index` in) another part of the view.
  ///
  /// One that goes into the filter is shown at its total, or at the top of its branch; one that
  /// comes out of it is opened there. The rows keep at least one dimension.
  public mutating func move(_ place: Int, to placement: Placement, at index: Int?)
    throws(ViewChangeRefused)
  {
    let from = self.placement(of: place)
    guard from != .stub || placement == .stub || stub.count > 1 else {
      throw ViewChangeRefused(reason: "A table keeps at least one dimension in its rows.")
    }
    stub.removeAll { $0 == place }
    heading.removeAll { $0 == place }
    filter.removeAll { $0 == place }
    switch placement {
    case .stub: stub.insert(place, at: Self.position(index, among: stub.count))
    case .heading: heading.insert(place, at: Self.position(index, among: heading.count))
    case .filter:
      filter.append(place)
      filter.sort()
    }
    if placement == .filter {
      selections[place] = .single(valueInFilter(of: place))
    } else if from == .filter, case .single(let category) = selections[place] {
      selections[place] = opened(place, at: category)
    }
    settle()
  }

  private static func position(_ index: Int?, among count: Int) -> Int {
    index.map { max(0, min(count, $0)) } ?? count
  }
}

extension Hierarchy {
  /// The deepest category that has all of `categories` below it or among itself.
  func commonAncestor(of categories: [CategoryIndex]) -> CategoryIndex {
    var common = path(to: categories.first ?? 0)
    for category in categories.dropFirst() {
      let other = path(to: category)
      let shared = zip(common, other).prefix { $0 == $1 }.count
      common.removeSubrange(shared...)
    }
    return common.last ?? 0
  }
}
