import Columns

/// Rows as the tests write them: plain arrays.
struct Rows {
  /// One dimension: codes, and where each goes.
  struct Dimension {
    var codes: [Int]
    var cardinality: Int
    var recode: [Int32]?
    var extent: Int

    init(_ codes: [Int], cardinality: Int, recode: [Int32]? = nil, extent: Int? = nil) {
      self.codes = codes
      self.cardinality = cardinality
      self.recode = recode
      self.extent = extent ?? cardinality
    }
  }

  var dimensions: [Dimension]
  var selection: [Bool]?
  var weights: [Int]?

  var count: Int { dimensions.first?.codes.count ?? selection?.count ?? weights?.count ?? 0 }

  var axes: [Axis] {
    dimensions.map { dimension in
      let column = CodeColumn(dimension.codes, cardinality: dimension.cardinality)
      guard let recode = dimension.recode else { return Axis(column) }
      return Axis(column, recode: recode, extent: dimension.extent)
    }
  }

  /// The slow twin of every kernel: a dictionary of positions, row by row.
  func naiveCount() -> [Int] {
    var totals: [[Int]: Int] = [:]
    for row in 0..<count where selection?[row] ?? true {
      let positions = dimensions.map { dimension in
        dimension.recode.map { Int($0[dimension.codes[row]]) } ?? dimension.codes[row]
      }
      if !positions.contains(-1) { totals[positions, default: 0] += weights?[row] ?? 1 }
    }
    var cube = Array(repeating: 0, count: dimensions.reduce(1) { $0 * $1.extent })
    for (positions, total) in totals {
      let cell = zip(positions, dimensions).reduce(0) { $0 * $1.1.extent + $1.0 }
      cube[cell] = total
    }
    return cube
  }

  /// What each way of counting gives that differs from the slow twin, on some lanes.
  func disagreements(lanes: Int) -> [String] {
    let expected = naiveCount()
    let selection = selection.map { BitmapColumn($0) }
    let weights = weights.map { IntegerColumn($0) }
    var wrong: [String] = []
    let dense = Columns.count(
      over: axes, where: selection, weights: weights, lanes: lanes, cancellation: nil)
    if dense != expected { wrong.append("count on \(lanes) lanes: \(self)") }
    let sparse = sparseCount(over: axes, where: selection, weights: weights, lanes: lanes)
    if sparse != SparseCube(dense: expected) { wrong.append("sparse on \(lanes) lanes: \(self)") }
    return wrong
  }
}

/// Numbers that look random and are the same in each run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }

  /// Codes below `cardinality`, many of them 0 when `skewed`.
  mutating func codes(_ rows: Int, below cardinality: Int, skewed: Bool = false) -> [Int] {
    (0..<rows).map { _ in
      let code = Int(next() >> 33) % cardinality
      return skewed && next() % 4 != 0 ? 0 : code
    }
  }
}
