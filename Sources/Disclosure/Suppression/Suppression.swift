@_spi(DisclosureControl) import Publication

/// Hides the primary cells of a system, and others so that no primary can be worked out.
struct Suppression {
  private let system: CellSystem
  private let seed: UInt64
  private var isHidden: [Bool] = []
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

  /// Checks from scratch that every primary is hidden and differs in a witness.
  private func prove() throws(ProtectionFailure) {
    var isProved = system.counts.indices.map { !system.isPrimary[$0] }
    for witness in witnesses {
      guard witness.holds(in: system, isHidden: isHidden) else { throw .notProtected }
      for cell in witness.cells { isProved[Int(cell)] = true }
    }
    guard !isProved.contains(false) else { throw .notProtected }
  }

  /// Matrix number `index` with its hidden cells hidden.
  func protectedMatrix(
    _ index: Int, description: StatisticDescription, notApplicable: [UInt8]
  ) -> ProtectedMatrix {
    let places = system.cellAtPlace[index]
    var counts = Array(repeating: Int32(0), count: places.count)
    var statuses = notApplicable.isEmpty ? Array(repeating: 0, count: places.count) : notApplicable
    for (place, cell) in places.enumerated() where cell >= 0 {
      if isHidden[Int(cell)] {
        statuses[place] = CellStatus.suppressed.rawValue
      } else {
        counts[place] = system.counts[Int(cell)]
      }
    }
    return ProtectedMatrix(
      description: description.matrices[index], dimensions: description.dimensions,
      counts: counts, statuses: statuses.contains { $0 != 0 } ? statuses : [])
  }

  /// What was done, for the producer.
  var report: SuppressionReport {
    let cells = 0..<system.matrixCellCount
    let roles = system.cellAtPlace.map { places in
      places.map { cell -> CellRole in
        guard cell >= 0, isHidden[Int(cell)] else { return .published }
        return system.isPrimary[Int(cell)] ? .primary : .secondary
      }
    }
    return SuppressionReport(
      nonZeroCells: system.matrixCellCount,
      primaryCells: cells.count { system.isPrimary[$0] },
      primaryComplements: system.isPrimary[system.matrixCellCount...].count { $0 },
      secondaryCells: cells.count { isHidden[$0] && !system.isPrimary[$0] },
      lines: system.lines.count, programs: programs, witnesses: witnesses.count, roles: roles)
  }
}
