import DelimitedText
import RegisterFiles
import Registers

/// What a reader makes of bytes: rows and mistakes, or the one mistake that ends the reading.
enum Reading: Hashable {
  case rows([[Int32]], [Mistake])
  case refused(Mistake)
}

/// A mistake by what is wrong and where, without how it is told.
struct Mistake: Hashable {
  let kind: RegisterFileError.Kind
  let line: Int
  let character: Int
  let column: String?

  init(kind: RegisterFileError.Kind, line: Int, character: Int, column: String? = nil) {
    self.kind = kind
    self.line = line
    self.character = character
    self.column = column
  }

  init(_ error: RegisterFileError) {
    self.init(
      kind: error.kind, line: error.position?.line ?? 0, character: error.position?.column ?? 0,
      column: error.column)
  }
}

/// The slow twin of ``RegisterReader``: lines as arrays, fields as texts, everything asked of the
/// types that it is about.
struct NaiveReader {
  let layout: RegisterLayout

  func read(_ bytes: [UInt8], stopping: Bool) -> Reading {
    let lines = Self.lines(of: bytes)
    guard let first = lines.firstIndex(where: { !$0.isEmpty }) else {
      return .refused(Mistake(kind: .emptyFile, line: 0, character: 0))
    }
    let names: [String]
    switch Self.fields(of: lines[first]) {
    case .failure(let error):
      return .refused(
        Mistake(kind: .header(error.kind), line: first + 1, character: error.position.column))
    case .success(let fields):
      if let mistake = headerMistake(fields, line: first + 1) { return .refused(mistake) }
      names = fields.map(\.text)
    }
    var rows: [[Int32]] = []
    var mistakes: [Mistake] = []
    for (index, line) in lines.enumerated().dropFirst(first + 1) where !line.isEmpty {
      switch row(line, number: index + 1, names: names) {
      case .success(let row): rows.append(row)
      case .failure(let wrong):
        if stopping { return .refused(wrong.mistake) }
        mistakes.append(wrong.mistake)
      }
    }
    return .rows(rows, mistakes)
  }

  private func headerMistake(_ fields: [DelimitedField], line: Int) -> Mistake? {
    let known = fields.map { field in layout.fields.contains { $0.name == field.text } }
    guard known.contains(true) else { return Mistake(kind: .noHeader, line: line, character: 1) }
    for (index, field) in fields.enumerated() {
      let character = field.position.column
      if !known[index] { return Mistake(kind: .unknownColumn, line: line, character: character) }
      if fields[..<index].contains(where: { $0.text == field.text }) {
        return Mistake(kind: .doubledColumn, line: line, character: character, column: field.text)
      }
    }
    let missing = layout.fields.map(\.name).filter { name in
      !fields.contains { $0.text == name }
    }
    return missing.isEmpty
      ? nil : Mistake(kind: .missingColumns(missing), line: line, character: 1)
  }

  private struct Wrong: Error { let mistake: Mistake }

  private func row(_ line: [UInt8], number: Int, names: [String]) -> Result<[Int32], Wrong> {
    let fields: [DelimitedField]
    switch Self.fields(of: line) {
    case .failure(let error):
      return .failure(
        Wrong(
          mistake: Mistake(
            kind: .text(error.kind), line: number, character: error.position.column)))
    case .success(let found): fields = found
    }
    if fields.count != names.count {
      let kind: RegisterFileError.Kind =
        fields.count < names.count
        ? .tooFewFields(expected: names.count) : .tooManyFields(expected: names.count)
      return .failure(Wrong(mistake: Mistake(kind: kind, line: number, character: 1)))
    }
    var row = Array(repeating: Int32(0), count: names.count)
    for (name, field) in zip(names, fields) {
      let place = layout.place(of: name)
      switch value(field.text, layout.fields[place]) {
      case .success(let number): row[place] = number
      case .failure(let wrong):
        return .failure(
          Wrong(
            mistake: Mistake(
              kind: wrong.kind, line: number, character: field.position.column, column: name)))
      }
    }
    for order in layout.orders {
      let (earlier, later) = (layout.fields[order.earlier].name, layout.fields[order.later].name)
      guard let first = names.firstIndex(of: earlier), let last = names.firstIndex(of: later),
        !fields[first].text.isEmpty, !fields[last].text.isEmpty
      else { continue }
      // Days and months of four-digit years are in order as texts.
      if fields[last].text < fields[first].text {
        return .failure(
          Wrong(
            mistake: Mistake(
              kind: .tooEarly(earlier: earlier), line: number,
              character: fields[last].position.column, column: later)))
      }
    }
    return .success(row)
  }

