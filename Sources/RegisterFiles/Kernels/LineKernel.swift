import Registers

/// The bytes that end or enclose a field.
enum Byte {
  static let comma: UInt8 = 0x2C
  static let quote: UInt8 = 0x22
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D

  @inline(__always)
  static func endsLine(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }
}

/// A field's number and the byte after the field; `next` is -1 when the careful reader must look.
struct ParsedField {
  let value: Int32
  let next: Int

  /// What the kernel leaves to ``LineReader``, be it wrong or only unusual.
  static var unsure: ParsedField { ParsedField(value: 0, next: -1) }
}

/// Reads lines that are plainly right, up to the first that is not; what it takes is right.
///
/// - Parameters:
///   - bytes: Whole lines; the last byte ends a line.
///   - position: Where a line begins; moved to the first line that was not read.
///   - end: Only lines that begin before it are read.
///   - plan: How each column of the file is read.
///   - values: Column by column: the number of column c (of the layout) and row r stands at
///     c · `capacity` + r.
///   - capacity: Rows that `values` has room for.
///   - rows: Rows read so far; grows by those read now.
/// - Precondition: `rows` and the lines before `end` are together at most `capacity` rows.
func parseLines(
  _ bytes: Span<UInt8>, position: inout Int, end: Int, plan: FilePlan,
  values: inout MutableSpan<Int32>, capacity: Int, rows: inout Int
) {
  let columns = plan.columns.span
  let (slots, bounds, codes) = (plan.slots.span, plan.bounds.span, plan.codeBytes.span)
  let months = monthStarts.span
  let orders = plan.orders.span
  // Invariant: lines before `position` are in rows below `rows`; a line given up is overwritten.
  while position < end {
    var next = position
    var index = 0
    while index < columns.count {
      let column = columns[index]
      let field = parseField(
        bytes, at: next, column, slots: slots, bounds: bounds, codes: codes, months: months)
      guard field.next >= 0 else { return }
      values[column.place &* capacity &+ rows] = field.value
      index &+= 1
      next = field.next
      guard index == columns.count || bytes[next] == Byte.comma else { return }
      next &+= 1
    }
    // Here `next` is one past what should end the line.
    let last = bytes[next &- 1]
    guard Byte.endsLine(last) else { return }
    var order = 0
    while order < orders.count {
      let later = values[orders[order].later &* capacity &+ rows]
      guard
        later == RegisterRecords.missing
          || later >= values[orders[order].earlier &* capacity &+ rows]
      else { return }
      order &+= 1
    }
    if last == Byte.carriageReturn, next < bytes.count, bytes[next] == Byte.lineFeed { next &+= 1 }
    position = next
    rows &+= 1
  }
}

/// Reads one field, plain or in quotes.
@inline(__always)
private func parseField(
  _ bytes: Span<UInt8>, at start: Int, _ column: ColumnPlan, slots: Span<Int32>,
  bounds: Span<Int32>, codes: Span<UInt8>, months: Span<Int32>
) -> ParsedField {
  let isQuoted = bytes[start] == Byte.quote
  let first = isQuoted ? start &+ 1 : start
  var field: ParsedField
  if column.isOptional && isEmpty(bytes[first], isQuoted: isQuoted) {
    field = ParsedField(value: RegisterRecords.missing, next: first)
  } else {
    switch column.form {
    case .person: field = parseNumber(bytes, at: first, isPerson: true)
    case .number: field = parseNumber(bytes, at: first, isPerson: false)
    case .code: field = parseCode(bytes, at: first, column, slots, bounds, codes)
    case .day: field = parseDay(bytes, at: first, months)
    case .month: field = parseMonth(bytes, at: first)
    case .flag: field = parseFlag(bytes, at: first)
    }
    // What is out of range, the careful reader tells.
    if field.value < column.least || field.value > column.largest { return .unsure }
  }
  guard isQuoted, field.next >= 0 else { return field }
  guard bytes[field.next] == Byte.quote else { return .unsure }
  return ParsedField(value: field.value, next: field.next &+ 1)
}

@inline(__always)
private func isEmpty(_ byte: UInt8, isQuoted: Bool) -> Bool {
  isQuoted ? byte == Byte.quote : byte == Byte.comma || Byte.endsLine(byte)
}

