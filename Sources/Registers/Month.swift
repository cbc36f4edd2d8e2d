/// A month of a year, such as January 2022.
public struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Months since January of year 0.
  public let number: Int32

  /// The month that many months after January of year 0.
  public init(number: Int32) {
    self.number = number
  }

  /// A month (1 … 12) of a year.
  /// - Precondition: `month` is one of the twelve.
  public init(_ year: Int, _ month: Int) {
    precondition((1...12).contains(month), "a year has twelve months")
    number = Int32(year * 12 + month - 1)
  }

  /// The month that `text` (`2022-12`) says, or `nil` when it says none.
  public init?(iso text: some StringProtocol) {
    guard let day = Day(iso: "\(text)-01") else { return nil }
    self = day.month
  }

  /// The year.
  public var year: Int { Int(number) / 12 }

  /// 1 … 12.
  public var monthOfYear: Int { Int(number) % 12 + 1 }

  /// Its first day.
  public var firstDay: Day { Day(year, monthOfYear, 1) }

  /// Its last day.
  public var lastDay: Day { advanced(by: 1).firstDay.advanced(byDays: -1) }

  /// The month that many months later.
  public func advanced(by months: Int) -> Month { Month(number: number + Int32(months)) }

  /// As in ISO 8601: `2022-12`.
  public var description: String { "\(padded(year, 4))-\(padded(monthOfYear, 2))" }

  /// Chronological order.
  public static func < (left: Month, right: Month) -> Bool { left.number < right.number }
}
