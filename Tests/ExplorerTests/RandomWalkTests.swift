import Canvas
import Publication
import TableViews
import TestSupport
import Testing

@testable import Explorer

/// Ten thousand keys, clicks, sizes and late answers in any order.
struct RandomWalkTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func `nothing goes wrong whatever is pressed`(seed: UInt64) {
    var random = Seeded(seed: seed)
    // The last two seeds walk through a series with periods and two lists of regions.
    let release = seed < 7 ? SampleStatistic.release : SampleSeries.release
    var walk = Walk(source: SampleTableSource(releases: [release]))
    for step in 0..<1_250 {
      Self.step(&walk, &random)
      let before = walk.state.terminal
      let screen = walk.screen
      guard screen.size == before, screen.isWhole else {
        Issue.record("seed \(seed), step \(step): the screen is not filled")
        return
      }
      if let problem = Self.problem(walk, screen, release) {
        Issue.record("seed \(seed), step \(step): \(problem)")
        return
      }
      if random.next() % 8 == 0, let problem = Self.undoProblem(walk) ?? Self.trailProblem(walk) {
        Issue.record("seed \(seed), step \(step): \(problem)")
        return
      }
      walk.effects = []
    }
  }

  private static let keys: [KeyPress] = Context.allCases.flatMap { context in
    KeyTable.bindings(context).flatMap(\.keys)
  }

  private static func step(_ walk: inout Walk, _ random: inout Seeded) {
    let sizes = ["80x24", "120x40", "40x12", "20x6", "33x9", "1x1", "64x20"]
    switch random.next() % 24 {
    case 0: walk.go("resize:" + sizes[Int(random.next() % UInt64(sizes.count))])
    case 1: walk.isHolding.toggle()
    case 2, 3: walk.release()
    case 4: walk.take(.tick)
    case 5: walk.go("progress")
    case 6:
      let words = ["exists:sample-region.csv", "kept-exists:sample-region", "kept:a", "found"]
      walk.go(words[Int(random.next() % 4)])
    case 7:
      let position = Position(row: Int(random.next() % 30), column: Int(random.next() % 90))
      let actions: [MouseAction] = [.click, .doubleClick, .wheelUp, .wheelDown]
      walk.take(.mouse(actions[Int(random.next() % 4)], position))
    case 8:
      let letters = Array("aegkrsøáн한")
      walk.take(.key(.character(letters[Int(random.next() % UInt64(letters.count))])))
    case 9: walk.go("Esc")
    case 10: walk.go("Enter")
    default: walk.take(.key(keys[Int(random.next() % UInt64(keys.count))]))
    }
    if !walk.isHolding { while !walk.held.isEmpty { walk.release() } }
  }

  /// What is wrong with the screen of a table, or `nil`.
  private static func problem(_ walk: Walk, _ screen: Screen, _ release: Release) -> String? {
    guard let page = walk.state.drawnPage, ScreenRegions.isUseful(walk.state.size) else {
      return nil
    }
    guard walk.state.page?.view.state.table.id == page.view.state.table.id else {
      return "another table is drawn"
    }
    let view = page.view
    guard page.row <= page.lastRow, page.column <= page.lastColumn else {
      return "the cursor is outside the table"
    }
    guard page.hasCells else { return nil }
    let geometry = TableGeometry(page, size: walk.state.size)
    guard geometry.rows.contains(page.row),
      geometry.columns.contains(where: { $0.index == page.column })
    else { return "the cursor is out of sight" }
    if let problem = inspectionProblem(walk, release) { return problem }
    guard walk.state.message == nil else { return nil }
    let hidden: Int
    switch walk.state.dialog {
    case nil: hidden = screen.size.rows
    case .pivot(let pivot): hidden = pivot.box(size: walk.state.size).top
    default: return nil
    }
    let tabRows = walk.state.tabRows(of: walk.state.terminal)
    for row in geometry.rows {
      let line = geometry.regions.body.lowerBound + row - geometry.rows.lowerBound
      guard line < hidden else { break }
      for column in geometry.columns {
        let drawn = screen.read(row: tabRows + line, from: column.start, to: column.end)
        let expected = Self.expected(view, release, row: row, column: column.index)
        guard expected == nil || drawn == expected || drawn.allSatisfy({ $0 == "#" }) else {
          return "\(drawn) is drawn where the release says \(expected ?? "")"
        }
      }
    }
    return nil
  }

  /// What is wrong with what stands around a cell of counts that is looked at, or `nil`.
  private static func inspectionProblem(_ walk: Walk, _ release: Release) -> String? {
    guard case .text(let text)? = walk.state.dialog, let inspection = text.inspection,
      let page = walk.state.page, page.view.state == inspection.state,
      page.view.columns[page.column].measure == 0, release.description.id == "sample"
    else { return nil }
    for (part, found) in zip(inspection.surroundings.parts, inspection.found) {
      guard let found,
        let expected = InspectionTests.expected(part.relation, part.label, page, release)
      else { continue }
      if found != expected { return "“\(found)” is said where the release says “\(expected)”" }
    }
    return nil
  }

  /// What a cell has to show, looked up in the release; `nil` where it is a published percentage,
  /// compared with another one, or a sum on a list of regions.
  private static func expected(
    _ view: TableView, _ release: Release, row: Int, column: Int
  ) -> String? {
    let state = view.state
    guard state.change == .none, state.regions == nil, view.columns[column].derivation == nil else {
      return nil
    }
    var axes = state.table.dimensions.indices.map { state.categories(of: $0).prefix(1) }
    for (place, category) in zip(state.stub, view.rows[row].categories) { axes[place] = [category] }
    for (place, category) in zip(state.heading, view.columns[column].categories) {
      axes[place] = [category]
    }
    // Asked as the view asks, so that the same matrix answers.
    guard let answer = try? release.answer(state.query) else { return nil }
    var index = 0
    for (axis, all) in zip(axes, state.query.axes) {
      guard let wanted = axis.first, let place = all.firstIndex(of: wanted) else { return nil }
      index = index * all.count + place
    }
    switch answer.figures[0][index] {
    case .symbol(let status): return state.statistic.symbols.symbol(of: status)
    case .count(let count):
      let measure = view.columns[column].measure ?? state.measures[0]
      guard case .count = state.table.measures[measure].kind,
        state.percent == .none
      else { return nil }
      return grouped(count)
    }
  }

  /// A step back followed by one forward, when nothing is under way, ends where it began.
  private static func trailProblem(_ walk: Walk) -> String? {
    guard let page = walk.state.page, walk.state.dialog == nil, walk.held.isEmpty,
      !walk.state.isWaiting, walk.state.trail.reaches(-1), ScreenRegions.isUseful(walk.state.size)
    else { return nil }
    for keys in ["[ ]", "` `"] where keys == "[ ]" || !walk.state.trail.cameBack {
      var back = walk
      back.isHolding = false
      back.state.message = nil
      back.go(String(keys.prefix(1)))
      guard back.state.page?.view.state == walk.state.trail.past.last?.view else {
        return "back leads elsewhere"
      }
      back.go(String(keys.suffix(1)))
      // In a window of another size than then, what was in sight may have moved; nothing else has.
      guard back.state.page?.view == page.view, back.state.page?.snapshot == page.snapshot,
        back.state.trail.past.map(\.view) == walk.state.trail.past.map(\.view)
      else {
        return "\(keys) does not return: \(back.state.page?.view == page.view) "
          + "\(back.state.page?.snapshot == page.snapshot) at \(walk.state.size)"
      }
    }
    return nil
  }

  /// Undo followed by redo, when nothing is under way, ends where it began.
  private static func undoProblem(_ walk: Walk) -> String? {
    guard let page = walk.state.page, walk.state.dialog == nil, walk.held.isEmpty,
      !walk.state.isWaiting, !page.undo.isEmpty
    else { return nil }
    var back = walk
    back.isHolding = false
    back.state.message = nil
    back.go("u")
    guard let earlier = back.state.page, earlier.view.state == page.undo.last?.view else {
      return "undo leads elsewhere"
    }
    back.go("R")
    // In a window of another size than then, what was in sight may have moved; nothing else has.
    guard let after = back.state.page, after.view == page.view, after.snapshot == page.snapshot,
      after.undo.map(\.view) == page.undo.map(\.view), after.redo == page.redo
    else {
      return "redo does not return what undo took at \(walk.state.size): row \(page.row), column "
        + "\(page.column), top \(page.top), left \(page.left)"
    }
    return nil
  }
}

/// Numbers that are the same for the same seed.
struct Seeded {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The next number.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
