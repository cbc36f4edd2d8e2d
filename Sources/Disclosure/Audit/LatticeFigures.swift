import Cubes

/// The figures of one matrix as they are joined with those of others: all of them raw, or some
/// hidden.
struct LatticeFigures {
  /// Identifier of the matrix.
  let id: String
  /// The axes, slowest first.
  let axes: [RawMatrix.Axis]
  /// Row-major counts of the whole lattice; 0 where one is hidden.
  let counts: [Int32]
  /// Whether each is hidden; empty when none is.
  let isHidden: [Bool]
  /// Whether empty places are of interest, but for those that can have nobody.
  private let keepsZeros: Bool
  private let isBarred: [Bool]

  /// All figures of a raw matrix; `isBarred` says where nobody can be, if it says anything.
  init(_ raw: RawMatrix, isBarred: [Bool], keepsZeros: Bool) {
    id = raw.id
    axes = raw.axes
    counts = raw.lattice
    isHidden = []
    self.keepsZeros = keepsZeros
    self.isBarred = isBarred
  }

  /// What is published of a matrix.
  init(
    id: String, axes: [RawMatrix.Axis], counts: [Int32], isHidden: [Bool], keepsZeros: Bool
  ) {
    precondition(isHidden.isEmpty || isHidden.count == counts.count, "a mark for each cell")
    self.id = id
    self.axes = axes
    self.counts = counts
    self.isHidden = isHidden
    self.keepsZeros = keepsZeros
    isBarred = []
  }

  /// Whether a place has a cell even when nobody is there.
  func keepsZero(_ place: Int) -> Bool { keepsZeros && (isBarred.isEmpty || !isBarred[place]) }

  /// Whether the figure of a cell is hidden.
  func isHidden(_ place: Int) -> Bool { !isHidden.isEmpty && isHidden[place] }
}
