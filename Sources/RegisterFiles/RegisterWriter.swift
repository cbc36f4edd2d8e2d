import DelimitedText
public import Registers

/// Writes the rows of a register as ``RegisterReader`` reads them.
///
/// The header names the columns; codes stand as text, days and months as in ISO 8601, nothing
/// stands for an empty field. Fields stand in quotes only where they must; lines end in LF.
public struct RegisterWriter: Sendable {
  private let records: RegisterRecords
  /// What each column holds, and whether it may be empty: bits only, asked once a field.
  private let forms: [(form: ColumnPlan.Form, isOptional: Bool)]
  /// The codes as they are written, by column.
  private let codes: [[[UInt8]]]
  private let header: [UInt8]

  /// A writer of `records`.
  /// - Precondition: there are columns; no code or name holds a line end.
  public init(_ records: RegisterRecords) {
    precondition(!records.columns.isEmpty, "a register has columns")
    self.records = records
    forms = records.layout.fields.map { (FilePlan.form(of: $0.kind), $0.isOptional) }
    header = Self.line(records.layout.fields.map(\.name))
    codes = records.layout.fields.map { field in
      guard case .code(_, let codes) = field.kind else { return [] }
      return codes.map { Array(Self.line([$0]).dropLast()) }
    }
  }

  /// Rows that are written at a time.
  public static let rowsPerPiece = 1 << 16

  /// Pieces that the file consists of.
  public var pieceCount: Int {
    max(1, (records.rowCount + Self.rowsPerPiece - 1) / Self.rowsPerPiece)
  }

  /// One piece of the file; the first begins with the header.
  ///
  /// Pieces may be made in any order and on any thread.
  /// - Precondition: every number is one that its column may hold.
  public func piece(_ number: Int) -> [UInt8] {
    precondition((0..<pieceCount).contains(number), "there is such a piece")
    let first = number * Self.rowsPerPiece
    let rows = first..<min(first + Self.rowsPerPiece, records.rowCount)
    var bytes = number == 0 ? header : []
    bytes.reserveCapacity(bytes.count + rows.count * 12 * records.columns.count)
    let columns = records.columns
    for row in rows {
      for place in columns.indices {
        if place > 0 { bytes.append(Byte.comma) }
        append(columns[place][row], place, to: &bytes)
      }
      bytes.append(Byte.lineFeed)
    }
    return bytes
  }

  /// The whole file.
  public func bytes() -> [UInt8] {
    (0..<pieceCount).reduce(into: []) { $0 += piece($1) }
  }

  private func append(_ number: Int32, _ place: Int, to bytes: inout [UInt8]) {
    guard number != RegisterRecords.missing else {
      precondition(
        forms[place].isOptional,
        "the column \(records.layout.fields[place].name) is nowhere empty")
      // A lone empty field would be a blank line.
      if forms.count == 1 { bytes += [Byte.quote, Byte.quote] }
      return
    }
    switch forms[place].form {
    case .person:
      precondition(number > 0, "persons are numbered from 1")
      append(Int(number), digits: 1, to: &bytes)
    case .code: bytes += codes[place][Int(number)]
    case .day:
      let (year, month, day) = Day(number: number).parts
      precondition((0...9999).contains(year), "a year has four digits")
      append(year, digits: 4, to: &bytes)
      bytes.append(UInt8(ascii: "-"))
      append(month, digits: 2, to: &bytes)
      bytes.append(UInt8(ascii: "-"))
      append(day, digits: 2, to: &bytes)
    case .month:
      let month = Month(number: number)
      precondition(number >= 0 && month.year <= 9999, "a year has four digits")
      append(month.year, digits: 4, to: &bytes)
      bytes.append(UInt8(ascii: "-"))
      append(month.monthOfYear, digits: 2, to: &bytes)
    case .number:
      if number < 0 { bytes.append(UInt8(ascii: "-")) }
      append(Int(number.magnitude), digits: 1, to: &bytes)
    case .flag:
      precondition(number == 0 || number == 1, "a flag is 0 or 1")
      append(Int(number), digits: 1, to: &bytes)
    }
  }

  /// Appends a number with zeros in front up to `digits`.
  private func append(_ number: Int, digits: Int, to bytes: inout [UInt8]) {
    var scale = 1
    var length = 1
    while length < digits || number / scale >= 10 {
      scale *= 10
      length += 1
    }
    while scale > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / scale % 10))
      scale /= 10
    }
  }

  /// A line of texts.
  private static func line(_ texts: [String]) -> [UInt8] {
    precondition(
      !texts.contains { $0.utf8.contains(where: Byte.endsLine) }, "a line end ends the row")
    var writer = DelimitedWriter(format: .commas, lineEnd: .lineFeed)
    writer.write(texts)
    return writer.bytes
  }
}
