import CellFiles
import Disclosure

extension ProtectWork {
  /// What can be done when what is to be published gives too much away: the one level that has to
  /// be left out, found by trying each, and otherwise what else there is.
  ///
  /// Takes a brief search for each dimension.
  func wayOut(
    from rule: SuppressionRule, _ sums: (name: String, rule: AmountRule)?
  ) throws(Complaint) -> String {
    var brief = rule
    brief.effort = .brief
    let tried = dimensions.coarser(tables)
    var best: (coarser: CoarserTables, shown: Int, cells: Int)?
    for coarser in tried {
      let work = ProtectWork(
        table: table, dimensions: dimensions, tables: coarser.tables, seed: seed, lanes: lanes)
      let (matrices, description) = try work.counted(sums)
      let made = try? work.protected(
        matrices, description: description, policy: .suppression(brief),
        amounts: sums?.rule ?? AmountRule(), activity: "Trying without \(coarser.without)")
      guard let report = made?.report.suppression else { continue }
      let shown = report.nonZeroCells - report.primaryCells - report.secondaryCells
      if shown > best?.shown ?? -1 { best = (coarser, shown, report.nonZeroCells) }
    }
    return "\n  " + sentence(best, tried: tried) + "\n  " + Self.others
  }

  private func sentence(
    _ best: (coarser: CoarserTables, shown: Int, cells: Int)?, tried: [CoarserTables]
  ) -> String {
    guard let best else {
      return tried.isEmpty
        ? "There is no level that could be left out."
        : "To leave out a single column or level does not help; tried: "
          + tried.map { $0.without + ($0.instead.map { " for \($0)" } ?? "") }
          .joined(separator: ", ") + ".\n  Show fewer levels or tables (--tables)."
    }
    let list = best.coarser.tables.map { dimensions.name(of: $0) }.joined(separator: ",")
    let change =
      best.coarser.instead.map { "With \($0) instead of \(best.coarser.without)" }
      ?? "Without \(best.coarser.without)"
    return "\(change) it can be done, and shows \(best.shown) of \(best.cells) cells:\n"
      + "    --tables '\(list)'"
  }

  private static let others = """
    Or put codes together, or let it be known of cells that cannot be protected fully that they
      are small: --range reach-where-possible. An earlier pattern can be followed less closely:
      --freeze preferred.
    """
}
