import Cubes
import Disclosure
import Publication
import Testing

/// Every small table there is, attacked by someone who knows nothing of how it was protected.
@Suite struct SuppressionSweepTests {
  /// Where each cell of a table goes when values, or dimensions of one size, change places.
  ///
  /// That changes nothing that matters for protection.
  private static func symmetries(_ shape: [Int]) -> [[Int]] {
    let cells = combinations(shape.map { Array(0..<$0) })
    let renamings = combinations(shape.map { permutations(Array(0..<$0)) })
    let swaps = permutations(Array(shape.indices)).filter { $0.map { shape[$0] } == shape }
    return swaps.flatMap { swap in
      renamings.map { renaming in
        cells.map { cell in
          let renamed = cell.indices.map { renaming[$0][cell[$0]] }
          return swap.reduce(0) { $0 * shape[$1] + renamed[$1] }
        }
      }
    }
  }

  /// Tables of numbers up to 4, the least of each class under `symmetries`.
  private static func representatives(_ count: Int, _ symmetries: [[Int]]) -> [[Int32]] {
    var table = Array(repeating: Int32(0), count: count)
    var found: [[Int32]] = []
    while true {
      let isLeast = symmetries.allSatisfy { symmetry in
        for index in 0..<count where table[symmetry[index]] != table[index] {
          return table[symmetry[index]] > table[index]
        }
        return true
      }
      if isLeast { found.append(table) }
      guard let place = table.lastIndex(where: { $0 < 4 }) else { return found }
      table[place] += 1
      for later in table.indices where later > place { table[later] = 0 }
    }
  }

  /// How many classes there are, by Burnside's lemma: 5 to the power of a symmetry's cycles, on
  /// average.
  private static func classCount(_ symmetries: [[Int]]) -> Int {
    symmetries.reduce(0) { sum, symmetry in
      var isSeen = Array(repeating: false, count: symmetry.count)
      var fixed = 1
      for start in symmetry.indices where !isSeen[start] {
        fixed *= 5
        var cell = start
        while !isSeen[cell] {
          isSeen[cell] = true
          cell = symmetry[cell]
        }
      }
      return sum + fixed
    } / symmetries.count
  }

  private static func permutations(_ items: [Int]) -> [[Int]] {
    guard !items.isEmpty else { return [[]] }
    return items.flatMap { first in
      permutations(items.filter { $0 != first }).map { [first] + $0 }
    }
  }

  private func sweep(_ shape: [Int]) throws {
    let dimensions = shape.enumerated().map { flat("d\($0.offset)", $0.element) }
    let symmetries = Self.symmetries(shape)
    let tables = Self.representatives(shape.reduce(1, *), symmetries)
    #expect(tables.count == Self.classCount(symmetries))
    for table in tables {
      let suppressed = try Suppressed(Fixture(dimensions, inner: table))
      #expect(suppressed.linearlyKnown.isEmpty, "\(shape) \(table)")
      #expect(suppressed.knownByTrying.isEmpty, "\(shape) \(table)")
    }
  }

  @Test func `no single row of up to four values gives anything away`() throws {
    for length in 1...4 { try sweep([length]) }
  }

  @Test func `no table of two by two gives anything away`() throws { try sweep([2, 2]) }

  @Test func `no table of two by three gives anything away`() throws { try sweep([2, 3]) }

  @Test func `no table of two by two by two gives anything away`() throws {
    try sweep([2, 2, 2])
  }

  @Test func `no table of three by three gives anything away`() throws { try sweep([3, 3]) }
}
