import Classifications
@_spi(DisclosureControl) import Publication
import TestSupport
import Testing

@Suite struct ReleaseTests {
  private let release = SampleStatistic.release

  private func query(_ axes: [[CategoryIndex]], table: String = "sample-region") -> TableQuery {
    TableQuery(statistic: "sample", table: table, axes: axes)
  }

  @Test func `every status but published has a symbol and its meaning, as the agency has them`() {
    let expected: [(SymbolProfile, [String])] = [
      (.norway, [":", ".", "..", "..."]), (.denmark, ["..", ".", "…", "…"]),
    ]
    #expect(expected.map(\.0) == SymbolProfile.allCases)
    for (profile, symbols) in expected {
      #expect(profile.symbol(of: .published) == nil)
      #expect(CellStatus.allCases.compactMap(profile.symbol) == symbols)
      for language in Language.allCases {
        let meanings = CellStatus.allCases.map { profile.meaning(of: $0).text(in: language) }
        #expect(Set(meanings).count == 1 + Set(symbols).count, "one meaning a symbol")
      }
    }
    #expect(CellStatus.allCases.map(\.rawValue) == [0, 1, 2, 3, 4])
    #expect(Figure.count(3).value == 3 && Figure.count(3).status == .published)
    #expect(Figure.symbol(.suppressed).value == nil)
    #expect(Figure.symbol(.suppressed).status == .suppressed)
  }

  @Test func `a lattice has each category down to its depth, the last axis fastest`() {
    for matrix in release.matrices {
      let description = matrix.description
      let shape = LatticeShape(description: description, dimensions: release.description.dimensions)
      var cell = 0
      var seen = 0
      func walk(_ axis: Int, _ offset: Int) {
        guard axis < description.axes.count else {
          if offset == cell { seen += 1 }
          cell += 1
          return
        }
        let hierarchy = release.description.dimensions[description.axes[axis].dimension].hierarchy
        for category in hierarchy.categories.indices {
          let position = shape.positions[axis][category]
          #expect((position >= 0) == (hierarchy.levels[category] <= description.axes[axis].depth))
          #expect(matrix.holds(category, along: axis) == (position >= 0))
          if position >= 0 { walk(axis + 1, offset + Int(position) * shape.strides[axis]) }
        }
      }
      walk(0, 0)
      #expect(cell == shape.cellCount && seen == cell && matrix.cellCount == cell)
      #expect(shape.extents.reduce(1, *) == cell)
    }
  }

  @Test func `a block of an answer has the cells of its matrix in order`() throws {
    let axes: [[CategoryIndex]] = [[0, 3, 7], [0, 2], [1, 3], [0, 1, 4]]
    let answer = try release.answer(query(axes))
    #expect(answer.figures.count == 2)
    #expect(answer.query.cellCount == 36)
    var index = 0
    for region in axes[0] {
      for sex in axes[1] {
        for age in axes[2] {
          for intensity in axes[3] {
            let figure = release.matrices[1].figure(at: [region, sex, age, intensity])
            #expect(answer.figures[0][index] == figure)
            // The population has no work intensity.
            #expect(answer.figures[1][index] == release.matrices[3].figure(at: [region, sex, age]))
            index += 1
          }
        }
      }
    }
    #expect(index == answer.figures[0].count)
    #expect(answer.cellsInRelease == release.matrices.reduce(0) { $0 + $1.cellCount })
    let hidden = release.matrices.reduce(0) { sum, matrix in
      sum
        + (0..<matrix.cellCount).filter { matrix.figure(atCell: $0).status == .suppressed }.count
    }
    #expect(answer.hiddenInRelease == hidden && hidden > 0)
  }

  @Test func `a block comes from the first matrix that holds all of it`() throws {
    let municipality = try release.answer(query([[0, 5], [0, 1], [0], [0]]))
    #expect(municipality.figures[0][3] == .symbol(.suppressed))
    #expect(municipality.figures[0][0] == release.matrices[0].figure(at: [0, 0]))
    let county = try release.answer(query([[0, 3], [0], [2], [0]]))
    #expect(county.figures[0][1] == release.matrices[1].figure(at: [3, 0, 2, 0]))
  }

  @Test func `what no matrix holds is refused with every way out, fewest changes first`() {
    let refused = query([[0, 4], [0], [0, 1], [0, 2]])
    #expect(
      throws: TableFailure.notHeld(
        CombinationNotHeld(
          dimensions: [0, 2, 3],
          waysOut: [
            [.init(dimension: 0, level: 1)],
            [.init(dimension: 2, level: 0), .init(dimension: 3, level: 0)],
          ]))
    ) { try release.answer(refused) }
    #expect(throws: TableFailure.unknownTable("none")) {
      try release.answer(query([[0]], table: "none"))
    }
  }

  @Test func `the sample is consistent where nothing is hidden`() {
    // Fixture check: parts sum to totals wherever all are published.
    let matrix = release.matrices[1]
    for parent in [0, 3, 7] {
      for sex in 0...2 {
        let hierarchy = SampleStatistic.regions
        let parts = hierarchy.children[parent].filter { hierarchy.levels[$0] <= 1 }
        guard !parts.isEmpty else { continue }
        let values = parts.map { matrix.figure(at: [$0, sex, 0, 0]).value }
        guard values.allSatisfy({ $0 != nil }) else { continue }
        #expect(
          matrix.figure(at: [parent, sex, 0, 0]).value == values.compactMap(\.self).reduce(0, +))
      }
    }
  }
}