  private struct WrongField: Error {
    let kind: RegisterFileError.Kind
  }

  private func value(_ text: String, _ field: RegisterField) -> Result<Int32, WrongField> {
    func wrong(_ kind: RegisterFileError.Kind) -> Result<Int32, WrongField> {
      .failure(WrongField(kind: kind))
    }
    if text.isEmpty { return field.isOptional ? .success(RegisterRecords.missing) : wrong(.empty) }
    if text.unicodeScalars.contains("\0") { return wrong(.nulByte) }
    let scalars = text.unicodeScalars.map(String.init).joined()
    switch field.kind {
    case .person:
      guard scalars.wholeMatch(of: /[0-9]+/) != nil, let number = Int(text),
        number >= 1, number <= Int(Int32.max)
      else { return wrong(.notAPerson) }
      return .success(Int32(number))
    case .code(let list, let codes):
      guard let place = codes.firstIndex(of: text) else { return wrong(.unknownCode(list: list)) }
      return .success(Int32(place))
    case .day:
      guard scalars.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil else {
        return wrong(.notADay)
      }
      guard let day = Day(iso: text) else { return wrong(.noSuchDay) }
      return (1900...2100).contains(day.parts.year) ? .success(day.number) : wrong(.dayOutOfRange)
    case .month:
      guard scalars.wholeMatch(of: /[0-9]{4}-[0-9]{2}/) != nil else { return wrong(.notAMonth) }
      guard let month = Month(iso: text) else { return wrong(.noSuchMonth) }
      return (1900...2100).contains(month.year) ? .success(month.number) : wrong(.monthOutOfRange)
    case .number(_, let range):
      guard scalars.wholeMatch(of: /-?[0-9]+/) != nil else { return wrong(.notANumber) }
      guard let number = Int(text), range.contains(Int32(clamping: number)),
        Int(Int32(clamping: number)) == number, number > Int(Int32.min)
      else {
        return wrong(.numberOutOfRange(range))
      }
      return .success(Int32(number))
    case .flag: return ["0", "1"].contains(text) ? .success(Int32(text) ?? 9) : wrong(.notAFlag)
    }
  }

  /// The lines of a text without their ends; the mark before the first is no part of it.
  static func lines(of bytes: [UInt8]) -> [[UInt8]] {
    var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    var lines: [[UInt8]] = []
    while !rest.isEmpty {
      let line = rest.prefix { $0 != 0x0A && $0 != 0x0D }
      lines.append(Array(line))
      rest = rest.dropFirst(line.count)
      rest = rest.dropFirst(rest.starts(with: [0x0D, 0x0A]) ? 2 : 1)
    }
    return lines
  }

  /// The fields of a line; a mark is part of it.
  private static func fields(
    of line: [UInt8]
  ) -> Result<[DelimitedField], DelimitedTextError> {
    // `DelimitedReader` skips the first mark only.
    let mark: [UInt8] = line.starts(with: [0xEF, 0xBB, 0xBF]) ? [0xEF, 0xBB, 0xBF] : []
    return Result { () throws(DelimitedTextError) in
      try DelimitedReader.records(of: mark + line, format: .commas).first?.fields ?? []
    }
  }
}
