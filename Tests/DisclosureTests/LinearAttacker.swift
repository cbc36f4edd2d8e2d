/// Solves the public equations and says which hidden groups have only one solution.
struct LinearAttacker {
  private static let prime = 2_147_483_647

  /// Groups without a published figure that the equations determine.
  ///
  /// Gauss–Jordan elimination modulo 2³¹ − 1 over whole rows. A group is determined when its row
  /// of the reduced system has no other unknown.
  static func determined(by knowledge: PublicKnowledge) -> Set<Int> {
    let unknowns = knowledge.figures.indices.filter { knowledge.figures[$0] == nil }
    var column: [Int: Int] = [:]
    for (index, unknown) in unknowns.enumerated() { column[unknown] = index }
    var rows: [[Int]] = []
    for (parent, children) in knowledge.equations {
      var row = Array(repeating: 0, count: unknowns.count)
      if let place = column[parent] { row[place] = prime - 1 }
      for child in children {
        if let place = column[child] { row[place] = (row[place] + 1) % prime }
      }
      if row.contains(where: { $0 != 0 }) { rows.append(row) }
    }
    var pivots: [Int] = []
    for place in unknowns.indices {
      let next = pivots.count
      guard let pivot = rows[next...].firstIndex(where: { $0[place] != 0 }) else { continue }
      rows.swapAt(next, pivot)
      let factor = inverse(rows[next][place])
      rows[next] = rows[next].map { $0 * factor % prime }
      let source = rows[next]
      let support = source.indices.filter { source[$0] != 0 }
      for row in rows.indices where row != next && rows[row][place] != 0 {
        let times = prime - rows[row][place]
        for index in support {
          rows[row][index] = (rows[row][index] + times * source[index]) % prime
        }
      }
      pivots.append(place)
      if pivots.count == rows.count { break }
    }
    return Set(
      pivots.enumerated().filter { row, _ in rows[row].count { $0 != 0 } == 1 }
        .map { unknowns[$0.element] })
  }

  private static func inverse(_ value: Int) -> Int {
    var (result, base, exponent) = (1, value, prime - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      exponent >>= 1
    }
    return result
  }
}
