import Columns
import Testing

@Suite struct BitmapColumnTests {
  @Test func `selections combine bit by bit at every length around a word`() {
    var numbers = SeededNumbers(seed: 5)
    for rows in [0, 1, 2, 63, 64, 65, 127, 128, 129] {
      let left = (0..<rows).map { _ in numbers.next() % 2 == 0 }
      let right = (0..<rows).map { _ in numbers.next() % 3 == 0 }
      let (first, second) = (BitmapColumn(left), BitmapColumn(right))
      #expect(first & second == BitmapColumn(zip(left, right).map { $0 && $1 }))
      #expect(first | second == BitmapColumn(zip(left, right).map { $0 || $1 }))
      #expect(~first == BitmapColumn(left.map { !$0 }))
      #expect(~(~first) == first)
      #expect(first | ~first == BitmapColumn(repeating: true, count: rows))
      #expect(first & ~first == BitmapColumn(repeating: false, count: rows))
      #expect(first.selectedCount == left.count { $0 })
      #expect((~first).selectedCount == left.count { !$0 })
      #expect((0..<rows).map { first[$0] } == left)
    }
  }

  @Test func `every set of codes selects its rows`() {
    let codes = (0..<130).map { $0 * $0 % 5 }
    let column = CodeColumn(codes, cardinality: 5)
    for set in 0..<32 {
      let members = (0..<5).filter { set >> $0 & 1 == 1 }
      let selection = BitmapColumn(column, in: members)
      #expect(selection == BitmapColumn(codes.map { members.contains($0) }))
    }
  }

  @Test(arguments: [256, 257, 65_536, 65_537])
  func `a set of codes selects its rows in every width`(cardinality: Int) {
    let codes = (0..<1000).map { $0 * 7919 % cardinality } + [cardinality - 1]
    let members: Set<Int> = [cardinality - 1, 0, codes[500], codes[999]]
    let selection = BitmapColumn(CodeColumn(codes, cardinality: cardinality), in: members)
    #expect(selection == BitmapColumn(codes.map { members.contains($0) }))
    #expect(selection.count == 1001)
  }
}
