/// What every safe pattern meets: among some cells that may be hidden, enough are.
struct CoverRow: Hashable {
  /// The cells, in order, none of which is hidden in any case.
  let cells: [Int32]
  /// What each adds when it is hidden; no more than is needed.
  let weights: [Int32]
  /// What the weights of hidden cells must add up to at least.
  let need: Int32

  /// Whether a pattern meets the condition.
  func isMet(by isHidden: [Bool]) -> Bool {
    var sum = 0
    for (cell, weight) in zip(cells, weights) where isHidden[Int(cell)] { sum += Int(weight) }
    return sum >= Int(need)
  }
}

/// Derives conditions from multiples of equations, in whole numbers throughout.
///
/// The equations of some lines, each times its price, add up to one that holds for all
/// differences between tables: a × x(p) = Σ d(c) × x(c). How far a primary p can rise is therefore
/// at most what the other hidden cells of that sum can make up for, each in the direction of its d.
/// If that is less than p must be able to differ, more of them must be hidden. This holds for all
/// prices; a solver's dual prices make conditions that a pattern breaks.
struct CoverRowMaker {
  private let system: CellSystem
  /// Whether each cell may be hidden, but need not be.
  private let isFree: [Bool]

  /// What conditions are scaled to where two ways of differing are joined.
  private static let scale = 27_720

  init(_ system: CellSystem, isFree: [Bool]) {
    self.system = system
    self.isFree = isFree
  }

  /// The condition that one line by itself sets for a primary in it.
  func row(for primary: Int, in line: Int) -> CoverRow? {
    let prices = [LinePrice(line: Int32(line), price: system.sign(of: primary, in: line))]
    return row(for: primary, rise: prices, fall: prices)
  }

  /// The condition for a primary to rise by the prices of one solution or fall by those of another.
  ///
  /// `nil` when all patterns meet it, or none does.
  func row(for primary: Int, rise: [LinePrice], fall: [LinePrice]) -> CoverRow? {
    var ways: [Way] = []
    if system.higher[primary] <= system.rises[primary], system.higher[primary] < .max {
      guard let way = way(primary, rise, need: Int(system.higher[primary]), isRise: true)
      else { return nil }
      ways.append(way)
    }
    if system.lower[primary] <= system.falls[primary], system.lower[primary] < .max {
      guard let way = way(primary, fall, need: Int(system.lower[primary]), isRise: false)
      else { return nil }
      ways.append(way)
    }
    return joined(ways)
  }

  /// What is lacking for a primary to differ one way, and what each cell adds to it.
  private struct Way {
    let lack: Int
    let weights: [Int32: Int]
  }

  private func way(
    _ primary: Int, _ prices: [LinePrice], need: Int, isRise: Bool
  ) -> Way? {
    var slopes: [Int32: Int] = [:]
    for entry in prices {
      for (place, cell) in system.lines[Int(entry.line)].enumerated() {
        slopes[cell, default: 0] -= place == 0 ? entry.price : -entry.price
      }
    }
    // The primary's own slope goes to the left.
    let own = -(slopes.removeValue(forKey: Int32(primary)) ?? 0)
    guard own != 0, abs(own) < 1 << 12 else { return nil }
    let isForward = (own > 0) == isRise
    let whole = abs(own) * need
    var lack = whole
    var weights: [Int32: Int] = [:]
    for (cell, slope) in slopes where slope != 0 && mayBeHidden(Int(cell)) {
      let reach = (slope > 0) == isForward ? system.rises[Int(cell)] : system.falls[Int(cell)]
      let (product, overflow) = abs(slope).multipliedReportingOverflow(by: Int(reach))
      let most = overflow ? whole : min(whole, product)
      guard most > 0 else { continue }
      if isFree[Int(cell)] { weights[cell] = most } else { lack -= most }
    }
    return lack > 0 ? Way(lack: lack, weights: weights.mapValues { min($0, lack) }) : nil
  }

  private func mayBeHidden(_ cell: Int) -> Bool {
    isFree[cell] || system.isHiddenAnyway(cell)
  }

  private func joined(_ ways: [Way]) -> CoverRow? {
    guard let first = ways.first else { return nil }
    var weights: [Int32: Int] = [:]
    if ways.count == 1, first.lack <= Self.scale {
      return row(first.weights, need: first.lack)
    }
    for way in ways {
      for (cell, weight) in way.weights {
        let scaled = (weight * Self.scale + way.lack - 1) / way.lack
        weights[cell] = max(weights[cell] ?? 0, scaled)
      }
    }
    return row(weights, need: Self.scale)
  }

  private func row(_ weights: [Int32: Int], need: Int) -> CoverRow? {
    guard weights.values.reduce(0, +) >= need else { return nil }
    let least = weights.values.min() ?? 1
    // Where each cell is enough by itself, the scale does not matter.
    let divisor = least == need ? need : 1
    let cells = weights.keys.sorted()
    return CoverRow(
      cells: cells, weights: cells.map { Int32((weights[$0] ?? 0) / divisor) },
      need: Int32(need / divisor))
  }
}

extension CellSystem {
  /// Whether a cell is hidden in every pattern.
  func isHiddenAnyway(_ cell: Int) -> Bool { isPrimary[cell] || cell >= matrixCellCount }
}
