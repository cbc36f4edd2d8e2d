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
    let sorted = bytes.sorted()
    #expect(sorted[100] <= 200, "\(sorted[100]) bytes a Down in the middle")
    #expect(
      bytes.reduce(0, +) / bytes.count <= 300, "\(bytes.reduce(0, +) / bytes.count) on average")
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

  /// Bytes for the cells that differ: up to six to go somewhere, six for another face, the text.
  static func cost(from old: Screen, to new: Screen) -> Int {
    var bytes = 0
    var face: Face?
    for row in 0..<new.size.rows {
      var last = -100
      for column in 0..<new.size.columns where old[row, column] != new[row, column] {
        let cell = new[row, column]
        bytes += min(column - last - 1, 6)
        if cell.face != face { bytes += 6 }
        face = cell.face
        last = column
        bytes += cell.text.utf8.count
      }
    }
    return bytes
  }
}
