import CellFiles
import Classifications
import DelimitedText
import Disclosure
import Publication

/// A hidden cell that can be told.
struct AuditFinding {
  /// The cell by its codes.
  let cell: String
  /// Its codes, for each column; of a release its matrix.
  let codes: [String]
  let low: Int
  let high: Int?
  /// What it follows from.
  let because: [String]

  /// What can be told.
  var sentence: String {
    let range =
      high == low ? "is \(low)" : high.map { "is \(low) to \($0)" } ?? "is at least \(low)"
    let shown = because.prefix(6).joined(separator: "; ")
    let rest = because.count > 6 ? " and \(because.count - 6) more" : ""
    return "\(cell) \(range), from \(shown)\(rest)"
  }
}

/// What an attack found, and how it is told.
struct AuditOutcome {
  let findings: [AuditFinding]
  /// The names of the columns of codes.
  let columns: [String]
  /// What was attacked, and with what.
  let heading: String
  /// Hidden cells that can be told to be the threshold or more, which tells nothing of a small one.
  var large = 0
  /// Whether a cell is hidden at all.
  var isAnyHidden = true

  /// The findings as text.
  var text: String {
    guard isAnyHidden else {
      return heading
        + "Nothing is hidden. Where small counts are rounded, that is as it should be.\n"
    }
    var text = heading
    if large > 0 {
      text +=
        "\(large) hidden cells can be told to be the threshold or more: hidden to no avail, but "
        + "nothing follows from them.\n"
    }
    guard !findings.isEmpty else {
      return text + "No hidden cell can be told\(large > 0 ? " to be small" : "").\n"
    }
    let cells = findings.count == 1 ? "1 hidden cell" : "\(findings.count) hidden cells"
    text += "\(cells) can be told:\n"
    for finding in findings.prefix(20) { text += "  \(finding.sentence)\n" }
    if findings.count > 20 { text += "  … and \(findings.count - 20) more; --csv FILE has all\n" }
    return text
  }

  /// The findings as CSV.
  var lines: [UInt8] {
    var writer = DelimitedWriter(format: .commas, lineEnd: .lineFeed)
    writer.write(columns + ["low", "high", "from"])
    for finding in findings {
      writer.write(
        finding.codes + [
          String(finding.low), finding.high.map { String($0) } ?? "",
          finding.because.joined(separator: "; "),
        ])
    }
    return writer.bytes
  }
}

/// The work of `prikk audit`.
struct AuditWork {
  let file: String
  let threshold: Int?
  let fewest: Int
  let zeros: ZerosOption?

  /// Attacks cells from a file; `remarks` are told before.
  func run(_ cells: PublishedCells, remarks: [String]) throws(Complaint) -> AuditOutcome {
    let published = try readingCells { () throws(CellFileError) in try cells.tables() }
    try requireSums(published, cells)
    let dimensions = cells.dimensions
    let names = dimensions.columns.map(\.name)
    let count = published.tables.count
    var heading =
      "\(file): \(cells.cellCount) cells in \(count) table\(count == 1 ? "" : "s"), "
      + "\(cells.hiddenCount + cells.exposed.count) hidden\n"
    for column in cells.tellingColumns {
      heading +=
        "The column \(column) says which cells are hidden for their own sake, "
        + "which is not for publication.\n"
    }
    heading += remarks.map { $0 + "\n" }.joined()
    let exposed = exposedFindings(cells)
    guard cells.hiddenCount > 0 else {
      return AuditOutcome(
        findings: exposed.cells, columns: dimensions.columns.map(\.name), heading: heading,
        large: exposed.large, isAnyHidden: !cells.exposed.isEmpty)
    }
    let lattices = published.tables.map {
      PublishedLattice(described: $0.described, counts: $0.counts, isHidden: $0.isHidden)
    }
    let (report, remark) = try attack(lattices, dimensions.dimensions)
    heading += remark
    func codes(_ place: AuditedPlace) -> [String?] {
      let all = published.tables[place.matrix].lattice.codes(at: place.place)
      return zip(all, dimensions.columns.indices).map { code, column in
        code == dimensions.dimensions[column].hierarchy.categories[0].code ? nil : code
      }
    }
    let told = told(
      report.narrow.filter { published.tables[$0.place.matrix].isListed[$0.place.place] })
    let found = told.cells.map { cell in
      AuditFinding(
        cell: cellName(codes(cell.place), of: names),
        codes: published.tables[cell.place.matrix].lattice.codes(at: cell.place.place),
        low: cell.low, high: cell.high,
        because: cell.becauseOf.map { cellName(codes($0), of: names) })
    }
    return AuditOutcome(
      findings: exposed.cells + found, columns: dimensions.columns.map(\.name), heading: heading,
      large: exposed.large + told.large)
  }

