import Columns
import Testing

@Suite struct CountExhaustiveTests {
  /// Every list of `length` numbers below `base`.
  private func lists(_ length: Int, below base: Int) -> [[Int]] {
    (0..<length).reduce([[]]) { lists, _ in
      lists.flatMap { list in (0..<base).map { list + [$0] } }
    }
  }

  @Test func `one axis agrees with its slow twin on every small input and selection`() {
    var checked = 0
    for cardinality in 1...3 {
      for rows in 0...4 {
        for codes in lists(rows, below: cardinality) {
          for bits in lists(rows, below: 2) {
            let input = Rows(
              dimensions: [.init(codes, cardinality: cardinality)], selection: bits.map { $0 == 1 })
            #expect(input.disagreements(lanes: 1) == [])
            checked += 1
          }
        }
      }
    }
    // Σ over cardinality c of Σ over rows r of (2c)ʳ.
    #expect(checked == 31 + 341 + 1555)
  }

  @Test func `two axes agree with their slow twin on every small input and selection`() {
    for rows in 0...3 {
      for slow in lists(rows, below: 2) {
        for fast in lists(rows, below: 3) {
          for bits in lists(rows, below: 2) {
            let input = Rows(
              dimensions: [.init(slow, cardinality: 2), .init(fast, cardinality: 3)],
              selection: bits.map { $0 == 1 }, weights: (0..<rows).map { $0 * 7 - 5 })
            #expect(input.disagreements(lanes: 2) == [])
          }
        }
      }
    }
  }

  @Test func `every recoding of three codes agrees with the slow twin, also those that leave out`()
  {
    for recode in lists(3, below: 3) {
      for codes in lists(3, below: 3) {
        let dimension = Rows.Dimension(
          codes, cardinality: 3, recode: recode.map { Int32($0 - 1) }, extent: 2)
        let plain = Rows.Dimension(codes.reversed(), cardinality: 3)
        #expect(Rows(dimensions: [dimension]).disagreements(lanes: 1) == [])
        #expect(Rows(dimensions: [plain, dimension]).disagreements(lanes: 1) == [])
        #expect(Rows(dimensions: [dimension, dimension]).disagreements(lanes: 1) == [])
      }
    }
  }

  @Test func `rows from 0 to 200 agree whatever the word and chunk they end in`() {
    var numbers = SeededNumbers(seed: 1)
    for rows in 0...200 {
      let input = Rows(
        dimensions: [
          .init(numbers.codes(rows, below: 3), cardinality: 3),
          .init(numbers.codes(rows, below: 300), cardinality: 300),
        ],
        selection: (0..<rows).map { _ in numbers.next() % 3 != 0 })
      #expect(input.disagreements(lanes: 1) == [])
    }
  }

  @Test func `without axes there is one cell, of all that is selected`() {
    let selection = (0..<70_000).map { $0 % 3 == 0 }
    #expect(Rows(dimensions: [], selection: selection).disagreements(lanes: 2) == [])
    let weights = (0..<70_000).map { $0 % 11 - 3 }
    #expect(Rows(dimensions: [], weights: weights).disagreements(lanes: 2) == [])
    #expect(count(over: []) == [0])
  }

  @Test func `an axis without positions gives a cube without cells`() {
    let column = CodeColumn([0, 0], cardinality: 1)
    let nowhere = Axis(column, recode: [-1], extent: 0)
    #expect(count(over: [Axis(column), nowhere]) == [])
    #expect(sparseCount(over: [nowhere])?.cellCount == 0)
    #expect(count(over: [Axis(CodeColumn([], cardinality: 0))]) == [])
  }
}
