import Testing

@testable import Synthesis

@Suite struct SeededGeneratorTests {
  private func generator(_ seed: UInt64 = 5, _ stream: String = "test") -> SeededGenerator {
    SeededGenerator(seed: seed, stream: stream)
  }

  @Test func `seed and stream decide the numbers`() {
    func numbers(_ seed: UInt64, _ stream: String) -> [UInt64] {
      var generator = generator(seed, stream)
      return (0..<4).map { _ in generator.next() }
    }
    #expect(numbers(1, "a") == numbers(1, "a"))
    #expect(numbers(1, "a") != numbers(2, "a"))
    #expect(numbers(1, "a") != numbers(1, "b"))
  }

  @Test func `numbers below a bound reach every value about equally often`() {
    var generator = generator()
    var counts = Array(repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[generator.below(7)] += 1 }
    #expect(counts.allSatisfy { abs($0 - 10_000) < 500 })
    #expect((0..<100).allSatisfy { _ in generator.below(1) == 0 })
  }

  @Test func `every order of three comes up about equally often`() {
    var generator = generator()
    var counts: [[Int]: Int] = [:]
    for _ in 0..<6000 {
      var values = [0, 1, 2]
      generator.shuffle(&values)
      counts[values, default: 0] += 1
    }
    #expect(counts.count == 6)
    #expect(counts.values.allSatisfy { abs($0 - 1000) < 150 })
  }

  @Test func `an order holds every place once and follows a strong lean`() {
    var generator = generator()
    let free = generator.order(count: 500) { _ in 0 }
    #expect(free.sorted() == Array(0..<500))
    #expect(free != Array(0..<500))
    let led = generator.order(count: 500) { $0 % 2 == 0 ? 1.5 : -1.5 }
    #expect(led.prefix(250).allSatisfy { $0 % 2 == 1 })
  }
}

@Suite struct WeightedChoiceTests {
  @Test func `positions come up in proportion to their weights, those without never`() {
    var generator = SeededGenerator(seed: 3, stream: "test")
    for weights in [[1.0], [0, 2, 0], [1, 2, 3, 4], [0.001, 0, 5, 5], [7, 0, 0, 1]] {
      let counts = WeightedChoice(weights).counts(total: 40_000, &generator)
      #expect(counts.reduce(0, +) == 40_000)
      let sum = weights.reduce(0, +)
      for (weight, count) in zip(weights, counts) {
        #expect(weight > 0 || count == 0)
        #expect(abs(Double(count) - 40_000 * weight / sum) < 600)
      }
    }
  }

  @Test func `parts add up to the total and are less than one from their exact share`() {
    let weights: [[Double]] = [[1], [0, 1, 0], [1, 1, 1], [3, 0.5, 0, 9, 2.25], [0, 0, 1e-3]]
    for weights in weights {
      let sum = weights.reduce(0, +)
      for total in 0...200 {
        let parts = apportioned(total, by: weights)
        #expect(parts.reduce(0, +) == total)
        for (weight, part) in zip(weights, parts) {
          #expect(part >= 0 && (weight > 0 || part == 0))
          #expect(abs(Double(part) - Double(total) * weight / sum) < 1 + 1e-9)
        }
      }
    }
  }

  @Test func `repeated counts come back in order`() {
    #expect(repeated([2, 0, 1]) == [0, 0, 2])
  }
}

@Suite struct FittedTests {
  @Test func `a fitted table has the given margins and no negative number`() {
    var generator = SeededGenerator(seed: 11, stream: "test")
    for _ in 0..<400 {
      let (rows, columns) = (1 + generator.below(4), 1 + generator.below(4))
      // Margins of a random table, so that they have one total; many are zero.
      let cells = (0..<rows * columns).map { _ in max(0, generator.below(60) - 20) }
      let prior = cells.map { _ in 0.05 + generator.unit() }
      let rowSums = (0..<rows).map { row in
        (0..<columns).reduce(0) { $0 + cells[row * columns + $1] }
      }
      let columnSums = (0..<columns).map { column in
        (0..<rows).reduce(0) { $0 + cells[$1 * columns + column] }
      }
      let table = fitted(rows: rowSums, columns: columnSums, prior: prior)
      #expect(table.allSatisfy { $0 >= 0 })
      for row in 0..<rows {
        #expect((0..<columns).reduce(0) { $0 + table[row * columns + $1] } == rowSums[row])
      }
      for column in 0..<columns {
        #expect((0..<rows).reduce(0) { $0 + table[$1 * columns + column] } == columnSums[column])
      }
    }
  }

  @Test func `a fitted table follows its prior`() {
    let even = fitted(rows: [100, 100], columns: [100, 100], prior: [1, 1, 1, 1])
    let leaning = fitted(rows: [100, 100], columns: [100, 100], prior: [9, 1, 1, 9])
    #expect(even.allSatisfy { abs($0 - 50) <= 1 })
    #expect(abs(leaning[0] - 90) <= 1 && abs(leaning[3] - 90) <= 1)
  }
}
