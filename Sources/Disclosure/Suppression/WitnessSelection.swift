/// The witnesses that are kept as the proof: enough for every primary, with few secondary cells.
///
/// A secondary cell that differs in none of them can be published after all.
struct WitnessSelection {
  /// The witnesses kept.
  let witnesses: [Witness]
  /// Whether each cell is hidden.
  let isHidden: [Bool]

  /// A greedy cover: again and again the witness that serves most primaries for what it hides.
  init(from witnesses: [Witness], in system: CellSystem) {
    var isServed = system.isPrimary.map { !$0 }
    var isHidden = system.counts.indices.map {
      system.isPrimary[$0] || $0 >= system.matrixCellCount
    }
    var kept: [Witness] = []
    // Both what a witness serves and what it costs only fall as others are taken.
    var left = Array(witnesses.indices)
    while isServed.contains(false), !left.isEmpty {
      var best: (merit: Double, witness: Int)?
      left.removeAll { index in
        var served = 0
        var cost = 1
        for (place, cell) in witnesses[index].cells.lazy.map(Int.init).enumerated() {
          if !isServed[cell], witnesses[index].serves(at: place, in: system) { served += 1 }
          if !isHidden[cell] { cost += system.hidingCosts[cell] }
        }
        if served == 0 { return true }
        let merit = Double(served) / Double(cost)
        if best.map({ merit > $0.merit }) ?? true { best = (merit, index) }
        return false
      }
      guard let chosen = best?.witness else { break }
      kept.append(witnesses[chosen])
      for (place, cell) in witnesses[chosen].cells.map(Int.init).enumerated() {
        if witnesses[chosen].serves(at: place, in: system) { isServed[cell] = true }
        isHidden[cell] = true
      }
    }
    self.witnesses = kept
    self.isHidden = isHidden
  }
}
