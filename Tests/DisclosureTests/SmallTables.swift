/// All tables of one shape with entries of 0 to 4, up to what changes nothing that matters for
/// protection: values, or dimensions of one size, that change places.
struct SmallTables {
  /// Where each cell goes under each symmetry.
  let symmetries: [[Int]]
  private let cellCount: Int

  init(_ shape: [Int]) {
    let cells = combinations(shape.map { Array(0..<$0) })
    let renamings = combinations(shape.map { Self.permutations(Array(0..<$0)) })
    let swaps = Self.permutations(Array(shape.indices)).filter { $0.map { shape[$0] } == shape }
    cellCount = cells.count
    symmetries = swaps.flatMap { swap in
      renamings.map { renaming in
        cells.map { cell in
          let renamed = cell.indices.map { renaming[$0][cell[$0]] }
          return swap.reduce(0) { $0 * shape[$1] + renamed[$1] }
        }
      }
    }
  }

  /// The least table of each class.
  var representatives: [[Int32]] {
    var table = Array(repeating: Int32(0), count: cellCount)
    var found: [[Int32]] = []
    while true {
      let isLeast = symmetries.allSatisfy { symmetry in
        for index in table.indices where table[symmetry[index]] != table[index] {
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
  var classCount: Int {
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
}
