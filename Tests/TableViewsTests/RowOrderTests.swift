import Classifications
import Publication
import TestSupport
import Testing

@testable import TableViews

@Suite struct RowOrderTests {
  private func names(_ view: TableView) -> [String] {
    view.rows.map { $0.texts.joined(separator: "/") }
  }

  @Test func `the total stays first and what has no figure comes last`() throws {
    let view = try sampleView { state in
      try state.select(.chosen([0, 2, 4, 5, 6, 8, 9]), of: 0)
      try state.sort(by: SortOrder(categories: [1], measure: 0, isDescending: true))
    }
    #expect(
      names(view) == [
        "Norway", "Oslo kommune", "Tromsø", "Harstad - Hárstták", "Risør", "Kristiansand",
        "Iveland",
      ])
    let ascending = try sampleView { state in
      try state.select(.chosen([0, 2, 4, 5, 6, 8, 9]), of: 0)
      try state.sort(by: SortOrder(categories: [1], measure: 0, isDescending: false))
    }
    #expect(
      names(ascending) == [
        "Norway", "Risør", "Harstad - Hárstták", "Tromsø", "Oslo kommune", "Kristiansand",
        "Iveland",
      ])
  }

  @Test func `groups of an outer value stay together`() throws {
    let view = try sampleView { state in
      try state.move(1, to: .stub, at: nil)
      try state.select(.chosen([1, 7]), of: 0)
      try state.sort(by: SortOrder(categories: [], measure: 0, isDescending: false))
    }
    #expect(view.rows.map { $0.categories[0] } == [7, 7, 7, 1, 1, 1])
    #expect(
      view.rows.map { $0.categories[1] }.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
        == [0, 0])
    let figures = view.cells.compactMap(\.value)
    #expect(figures[1] <= figures[2] && figures[4] <= figures[5])
  }

  @Test(arguments: 0..<40) func `sorting only puts rows in another order`(seed: Int) throws {
    var walk = ViewWalk(SampleStatistic.regionTable, seed: 9000 + UInt64(seed))
    for _ in 0..<30 {
      _ = walk.step()
      guard let sorted = try? view(of: walk.state), let sort = walk.state.sort else { continue }
      var plain = walk.state
      try plain.sort(by: nil)
      let unsorted = try view(of: plain)
      func rows(_ view: TableView) -> Set<[String]> {
        Set(
          view.rows.indices.map { row in
            ["\(view.rows[row].categories)"] + view.columns.indices.map { view[row, $0].text }
          })
      }
      #expect(rows(sorted) == rows(unsorted))
      guard walk.state.stub.count == 1 else { continue }
      let column = try #require(
        sorted.columns.firstIndex {
          $0.categories == sort.categories && $0.measure == sort.measure
            && $0.derivation == sort.derivation
        }
      )
      let hierarchy = walk.state.dimension(at: walk.state.stub[0]).hierarchy
      let values = sorted.rows.map { $0.categories[0] }
      func above(_ value: CategoryIndex) -> CategoryIndex? {
        hierarchy.path(to: value).dropLast().last(where: values.contains)
      }
      for (parent, rows) in Dictionary(grouping: values.indices, by: { above(values[$0]) }) {
        let cells = rows.map { sorted[$0, column] }
        let figures = cells.prefix { $0.status == .published }.map(\.scaled)
        #expect(cells.dropFirst(figures.count).allSatisfy { $0.status != .published })
        #expect(figures == figures.sorted(by: sort.isDescending ? (>) : (<)))
        // Parts stand in one run right behind what they are part of.
        guard let parent, let first = values.firstIndex(of: parent) else { continue }
        let below = values.indices.filter { $0 != first }
          .filter { hierarchy.descendants(of: parent).contains(values[$0]) }
        #expect(below == Array(first + 1..<first + 1 + below.count))
      }
    }
  }

  @Test func `rows of nothing but zeros are left out, those with a hidden figure never`() throws {
    let view = try sampleView { state in
      try state.drill(into: 3, of: 0)
      state.toggleEmptyRows()
    }
    #expect(names(view) == ["Agder", "Kristiansand", "Iveland"])
    #expect(view.emptyRowCount == 1)
    let hidden = try sampleView { state in
      try state.drill(into: 3, of: 0)
      try state.select(.chosen([1, 2]), of: 1)
      state.toggleEmptyRows()
    }
    #expect(names(hidden) == ["Agder", "Kristiansand", "Iveland"], "nothing but hidden figures")
    let filtered = try sampleView { state in
      try state.select(.single(4), of: 3)
      state.toggleEmptyRows()
    }
    #expect(names(filtered) == ["Norway"], "no figure can occur; the total row stays")
  }

  @Test func `a figure that rounds to nothing is not nothing`() throws {
    let view = try sampleView { state in
      try state.move(3, to: .stub, at: 0)
      try state.move(0, to: .filter, at: nil)
      try state.select(.single(11), of: 0)
      try state.show(measures: [1])
      state.toggleEmptyRows()
    }
    let counts = try sampleView { state in
      try state.move(3, to: .stub, at: 0)
      try state.move(0, to: .filter, at: nil)
      try state.select(.single(11), of: 0)
    }
    for row in counts.rows.indices.dropFirst() {
      let isEmpty = counts.columns.indices.allSatisfy {
        counts[row, $0].value == 0 || counts[row, $0].status == .notApplicable
      }
      #expect(view.rows.contains(counts.rows[row]) == !isEmpty)
    }
  }
}
