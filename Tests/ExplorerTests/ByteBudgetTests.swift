import Canvas
import Explorer
import Testing

/// How much of the screen a key changes: what goes through a slow line.
struct ByteBudgetTests {
  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 40, columns: 120)])
  func `going down row by row changes little`(size: Size) throws {
    var state = try LargeTable.state(size: size)
    for _ in 0..<3 { _ = update(&state, .key(.right)) }
    var screen = render(state, size: size)
    var bytes: [Int] = []
    for _ in 0..<200 {
      _ = update(&state, .key(.down))
      let next = render(state, size: size)
      bytes.append(Self.cost(from: screen, to: next))
      screen = next
    }
    // The table is denser and its labels are longer than those of the embedded ones, which stay
    // below 300.
    #expect(bytes.sorted()[100] <= 270, "\(bytes.sorted()[100]) bytes a Down in the middle")
    // At the edge of the page, too: there the terminal scrolls.
    #expect(bytes.max() ?? 0 <= 320, "\(bytes.max() ?? 0) bytes at most")
  }

  @Test func `a page changes no more than the screen`() throws {
    let size = Size(rows: 40, columns: 120)
    var state = try LargeTable.state(size: size)
    let screen = render(state, size: size)
    _ = update(&state, .key(.pageDown))
    let next = render(state, size: size)
    #expect(Self.cost(from: screen, to: next) <= 4_000)
    #expect(Self.cost(from: Screen(size: size), to: next) <= 6_000)
  }

  @Test func `a key that does nothing changes nothing`() throws {
    let size = Size(rows: 24, columns: 80)
    var state = try LargeTable.state(size: size)
    let screen = render(state, size: size)
    _ = update(&state, .key(.up))
    _ = update(&state, .tick)
    #expect(render(state, size: size) == screen)
  }

  /// Bytes to make `old` into `new`, a block of lines being scrolled by one when that is cheaper.
  static func cost(from old: Screen, to new: Screen) -> Int {
    let size = new.size
    let blank = (0..<size.columns).map { _ in Cell.blank }
    let olds = (0..<size.rows).map { row in (0..<size.columns).map { old[row, $0] } }
    let news = (0..<size.rows).map { row in (0..<size.columns).map { new[row, $0] } }
    let still = (0..<size.rows).map { cost(from: olds[$0], to: news[$0]) }
    let entering = news.map { cost(from: blank, to: $0) }
    let moved = (0..<size.rows).map { row in
      row + 1 < size.rows ? cost(from: olds[row + 1], to: news[row]) : entering[row]
    }
    var most = 0
    for top in 0..<size.rows {
      // Invariant: what scrolling the rows from `top` to before `bottom` saves up to there.
      var saved = 0
      for bottom in top..<size.rows {
        most = max(most, saved + still[bottom] - entering[bottom] - scrollBytes)
        saved += still[bottom] - moved[bottom]
      }
    }
    return still.reduce(0, +) - most
  }

  /// Sets the region, goes to its end, scrolls, and takes the region away.
  private static let scrollBytes = 25

  /// Bytes for the cells of a row that differ: up to six to go somewhere, six for another face,
  /// the text.
  private static func cost(from old: [Cell], to new: [Cell]) -> Int {
    var bytes = 0
    var face: Face?
    var last = -100
    for column in new.indices where old[column] != new[column] {
      let cell = new[column]
      bytes += min(column - last - 1, 6)
      if cell.face != face { bytes += 6 }
      face = cell.face
      last = column
      bytes += cell.text.utf8.count
    }
    return bytes
  }
}
