/// What everyone can write down between the cells of a published set.
///
/// First the lines, then, for each quotient, that its part is not above and not below a share of
/// its whole.
struct AttackEquations {
  private let system: CellSystem
  private var ofQuotients: [[(cell: Int, factor: Double)]] = []
  private var quotientsOfCell: [Int: [Int]] = [:]

  /// The lines of `system`, and quotients of its cells.
  init(_ system: CellSystem, ratios: [PublishedRatio]) {
    self.system = system
    for ratio in ratios {
      // A zero that has no cell adds nothing.
      let part = Int(system.cellAtPlace[ratio.part.matrix][ratio.part.place])
      let whole = Int(system.cellAtPlace[ratio.whole.matrix][ratio.whole.place])
      for (sign, factor) in [(1.0, -ratio.share.upperBound), (-1.0, ratio.share.lowerBound)] {
        let members = [(part, sign), (whole, factor)].filter { $0.0 >= 0 }
        for (cell, _) in members { quotientsOfCell[cell, default: []].append(count) }
        ofQuotients.append(members)
      }
    }
  }

  /// How many there are.
  var count: Int { system.lines.count + ofQuotients.count }

  /// Whether the cells of an equation, taken by their factors, may be below 0 together.
  func isBound(_ equation: Int) -> Bool { equation >= system.lines.count }

  /// The cells of an equation, which add up to 0 when taken by their factors.
  func members(of equation: Int) -> [(cell: Int, factor: Double)] {
    guard !isBound(equation) else { return ofQuotients[equation - system.lines.count] }
    return system.lines[equation].enumerated().map { (Int($1), $0 == 0 ? 1 : -1) }
  }

  /// The equations that a cell is in.
  func equations(of cell: Int) -> [Int] {
    system.linesOfCell[cell].map { Int($0) } + (quotientsOfCell[cell] ?? [])
  }
}
