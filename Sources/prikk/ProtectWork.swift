import CellFiles
import Classifications
import Cubes
import DelimitedText
import Disclosure
import Publication

/// The work of `prikk protect`, from raw cells to what may leave and what must stay.
struct ProtectWork {
  let table: CellTable
  let dimensions: CellDimensions
  /// The axes of each table that is published.
  let tables: [[MatrixAxis]]
  let seed: UInt64
  let lanes: Int

  /// What came of it.
  struct Result {
    /// What may leave.
    let tables: [ProtectedCells.Table]
    /// The names of its figures.
    let names: [String]
    /// For the producer alone.
    let report: [UInt8]
    /// What the producer may know in passing.
    let summary: String
  }

  /// Hides what `rule` says, and more.
  func hidden(
    _ rule: SuppressionRule, count: String, sums: (name: String, rule: AmountRule)?
  ) throws(Complaint) -> Result {
    guard sums == nil || tables.count == 1 else {
      throw Complaint.asked(
        "--sum: sums are protected in one table: name one with --tables, one hierarchy a column.")
    }
    let (matrices, description) = try counted(sums)
    let release: Release
    let report: ProtectionReport
    do throws(ProtectionFailure) {
      (release, report) = try protected(
        matrices, description: description, policy: .suppression(rule),
        amounts: sums?.rule ?? AmountRule())
    } catch {
      guard case .outOfReach = error else { throw refusal(error) }
      throw refusal(error, wayOut: try wayOut(from: rule, sums))
    }
    let lattices = tables.map { dimensions.lattice(of: $0) }
    // Sums, the last matrix, stand before the numbers of units behind them.
    let published = lattices.enumerated().map { index, lattice in
      let columns = sums == nil ? [index] : [tables.count, index]
      return ProtectedCells.Table(
        lattice,
        figures: columns.map { column in
          (0..<lattice.cellCount).map { release.matrices[column].figure(atCell: $0) }
        })
    }
    let file = reportFile(lattices + (sums == nil ? [] : [lattices[0]]))
    var lines = file.bytes(report.suppression?.hidden ?? [], figure: count)
    var summary = heading + (report.suppression.map { sentence($0, of: count) } ?? "")
    if let sums, let hidden = report.amounts {
      lines += [UInt8(ascii: "\n")] + file.bytes(hidden.hidden, figure: sums.name)
      summary += sentence(hidden, of: sums.name)
    }
    return Result(
      tables: published, names: (sums.map { [$0.name] } ?? []) + [count], report: lines,
      summary: summary + seedSentence)
  }

  /// Rounds the small counts of all finest cells, of which the tables are sums.
  func rounded(base: Int, sweeps: Int, count: String) throws(Complaint) -> Result {
    let finest = dimensions.columns.indices.map {
      MatrixAxis(dimension: $0, depth: dimensions.dimensions[$0].hierarchy.depth)
    }
    let matrix = try margin(finest, id: table.file)
    let release: Release
    let report: ProtectionReport
    do throws(ProtectionFailure) {
      (release, report) = try protected(
        [matrix], description: dimensions.description(tables: [finest]),
        policy: .smallCountRounding(base: base, sweeps: sweeps), activity: "Rounding")
    } catch {
      throw refusal(error)
    }
    let places = table.latticePlaces
    let rounded = table.withCounts(
      places.map { Int32(release.matrices[0].figure(atCell: $0).value ?? 0) })
    let published = try tables.map { axes throws(Complaint) in
      ProtectedCells.Table(
        dimensions.lattice(of: axes),
        figures: [try margin(axes, id: "", of: rounded).lattice.map { .count(Int($0)) }])
    }
    let summary = report.rounding.map { report in
      """
        \(report.roundedCells) of \(table.cellCount) finest cells rounded to 0 or \(base); over \
      all \(report.nonZeroCells) cells that are not empty the deviation is at most \
      \(report.largestDeviation), on average \(decimal(report.meanAbsolute, 3)), RMS \
      \(decimal(report.rootMeanSquare, 3)) (none can be below \
      \(decimal(report.rootMeanSquareBound, 3)))

      """
    }
    return Result(
      tables: published, names: [count],
      report: roundingReport(rounded, dimensions.lattice(of: finest), places, count: count),
      summary: heading + summary.joined() + seedSentence)
  }

