import Columns
import Testing

/// Sums with their contributors agree with a slow twin that knows nothing of columns.
@Suite struct AmountTallyTests {
  /// The amounts of the rows of each cell, by a dictionary of positions.
  private static func naive(_ input: Rows) -> [[Int]] {
    var amounts: [[Int]: [Int]] = [:]
    for row in 0..<input.count where input.selection?[row] ?? true {
      let positions = input.dimensions.map { dimension in
        dimension.recode.map { Int($0[dimension.codes[row]]) } ?? dimension.codes[row]
      }
      if !positions.contains(-1) {
        amounts[positions, default: []].append(input.weights?[row] ?? 0)
      }
    }
    let none: [Int] = []
    var cells = Array(repeating: none, count: input.dimensions.reduce(1) { $0 * $1.extent })
    for (positions, own) in amounts {
      cells[zip(positions, input.dimensions).reduce(0) { $0 * $1.1.extent + $1.0 }] = own
    }
    return cells
  }

  private static func isEqual(_ input: Rows) -> Bool {
    let expected = naive(input)
    let amounts = IntegerColumn(input.weights ?? [])
    let selection = input.selection.map { BitmapColumn($0) }
    let tally = tallyAmounts(of: amounts, over: input.axes, where: selection)
    return tally.sums == expected.map { $0.reduce(0, +) }
      && tally.contributors == expected.map { $0.count { $0 != 0 } }
      && tally.largest == expected.map { $0.map { abs($0) }.max() ?? 0 }
      && tally.magnitudes == expected.map { $0.reduce(0) { $0 + abs($1) } }
      && gatherAmounts(of: amounts, over: input.axes, where: selection) == expected
  }

  @Test func `every small input agrees with its slow twin, debts and zeros included`() {
    let amounts = [-7, 0, 3]
    for rows in 0...3 {
      let choices = (0..<rows).reduce([[]] as [[Int]]) { lists, _ in
        lists.flatMap { list in (0..<12).map { list + [$0] } }
      }
      for choice in choices {
        // A code of 0 or 1, selected or not, and an amount.
        let input = Rows(
          dimensions: [.init(choice.map { $0 % 2 }, cardinality: 2)],
          selection: choice.map { $0 / 2 % 2 == 1 }, weights: choice.map { amounts[$0 / 4] })
        #expect(Self.isEqual(input), "\(input)")
      }
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `recoded axes agree with their slow twin`(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let rows = Int(seed) * 9
    let recode = numbers.codes(6, below: 5).map { Int32($0 - 1) }
    let input = Rows(
      dimensions: [
        .init(numbers.codes(rows, below: 6), cardinality: 6, recode: recode, extent: 4),
        .init(numbers.codes(rows, below: 3, skewed: true), cardinality: 3),
      ],
      selection: seed % 2 == 0 ? nil : numbers.codes(rows, below: 3).map { $0 > 0 },
      weights: numbers.codes(rows, below: 2_001).map { $0 - 700 })
    #expect(Self.isEqual(input))
  }

  @Test func `without axes there is one cell`() {
    let tally = tallyAmounts(of: IntegerColumn([3, 0, -8]), over: [])
    #expect(tally.sums == [-5])
    #expect(tally.contributors == [2])
    #expect(tally.largest == [8])
    #expect(tally.magnitudes == [11])
  }
}
