import DelimitedText
public import Publication

extension TableDocument {
  /// The document as comma-separated values (RFC 4180): UTF-8, lines end in CR LF.
  ///
  /// Fields are quoted only where they must be, quotes are doubled. There is no thousand mark and a
  /// cell without a figure is never empty, unless a status column says what it is.
  public func csv(_ options: CSVOptions) -> [UInt8] {
    var writer = CSVWriter(options)
    if options.hasTitle {
      writer.line([.text(title)])
      writer.line([])
    }
    switch options.layout {
    case .asShown: writeAsShown(to: &writer)
    case .long(let statusColumn): writeLong(to: &writer, statusColumn: statusColumn)
    }
    if options.hasNotes {
      writer.line([])
      for text in [unit] + legend + notes + [source, policy] where !text.isEmpty {
        writer.line([.text(text)])
      }
    }
    return writer.bytes
  }

  private func writeAsShown(to writer: inout CSVWriter) {
    let headings = columns.map { terms in
      CSVField.text(writer.heading(of: Self.shown(terms, among: columns)))
    }
    writer.line(writer.names(of: stubNames) + headings)
    for (row, terms) in rows.enumerated() {
      var fields = writer.fields(of: terms)
      let first = row * columns.count
      for cell in cells[first..<first + columns.count] { fields.append(.value(cell)) }
      writer.line(fields)
    }
  }

  /// The terms of a column without the measure, when it is the same in all columns and not alone.
  private static func shown(_ terms: [Term], among columns: [[Term]]) -> ArraySlice<Term> {
    let isConstant = columns.allSatisfy { $0.last == terms.last }
    return terms.count > 1 && isConstant ? terms.dropLast() : terms[...]
  }

  private func writeLong(to writer: inout CSVWriter, statusColumn: Bool) {
    var names = writer.names(of: stubNames + headingNames) + [.text("value")]
    if statusColumn { names.append(.text("status")) }
    writer.line(names)
    let columnFields = columns.map { writer.fields(of: $0) }
    for (row, terms) in rows.enumerated() {
      let rowFields = writer.fields(of: terms)
      for column in columns.indices {
        let cell = cells[row * columns.count + column]
        let isEmpty = statusColumn && cell.status != .published
        // Beside a status, nil is the number that it is.
        let value =
          statusColumn && cell.isNil ? TableDocument.Cell(text: "0", status: .published) : cell
        var fields = rowFields + columnFields[column] + [isEmpty ? .text("") : .value(value)]
        if statusColumn { fields.append(.text(cell.isNil ? "nil" : cell.status.word)) }
        writer.line(fields)
      }
    }
  }
}

extension CellStatus {
  /// The status as a word in a file.
  var word: String {
    switch self {
    case .published: "published"
    case .suppressed: "suppressed"
    case .notApplicable: "not-applicable"
    case .missing: "missing"
    case .notYet: "not-yet"
    }
  }
}

/// A field of a line.
enum CSVField {
  /// A text of ours or of a classification.
  case text(String)
  /// A figure or a symbol.
  case value(TableDocument.Cell)
}

/// Fields of a table as lines of delimited text.
struct CSVWriter {
  private var writer: DelimitedWriter
  private let options: CSVOptions

  init(_ options: CSVOptions) {
    self.options = options
    writer = DelimitedWriter(
      format: DelimitedFormat(separator: options.separator.rawValue),
      lineEnd: .carriageReturnLineFeed)
  }

  /// What has been written so far.
  var bytes: [UInt8] { (options.hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []) + writer.bytes }

  func names(of terms: [Term]) -> [CSVField] { fields(of: terms) }

  func fields(of terms: [Term]) -> [CSVField] {
    terms.flatMap { term -> [CSVField] in
      switch options.terms {
      case .labels: [.text(term.label)]
      case .codes: [.text(term.code)]
      case .both: [.text(term.code), .text(term.label)]
      }
    }
  }

  /// The heading of a column: its terms, blanks between.
  func heading(of terms: ArraySlice<Term>) -> String {
    terms.map { term in
      switch options.terms {
      case .labels: term.label
      case .codes: term.code
      case .both: "\(term.code) \(term.label)"
      }
    }.joined(separator: " ")
  }

  mutating func line(_ fields: [CSVField]) {
    guard !fields.isEmpty else { return writer.writeBlankLine() }
    writer.write(
      fields.map { field in
        switch field {
        case .text(let text): guarded(text)
        case .value(let cell): number(cell)
        }
      })
  }

  private func number(_ cell: TableDocument.Cell) -> String {
    guard options.usesDecimalComma, cell.status == .published else { return cell.text }
    return String(cell.text.map { $0 == "." ? "," : $0 })
  }

  private func guarded(_ text: String) -> String {
    guard options.guardsFormulas, let first = text.utf8.first else { return text }
    let isDangerous = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x0A].contains(first)
    return isDangerous && !Self.isNumber(text) ? "'" + text : text
  }

  /// Whether a text is an optional sign, digits and at most one decimal mark.
  private static func isNumber(_ text: String) -> Bool {
    let unsigned = text.utf8.drop { $0 == 0x2B || $0 == 0x2D }
    guard text.utf8.count - unsigned.count <= 1 else { return false }
    let marks = unsigned.filter { $0 == 0x2E || $0 == 0x2C }.count
    let digits = unsigned.filter { (0x30...0x39).contains($0) }.count
    return digits > 0 && marks <= 1 && digits + marks == unsigned.count
  }
}
