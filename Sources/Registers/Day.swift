/// A day of the Gregorian calendar.
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1 January 1970.
  public let number: Int32

  /// The day that many days after 1 January 1970.
  public init(number: Int32) {
    self.number = number
  }

  /// A day by year, month (1 … 12) and day (1 … 31).
  /// - Precondition: there is such a day.
  public init(_ year: Int, _ month: Int, _ day: Int) {
    guard let found = Day(year: year, month: month, day: day) else {
      preconditionFailure("there is no day \(year)-\(month)-\(day)")
    }
    self = found
  }

  /// A day by year, month and day, or `nil` when there is none.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...Self.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    // Years from March on, so that the leap day is the last of its year; eras of 400 years.
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// The day that `text` (`2022-12-31`) says, or `nil` when it says none.
  public init?(iso text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2] else { return nil }
    let numbers = parts.compactMap { part in
      part.allSatisfy { (48...57).contains($0) }
        ? part.reduce(0) { $0 * 10 + Int($1) - 48 } : nil
    }
    guard numbers.count == 3 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// Year, month and day.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// The month that the day is in.
  public var month: Month {
    let parts = parts
    return Month(parts.year, parts.month)
  }

  /// The day that many days later.
  public func advanced(byDays days: Int) -> Day { Day(number: number + Int32(days)) }

  /// The same day of the month that many years later; 29 February becomes 28 where there is none.
  public func advanced(byYears years: Int) -> Day {
    let (year, month, day) = parts
    let last = Self.length(ofMonth: month, year: year + years)
    return Day(year + years, month, min(day, last))
  }

  /// Completed years from `birth` to this day: the age of someone born then.
  ///
  /// Who is born on 29 February is a year older on 1 March of other years.
  public func completedYears(since birth: Day) -> Int {
    let (now, then) = (parts, birth.parts)
    let hadBirthday = (now.month, now.day) >= (then.month, then.day)
    return now.year - then.year - (hadBirthday ? 0 : 1)
  }

  /// As in ISO 8601: `2022-12-31`.
  public var description: String {
    let (year, month, day) = parts
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Chronological order.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// `number` with zeros in front, up to `digits`.
func padded(_ number: Int, _ digits: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
