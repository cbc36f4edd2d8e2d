import Classifications
import Publication
import TestSupport

@testable import TableViews

/// The state in which a sample table opens.
func sampleState(_ table: TableDescription = SampleStatistic.regionTable) -> ViewState {
  ViewState(statistic: SampleStatistic.description, table: table)
}

/// The view of a sample table after `change`.
func sampleView(
  _ table: TableDescription = SampleStatistic.regionTable,
  _ change: (inout ViewState) throws -> Void = { _ in }
) throws -> TableView {
  var state = sampleState(table)
  try change(&state)
  return try view(of: state)
}

/// The view of a state, with figures of the sample release.
func view(of state: ViewState) throws -> TableView {
  TableView(state: state, answer: try SampleStatistic.release.answer(state.query))
}

/// Numbers that look drawn, the same in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let mixed = (state ^ (state >> 33)) &* 0xff51_afd7_ed55_8ccd
    return mixed ^ (mixed >> 33)
  }
}

/// A walk through views as a user at the keys would make it.
struct ViewWalk {
  var state: ViewState
  var numbers: SeededNumbers

  init(_ table: TableDescription, seed: UInt64) {
    state = sampleState(table)
    numbers = SeededNumbers(seed: seed)
  }

  /// Makes some change, and says whether it was allowed.
  mutating func step() -> Bool {
    let place = Int.random(in: state.table.dimensions.indices, using: &numbers)
    let hierarchy = state.dimension(at: place).hierarchy
    let category = Int.random(in: hierarchy.categories.indices, using: &numbers)
    do throws(ViewChangeRefused) {
      switch Int.random(in: 0..<19, using: &numbers) {
      case 0: try state.drill(into: category, of: place)
      case 1: try state.goUp(in: place)
      case 2, 3:
        let placement = Placement.allCases[Int.random(in: 0..<3, using: &numbers)]
        try state.move(place, to: placement, at: Int.random(in: 0..<3, using: &numbers))
      case 4:
        let level = Int.random(in: 0...hierarchy.depth, using: &numbers)
        try state.select(.level(level), of: place)
      case 5:
        let others = (0..<3).map { _ in
          Int.random(in: hierarchy.categories.indices, using: &numbers)
        }
        try state.select(.chosen(others), of: place)
      case 6: try state.select(.single(category), of: place)
      case 7: try state.select(.branch(category), of: place)
      case 8: state.cyclePercent()
      case 9:
        let all = state.table.measures.indices.shuffled(using: &numbers)
        try state.show(measures: Array(all.prefix(Int.random(in: 1...2, using: &numbers))))
      case 10: state.toggleEmptyRows()
      case 15: state.toggleTotals()
      case 16, 17:
        let tests: [RowTest] = [
          .top(2), .bottom(3), .hidden, .notHidden, .compared(.above, scaled: 50, decimals: 0),
          .compared(.atMost, scaled: 125, decimals: 1), .compared(.equal, scaled: 0, decimals: 0),
        ]
        let column = (try? view(of: state))?.columns.randomElement(using: &numbers)
        try state.show(
          rowsWhere: column.flatMap { column in
            tests.randomElement(using: &numbers).map {
              RowCondition(
                categories: column.categories, measure: column.measure ?? 0,
                derivation: column.derivation, test: $0)
            }
          })
      case 14:
        let figures = state.derivableFigures.shuffled(using: &numbers)
        try state.show(
          measures: Bool.random(using: &numbers) ? state.measures : [],
          derived: Array(figures.prefix(Int.random(in: 1...3, using: &numbers))))
      case 11: try state.unfold(category, of: place)
      case 12: try state.fold(category, of: place)
      case 13: try state.unfoldAll(of: place)
      default:
        if let view = try? view(of: state), let column = view.columns.randomElement(using: &numbers)
        {
          state.cycleSort(by: column)
        }
      }
      return true
    } catch {
      return false
    }
  }
}