  private func margin(
    _ axes: [MatrixAxis], id: String, of other: CellTable? = nil,
    content: CellTable.MarginContent = .figures
  ) throws(Complaint) -> RawMatrix {
    try readingCells { () throws(CellFileError) in
      try (other ?? table).margin(axes, of: dimensions, id: id, content: content)
    }
  }

  /// The raw cells of the tables, those of sums last, and what can be said of them.
  func counted(
    _ sums: (name: String, rule: AmountRule)?
  ) throws(Complaint) -> (matrices: [RawMatrix], description: StatisticDescription) {
    let description = dimensions.description(tables: tables, amount: sums?.name)
    var matrices = try zip(tables, description.matrices).map { axes, matrix throws(Complaint) in
      try margin(axes, id: matrix.id, content: .units)
    }
    if let sums { matrices.append(try margin(tables[0], id: sums.name)) }
    return (matrices, description)
  }

  /// Protects matrices, and says in the terminal how far it is.
  func protected(
    _ matrices: [RawMatrix], description: StatisticDescription, policy: Policy,
    amounts: AmountRule = AmountRule(), activity: String = "Protecting"
  ) throws(ProtectionFailure) -> (release: Release, report: ProtectionReport) {
    let progress = ProgressLine()
    defer { progress.end() }
    let control = ProtectionControl(
      lanes: lanes, progress: { progress.report($0, of: activity) })
    return try protect(
      matrices, description: description, policy: policy, amounts: amounts, seed: seed,
      provenance: "prikk \(programVersion)", control: control)
  }

  private func refusal(_ failure: ProtectionFailure, wayOut: String = "") -> Complaint {
    .failed("\(table.file): \(failure.message)\(wayOut)")
  }

  /// What was read.
  private var heading: String {
    let columns = dimensions.columns.map { column in
      let list = dimensions.dimensions[column.dimensions[0]].hierarchy
      return "\(column.name) \(list.leaves.count)"
    }
    let cells = tables.reduce(0) { $0 + dimensions.lattice(of: $1).cellCount }
    return """
      \(table.file): \(table.cellCount) cells by \(columns.joined(separator: ", "))
        \(tables.count) table\(tables.count == 1 ? "" : "s") of \(cells) cells, totals included

      """
  }

  private var seedSentence: String {
    "  the producer's secret: --seed \(seed) protects the same cells in the same way again\n"
  }

  private func sentence(_ report: SuppressionReport, of figure: String) -> String {
    guard report.primaryCells > 0 else {
      return "  \(figure): none of \(report.nonZeroCells) cells has to be hidden\n"
    }
    var text =
      "  \(figure): of \(report.nonZeroCells) cells \(report.primaryCells) hidden for their "
      + "own sake and \(report.secondaryCells) to protect them; proved by \(report.witnesses) "
      + "other tables that agree with all that is published\n"
    if report.forcedPrimaries > 0 {
      text += "  \(report.forcedPrimaries) small counts shown as --instructions has it\n"
    }
    return text + easedSentence(report)
  }

  private func reportFile(_ lattices: [TableLattice]) -> ProtectReport {
    let totals = dimensions.columns.indices.map {
      dimensions.dimensions[$0].hierarchy.categories[0].code
    }
    return ProtectReport(
      columns: dimensions.columns.map(\.name),
      codes: { place in
        zip(lattices[place.matrix].codes(at: place.place), totals).map { $0 == $1 ? nil : $0 }
      }, totals: totals)
  }

  /// The finest cells that were rounded, before and after.
  private func roundingReport(
    _ rounded: CellTable, _ lattice: TableLattice, _ places: [Int], count: String
  ) -> [UInt8] {
    var writer = DelimitedWriter(format: .commas, lineEnd: .lineFeed)
    writer.write(dimensions.columns.map(\.name) + ["role", count, "published"])
    for (cell, place) in places.enumerated() where table.figures[cell] != rounded.figures[cell] {
      writer.write(
        lattice.codes(at: place)
          + ["rounded", String(table.figures[cell]), String(rounded.figures[cell])])
    }
    return writer.bytes
  }
}

/// How many counts can be told to be small, if any.
func easedSentence(_ report: SuppressionReport) -> String {
  guard report.easedCells > 0 else { return "" }
  return "  of \(report.easedCells) small counts it can be told that they are small, not which\n"
}
