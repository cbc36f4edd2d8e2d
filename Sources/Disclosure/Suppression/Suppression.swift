import Publication

/// Hides the primary cells of a system, and others so that no primary can be worked out.
struct Suppression {
  private var system: CellSystem
  private let seed: UInt64
  private let mayEase: Bool
  private let effort: SuppressionEffort
  /// Whether each cell is hidden, as complements always are.
  private(set) var isHidden: [Bool] = []
  private var programs = 0
  private var witnesses: [Witness] = []
  private var eased = 0
  private var bound = 0
  /// For each secondary cell a primary that has no witness without it.
  private var protectedBy: [Int: Int] = [:]

  /// Nothing hidden yet; whether primaries that cannot differ as much as they need may differ less.
  init(
    _ system: CellSystem, seed: UInt64, mayEase: Bool, effort: SuppressionEffort = .brief
  ) {
    self.system = system
    self.seed = seed
    self.mayEase = mayEase
    self.effort = effort
  }

  /// How many secondary cells are tried for what could stand in for them.
  private static let mostTried = 4_000
  /// The same when the search is brief.
  private static let mostTriedBriefly = 100

  /// Finds a safe pattern and proves that it is safe.
  mutating func run(control: ProtectionControl) throws(ProtectionFailure) {
    func part(_ start: Double, _ end: Double) -> ProtectionControl {
      ProtectionControl(
        lanes: control.lanes, isCancelled: control.isCancelled,
        progress: { control.progress(start + (end - start) * $0.share, $0.standing) })
    }
    var search = PatternSearch(
      system, isHidden: system.counts.indices.map(system.isHiddenAnyway), seed: seed,
      effort: effort)
    var plan = PatternPlan(system, seed: seed, effort: effort)
    try plan.run(&search, control: part(0, 0.5))
    bound = plan.bound
    search.leastCost = bound
    search.restart(from: plan.isHidden)
    let planned = search.secondaryCount
    if effort == .thorough, system.isSmall {
      try search.findWitnesses(control: part(0.5, 0.6))
    }
    try search.protect(control: part(0.6, 0.7))
    if mayEase, !search.outOfReach.isEmpty {
      eased = search.outOfReach.count
      for cell in search.outOfReach { system.ease(cell) }
      try search.ease(control: part(0.7, 0.7))
    }
    guard search.outOfReach.isEmpty else { throw .outOfReach(cells: search.outOfReach.count) }
    // What was planned with attacks is hard to better; what had to be added to it is not.
    if effort == .brief || search.secondaryCount > planned {
      let most = effort == .brief ? Self.mostTriedBriefly : Self.mostTried
      try search.thin(steps: min(most, search.secondaryCount), control: part(0.7, 1))
    }
    isHidden = search.isHidden
    for cell in search.idleSecondaries { isHidden[cell] = false }
    // To hide more takes nothing from any witness.
    for cell in system.isHeld { isHidden[cell] = true }
    programs = search.programCount + plan.programCount
    witnesses = search.livingWitnesses
    for cell in 0..<system.matrixCellCount where isHidden[cell] && !system.isPrimary[cell] {
      protectedBy[cell] = search.exposedWithout(cell).first
    }
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
    report.easedCells = eased
    report.secondaryCost = cells.reduce(0) {
      $0 + (isHidden[$1] && !system.isPrimary[$1] ? max(1, system.hidingCosts[$1]) : 0)
    }
    report.leastSecondaryCost = bound
    report.hidden = hiddenCells
    report.roles = system.cellAtPlace.map { places in
      places.map { cell -> CellRole in
        guard cell >= 0, isHidden[Int(cell)] else { return .published }
        return system.isPrimary[Int(cell)] ? .primary : .secondary
      }
    }
    return report
  }

  /// Every hidden cell of a matrix, with what the witnesses show that it can be.
  private var hiddenCells: [HiddenCell] {
    var low = system.counts
    var high = system.counts
    for witness in witnesses {
      for (cell, change) in zip(witness.cells.map(Int.init), witness.changes) {
        low[cell] = min(low[cell], system.counts[cell] + change)
        high[cell] = max(high[cell], system.counts[cell] + change)
      }
    }
    return (0..<system.matrixCellCount).filter { isHidden[$0] }.map { cell in
      HiddenCell(
        place: place(of: cell), role: system.isPrimary[cell] ? .primary : .secondary,
        count: Int(system.counts[cell]), low: Int(low[cell]), high: Int(high[cell]),
        protects: protectedBy[cell].map { place(of: $0) },
        equation: system.isPrimary[cell] ? [] : equation(of: cell))
    }
  }

  /// The line of a secondary cell with most primaries in it: the one that it is hidden for.
  private func equation(of cell: Int) -> [AuditedPlace] {
    let line = system.linesOfCell[cell].max { left, right in
      func primaries(_ line: Int32) -> Int {
        system.lines[Int(line)].count { system.isPrimary[Int($0)] }
      }
      return primaries(left) < primaries(right)
    }
    guard let line else { return [] }
    return system.lines[Int(line)].map { place(of: Int($0)) }
  }

  private func place(of cell: Int) -> AuditedPlace {
    let home = system.homes[cell]
    return AuditedPlace(matrix: Int(home.matrix), place: Int(home.place))
  }
}
