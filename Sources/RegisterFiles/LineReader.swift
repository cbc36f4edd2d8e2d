import Classifications
import DelimitedText
import Registers

/// Reads one line with care: what is unusual but right, and what is wrong with the others.
struct LineReader: Sendable {
  /// What a line says.
  enum Outcome {
    /// Nothing stands on it.
    case blank
    /// A row, in the order of the layout.
    case row([Int32])
    /// It is no row.
    case problem(LineProblem)
  }

  private let layout: RegisterLayout
  /// The column of the layout that each column of the file is.
  private let places: [Int]
  /// The place of each code in its list, by column of the layout.
  private let codes: [[String: Int32]]

  init(_ layout: RegisterLayout, places: [Int]) {
    self.layout = layout
    self.places = places
    codes = layout.fields.map { field in
      guard case .code(_, let codes) = field.kind else { return [:] }
      return Dictionary(zip(codes, Int32(0)...), uniquingKeysWith: { first, _ in first })
    }
  }

  /// Reads the line that `bytes` are, without its end.
  func outcome(of bytes: [UInt8]) -> Outcome {
    let fields: [DelimitedField]
    do throws(DelimitedTextError) {
      fields = try Self.fields(of: bytes)
    } catch {
      return .problem(LineProblem(kind: .text(error.kind), character: error.position.column - 1))
    }
    if bytes.isEmpty { return .blank }
    guard fields.count == places.count else {
      let kind: RegisterFileError.Kind =
        fields.count < places.count
        ? .tooFewFields(expected: places.count) : .tooManyFields(expected: places.count)
      return .problem(LineProblem(kind: kind, character: 1, fieldCount: fields.count))
    }
    var row = Array(repeating: RegisterRecords.missing, count: places.count)
    for (field, place) in zip(fields, places) {
      do throws(FieldFault) {
        row[place] = try value(of: field.text, at: place)
      } catch {
        return .problem(
          LineProblem(
            kind: error.kind, character: field.position.column - 1, place: place, text: field.text))
      }
    }
    // Of several, the one that the layout names first.
    for order in layout.orders {
      let (earlier, later) = (row[order.earlier], row[order.later])
      guard later < earlier, later != RegisterRecords.missing,
        let index = places.firstIndex(of: order.later)
      else { continue }
      return .problem(
        LineProblem(
          kind: .tooEarly(earlier: layout.fields[order.earlier].name),
          character: fields[index].position.column - 1, place: order.later,
          text: fields[index].text))
    }
    return .row(row)
  }

  /// The fields of a line; their columns are one too high.
  ///
  /// A comma before the line keeps what only looks like a byte order mark from being skipped.
  static func fields(of line: [UInt8]) throws(DelimitedTextError) -> [DelimitedField] {
    var reader = DelimitedReader([Byte.comma] + line, format: .commas)
    return Array(try reader.next()?.fields.dropFirst() ?? [])
  }

  /// Only says what is wrong with a field.
  private struct FieldFault: Error {
    let kind: RegisterFileError.Kind
    init(_ kind: RegisterFileError.Kind) { self.kind = kind }
  }

  private func value(of text: String, at place: Int) throws(FieldFault) -> Int32 {
    let field = layout.fields[place]
    guard !text.isEmpty else {
      guard field.isOptional else { throw FieldFault(.empty) }
      return RegisterRecords.missing
    }
    guard !text.utf8.contains(0) else { throw FieldFault(.nulByte) }
    switch field.kind {
    case .person:
      guard Self.isDigits(text.utf8), let person = Int32(text), person > 0 else {
        throw FieldFault(.notAPerson)
      }
      return person
    case .code(let list, _):
      guard let code = codes[place][text] else { throw FieldFault(.unknownCode(list: list)) }
      return code
    case .day:
      guard Self.isPattern(text, "0000-00-00") else { throw FieldFault(.notADay) }
      guard let day = Day(iso: text) else { throw FieldFault(.noSuchDay) }
      guard RegisterField.days.contains(day) else { throw FieldFault(.dayOutOfRange) }
      return day.number
    case .month:
      guard Self.isPattern(text, "0000-00") else { throw FieldFault(.notAMonth) }
      guard let month = Month(iso: text) else { throw FieldFault(.noSuchMonth) }
      guard RegisterField.months.contains(month) else { throw FieldFault(.monthOutOfRange) }
      return month.number
    case .number(_, let range): return try Self.number(text, in: range)
    case .flag:
      guard text == "0" || text == "1" else { throw FieldFault(.notAFlag) }
      return text == "1" ? 1 : 0
    }
  }

  private static func number(
    _ text: String, in range: ClosedRange<Int32>
  ) throws(FieldFault) -> Int32 {
    guard isDigits(text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...])
    else { throw FieldFault(.notANumber) }
    guard let number = Int32(text), range.contains(number), number != RegisterRecords.missing else {
      throw FieldFault(.numberOutOfRange(range))
    }
    return number
  }

  private static func isDigits(_ text: some Collection<UInt8>) -> Bool {
    !text.isEmpty && text.allSatisfy { (48...57).contains($0) }
  }

  /// Whether `text` is written as `pattern`, in which 0 stands for any digit.
  private static func isPattern(_ text: String, _ pattern: String) -> Bool {
    text.utf8.count == pattern.utf8.count
      && zip(text.utf8, pattern.utf8).allSatisfy { byte, wanted in
        wanted == UInt8(ascii: "0") ? (48...57).contains(byte) : byte == wanted
      }
  }
}

/// What is wrong with a line, and the field itself, which stays inside this module.
struct LineProblem {
  let kind: RegisterFileError.Kind
  /// The character of the line, from 1.
  let character: Int
  /// The column of the layout, or `nil` when it is about the line.
  var place: Int?
  /// What stands in the field.
  var text = ""
  /// Fields of the line, when that is what is wrong.
  var fieldCount: Int?

  init(
    kind: RegisterFileError.Kind, character: Int, place: Int? = nil, text: String = "",
    fieldCount: Int? = nil
  ) {
    self.kind = kind
    self.character = character
    self.place = place
    self.text = text
    self.fieldCount = fieldCount
  }

  /// The problem as it may be told, at `line`.
  func error(file: String, line: Int, layout: RegisterLayout) -> RegisterFileError {
    let field = place.map { layout.fields[$0] }
    var excerpt = fieldCount.map { "\($0) field\($0 == 1 ? "" : "s")" }
    var suggestion: String?
    if let field {
      excerpt = field.kind == .person ? shapeOfPerson(text) : shape(of: text)
      // With a digit in it, it may be a number of a person that a comma too many has moved here.
      if case .code(_, let codes) = field.kind,
        !text.utf8.contains(where: { (48...57).contains($0) })
      {
        suggestion = nearestName(to: text, among: codes)
      }
    }
    return RegisterFileError(
      file: file, kind: kind, position: TextPosition(line: line, column: character),
      column: field?.name, excerpt: excerpt, suggestion: suggestion)
  }
}
