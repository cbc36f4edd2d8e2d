import Classifications
import Publication
import TestSupport
import Testing

@testable import TableViews

/// Every way in which three municipalities can go into three, with every pattern of hidden cells,
/// against a twin that tries all sets of cells.
@Suite struct RegroupingExhaustiveTests {
  /// The cells that a region is the sum of, by trying all sets of them; `nil` when it is none.
  private static func twin(
    _ region: CategoryIndex, on edition: Regrouping.Edition, year: Int, move: [[Int]]
  ) -> [CategoryIndex]? {
    let regions = SmallLists.regions
    func leaves(_ region: CategoryIndex, _ list: [CategoryIndex]) -> Set<CategoryIndex> {
      Set(list.filter(regions.descendants(of: region).contains))
    }
    let isInForce = (edition == .earlier) == (year == 1)
    if isInForce { return [region] }
    let ownList = edition == .earlier ? SmallLists.earlier : SmallLists.later
    let list = edition == .earlier ? SmallLists.later : SmallLists.earlier
    func shares(_ own: CategoryIndex, _ other: CategoryIndex) -> Bool {
      let (source, target) = edition == .earlier ? (own, other) : (other, own)
      guard let from = SmallLists.earlier.firstIndex(of: source),
        let to = SmallLists.later.firstIndex(of: target)
      else { return false }
      return move[from].contains(to)
    }
    let own = leaves(region, ownList)
    let needed = Set(list.filter { other in own.contains { shares($0, other) } })
    let isWhole = needed.allSatisfy { other in
      ownList.allSatisfy { own.contains($0) || !shares($0, other) }
    }
    guard isWhole else { return nil }
    // All sets of cells that are the region, each leaf in one; the smallest one counts.
    let cells = regions.categories.indices.filter { !leaves($0, list).isEmpty }
    var best: [CategoryIndex]?
    for bits in 1..<(1 << cells.count) {
      let set = cells.indices.filter { bits >> $0 & 1 == 1 }.map { cells[$0] }
      let covered = set.flatMap { leaves($0, list) }
      guard covered.count == needed.count, Set(covered) == needed else { continue }
      if set.count < best?.count ?? .max { best = set }
    }
    return best
  }

  /// The sum of cells, hidden when one of them is.
  private static func sum(
    _ cells: [CategoryIndex], year: Int, hidden: Set<CategoryIndex>
  ) -> Figure {
    var sum = 0
    for cell in cells {
      guard let value = SmallLists.figure(cell, year: year, hidden: hidden).value else {
        return .symbol(.suppressed)
      }
      sum += value
    }
    return .count(sum)
  }

  @Test(arguments: [Regrouping.Edition.earlier, .later], [1, 2])
  func `every region is the sum of published cells or left out`(
    edition: Regrouping.Edition, level: Int
  ) throws {
    let regions = SmallLists.regions
    let list = edition == .earlier ? SmallLists.earlier : SmallLists.later
    let listed = regions.categories.indices.filter { region in
      (regions.levels[region] == level || region == 0)
        && list.contains(where: regions.descendants(of: region).contains)
    }
    var leftOut = 0
    for move in SmallLists.moves {
      let description = SmallLists.description(move)
      var state = ViewState(statistic: description, table: description.tables[0])
      try state.select(.level(level), of: 0)
      try state.show(regions: edition)
      let sums = listed.compactMap { region -> (region: CategoryIndex, cells: [[CategoryIndex]])? in
        let cells = [1, 2].compactMap { Self.twin(region, on: edition, year: $0, move: move) }
        return cells.count == 2 ? (region, cells) : nil
      }
      leftOut += listed.count - sums.count
      for bits in 0..<16 {
        // B has one municipality: both cells are hidden or none.
        let cells: [Set<CategoryIndex>] = [[2], [3], [6, 5], [1]]
        let hidden = cells.indices.filter { bits >> $0 & 1 == 1 }
          .reduce(into: Set<CategoryIndex>()) { $0.formUnion(cells[$1]) }
        let release = SmallLists.release(description, hidden: hidden)
        let view = TableView(state: state, answer: try release.answer(state.query))
        let expected = sums.map { region in
          [1, 2].map { Self.sum(region.cells[$0 - 1], year: $0, hidden: hidden) }
        }
        let shown = view.rows.indices.map { row in
          [0, 1].map { column -> Figure in
            let cell = view[row, column]
            return cell.status == .published
              ? .count(Int(cell.text) ?? -1) : .symbol(cell.status)
          }
        }
        guard view.rows.map(\.categories) == sums.map({ [$0.region] }), shown == expected else {
          Issue.record("\(move) \(hidden) \(edition) \(level): \(shown), not \(expected)")
          return
        }
      }
    }
    #expect(leftOut > 0)
  }

  @Test func `every refusal names the municipalities that are torn`() throws {
    for move in SmallLists.moves {
      let regrouping = SmallLists.regrouping(move)
      for (number, region) in SmallLists.later.enumerated() {
        let sources = SmallLists.earlier.indices.filter { move[$0].contains(number) }
        let torn = sources.filter { move[$0].count > 1 }.map { SmallLists.earlier[$0] }
        switch regrouping.parts(of: region, on: .later, inForce: .earlier) {
        case .torn(let named): #expect(named == torn && !torn.isEmpty)
        case .sum: #expect(torn.isEmpty)
        case .absent: Issue.record("\(region) is on the list")
        }
      }
      // What is on one list only is absent from the other.
      #expect(regrouping.parts(of: 2, on: .later, inForce: .earlier) == .absent)
      #expect(regrouping.parts(of: 8, on: .earlier, inForce: .later) == .absent)
      // The country is the country.
      for edition in Regrouping.Edition.allCases {
        #expect(regrouping.parts(of: 0, on: edition, inForce: edition.other) == .sum([0]))
      }
    }
  }

  @Test func `every mixture of four parts is hidden, missing or the sum`() {
    let figures: [Figure] = [
      .count(3), .symbol(.suppressed), .symbol(.missing), .symbol(.notApplicable),
    ]
    for number in 0..<256 {
      let parts = (0..<4).map { figures[number >> (2 * $0) & 3] }
      var sum = FigureSum()
      for part in parts { sum.add(part) }
      let expected: Figure =
        if parts.allSatisfy({ $0 == .symbol(.notApplicable) }) {
          .symbol(.notApplicable)
        } else if parts.contains(.symbol(.suppressed)) {
          .symbol(.suppressed)
        } else if parts.contains(where: { $0.value == nil }) {
          .symbol(.missing)
        } else {
          .count(12)
        }
      #expect(sum.figure == expected, "\(parts)")
    }
  }
}
