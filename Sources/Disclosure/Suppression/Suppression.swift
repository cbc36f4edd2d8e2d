import Publication

/// Hides the primary cells of a system, and others so that no primary can be worked out.
struct Suppression {
  private let system: CellSystem
  private let seed: UInt64
  /// Whether each cell is hidden, as complements always are.
  private(set) var isHidden: [Bool] = []
  private var programs = 0
  private var witnesses: [Witness] = []

  init(_ system: CellSystem, seed: UInt64) {
    self.system = system
    self.seed = seed
  }

  /// Finds a safe pattern and proves that it is safe.
  mutating func run(control: ProtectionControl) throws(ProtectionFailure) {
    var cover = LineCover(system)
    cover.close()
    var search = WitnessSearch(system, isHidden: cover.isHidden, seed: seed)
    for cell in system.counts.indices where search.isExposed(cell) {
      if control.isCancelled() { throw .cancelled }
      try search.protect(cell)
      control.progress(Double(cell) / Double(system.counts.count))
    }
    let selection = WitnessSelection(from: search.witnesses, in: system)
    isHidden = selection.isHidden
    programs = search.programCount
    witnesses = selection.witnesses
    try prove()
  }

  /// Checks from scratch that every primary is hidden and differs enough in a witness.
  private func prove() throws(ProtectionFailure) {
    var isProved = system.counts.indices.map { !system.isPrimary[$0] }
    for witness in witnesses {
      guard witness.holds(in: system, isHidden: isHidden) else { throw .notProtected }
      for place in witness.cells.indices where witness.serves(at: place, in: system) {
        isProved[Int(witness.cells[place])] = true
      }
    }
    guard !isProved.contains(false) else { throw .notProtected }
  }

  /// Counts and statuses of the lattice of matrix number `index`, nothing behind a hidden cell.
  func cells(ofMatrix index: Int) -> LatticeCells {
    let places = system.cellAtPlace[index]
    var cells = LatticeCells(count: places.count)
    for (place, cell) in places.enumerated() where cell >= 0 {
      if isHidden[Int(cell)] {
        cells.statuses[place] = CellStatus.suppressed.rawValue
      } else {
        cells.counts[place] = system.counts[Int(cell)]
      }
    }
    return cells
  }

  /// What was done, for the producer.
  var report: SuppressionReport {
    let cells = 0..<system.matrixCellCount
    var report = SuppressionReport(latticeCounts: [])
    report.nonZeroCells = system.matrixCellCount
    report.primaryCells = cells.count { system.isPrimary[$0] }
    report.primaryComplements = system.isPrimary[system.matrixCellCount...].count { $0 }
    report.secondaryCells = cells.count { isHidden[$0] && !system.isPrimary[$0] }
    report.lines = system.lines.count
    report.programs = programs
    report.witnesses = witnesses.count
    report.roles = system.cellAtPlace.map { places in
      places.map { cell -> CellRole in
        guard cell >= 0, isHidden[Int(cell)] else { return .published }
        return system.isPrimary[Int(cell)] ? .primary : .secondary
      }
    }
    return report
  }
}
