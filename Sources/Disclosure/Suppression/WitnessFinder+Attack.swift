extension WitnessFinder {
  /// The regions of hidden cells in which a primary is attacked, until one tells.
  private static let attacked = [200]

  /// A witness for `centre` among hidden cells, or a condition that the pattern breaks.
  ///
  /// Neither when there are other tables but none in whole numbers was found.
  mutating func attack(
    _ centre: Int, _ maker: CoverRowMaker
  ) -> (witness: Witness?, row: CoverRow?) {
    for limit in Self.attacked {
      region.fill(around: centre, in: system, isHidden: isHidden, limit: limit, cheapest: 0)
      var prices: [[LinePrice]] = []
      for isRise in [true, false] {
        guard let need = system.need(of: centre, isRise: isRise) else {
          prices.append([])
          continue
        }
        guard let solution = farthest(centre, isRise: isRise, need: need) else { return (nil, nil) }
        if abs(solution.columns[0]) > need - 1e-6 {
          return (wholeWitness(solution.columns), nil)
        }
        prices.append(
          wholePrices(solution.prices, lines: region.linesWithRow, tolerance: 1e-6))
      }
      if let row = maker.row(for: centre, rise: prices[0], fall: prices[1]),
        !row.isMet(by: isHidden)
      {
        return (nil, row)
      }
      // Where nothing lies outside the region a larger one tells no more.
      if region.cells.count < limit { break }
    }
    return (nil, nil)
  }

  /// How far the centre can rise or fall within the region.
  private mutating func farthest(
    _ centre: Int, isRise: Bool, need: Double
  ) -> LinearProgram.Solution? {
    var program = LinearProgram(rowCount: Int(region.rowCount))
    for cell in region.cells {
      let far = cell == centre ? need : 64 * need
      program.addColumn(
        reach(of: cell, below: far, above: far), cost: cell == centre ? (isRise ? -1 : 1) : 0,
        rows: region.rows(of: cell, in: system))
    }
    programCount += 1
    return program.minimum(startsFeasible: true)
  }

  private func wholeWitness(_ values: [Double]) -> Witness? {
    let centre = Int32(region.cells[0])
    let found = FoundValues(cells: region.cells, values: values)
    for part in found.parts(in: system) where part.contains(0) {
      guard let witness = found.witness(of: part, in: system),
        let place = witness.cells.firstIndex(of: centre), witness.serves(at: place, in: system)
      else { continue }
      return witness
    }
    return nil
  }
}
