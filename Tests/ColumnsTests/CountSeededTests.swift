import Columns
import Testing

/// Inputs that cross chunks, words and blocks, in each of the ways a cube is tallied.
@Suite struct CountSeededTests {
  /// What dimensions an input has: cardinality of each; negative ones are recoded to fewer.
  static let shapes: [[Int]] = [
    [2], [300], [70_000], [2, 50, 4], [50, 4, 3, 4], [2, 50, 356], [40, 40, 41],
    [256, 257], [257, 256], [2, -50, 4], [-356, -245], [-356, 50, 2], [-3, -3, -3, -3],
    [250, 400, 2], [-400, 250, 3], [2, 2, 2, 2, 2, 2],
  ]

  static let rowCounts = [4095, 4096, 4097, 65_536, 65_537, 200_003]

  private func input(_ shape: [Int], rows: Int, seed: UInt64) -> Rows {
    var numbers = SeededNumbers(seed: seed)
    let dimensions = shape.map { size -> Rows.Dimension in
      let cardinality = abs(size)
      let codes = numbers.codes(rows, below: cardinality, skewed: numbers.next() % 2 == 0)
      guard size < 0 else { return .init(codes, cardinality: cardinality) }
      let extent = cardinality / 2 + 1
      let recode = (0..<cardinality).map { code in
        code % 5 == 4 ? Int32(-1) : Int32(code % extent)
      }
      return .init(codes, cardinality: cardinality, recode: recode, extent: extent)
    }
    return Rows(dimensions: dimensions)
  }

  @Test(arguments: Self.shapes)
  func `counts agree with the slow twin across blocks and lanes`(shape: [Int]) {
    for (seed, rows) in Self.rowCounts.enumerated() {
      let input = input(shape, rows: rows, seed: UInt64(seed))
      let expected = input.naiveCount()
      for lanes in [1, 2, 3, 8] {
        let cube = count(over: input.axes, lanes: lanes, cancellation: nil)
        #expect(cube == expected, "seed \(seed), \(rows) rows, \(lanes) lanes")
      }
    }
  }

  @Test(arguments: Self.shapes)
  func `selected sums agree with the slow twin across blocks and lanes`(shape: [Int]) {
    var numbers = SeededNumbers(seed: 99)
    let widths = [100, 30_000, 2_000_000_000, 1_000_000_000_000]
    for (seed, width) in widths.enumerated() {
      let rows = 140_001 + seed
      var input = input(shape, rows: rows, seed: UInt64(seed))
      input.weights = (0..<rows).map { _ in Int(numbers.next() >> 20) % width - width / 2 }
      // Blocks of words that are empty, full, thin and mixed.
      input.selection = (0..<rows).map { row in
        switch row / 5000 % 4 {
        case 0: false
        case 1: true
        case 2: numbers.next() % 16 == 0
        default: numbers.next() % 8 != 0
        }
      }
      let expected = input.naiveCount()
      let selection = input.selection.map { BitmapColumn($0) }
      let weights = IntegerColumn(input.weights ?? [])
      for lanes in [1, 2, 3, 8] {
        let cube = sum(of: weights, over: input.axes, where: selection, lanes: lanes)
        #expect(cube == expected, "seed \(seed), \(lanes) lanes")
      }
    }
  }

  @Test(arguments: Self.shapes)
  func `sparse cubes hold what dense ones hold`(shape: [Int]) {
    let input = input(shape, rows: 131_073, seed: 7)
    let expected = SparseCube(dense: input.naiveCount())
    for lanes in [1, 2, 3, 8] {
      #expect(sparseCount(over: input.axes, lanes: lanes) == expected)
    }
  }

  @Test
  func `a cube far larger than the data is sparse, and the rule looks at cells and rows only`() {
    let few = Rows(dimensions: [
      .init([0, 299, 5], cardinality: 300), .init([7, 299, 7], cardinality: 300),
    ])
    guard case .sparse(let cube)? = tabulate(over: few.axes) else {
      Issue.record("90,000 cells of 3 rows are gathered sparsely")
      return
    }
    #expect(cube.cells == [7, 5 * 300 + 7, 299 * 300 + 299])
    #expect(cube.dense() == few.naiveCount())
    #expect(count(over: few.axes) == few.naiveCount())
    let codes = (0..<22_500).map { $0 % 300 }
    let enough = Rows(dimensions: [
      .init(codes, cardinality: 300), .init(codes.reversed(), cardinality: 300),
    ])
    guard case .dense(let cells)? = tabulate(over: enough.axes) else {
      Issue.record("4 cells a row are dense")
      return
    }
    #expect(cells == enough.naiveCount())
  }

  @Test func `cells past 32 bits are counted sparsely`() {
    let codes = [0, 69_999, 3, 69_999]
    let axes = Array(repeating: Axis(CodeColumn(codes, cardinality: 70_000)), count: 3)
    let cube = sparseCount(over: axes)
    let last = 70_000 * 70_000 * 70_000 - 1
    #expect(cube?.cells == [0, 3 * (70_000 * 70_000 + 70_000 + 1), last])
    #expect(cube?.totals == [1, 1, 2])
    #expect(cube?[last] == 2)
    #expect(cube?[1] == 0)
  }

  @Test func `a cell of a sparse cube whose amounts cancel out is not kept`() {
    let axis = Axis(CodeColumn([1, 1, 2], cardinality: 3))
    let cube = sparseCount(over: [axis], weights: IntegerColumn([5, -5, 4]))
    #expect(cube?.cells == [2])
    #expect(cube?.totals == [4])
  }
}
