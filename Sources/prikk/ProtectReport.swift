import DelimitedText
import Disclosure
import Publication

/// The protection report as a file for the producer alone: every hidden cell, and why.
///
/// `low` and `high` are the least and the greatest that the cell is in the other tables by which
/// its safety was proved: whoever attacks cannot rule them out, and may well have to think it
/// possible that it is farther away.
struct ProtectReport {
  /// The names of the columns of codes.
  let columns: [String]
  /// The codes of a place in the lattice of a matrix, by column; `nil` for a total.
  let codes: (AuditedPlace) -> [String?]
  /// What stands for a total, by column.
  let totals: [String]

  /// The lines about hidden cells.
  func bytes(_ hidden: [HiddenCell], figure: String) -> [UInt8] {
    var writer = DelimitedWriter(format: .commas, lineEnd: .lineFeed)
    writer.write(columns + ["role", figure, "low", "high", "protects", "equation"])
    for cell in hidden {
      let role = cell.role == .primary ? "primary" : "secondary"
      writer.write(
        zip(codes(cell.place), totals).map { $0 ?? $1 }
          + [
            role, String(cell.count), String(cell.low), String(cell.high),
            cell.protects.map(name) ?? "", equation(cell.equation),
          ])
    }
    return writer.bytes
  }

  /// A cell by the codes that are no totals.
  func name(_ place: AuditedPlace) -> String {
    cellName(codes(place), of: columns)
  }

  private func equation(_ places: [AuditedPlace]) -> String {
    guard let total = places.first else { return "" }
    return name(total) + " = " + places.dropFirst().map(name).joined(separator: " + ")
  }
}
