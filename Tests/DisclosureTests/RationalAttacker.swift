/// Solves the public equations in exact fractions, one row after the other: slow, and shares
/// nothing with the engine.
struct RationalAttacker {
  /// Groups without a published figure that the equations determine.
  static func determined(by knowledge: PublicKnowledge) -> Set<Int> {
    // Each row: an unknown with the factor 1 that no other row has, and what else is in it.
    var rows: [Int: [Int: Ratio]] = [:]
    for (parent, children) in knowledge.equations {
      var row: [Int: Ratio] = [:]
      func add(_ group: Int, _ factor: Ratio) {
        guard knowledge.figures[group] == nil else { return }
        let sum = (row[group] ?? Ratio(0)) - (Ratio(0) - factor)
        row[group] = sum == Ratio(0) ? nil : sum
      }
      add(parent, Ratio(-1))
      for child in children { add(child, Ratio(1)) }
      for group in row.keys.sorted() {
        guard let factor = row[group], let known = rows[group] else { continue }
        row = difference(row, known, times: factor)
      }
      guard let pivot = row.keys.min(), let lead = row[pivot] else { continue }
      let own = row.mapValues { $0 / lead }
      for (other, held) in rows {
        if let factor = held[pivot] { rows[other] = difference(held, own, times: factor) }
      }
      rows[pivot] = own
    }
    return Set(rows.filter { $0.value.count == 1 }.keys)
  }

  private static func difference(
    _ row: [Int: Ratio], _ other: [Int: Ratio], times factor: Ratio
  ) -> [Int: Ratio] {
    row.merging(other.mapValues { Ratio(0) - $0 * factor }) { $0 - (Ratio(0) - $1) }
      .filter { $0.value != Ratio(0) }
  }
}
