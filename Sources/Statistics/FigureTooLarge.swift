internal import Cubes

/// Registers add up to a figure that no population or account can have.
///
/// Each row may be right by itself: it is their sum that is not. Nothing is counted then, for a
/// figure that is cut off would look like a figure.
public struct FigureTooLarge: Error, Sendable, Hashable {
  /// The matrix that it would stand in.
  public let matrix: String

  /// The largest figure, and with a minus the least: a little short of 2³¹, so that rounding has
  /// room.
  public static let largest = 2_000_000_000

  /// What is wrong, and what can be done about it.
  public var message: String {
    "the registers add up to more than \(Self.largest) in the figures of \(matrix). "
      + "Look for rows that stand twice or have too large numbers."
  }
}

/// The inner counts of `matrix`, once no cell of its lattice is too large.
/// - Complexity: O(cells), and O(lattice cells × axes) where they are large.
func innerCounts(
  _ counts: [Int], of matrix: String, axes: [RawMatrix.Axis]
) throws(FigureTooLarge) -> [Int32] {
  let limit = FigureTooLarge.largest
  // No cell of the lattice is further from 0 than all inner cells together.
  if counts.reduce(0, { $0 + abs($1) }) > limit {
    let zeros = Array(repeating: Int32(0), count: counts.count)
    let lattice = RawMatrix(id: matrix, axes: axes, innerCounts: zeros).rollUp(counts)
    guard lattice.allSatisfy({ abs($0) <= limit }) else { throw FigureTooLarge(matrix: matrix) }
  }
  return counts.map { Int32($0) }
}