  /// Complains of totals that are not what their parts add up to.
  private func requireSums(
    _ published: PublishedTables, _ cells: PublishedCells
  ) throws(Complaint) {
    guard !published.contradictions.isEmpty else { return }
    let names = published.contradictions.prefix(5).map { wrong in
      let codes = published.tables[wrong.table].lattice.codes(at: wrong.place)
      return cellName(
        zip(codes, cells.dimensions.columns.indices).map { code, column in
          code == cells.dimensions.dimensions[column].hierarchy.categories[0].code ? nil : code
        }, of: cells.dimensions.columns.map(\.name))
    }
    throw Complaint.failed(
      """
      \(file): \(published.contradictions.count) totals are not the sum of their parts, all shown: \
      \(names.joined(separator: "; ")).
        Name the hierarchies of the codes with --hierarchy. Figures that are rounded each for \
        itself do not add up and cannot be attacked.
      """)
  }

  /// Attacks with what is known of hidden cells; where that contradicts the figures, with less.
  func attack(
    _ lattices: [PublishedLattice], _ dimensions: [Dimension]
  ) throws(Complaint) -> (report: AuditReport, remark: String) {
    let progress = ProgressLine()
    defer { progress.end() }
    progress.report(ProgressReport(activity: "Attacking", fraction: nil))
    let wanted = max(fewest, (threshold ?? 1) + 1)
    for zeros in zeros.map({ [$0] }) ?? [.published, .protected] {
      let report: AuditReport
      do throws(ProtectionFailure) {
        report = try audit(
          lattices, dimensions: dimensions, zerosArePublished: zeros == .published, fewest: wanted)
      } catch {
        throw Complaint.failed("\(file): \(error.message)")
      }
      guard report.isComplete else { continue }
      let least = zeros == .published ? 1 : 0
      return (
        report,
        "Attacked with \(report.programs) linear programs, knowing that a hidden cell is at least "
          + "\(least).\n"
      )
    }
    throw Complaint.failed(
      """
      \(file): the figures contradict each other: no hidden figures fit them\
      \(zeros == .published ? " when each is at least 1." : ".")
        Where zeros are hidden as small counts are, say --zeros protected.
      """)
  }

  /// The narrow cells that were asked for: below the threshold if one was named, and how many
  /// others there are.
  func told(_ cells: [AuditedCell]) -> (cells: [AuditedCell], large: Int) {
    let narrow = cells.filter { cell in
      guard let high = cell.high else { return false }
      return high - cell.low + 1 < fewest || threshold.map { high < $0 } ?? false
    }
    guard let threshold else { return (narrow, 0) }
    let small = narrow.filter { $0.low < threshold }
    return (small, narrow.count - small.count)
  }

  /// Hidden cells whose figure stands elsewhere, and how many of them are large.
  private func exposedFindings(_ cells: PublishedCells) -> (cells: [AuditFinding], large: Int) {
    let found = cells.exposed.sorted { $0.key < $1.key }.compactMap { number, exposure in
      cells.figure(ofNumber: number).map { (number: number, exposure: exposure, figure: $0) }
    }
    let small = found.filter { shown in threshold.map { shown.figure < $0 } ?? true }
    let findings = small.map { number, exposure, figure in
      let codes = cells.codes(of: number)
      let totals = cells.dimensions.columns.indices.map {
        cells.dimensions.dimensions[$0].hierarchy.categories[0].code
      }
      let place =
        switch exposure {
        case .elsewhere(let line): "line \(line), where it is shown"
        case .earlier: "the earlier set, where it is shown"
        }
      return AuditFinding(
        cell: cellName(codes, of: cells.dimensions.columns.map(\.name)),
        codes: zip(codes, totals).map { $0 ?? $1 },
        low: figure, high: figure, because: [place])
    }
    return (findings, found.count - small.count)
  }
}
