import Canvas
import Publication
import TableViews
import Testing

@testable import Explorer

/// Screens of every size.
struct ScreenTests {
  private static let steps = KeyTableTests.ways.keys.sorted { "\($0)" < "\($1)" }

  @Test(arguments: steps)
  func `every size is drawn`(context: Context) {
    var walk = Walk()
    walk.go(KeyTableTests.ways[context] ?? "")
    for rows in 1...30 {
      for columns in [1, 2, 5, 10, 19, 20, 21, 25, 31, 40, 57, 80, 120, 200] {
        let size = Size(rows: rows, columns: columns)
        _ = update(&walk.state, .resize(size))
        let screen = render(walk.state, size: size)
        #expect(screen.size == size)
        #expect(screen.isWhole)
      }
    }
  }

  @Test func `a window made tiny and large again shows what it showed`() {
    var walk = Walk()
    walk.go("Enter Down Down Enter Down Right %")
    let state = walk.state
    walk.go("resize:1x1 resize:3x2 resize:80x24")
    #expect(walk.state == state)
  }

  @Test func `a tiny window says so in one line`() {
    var walk = Walk()
    walk.go("resize:30x4")
    #expect(walk.screen.text.filter { !$0.isEmpty } == ["Too small: prikk needs 20 x 6."])
  }

  @Test func `figures keep their room or are not shown in part`() {
    var walk = Walk()
    walk.go("Enter")
    for columns in 20...90 {
      walk.go("resize:\(columns)x12")
      guard let page = walk.state.page else { continue }
      let geometry = TableGeometry(page, size: walk.state.size)
      #expect(!geometry.columns.isEmpty)
      #expect(geometry.columns.contains { $0.index == page.column })
      for row in geometry.rows {
        let line = geometry.regions.body.lowerBound + row - geometry.rows.lowerBound
        for column in geometry.columns {
          let drawn = walk.screen.read(row: line, from: column.start, to: column.end)
          let figure = page.view[row, column.index].grouped
          #expect(drawn == figure || drawn.allSatisfy { $0 == "#" })
        }
      }
    }
  }

  @Test func `why says the same words for every hidden cell`() {
    var said: Set<String> = []
    for cell in ["Down", "Down Right", "Down Down", "Down Down Right"] {
      var walk = Walk()
      walk.go("Enter Down Down Enter Right Down \(cell)")
      guard let page = walk.state.page, page.view[page.row, page.column].status == .suppressed
      else { continue }
      let text = TextDialog(Inspection(page)).paragraphs.drop { $0.text != "What it says" }
        .prefix { $0.text != "Its values" }
      said.insert(text.map(\.text).joined(separator: "\n"))
      let drawn = text.map(\.text).joined()
      #expect(!drawn.contains { $0.isNumber })
    }
    #expect(said.count == 1)
  }

  @Test func `the mouse selects, goes down and turns the wheel`() {
    var walk = Walk()
    walk.go("Enter click:6,57")
    #expect(walk.state.page?.row == 2)
    #expect(walk.state.page?.column == 1)
    walk.go("double:5,3")
    #expect(walk.state.view?.state.lastDrilled != nil)
    walk.go("wheel:down")
    #expect(walk.state.page?.row == 1)
    walk.go("Esc double:4,5")
    #expect(walk.state.view?.state.table.id == "sample-initiative")
  }
}

extension Screen {
  /// Whether each wide cluster has both its halves and no other cell is empty.
  var isWhole: Bool {
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let isSecondHalf = self[row, column].text.isEmpty
        let follows = column > 0 && displayWidth(of: self[row, column - 1].text) == 2
        if isSecondHalf != follows { return false }
      }
    }
    return true
  }

  /// The text of some columns of a row, without blanks at its ends.
  func read(row: Int, from: Int, to: Int) -> String {
    var text = (from..<to).map { self[row, $0].text }.joined()[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