/// A whole number of at most nine digits, or a person of at most ten.
@inline(__always)
private func parseNumber(_ bytes: Span<UInt8>, at start: Int, isPerson: Bool) -> ParsedField {
  let isNegative = !isPerson && bytes[start] == UInt8(ascii: "-")
  let first = isNegative ? start &+ 1 : start
  var next = first
  var number: UInt64 = 0
  var digit = UInt64(bytes[next] &- 48)
  // Invariant: `number` is what the digits from `first` to `next` say, modulo 2⁶⁴.
  while digit <= 9 {
    number = number &* 10 &+ digit
    next &+= 1
    digit = UInt64(bytes[next] &- 48)
  }
  let length = next &- first
  guard length > 0, length <= 10, number <= UInt64(Int32.max), number > 0 || !isPerson else {
    return .unsure
  }
  let value = Int32(truncatingIfNeeded: number)
  return ParsedField(value: isNegative ? 0 &- value : value, next: next)
}

/// A code without a quote, a comma or a line end in it.
@inline(__always)
private func parseCode(
  _ bytes: Span<UInt8>, at first: Int, _ column: ColumnPlan, _ slots: Span<Int32>,
  _ bounds: Span<Int32>, _ codes: Span<UInt8>
) -> ParsedField {
  var next = first
  var hash = CodeHash.start
  var byte = bytes[next]
  while byte != Byte.comma && byte != Byte.quote && !Byte.endsLine(byte) {
    hash = CodeHash.adding(byte, to: hash)
    next &+= 1
    byte = bytes[next]
  }
  let mask = Int(truncatingIfNeeded: UInt64.max >> column.slotShift)
  var slot = CodeHash.slot(of: hash, shift: column.slotShift)
  var place = slots[column.firstSlot &+ slot]
  // Ends, since three slots in four are free.
  while place >= 0 {
    let bound = column.firstBound &+ Int(place)
    let (from, to) = (Int(bounds[bound]), Int(bounds[bound &+ 1]))
    var offset = to &- from == next &- first ? 0 : -1
    while offset >= 0 && from &+ offset < to {
      offset = codes[from &+ offset] == bytes[first &+ offset] ? offset &+ 1 : -1
    }
    if offset >= 0 { return ParsedField(value: place, next: next) }
    slot = (slot &+ 1) & mask
    place = slots[column.firstSlot &+ slot]
  }
  return .unsure
}

/// Year, month and day with hyphens between.
@inline(__always)
private func parseDay(_ bytes: Span<UInt8>, at first: Int, _ months: Span<Int32>) -> ParsedField {
  guard first &+ 10 < bytes.count, bytes[first &+ 7] == UInt8(ascii: "-") else { return .unsure }
  let month = parseMonth(bytes, at: first)
  let (tens, ones) = (bytes[first &+ 8] &- 48, bytes[first &+ 9] &- 48)
  guard month.next >= 0, tens <= 9, ones <= 9 else { return .unsure }
  let day = Int32(tens) &* 10 &+ Int32(ones)
  let start = months[Int(month.value)]
  guard day >= 1, day <= months[Int(month.value) &+ 1] &- start else { return .unsure }
  return ParsedField(value: start &+ day &- 1, next: first &+ 10)
}

/// Year and month with a hyphen between.
@inline(__always)
private func parseMonth(_ bytes: Span<UInt8>, at first: Int) -> ParsedField {
  guard first &+ 7 < bytes.count else { return .unsure }
  var year: Int32 = 0
  var largest: UInt8 = 0
  for offset in 0..<4 {
    let digit = bytes[first &+ offset] &- 48
    largest = max(largest, digit)
    year = year &* 10 &+ Int32(digit)
  }
  let (tens, ones) = (bytes[first &+ 5] &- 48, bytes[first &+ 6] &- 48)
  let month = Int32(tens) &* 10 &+ Int32(ones)
  guard max(largest, tens, ones) <= 9, bytes[first &+ 4] == UInt8(ascii: "-"), month >= 1,
    month <= 12
  else { return .unsure }
  return ParsedField(value: year &* 12 &+ month &- 1, next: first &+ 7)
}

/// 0 or 1.
@inline(__always)
private func parseFlag(_ bytes: Span<UInt8>, at first: Int) -> ParsedField {
  let digit = bytes[first] &- 48
  return digit <= 1 ? ParsedField(value: Int32(digit), next: first &+ 1) : .unsure
}

/// The number of the first day of each month from January of year 0 to January of year 10000.
///
/// A month's last day is the one before the first of the next: no leap year is worked out per row.
let monthStarts: [Int32] = (0...10_000 * 12).map { Month(number: Int32($0)).firstDay.number }
